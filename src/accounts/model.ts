import type { Charge, PaidUntil } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';

/** Fen by the months that end each bucket, the oldest last under `over`: `3`, `6`, `12`, `24`, `over`. */
export type Buckets = Readonly<Record<string, number>>;

/** A bucket holds what was due on its day or later, and before those of the younger buckets. */
export interface Bucket {
  key: string;
  /** Null: however long ago. */
  dueFrom: Day | null;
}

/** What a unit owes of charges that were due before a day. */
export interface Arrears {
  unitId: number;
  /** The unit's code. */
  unit: string;
  building: string;
  /** Its owners on that day; before hand-over the developer; null where nobody is registered. */
  name: Words | null;
  /** Whoever else owes part of it: owners before, the developer, lessees. */
  others: readonly Words[];
  /** Calendar months that the periods of these charges touch, each once, up to that day's. */
  months: number;
  amountFen: number;
  oldestDueOn: Day;
  buckets: Buckets;
}

export const GROUPINGS = {
  tariff: w('收费项目', 'tariff'),
  building: w('楼栋', 'building'),
} as const satisfies Record<string, Words>;

export type GroupBy = keyof typeof GROUPINGS;

/** What the rates of one period and group are made of, in fen and units. */
export interface Collected {
  /** The bills of the period, as they were charged. */
  chargedFen: number;
  /** The same, less waivers and reversals. */
  owedFen: number;
  paidFen: number;
  /** Units that owe anything of it, and those of them that have paid all of it. */
  units: number;
  settledUnits: number;
  /** Payments within the period on charges of before. */
  recoveredFen: number;
  /** What is still owed of those. */
  stillOwedFen: number;
}

/** Of amounts in fen, but for `households`. */
export interface Rates {
  current: Rate;
  households: Rate;
  recovered: Rate;
  overall: Rate;
}

/** What each rate is called. */
export const RATE_LABELS = {
  current: w('当期收缴率', 'Current period'),
  households: w('户数收缴率', 'Households'),
  recovered: w('历欠清缴率', 'Recovered arrears'),
  overall: w('综合收缴率', 'Overall'),
} as const satisfies Record<keyof Rates, Words>;

/** What each rate is, in words; a percentage is never printed without it. */
export const RATE_DEFINITIONS = {
  current: w(
    '本期账单已缴的 ÷ 本期账单应收（减免、冲销除外）',
    'paid of the bills of the period ÷ those bills, less waivers and reversals',
  ),
  households: w(
    '本期账单全部缴清的户 ÷ 本期有应收的户',
    'units that paid all bills of the period ÷ units that have any',
  ),
  recovered: w(
    '期内追回的以前各期欠费 ÷（追回的 + 仍欠的）',
    'paid within the period on bills of before ÷ (that + what is still owed of them)',
  ),
  overall: w(
    '（本期已缴 + 追回历欠）÷（本期应收 + 追回历欠 + 仍欠历欠）',
    '(paid of the period + recovered) ÷ (bills of the period + recovered + still owed of before)',
  ),
} as const satisfies Record<keyof Rates, Words>;

/** What moves the balance of a unit's account; up: a charge, money given back. */
export const ENTRY_KINDS = {
  charge: w('应收', 'charge'),
  waiver: w('减免', 'waiver'),
  reversal: w('冲销应收', 'charge reversed'),
  receipt: w('收款', 'receipt'),
  'receipt-reversal': w('冲红收据', 'receipt reversed'),
  refund: w('退款', 'refund'),
  transfer: w('转出', 'transferred'),
} as const satisfies Record<string, Words>;

type EntryKind = keyof typeof ENTRY_KINDS;

/** One line of an account. */
export interface Entry {
  at: Moment;
  kind: EntryKind;
  /** Of the charge. */
  chargeId: number | null;
  /** Its tariff. */
  tariff: string | null;
  /** Of the receipt. */
  receipt: string | null;
  /** More or less owed. */
  amountFen: number;
  /** Why it was waived, taken back or given back, and who approved that. */
  reason: string | null;
  approvedBy: string | null;
}

/** With what is owed after it; less than nothing is prepaid. */
export type Balanced = Entry & { balanceFen: number };

/** A receipt with what had become of its money. */
export interface ReceiptLine {
  no: string;
  receivedAt: Moment;
  method: string;
  amountFen: number;
  allocatedFen: number;
  /** Given back, or gone over to another unit. */
  paidOutFen: number;
}

/** The account of one unit as it stood at the end of a day. */
export interface Statement {
  unit: string;
  /** As `Arrears.name`. */
  name: Words | null;
  asOf: Day;
  /** The oldest due first. */
  charges: readonly Charge[];
  receipts: readonly ReceiptLine[];
  /** What is owed, and of that what was due before the day, and what was not. */
  owedFen: number;
  overdueFen: number;
  notYetDueFen: number;
  prepaidFen: number;
  /** owed − prepaid. */
  balanceFen: number;
  paidUntil: readonly PaidUntil[];
  /** First to last; the account begins with nothing. */
  entries: readonly Balanced[];
  /** What the key of a tariff is called. */
  nameOf(tariff: string): Words;
}
