import type { Rhythm } from '../books/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { EntryTimes, Keeping } from './model.ts';

interface Kept extends Keeping {
  book: string;
}

interface Row {
  book: string;
  sinceAt: Moment;
  text: string | null;
  /** As JSON; null where it was off, or had none. */
  rhythm: string | null;
}

/** How the books were kept until now, by all their versions, the oldest first. */
export const keepings = (ledger: Ledger): Kept[] =>
  ledger
    .prepare<[], Row>(
      `SELECT book, since_at AS sinceAt,
         CASE WHEN is_enabled = 1 THEN declared ->> '$.cadence.text' END AS text,
         CASE WHEN is_enabled = 1 THEN declared -> '$.cadence.rhythm' END AS rhythm
       FROM book_versions ORDER BY book, version`,
    )
    .all()
    .map(({ rhythm, ...row }) => ({
      ...row,
      rhythm: rhythm === null ? null : (JSON.parse(rhythm) as Rhythm),
    }));

/** Looked up one by one in their index, however many there are; as of a moment. */
export function entryTimes(ledger: Ledger, book: string, now: Moment): EntryTimes {
  const stands = 'book = ? AND (cancelled_at IS NULL OR cancelled_at > ?)';
  return {
    first: (from, to, most) =>
      ledger
        .prepare<[string, Moment, Moment, Moment, number], { at: Moment }>(
          `SELECT entered_at AS at FROM entries
           WHERE ${stands} AND entered_at >= ? AND entered_at <= ? ORDER BY entered_at LIMIT ?`,
        )
        .all(book, now, from, to < now ? to : now, most)
        .map(({ at }) => at),
    last: (from, before) =>
      ledger
        .prepare<[string, Moment, Moment, Moment, Moment], { at: Moment }>(
          `SELECT entered_at AS at FROM entries
           WHERE ${stands} AND entered_at >= ? AND entered_at < ? AND entered_at <= ?
           ORDER BY entered_at DESC LIMIT 1`,
        )
        .get(book, now, from, before, now)?.at,
  };
}
