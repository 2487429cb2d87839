import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** A declaration under which a book was kept. */
export interface Version {
  book: string;
  version: number;
  sinceAt: Moment;
  isEnabled: boolean;
  /** The book as JSON. */
  declared: string;
}

type Row = Omit<Version, 'isEnabled'> & { isEnabled: number };

const SELECT = `SELECT book, version, since_at AS sinceAt, is_enabled AS isEnabled, declared
  FROM book_versions`;

const versionOf = (row: Row): Version => ({ ...row, isEnabled: row.isEnabled === 1 });

export function insertVersion(ledger: Ledger, { isEnabled, ...it }: Version): void {
  ledger
    .prepare(
      `INSERT INTO book_versions (book, version, since_at, is_enabled, declared)
       VALUES (@book, @version, @sinceAt, @isEnabled, @declared)`,
    )
    .run({ ...it, isEnabled: Number(isEnabled) });
}

/** The newest version of each book. */
export const newestVersions = (ledger: Ledger): Map<string, Version> =>
  new Map(
    ledger
      .prepare<[], Row>(`${SELECT} ORDER BY book, version`)
      .all()
      .map((row) => [row.book, versionOf(row)]),
  );

/** All versions of a book, the oldest first. */
export const versionsOf = (ledger: Ledger, book: string): Version[] =>
  ledger
    .prepare<[string], Row>(`${SELECT} WHERE book = ? ORDER BY version`)
    .all(book)
    .map(versionOf);

/** How many entries have a value of this field. */
export const usesOf = (ledger: Ledger, book: string, field: string): number =>
  ledger
    .prepare<[string, string], { count: number }>(
      `SELECT count(*) AS count FROM entries WHERE book = ? AND json_type(fields, '$.' || ?) IS NOT NULL`,
    )
    .get(book, field)?.count ?? 0;
