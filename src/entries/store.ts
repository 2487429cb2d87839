import type { Values } from '../books/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
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

export interface NewEntry {
  no: string;
  book: string;
  version: number;
  state: EntryState;
  title: string;
  unitId: number | null;
  values: Values;
  at: Moment;
  byId: number;
  closedAt: Moment | null;
}

export function insert(ledger: Ledger, { values, ...it }: NewEntry, words: string): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO entries (no, book, version, state, title, unit_id, fields, entered_at, entered_by,
         closed_at)
       VALUES (@no, @book, @version, @state, @title, @unitId, @fields, @at, @byId, @closedAt)`,
    )
    .run({ ...it, fields: JSON.stringify(values) });
  index(ledger, Number(lastInsertRowid), words);
  return Number(lastInsertRowid);
}

const COLUMN_OF = {
  version: 'version',
  state: 'state',
  title: 'title',
  unitId: 'unit_id',
  fields: 'fields',
  closedAt: 'closed_at',
  cancelledAt: 'cancelled_at',
} as const;

export interface Change {
  version?: number;
  state?: EntryState;
  title?: string;
  unitId?: number | null;
  values?: Values;
  closedAt?: Moment | null;
  cancelledAt?: Moment;
}

export function update(ledger: Ledger, no: string, { values, ...change }: Change): void {
  const fields = values === undefined ? {} : { fields: JSON.stringify(values) };
  updateByNumber(ledger, 'entries', COLUMN_OF, no, { ...change, ...fields });
}

/** Makes the words by which an entry is found those; `undefined` before: it had none. */
export function reindex(ledger: Ledger, id: number, words: string): void {
  ledger.prepare('DELETE FROM entry_words WHERE rowid = ?').run(id);
  index(ledger, id, words);
}

const index = (ledger: Ledger, id: number, words: string): void =>
  void ledger.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(id, words);

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
  /** Of `words-rules.ts`: all of them. */
  words: string | null;
  /** The newest so many. */
  most: number | null;
}

/** The newest first; only the conditions that are asked for, so that their indexes are used. */
export function list(ledger: Ledger, filter: Filter): Entry[] {
  const { book, state, overdueAt, from, to, words, most } = filter;
  const chosen = where(
    ['e.book = ?', book],
    state ? [`e.state = '${state}'`] : undefined,
    from ? ['e.entered_at >= ?', from] : undefined,
    to ? ['e.entered_at <= ?', to] : undefined,
    overdueAt
      ? ['e.no IN (SELECT subject FROM deadlines WHERE ending IS NULL AND due_at < ?)', overdueAt]
      : undefined,
    words
      ? ['e.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)', words]
      : undefined,
  );
  return ledger
    .prepare<unknown[], Row>(
      `${SELECT} ${chosen.sql} ORDER BY e.entered_at DESC, e.id DESC ${most === null ? '' : 'LIMIT ?'}`,
    )
    .all(...chosen.values, ...(most === null ? [] : [most]))
    .map(entryOf);
}

/** When the entries of a book were made, those from a moment on that were not cancelled, in order. */
export const momentsOf = (ledger: Ledger, book: string, from: Moment): Moment[] =>
  ledger
    .prepare<[string, Moment], { at: Moment }>(
      `SELECT entered_at AS at FROM entries
       WHERE book = ? AND entered_at >= ? AND state <> 'cancelled' ORDER BY entered_at`,
    )
    .all(book, from)
    .map(({ at }) => at);

export function insertApproval(
  ledger: Ledger,
  it: { entryId: number; approval: string; at: Moment; byId: number; note: string | null },
): void {
  ledger
    .prepare(
      `INSERT INTO entry_approvals (entry_id, approval, approved_at, approved_by, note)
       VALUES (@entryId, @approval, @at, @byId, @note)`,
    )
    .run(it);
}

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
