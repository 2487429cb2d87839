import { statSync } from 'node:fs';
import { Ledger } from './ledger.ts';

/**
 * Opens a ledger so that looking changes nothing, neither in it nor beside it. A read-only
 * connection would leave empty companions behind where there were none, so a clean file is opened
 * for writing and the writing forbidden; one with changes still in its WAL stays as it is.
 */
export function openToLook(file: string): Ledger {
  const readonly = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const ledger = new Ledger(file, { readonly });
  ledger.db.pragma('query_only = ON');
  return ledger;
}
