import { METHODS } from '../cash/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

export const RECEIPT_STATES = {
  issued: w('已开未收', 'issued, not collected'),
  received: w('已收', 'received'),
  void: w('作废', 'void'),
  reversed: w('已冲红', 'reversed'),
  reversal: w('红字', 'reversal'),
} as const satisfies Record<string, Words>;

export type ReceiptState = keyof typeof RECEIPT_STATES;

/** Of a receipt also a transfer, which no clerk types: the prepayment of another unit. */
export const RECEIPT_METHODS = {
  ...METHODS,
  transfer: w('转入', 'transfer'),
} as const satisfies Record<string, Words>;

export type ReceiptMethod = keyof typeof RECEIPT_METHODS;

/** How prepaid money left its receipt. */
export const PAYOUT_KINDS = {
  refund: w('退款', 'refund'),
  transfer: w('转出', 'transfer'),
} as const satisfies Record<string, Words>;

export type PayoutKind = keyof typeof PAYOUT_KINDS;

/** What of a receipt went to one charge; negative on the receipt that takes it back. */
export interface Line {
  charge: number;
  tariff: string;
  /** As the policy calls it. */
  tariffName: Words;
  periodStart: Day;
  periodEnd: Day;
  amountFen: number;
}

/** A receipt with what has become of its money. */
export interface Receipt {
  id: number;
  no: string;
  formerNo: string | null;
  unitId: number;
  unit: string;
  payer: string | null;
  method: ReceiptMethod;
  /** Negative on a reversal. */
  amountFen: number;
  /** Σ of its lines. */
  allocatedFen: number;
  refundedFen: number;
  transferredFen: number;
  /** amount − allocated − refunded − transferred; of one not received, or void, nothing. */
  prepaidFen: number;
  state: ReceiptState;
  /** What the payer named (wish-rules.ts). */
  wanted: string | null;
  /** The receipt that it takes back, and the one that takes it back. */
  reverses: string | null;
  reversedBy: string | null;
  reason: string | null;
  issuedAt: Moment;
  issuedBy: string;
  collectAt: Moment | null;
  receivedAt: Moment | null;
  receivedBy: string | null;
  bookedOn: Day | null;
  voidedAt: Moment | null;
  /** When the last of its money moved: no later movement may stand before it. */
  lastMovedAt: Moment | null;
}

/** Prepaid money that left a receipt. */
export interface Payout {
  kind: PayoutKind;
  amountFen: number;
  method: ReceiptMethod;
  /** Of a transfer, the receipt it became. */
  to: string | null;
  reason: string;
  approvedBy: string | null;
  paidAt: Moment;
  paidBy: string;
}

/** A receipt that money came out of, and how much. */
export interface Source {
  receipt: string;
  amountFen: number;
}

export type ReceiptPage = Receipt & {
  lines: readonly Line[];
  payouts: readonly Payout[];
  /** Of a transfer, what it came out of. */
  from: readonly Source[];
};

/** What is left of a receipt: nothing has been paid with it yet. */
export interface Rest {
  receiptId: number;
  no: string;
  unitId: number;
  payer: string | null;
  receivedAt: Moment;
  /** More than nothing. */
  restFen: number;
  lastMovedAt: Moment;
}

/** A charge of which something is still owed. */
export interface OpenCharge {
  id: number;
  unitId: number;
  tariff: string;
  periodStart: Day;
  periodEnd: Day;
  dueOn: Day;
  isPenalty: boolean;
  debtor: string;
  debtorId: number | null;
  /** The person, or the lessee. */
  debtorName: string | null;
  openFen: number;
  /** When it was billed, or when the last of it was settled. */
  lastMovedAt: Moment;
}

/** So much of the money goes to this charge. */
export interface Share {
  chargeId: number;
  amountFen: number;
}

/** Prepaid money that went back, and from which receipts. */
export interface Refund {
  unit: string;
  amountFen: number;
  method: ReceiptMethod;
  reason: string;
  approvedBy: string | null;
  refundedAt: Moment;
  from: readonly Source[];
  /** What is still prepaid. */
  prepaidFen: number;
}
