import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import type { EntryChange, NewEntry } from './model.ts';

/** Gives its id. Positional: a file may hold hundreds of thousands. */
export function insert(ledger: Ledger, book: string, it: NewEntry): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO entries (no, former_no, book, version, state, title, unit_id, fields, entered_at,
         entered_by, closed_at, cancelled_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[it.no, it.formerNo, book, it.version, it.state, it.title, it.unitId],
      ...[JSON.stringify(it.values), it.at, it.byId, it.closedAt, it.cancelledAt],
    );
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

export function update(ledger: Ledger, no: string, { values, ...change }: EntryChange): void {
  const fields = values === undefined ? {} : { fields: JSON.stringify(values) };
  updateByNumber(ledger, 'entries', COLUMN_OF, no, { ...change, ...fields });
}
