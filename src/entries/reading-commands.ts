import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { choice, day, flag, number, text, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { listEntries } from './listing.ts';
import { STATES } from './model.ts';
import { showEntry } from './record.ts';
import { entryPage, entryTable } from './view.ts';

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

function list(book: Book): Command {
  return command({
    name: `${book.key} list`,
    about: w(`列出${book.name.zh}`, `entries of ${book.name.en}`),
    fields: {
      open: flag({ label: w('只看未了的', 'only open ones') }),
      overdue: flag({ label: w('只看超期的', 'only those with something overdue') }),
      state: choice(STATES, { label: w('状态', 'state') }),
      find: text({ label: w('内容里有这些字', 'that hold these words') }),
      since: day({ label: w('从哪天起', 'made on this day or later') }),
      through: day({ label: w('到哪天止', 'made on this day or earlier') }),
      most: whole({ label: w('最多几条（最新的）', 'the newest so many'), min: 1, max: 1_000_000 }),
    },
    run: (ctx, input, { isPerson }) =>
      listEntries(ctx, book, {
        ...input,
        most: input.most ?? (isPerson ? 50 : undefined),
        fields: {},
      }),
    reveals: (entries) => entries.map((entry) => entry.no),
    view: entryTable(book),
  });
}
