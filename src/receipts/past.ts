import type { When } from '../cases/past.ts';
import type { PastLine, PastPeriod, PastUnit } from '../fees/past.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { ReceiptMethod } from './model.ts';
import type { Candidate } from './past-rules.ts';

/** A row of an old list of payments: what was owed for a period, and what of it was paid when. */
export interface PaymentLine {
  line: number;
  unit: PastUnit;
  /** Null: money for no charge, prepaid. */
  period: PastPeriod | null;
  dueFen: number;
  paidFen: number;
  paid: When | undefined;
  method: ReceiptMethod;
  /** The number of its receipt there. */
  no: string | undefined;
  collector: string | undefined;
  dueOn: Day | undefined;
  quantityThousandths: number | undefined;
  rateTenthousandths: number | undefined;
  note: string | undefined;
}

export interface PaymentSums {
  /** Σ 应缴 and Σ 实缴 of the rows taken. */
  dueFen: number;
  paidFen: number;
  /** What of it was written: charges made, receipts, what they paid and what is prepaid. */
  chargedFen: number;
  receivedFen: number;
  settledFen: number;
  prepaidFen: number;
}

/** A receipt of the list. */
export interface Slip {
  lines: PaymentLine[];
  unit: PastUnit;
  formerNo: string | null;
  /** That of the ledger, where it is known. */
  knownId: number | undefined;
  method: ReceiptMethod;
  receivedAt: Moment;
  day: Day;
  amountFen: number;
}

/** A charge of the ledger, or one to be made; its id is known once it is written. */
export interface Target extends Candidate {
  id: number | undefined;
  line: PastLine | undefined;
  lastMovedAt: Moment | undefined;
}

/** What of a receipt goes to a charge. */
export interface Share {
  slip: Slip;
  target: Target;
  amountFen: number;
}
