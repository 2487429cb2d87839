import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** Who owes a charge: the owner of its first day, the developer, or the party of its subscription. */
export const DEBTORS = {
  owner: w('业主', 'owner'),
  developer: w('开发商', 'developer'),
  party: w('承租方', 'lessee'),
} as const satisfies Record<string, Words>;

export type Debtor = keyof typeof DEBTORS;

/** What lessens a charge. */
export const SETTLEMENT_KINDS = {
  payment: w('缴费', 'payment'),
  waiver: w('减免', 'waiver'),
  reversal: w('冲销', 'reversal'),
} as const satisfies Record<string, Words>;

export type SettlementKind = keyof typeof SETTLEMENT_KINDS;

export const CHARGE_STATES = {
  open: w('未缴', 'open'),
  part: w('部分已缴', 'part paid'),
  paid: w('已缴清', 'paid'),
  waived: w('已减免', 'waived'),
  reversed: w('已冲销', 'reversed'),
} as const satisfies Record<string, Words>;

export type ChargeState = keyof typeof CHARGE_STATES;

/** What a charge is for besides its tariff and its days; null: not for that. */
export interface ChargeReasons {
  subscriptionId: number | null;
  fromReadingId: number | null;
  toReadingId: number | null;
  /** Of a penalty (违约金), the charge it is for. */
  penaltyOf: number | null;
  /** The document it is for: a repair's number. */
  subject: string | null;
  note: string | null;
}

/** What is charged; never changed once it is written. */
interface Charged {
  unitId: number;
  /** Key of the policy's `fees.tariffs`. */
  tariff: string;
  /** The first day of the billing cycle it belongs to; of a one-off charge its day. */
  cycleOn: Day;
  /** Both days counted. */
  periodStart: Day;
  periodEnd: Day;
  quantityThousandths: number;
  rateTenthousandths: number;
  monthParts: number | null;
  percent: number;
  amountFen: number;
  dueOn: Day;
  debtor: Debtor;
  /** The person, where it is the owner and one is known. */
  debtorId: number | null;
}

/** A charge that is to be written: only what it is for needs saying. */
export type NewCharge = Charged & Partial<ChargeReasons>;

/** A charge with what has been settled of it up to the moment asked for. */
export interface Charge extends Charged, ChargeReasons {
  id: number;
  /** The unit's code. */
  unit: string;
  /** The name of the person, the lessee, or null for the developer. */
  debtorName: string | null;
  paidFen: number;
  waivedFen: number;
  reversedFen: number;
  /** amount − paid − waived − reversed. */
  outstandingFen: number;
  state: ChargeState;
  billedAt: Moment;
  /** When the last of its settlements stands, as no later one may stand before it; null: none. */
  lastSettledAt: Moment | null;
}

/** One row of what lessened a charge. */
export interface SettlementLine {
  kind: SettlementKind;
  /** Negative where it is taken back. */
  amountFen: number;
  settledAt: Moment;
  settledBy: string;
  /** The receipt that paid it, or took the payment back. */
  receipt: string | null;
  reason: string | null;
  approvedBy: string | null;
}

/** Of a tariff the last day that is settled without a gap, as far as it was billed. */
export interface PaidUntil {
  tariff: string;
  until: Day;
}

/** A promise of payment by the debtor of a unit's charges, as a contact about arrears keeps it. */
export interface PaymentPromise {
  /** Of the contact. */
  id: number;
  unitId: number;
  debtor: Debtor | null;
  debtorId: number | null;
  subscriptionId: number | null;
  /** The last due day of what was overdue then; null: nothing was. */
  newestDueOn: Day | null;
  contactedAt: Moment;
}

/** As the desk follows it up. */
export interface FollowedPromise extends PaymentPromise {
  no: string;
  dueAt: Moment;
}
