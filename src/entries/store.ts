import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Approved, Entry, EntryState } from './model.ts';

const SELECT = `SELECT e.id, e.no, e.book, e.version, e.state, e.title, u.code AS unit,
    e.fields, e.entered_at AS at, s.name AS by, e.closed_at AS closedAt,
    e.cancelled_at AS cancelledAt
  FROM entries AS e
  LEFT JOIN units AS u ON u.id = e.unit_id
  JOIN staff AS s ON s.id = e.entered_by`;

type Row = Omit<Entry, 'values'> & { fields: string };

const entryOf = ({ fields, ...row }: Row): Entry => ({ ...row, values: JSON.parse(fields) });

export function byNumber(ledger: Ledger, no: string): Entry | undefined {
  const row = ledger.prepare<[string], Row>(`${SELECT} WHERE e.no = ?`).get(no);
  return row && entryOf(row);
}

export interface Filter {
  book: string;
  state: EntryState | null;
  /** Those with an open deadline that was due before this moment. */
  overdueAt: Moment | null;
  from: Moment | null;
  to: Moment | null;
  /** Of `matching-rules.ts`: all of them. */
  words: string | null;
  /** Whether whoever reads stops at the newest, or goes on to the end. */
  isForNewest: boolean;
}

/**
 * Entries of fewer ids than these are looked up one by one and put in order; more are met on the way
 * through the book, which has them in order and costs a fiftieth for each of its entries.
 */
const FEW = { forNewest: 200, forAll: 2_000 };

/** The entries of any book that have the words; undefined where there are many. */
function fewWith(ledger: Ledger, words: string, few: number): string | undefined {
  const found = ledger
    .prepare<[string, number], { id: number }>(
      'SELECT rowid AS id FROM entry_words WHERE entry_words MATCH ? LIMIT ?',
    )
    .all(words, few + 1);
  return found.length > few ? undefined : JSON.stringify(found.map(({ id }) => id));
}

/** Only the conditions that are asked for, so that their indexes are used; those of few ids alone. */
function chosenBy(ledger: Ledger, filter: Filter) {
  const { book, state, overdueAt, from, to, words } = filter;
  const few = filter.isForNewest ? FEW.forNewest : FEW.forAll;
  const ids = words === null ? undefined : fewWith(ledger, words, few);
  const [own, many] = ids === undefined ? ['', words] : ['+', null];
  const { sql, values } = where(
    ids !== undefined ? ['e.id IN (SELECT value FROM json_each(?))', ids] : undefined,
    [`${own}e.book = ?`, book],
    state ? [`${own}e.state = '${state}'`] : undefined,
    from ? [`${own}e.entered_at >= ?`, from] : undefined,
    to ? [`${own}e.entered_at <= ?`, to] : undefined,
    overdueAt
      ? ['e.no IN (SELECT subject FROM deadlines WHERE ending IS NULL AND due_at < ?)', overdueAt]
      : undefined,
    many ? ['e.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)', many] : undefined,
  );
  return { sql, values, order: `ORDER BY ${own}e.entered_at DESC, e.id DESC` };
}

/** The newest first, `most` of them; those that come behind are read by whoever goes on. */
export function* candidates(
  ledger: Ledger,
  filter: Filter,
  most: number | null = null,
): IterableIterator<Entry> {
  const { sql, values, order } = chosenBy(ledger, filter);
  const rows = ledger
    .prepare<unknown[], Row>(`${SELECT} ${sql} ${order} ${most === null ? '' : 'LIMIT ?'}`)
    .iterate(...values, ...(most === null ? [] : [most]));
  for (const row of rows) yield entryOf(row);
}

export function countOf(ledger: Ledger, filter: Filter): number {
  const { sql, values } = chosenBy(ledger, filter);
  return (
    ledger
      .prepare<unknown[], { count: number }>(`SELECT count(*) AS count FROM entries AS e ${sql}`)
      .get(...values)?.count ?? 0
  );
}

/** Of the newest 2,000 entries the thirty texts that stand in a field most often. */
export const frequentValues = (ledger: Ledger, book: string, field: string): string[] =>
  ledger
    .prepare<[string, string], { value: string }>(
      `SELECT value FROM (
         SELECT id, json_extract(fields, '$.' || ?) AS value FROM entries
         WHERE book = ? ORDER BY entered_at DESC LIMIT 2000)
       WHERE typeof(value) = 'text'
       GROUP BY value ORDER BY count(*) DESC, max(id) DESC LIMIT 30`,
    )
    .all(field, book)
    .map(({ value }) => value);

/** Entries of any book that have these words, the newest first. */
export const withWords = (ledger: Ledger, words: string, most: number): Entry[] =>
  ledger
    .prepare<[string, number], Row>(
      `${SELECT} WHERE e.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)
       ORDER BY e.id DESC LIMIT ?`,
    )
    .all(words, most)
    .map(entryOf);

/** The approvals of each of these entries, as they came. */
export function approvalsOf(ledger: Ledger, ids: readonly number[]): Map<number, Approved[]> {
  const rows = ledger
    .prepare<[string], Approved & { entryId: number }>(
      `SELECT a.entry_id AS entryId, a.approval, a.approved_at AS at, s.name AS by, a.note
       FROM json_each(?) AS wanted
       JOIN entry_approvals AS a ON a.entry_id = wanted.value
       JOIN staff AS s ON s.id = a.approved_by ORDER BY a.id`,
    )
    .all(JSON.stringify(ids));
  const byEntry = new Map<number, Approved[]>();
  for (const { entryId, ...row } of rows) {
    byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), row]);
  }
  return byEntry;
}

/** What the open entries of a book hold in a field. */
export const openValues = (
  ledger: Ledger,
  book: string,
  field: string,
): { no: string; value: string }[] =>
  ledger
    .prepare<[string, string], { no: string; value: string }>(
      `SELECT no, CAST(fields ->> ? AS TEXT) AS value FROM entries
       WHERE book = ? AND state = 'open' AND value IS NOT NULL`,
    )
    .all(field, book);
