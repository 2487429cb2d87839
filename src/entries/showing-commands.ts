import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { number } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { showEntry } from './page.ts';
import { entryPage } from './view.ts';

const no = number({ label: w('编号', 'number'), required: true, positional: true });

/** What shows one entry of a book. */
export const showingCommands = (book: Book): Command[] => [show(book)];

function show(book: Book): Command {
  return command({
    name: `${book.key} show`,
    about: w(`查看${book.name.zh}的一条`, `one entry of ${book.name.en}, with its history`),
    fields: { no },
    run: (ctx, input) => showEntry(ctx, book, input.no),
    reveals: (entry) => [entry.no],
    view: entryPage(book),
  });
}
