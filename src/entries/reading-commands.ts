import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { number } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { listFields, queryOf } from './list-fields-commands.ts';
import { listEntries, listForPerson } from './listing.ts';
import { showEntry } from './page.ts';
import { entryList, entryPage } from './view.ts';

/** What shows entries of a book. */
export const readingCommands = (book: Book): Command[] => [show(book), list(book)];

const no = number({ label: w('编号', 'number'), required: true, positional: true });

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

/** What a person at a terminal reads of a long list. */
const NEWEST = 50;

function list(book: Book): Command {
  return command({
    name: `${book.key} list`,
    about: w(`列出${book.name.zh}，可按各栏查找`, `entries of ${book.name.en}, by any field`),
    fields: listFields(book),
    run: (ctx, input, { isPerson }) => {
      const query = queryOf(input);
      if (!isPerson) return { entries: listEntries(ctx, book, query), more: 0 };
      return listForPerson(ctx, book, { ...query, most: query.most ?? NEWEST });
    },
    reveals: ({ entries }) => entries.map((entry) => entry.no),
    view: entryList(book),
  });
}
