import type { Values } from '../books/model.ts';
import type { EntryState } from '../entries/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import type { Moment } from '../lib/moment.ts';

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

/** From now on the entry is found by these words, and by no others. */
export function reindex(ledger: Ledger, id: number, words: string): void {
  ledger.prepare('DELETE FROM entry_words WHERE rowid = ?').run(id);
  index(ledger, id, words);
}

const index = (ledger: Ledger, id: number, words: string): void =>
  void ledger.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(id, words);

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
