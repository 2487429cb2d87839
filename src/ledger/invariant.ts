import type { Words } from '../lib/words.ts';

/** What must hold in a slice's tables at any time; `wy doctor` checks it. */
export interface Invariant {
  /** A stable name: `tickets.closed_signed`. */
  key: string;
  check: Words;
  /** One column that names the offending records by number or id, never by personal data. */
  sql: string;
}

/** An SQL condition: the moment in this column, if any, is not of the form 2026-11-22T01:30:00Z. */
export const badMoment = (column: string): string =>
  `(${column} IS NOT NULL AND strftime('%Y-%m-%dT%H:%M:%SZ', ${column}) IS NOT ${column})`;

/** An SQL condition: the day in this column, if any, is not of the form 2026-11-22. */
export const badDay = (column: string): string =>
  `(${column} IS NOT NULL AND date(${column}) IS NOT ${column})`;
