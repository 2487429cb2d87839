import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** How many entries a book has, how many of them are open, and how many owe something that is overdue. */
export interface Counts {
  entries: number;
  open: number;
  overdue: number;
}

/** Of every book that has entries, in one query. */
export const countsByBook = (ledger: Ledger, now: Moment): Map<string, Counts> =>
  new Map(
    ledger
      .prepare<[Moment], Counts & { book: string }>(
        `SELECT book, sum(entries) AS entries, sum(open) AS open, sum(overdue) AS overdue FROM (
           SELECT book, count(*) AS entries, 0 AS open, 0 AS overdue FROM entries GROUP BY book
           UNION ALL
           SELECT book, 0, count(*), 0 FROM entries WHERE state = 'open' GROUP BY book
           UNION ALL
           SELECT e.book, 0, 0, count(DISTINCT d.subject)
           FROM deadlines AS d JOIN entries AS e ON e.no = d.subject
           WHERE d.ending IS NULL AND d.due_at < ? GROUP BY e.book)
         GROUP BY book`,
      )
      .all(now)
      .map(({ book, ...counts }) => [book, counts]),
  );
