import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { fieldsEver } from '../entries/all-versions.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import type { Period } from '../lib/period.ts';
import { turnsBy, turnsOf } from '../rhythms/rhythms.ts';
import type { BookFigures, BookReport, BooksReport } from './model.ts';
import { isSummed, isTold, toldBy, turnCounts } from './rules.ts';
import * as store from './store.ts';

/**
 * What a book came to in a period, as of now: every entry counts by the moment at which it happened,
 * not that at which it was written down.
 */
export function bookFigures(ctx: Ctx, book: Book, period: Period): BookFigures {
  const [figures] = figuresOf(ctx, [book], period);
  if (!figures) throw new Error(`${book.key} has no figures`);
  return figures;
}

/** The same of several, read together. */
function figuresOf(ctx: Ctx, books: readonly Book[], period: Period): BookFigures[] {
  const { ledger } = ctx;
  const span = spanOf(ctx, period, books.length === 1 ? (books[0]?.key ?? null) : null);
  const counted = new Map(store.entryCounts(ledger, span).map((row) => [row.book, row]));
  const promised = store.promiseCounts(ledger, span);
  const charged = new Map(store.chargeCounts(ledger, span).map((row) => [row.book, row]));
  const turns = turnsBy(ctx, books, period.from, period.until);
  return books.map(({ key, name }) => {
    const counts = counted.get(key);
    const promises = promised.filter(({ kind }) => kind.startsWith(`books.${key}.`));
    const over = (ending: 'met' | 'late' | 'overdue') =>
      promises.reduce((sum, each) => sum + each[ending], 0);
    return {
      book: key,
      name,
      carried: counts?.carried ?? 0,
      entries: counts?.entries ?? 0,
      closed: counts?.closed ?? 0,
      open: counts?.open ?? 0,
      cancelled: counts?.cancelled ?? 0,
      deadlines: { met: over('met'), late: over('late'), overdue: over('overdue') },
      turns: turnCounts(turns.get(key) ?? []),
      charges: { count: charged.get(key)?.count ?? 0, amountFen: charged.get(key)?.amountFen ?? 0 },
    };
  });
}

const spanOf = <B extends string | null>({ zone, now }: Ctx, { from, until }: Period, book: B) => ({
  from: startOfDay(from, zone),
  to: endOfDay(until, zone),
  now,
  book,
});

/** With what its entries hold: counts by choice, sums, sheets, the rates the book declares. */
export function bookReport(ctx: Ctx, book: Book, period: Period): BookReport {
  const fields = newestOf(fieldsEver(ctx, book).filter(isTold));
  const tallied = store.valueCounts(ctx.ledger, spanOf(ctx, period, book.key), {
    fields: fields.map(({ key }) => key),
    summed: fields.filter(isSummed).map(({ key }) => key),
  });
  return {
    ...bookFigures(ctx, book, period),
    period,
    turnList: turnsOf(ctx, book, period.from, period.until),
    ...toldBy(fields, book.rates, tallied),
  };
}

/** Of fields by one name the first, which is the newest. */
const newestOf = <F extends { key: string }>(fields: readonly F[]): F[] =>
  fields.filter(({ key }, at) => fields.findIndex((each) => each.key === key) === at);

/** The enabled books, and the others that have entries of the period. */
export function booksReport(ctx: Ctx, period: Period): BooksReport {
  const isOn = new Set(ctx.books.filter(({ isEnabled }) => isEnabled).map(({ key }) => key));
  const books = figuresOf(ctx, ctx.books, period).filter(
    (it) => isOn.has(it.book) || it.entries + it.carried + it.cancelled > 0,
  );
  return { period, books };
}
