import type { Values } from '../books/model.ts';
import type { EntryState } from '../entries/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** An entry of the past as it is written: all that became of it at once. */
export interface PastEntry {
  no: string;
  formerNo: string | null;
  book: string;
  version: number;
  state: EntryState;
  title: string;
  unitId: number | null;
  values: Values;
  at: Moment;
  byId: number;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
}

/** Positional: a file may hold hundreds of thousands. */
export function insert(ledger: Ledger, it: PastEntry, words: string): void {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO entries (no, former_no, book, version, state, title, unit_id, fields, entered_at,
         entered_by, closed_at, cancelled_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[it.no, it.formerNo, it.book, it.version, it.state, it.title, it.unitId],
      ...[JSON.stringify(it.values), it.at, it.byId, it.closedAt, it.cancelledAt],
    );
  ledger
    .prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)')
    .run(lastInsertRowid, words);
}

/** An entry of the ledger, as far as an old list may speak of it. */
export interface StoredEntry {
  no: string;
  formerNo: string | null;
  state: EntryState;
  values: Values;
  at: Moment;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
}

export const all = (ledger: Ledger, book: string): StoredEntry[] =>
  ledger
    .prepare<[string], Omit<StoredEntry, 'values'> & { fields: string }>(
      `SELECT no, former_no AS formerNo, state, fields, entered_at AS at, closed_at AS closedAt,
         cancelled_at AS cancelledAt
       FROM entries WHERE book = ? ORDER BY id`,
    )
    .all(book)
    .map(({ fields, ...row }) => ({ ...row, values: JSON.parse(fields) }));
