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

/** These keys as SQL lists them between brackets. */
export const sqlList = (keys: readonly string[]): string =>
  keys.map((key) => `'${key}'`).join(', ');

/** An SQL condition: the column holds none of these keys. */
export const noneOf = (column: string, of: Readonly<Record<string, unknown>>): string =>
  `${column} NOT IN (${sqlList(Object.keys(of))})`;

/** An SQL condition: the case of this number was taken down here, not imported from an old list. */
export const takenDownHere = (no: string): string =>
  `NOT EXISTS (SELECT 1 FROM events AS e WHERE e.subject = ${no} AND e.kind = 'imported')`;
