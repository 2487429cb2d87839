import type { Charge, Debtor } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Use } from '../registry/model.ts';

/** Why something could not be billed. */
export const SKIP_REASONS = {
  no_owner: w('已交房而没有登记业主', 'handed over, and no owner is registered'),
  no_reading: w('本期没有抄表读数', 'no meter reading in this period'),
  reading_fell: w('读数变小而没有说明', 'the meter fell and nobody said why'),
  amount_zero: w('金额不到一分', 'the amount is less than one fen'),
  amount_too_large: w('金额超过 999,999,999.99 元', 'the amount exceeds 999,999,999.99 yuan'),
} as const satisfies Record<string, Words>;

export type SkipReason = keyof typeof SKIP_REASONS;

export interface Skipped {
  /** The unit's code. */
  unit: string;
  /** Key of the tariff. */
  tariff: string;
  reason: SkipReason;
}

/** Days of the calendar, both counted. */
export interface Span {
  from: Day;
  until: Day;
}

/** An owner's stay; null is an open end. */
interface Stay {
  personId: number;
  fromOn: Day | null;
  untilOn: Day | null;
}

/** An agreement by which less is owed while it holds (rule 125). */
export interface Concession {
  percent: number;
  fromOn: Day;
  untilOn: Day | null;
  /** From when the full fee is owed again. */
  fullFeeFromOn: Day | null;
}

/** What of a unit decides who owes how much of it. */
export interface Household {
  handoverOn: Day | null;
  /** First by the id of the resident. */
  owners: readonly Stay[];
  concessions: readonly Concession[];
}

/** What is billed of a unit, over which days at the most, and at which rates. */
export interface Line extends Span {
  /** The day from which each rate holds, first to last; ten-thousandths of a yuan. */
  rates: readonly { fromOn: Day; rateTenthousandths: number }[];
  /** Before hand-over the developer owes it. */
  developer: boolean;
  /** A lessee pays in place of the household. */
  party: boolean;
}

/** Days over which rate, percent and debtor are the same: one charge. */
export interface Segment extends Span {
  rateTenthousandths: number;
  percent: number;
  /** Undefined: handed over, and nobody owns it on the first day. */
  debtor: { debtor: Debtor; debtorId: number | null } | undefined;
}

/** A unit as it is billed. */
export interface BilledUnit {
  id: number;
  code: string;
  areaThousandths: number;
  use: Use;
  handoverOn: Day | null;
}

/** What one tariff came to. */
export interface TariffBilled {
  tariff: string;
  name: Words;
  billed: number;
  amountFen: number;
}

export interface BillReport {
  /** As `2026-11` or `2026Q4`. */
  period: string;
  dryRun: boolean;
  /** How many charges. */
  billed: number;
  amountFen: number;
  tariffs: readonly TariffBilled[];
  /** Prepaid money that paid charges at once. */
  prepaid: { applied: number; amountFen: number };
  skipped: readonly Skipped[];
  /** What the key of a tariff is called. */
  nameOf(tariff: string): Words;
}

/** By what a total is spread. */
export const SHARED_BY = {
  area: w('按面积', 'by area'),
  household: w('按户', 'by household'),
} as const satisfies Record<string, Words>;

export type SharedBy = keyof typeof SHARED_BY;

/** A share that could not be charged, with what it would have been. */
export interface SkippedShare extends Skipped {
  amountFen: number;
}

export interface ShareReport {
  period: string;
  tariff: string;
  name: Words;
  per: SharedBy;
  building: string | null;
  totalFen: number;
  billed: number;
  amountFen: number;
  skipped: readonly SkippedShare[];
}

/** A charge that is overdue, for which a penalty is reckoned. */
export type Overdue = Pick<
  Charge,
  | 'id'
  | 'unitId'
  | 'unit'
  | 'tariff'
  | 'amountFen'
  | 'dueOn'
  | 'debtor'
  | 'debtorId'
  | 'subscriptionId'
  | 'outstandingFen'
> & {
  /** Penalties booked for it, the reversed ones left out. */
  bookedFen: number;
};

/** The penalty (违约金) of one overdue charge. */
export interface Penalty {
  chargeId: number;
  unit: string;
  tariff: string;
  name: Words;
  dueOn: Day;
  /** Days in default, up to the day asked for. */
  days: number;
  amountFen: number;
  /** Of the principal still owed at the end of that day. */
  outstandingFen: number;
  /** Over the whole time, capped. */
  accruedFen: number;
  isCapped: boolean;
  /** Of it booked before. */
  bookedFen: number;
  /** What is left to book. */
  penaltyFen: number;
  /** The charge made of it; null: none. */
  bookedAs: number | null;
}
