import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Book } from './model.ts';

/** That a book was kept so, from a moment on. */
export interface Version {
  book: string;
  version: number;
  sinceAt: Moment;
  isEnabled: boolean;
  /** Of the declaration. */
  hash: string;
}

type Row = Omit<Version, 'isEnabled'> & { isEnabled: number };

const COLUMNS = 'book, version, since_at AS sinceAt, is_enabled AS isEnabled, hash';

const versionOf = (row: Row): Version => ({ ...row, isEnabled: row.isEnabled === 1 });

export function insertVersion(
  ledger: Ledger,
  { isEnabled, ...it }: Version & { declared: string },
): void {
  ledger
    .prepare(
      `INSERT INTO book_versions (book, version, since_at, is_enabled, hash, declared)
       VALUES (@book, @version, @sinceAt, @isEnabled, @hash, @declared)`,
    )
    .run({ ...it, isEnabled: Number(isEnabled) });
}

/** False in a ledger of before the books. */
export const hasVersions = (ledger: Ledger): boolean =>
  ledger.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'book_versions'").get() !== undefined;

/** The newest version of each book. */
export const newestVersions = (ledger: Ledger): Map<string, Version> =>
  new Map(
    ledger
      .prepare<[], Row & { last: number }>(
        `SELECT ${COLUMNS}, max(version) AS last FROM book_versions GROUP BY book`,
      )
      .all()
      .map(({ last: _, ...row }) => [row.book, versionOf(row)]),
  );

/** Of the version that was noted last, of whichever book; 0 where there is none. */
export const lastId = (ledger: Ledger): number =>
  ledger.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM book_versions').get()?.id ??
  0;

/** All versions of a book, the oldest first. */
export const versionsOf = (ledger: Ledger, book: string): Version[] =>
  ledger
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM book_versions WHERE book = ? ORDER BY version`)
    .all(book)
    .map(versionOf);

/** The number of the newest version of a book; 0 where the ledger has none. */
export const newestVersion = (ledger: Ledger, book: string): number =>
  ledger
    .prepare<[string], { version: number | null }>(
      'SELECT max(version) AS version FROM book_versions WHERE book = ?',
    )
    .get(book)?.version ?? 0;

/** The prefixes of a book in all its versions. */
export const prefixesOf = (ledger: Ledger, book: string): string[] =>
  ledger
    .prepare<[string], { prefix: string }>(
      "SELECT DISTINCT declared ->> 'prefix' AS prefix FROM book_versions WHERE book = ?",
    )
    .all(book)
    .map(({ prefix }) => prefix);

/** The prefixes of all books in all versions. */
export const allPrefixes = (ledger: Ledger): string[] =>
  ledger
    .prepare<[], { prefix: string }>(
      "SELECT DISTINCT declared ->> 'prefix' AS prefix FROM book_versions",
    )
    .all()
    .map(({ prefix }) => prefix);

/** The other books that had the prefix of this one, and whose entries are numbered by it. */
export const formerUsers = (
  ledger: Ledger,
  { key, prefix }: Pick<Book, 'key' | 'prefix'>,
): string[] =>
  ledger
    .prepare<[string, string], { book: string }>(
      `SELECT DISTINCT v.book FROM book_versions AS v
       WHERE v.declared ->> 'prefix' = ? AND v.book <> ? AND EXISTS (
         SELECT 1 FROM entries AS e
         WHERE e.book = v.book AND e.no GLOB (v.declared ->> 'prefix') || '[0-9]*')`,
    )
    .all(prefix, key)
    .map(({ book }) => book);

/** A book as it was declared in a version. */
export function declaredIn(ledger: Ledger, book: string, version: number): Book | undefined {
  const row = ledger
    .prepare<[string, number], { declared: string }>(
      'SELECT declared FROM book_versions WHERE book = ? AND version = ?',
    )
    .get(book, version);
  return row && (JSON.parse(row.declared) as Book);
}

/** How many entries hold a value of each of these fields; those of none are left out. */
export const usesOf = (
  ledger: Ledger,
  book: string,
  fields: readonly string[],
): Map<string, number> =>
  new Map(
    ledger
      .prepare<[string, string], { field: string; count: number }>(
        `SELECT f.value AS field, count(*) AS count FROM entries AS e, json_each(?) AS f
         WHERE e.book = ? AND json_type(e.fields, '$.' || f.value) IS NOT NULL
         GROUP BY f.value`,
      )
      .all(JSON.stringify(fields), book)
      .map(({ field, count }) => [field, count]),
  );

export const entriesOf = (ledger: Ledger, book: string): number =>
  ledger
    .prepare<[string], { count: number }>('SELECT count(*) AS count FROM entries WHERE book = ?')
    .get(book)?.count ?? 0;

export const openOf = (ledger: Ledger, book: string): number =>
  ledger
    .prepare<[string], { count: number }>(
      "SELECT count(*) AS count FROM entries WHERE book = ? AND state = 'open'",
    )
    .get(book)?.count ?? 0;
