import type { TestCtx } from '../../support/ledger.ts';

export type Numbered =
  | 'tickets'
  | 'complaints'
  | 'moves'
  | 'visit_plans'
  | 'enquiries'
  | 'surveys'
  | 'deposits'
  | 'subscriptions'
  | 'contacts'
  | 'receipts'
  | 'renovations'
  | 'entries'
  | 'units';

/** The number of some record of a table; of none that exists where the table is empty. */
export type Pick = (table: Numbered) => string;

/** One use case, on whatever record there is. */
export type Step = (ctx: TestCtx, pick: Pick) => unknown;

export type Steps = Readonly<Record<string, Step>>;
