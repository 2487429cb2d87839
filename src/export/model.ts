import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';

/** What moved money, or made it owed. */
type MoveKind =
  | 'charge'
  | 'payment'
  | 'waiver'
  | 'reversal'
  | 'receipt'
  | 'refund'
  | 'transfer'
  | 'deposit'
  | 'deduction'
  | 'hand-in'
  | 'difference';

/** What decides into which accounts a move goes. */
export interface Course {
  kind: MoveKind;
  /** The unit of the charge or the deposit; of what only moves a receipt's money, of the receipt. */
  unit: string | null;
  /** Of a payment: the unit whose receipt it is taken from. */
  payer: string | null;
  tariff: string | null;
  /** 1 where its charge was due before the day of the export, else 0. */
  overdue: number;
  method: string | null;
  /** Kind and number of a deposit. */
  deposit: string | null;
  depositNo: string | null;
  amountFen: number;
}

export interface Move extends Course {
  at: Moment;
  /** Its document: a receipt, a deposit, a charge's id, the month of a closing. */
  no: string;
  /** Of a charge: its period and the day it is due. */
  periodStart: Day | null;
  periodEnd: Day | null;
  dueOn: Day | null;
}

export interface Posting {
  account: string;
  /** More than 0 is debit. */
  amountFen: number;
}

/** Its postings sum to zero. */
export interface Transaction {
  on: Day;
  /** The document; empty for the opening balances. */
  no: string;
  /** The unit, or who else it is with. */
  payee: string;
  kind: MoveKind | 'opening';
  note: string | null;
  postings: readonly Posting[];
}

export const EXPORT_FORMATS = {
  hledger: w('hledger、ledger 日记账', 'journal for hledger and ledger'),
  csv: w('CSV 表', 'CSV table'),
  xlsx: w('Excel 工作簿', 'workbook'),
} as const satisfies Record<string, Words>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;
