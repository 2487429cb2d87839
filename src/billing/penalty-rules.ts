import type { Day } from '../lib/day.ts';
import { addDays, daysBetween } from '../lib/day.ts';

export interface PenaltyTerms {
  /** The daily part of the principal. */
  dailyMillionths: number;
  graceDays: number;
  /** Of the principal as it was charged. */
  capPercent: number;
}

export interface Principal {
  amountFen: number;
  dueOn: Day;
  /** What lessened it, in order; a payment taken back is negative. */
  settled: readonly { on: Day; amountFen: number }[];
}

export interface Accrued {
  /** The first day in default. */
  fromOn: Day;
  /** Days on which something was still owed, the day of asking counted. */
  days: number;
  accruedFen: number;
  isCapped: boolean;
}

/**
 * The penalty of a principal up to a day (违约金): for each day after the due day and its grace
 * the daily part of what was owed when that day began, so that a payment counts from the day after.
 * Exact, rounded once, half up; never more than the cap.
 */
export function accruedBy(it: Principal, terms: PenaltyTerms, asOf: Day): Accrued {
  const fromOn = addDays(it.dueOn, terms.graceDays + 1);
  let owedFen = it.amountFen;
  let since = fromOn;
  let fenDays = 0n;
  let days = 0;
  const owedUntil = (next: Day) => {
    const count = daysBetween(since, next);
    if (count <= 0) return;
    if (owedFen > 0) days += count;
    fenDays += BigInt(owedFen) * BigInt(count);
    since = next;
  };
  const dayAfter = addDays(asOf, 1);
  for (const { on, amountFen } of it.settled) {
    if (on >= asOf) break;
    owedUntil(addDays(on, 1));
    owedFen -= amountFen;
  }
  owedUntil(dayAfter);
  const exactFen = roundedMillionths(fenDays * BigInt(terms.dailyMillionths));
  const capFen = Number((BigInt(it.amountFen) * BigInt(terms.capPercent)) / 100n);
  const isCapped = exactFen > capFen;
  return { fromOn, days, accruedFen: isCapped ? capFen : exactFen, isCapped };
}

const MILLION = 1_000_000n;

const roundedMillionths = (millionths: bigint): number =>
  Number((2n * millionths + MILLION) / (2n * MILLION));
