import { type Book, closingOf } from '../books/model.ts';
import { bookAsOf, prefixesEver } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { deadlinesOf } from '../deadlines/service.ts';
import type { Book as Series } from '../ledger/numbers.ts';
import { resolveNumber } from '../ledger/numbers.ts';
import { w } from '../lib/words.ts';
import { namesByVersion } from './all-versions.ts';
import type { Entry, EntryRecord } from './model.ts';
import * as store from './store.ts';

/** The numbers of a book's entries. */
export const seriesOf = ({ key, prefix, name }: Book): Series => ({
  table: 'entries',
  prefix,
  name: w(`${name.zh}登记`, `entry of ${name.en}`),
  list: `${key} list`,
  keepsFormer: true,
  of: key,
});

/** The same, with the prefixes that the book had before, by which its earlier entries are known. */
export const seriesEver = (ctx: Pick<Ctx, 'ledger'>, book: Book): Series => ({
  ...seriesOf(book),
  formerPrefixes: prefixesEver(ctx, book),
});

/** Whether an entry of this book stays open until something is done. */
export const staysOpen = (book: Book): boolean => closingOf(book) !== undefined;

/** The entry of a number or an unambiguous end of one, of this book; refuses an unknown one. */
export function requireEntry(ctx: Ctx, book: Book, typed: string): EntryRecord {
  const no = resolveNumber(ctx.ledger, seriesEver(ctx, book), typed, ctx.today);
  return entryRecord(ctx, book, no);
}

/** The entry of a whole number that is known to exist. */
export function entryRecord(ctx: Ctx, book: Book, no: string): EntryRecord {
  const found = store.byNumber(ctx.ledger, no);
  const [record] = found ? recordsOf(ctx, book, [found]) : [];
  if (!record) throw new Error(`${no} was not written`);
  return record;
}

/** Entries with what belongs to each. */
export function recordsOf(ctx: Ctx, book: Book, entries: readonly Entry[]): EntryRecord[] {
  const numbers = entries.map(({ no }) => no);
  const deadlines = deadlinesOf(ctx.ledger, numbers);
  const approved = store.approvalsOf(
    ctx.ledger,
    entries.map(({ id }) => id),
  );
  const names = namesByVersion(ctx, book, entries);
  return entries.map((entry) => ({
    ...entry,
    of: bookAsOf(ctx, book, entry.version),
    deadlines: deadlines.get(entry.no) ?? [],
    approved: approved.get(entry.id) ?? [],
    names: names.get(entry.id) ?? {},
  }));
}
