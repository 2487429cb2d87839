import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { w } from '../lib/words.ts';
import { listFields, queryOf } from './list-fields-commands.ts';
import { listEntries, listForPerson } from './listing.ts';
import { entryList } from './view.ts';

/** What lists entries of a book. */
export const listingCommands = (book: Book): Command[] => [list(book)];

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
