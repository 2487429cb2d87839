import type { Moment } from '../lib/moment.ts';
import { append } from './journal.ts';
import type { Ledger } from './ledger.ts';

/** What a use case needs to write: the ledger, the two times, and who answers for it. */
export interface Scribe {
  readonly ledger: Ledger;
  /** When it happened. */
  readonly now: Moment;
  /** When it was recorded. */
  readonly recordedAt: Moment;
  /** The acting member of staff; refuses when nobody is named or the name is unknown. */
  operator(): { readonly id: number };
}

/** Stands in the journal for a personal value that was set: only its field is named. */
export const HIDDEN = '***';

/** What a use case says of itself while it works. */
export interface Entry {
  subject: string | null;
  /** Fields that changed; personal ones as HIDDEN; null is unset. */
  changes: Record<string, unknown>;
  /** A line even when no row changed: something was shown or copied. */
  always: boolean;
}

/**
 * One use case: its rows, its deadlines and its journal line together, or nothing. Inside a larger
 * one it is a savepoint with a line of its own, before the line of the larger one. A use case that
 * wrote no row leaves no line.
 */
export function transact<T>(scribe: Scribe, action: string, work: (entry: Entry) => T): T {
  const { ledger } = scribe;
  const operator = scribe.operator();
  return ledger.write(() => {
    const rowsBefore = ledger.watch.rowsWritten;
    const entry: Entry = { subject: null, changes: {}, always: false };
    const result = work(entry);
    if (ledger.watch.rowsWritten > rowsBefore || entry.always) {
      append(ledger, {
        happenedAt: scribe.now,
        recordedAt: scribe.recordedAt,
        operatorId: operator.id,
        action,
        subject: entry.subject,
        changes: entry.changes,
      });
    }
    return result;
  });
}
