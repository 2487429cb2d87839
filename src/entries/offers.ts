import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { type EntryQuery, listEntries } from './listing.ts';
import * as store from './store.ts';

/** An entry as it is chosen from. */
export interface Offered {
  no: string;
  where: string | null;
  title: string;
}

const MOST = 50;

/** Entries that somebody may mean, the newest first; `typed`: any words of theirs. */
export const entriesOffered = (
  ctx: Ctx,
  book: Book,
  { open, typed }: { open: boolean; typed: string },
): Offered[] => {
  const find = /[\p{L}\p{N}]/u.test(typed) ? typed : undefined;
  const query: EntryQuery = { open, find, most: MOST, fields: {} };
  return listEntries(ctx, book, query).map(({ no, unit, title }) => ({ no, where: unit, title }));
};

/** What the open entries of a book hold in a field, as texts. */
export const openValues = (
  ctx: Ctx,
  book: Pick<Book, 'key'>,
  field: string,
): { no: string; value: string }[] => store.openValues(ctx.ledger, book.key, field);

/** What was written in a field of late, the most frequent first. */
export const earlierValues = (ctx: Ctx, book: Pick<Book, 'key'>, field: string): string[] =>
  store.frequentValues(ctx.ledger, book.key, field);
