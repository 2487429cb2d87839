import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';

/** From the request on; what lies before is written in approval/. */
const COLUMN_OF = {
  state: 'state',
  requestedAt: 'requested_at',
  acceptedAt: 'accepted_at',
  acceptedById: 'accepted_by',
  clearedAt: 'cleared_at',
  reinspectedAt: 'reinspected_at',
  reinspectedById: 'reinspected_by',
  settledAt: 'settled_at',
  closedAt: 'closed_at',
} as const;

type Progress = Partial<Record<keyof typeof COLUMN_OF, string | number | null>>;

/** Writes how far it has come, and nothing else. */
export const advance = (ledger: Ledger, no: string, progress: Progress): void =>
  updateByNumber(ledger, 'renovations', COLUMN_OF, no, progress);
