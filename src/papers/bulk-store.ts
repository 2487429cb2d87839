import type { NewEntry } from '../entries/model.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** An entry of the ledger, as far as an old list may speak of it. */
export type StoredEntry = Omit<NewEntry, 'version' | 'title' | 'unitId' | 'byId'>;

export const all = (ledger: Ledger, book: string): StoredEntry[] =>
  ledger
    .prepare<[string], Omit<StoredEntry, 'values'> & { fields: string }>(
      `SELECT no, former_no AS formerNo, state, fields, entered_at AS at, closed_at AS closedAt,
         cancelled_at AS cancelledAt
       FROM entries WHERE book = ? ORDER BY id`,
    )
    .all(book)
    .map(({ fields, ...row }) => ({ ...row, values: JSON.parse(fields) }));
