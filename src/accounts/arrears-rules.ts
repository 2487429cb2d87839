import { DEBTORS, type Debtor } from '../fees/model.ts';
import type { Day, Month } from '../lib/day.ts';
import { addMonths } from '../lib/day.ts';
import { list, same, type Words } from '../lib/words.ts';
import type { Bucket, Buckets } from './model.ts';

/** Behind the last of the policy's months. */
const OVER = 'over';

/** The first and the last day, or month, of a period. */
export type Span = readonly [from: Day | Month, until: Day | Month];

/**
 * Calendar months that at least one of these periods touches, each once; as of a day those up to its
 * month: who owes a year in advance owes it for as long as it has lasted. Never none of a period.
 */
export function monthsTouched(spans: Iterable<Span>, asOf?: Day): number {
  const months = new Set<number>();
  const present = asOf === undefined ? Number.POSITIVE_INFINITY : monthCount(asOf);
  for (const [from, until] of spans) {
    const first = monthCount(from);
    const last = Math.max(first, Math.min(monthCount(until), present));
    for (let month = first; month <= last; month += 1) months.add(month);
  }
  return months.size;
}

const monthCount = (day: Day | Month): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * The buckets of a policy's months as of a day, the youngest first: due on the same day three months
 * before is in `3`, one day earlier in the next one (rule 135).
 */
export function bucketsAt(asOf: Day, months: readonly number[]): Bucket[] {
  const ended = months.map((each) => ({ key: String(each), dueFrom: addMonths(asOf, -each) }));
  return [...ended, { key: OVER, dueFrom: null }];
}

/** Amounts of buckets, in their order. */
export const bucketAmounts = (buckets: readonly Bucket[], amountsFen: readonly number[]): Buckets =>
  Object.fromEntries(buckets.map(({ key }, at) => [key, amountsFen[at] ?? 0]));

/** Who owes a charge: of owners the person, of lessees the subscription. */
export type DebtorKey = readonly [kind: Debtor, id: number | null];

/** Whom a unit stands for on a day. */
export interface Standing {
  handoverOn: Day | null;
  owners: readonly (readonly [personId: number, name: string])[];
}

/** Before its hand-over; where nobody knows of one, without an owner (fees/debtor-rules.ts). */
const isDevelopers = ({ handoverOn, owners }: Standing, on: Day): boolean =>
  handoverOn === null ? owners.length === 0 : on < handoverOn;

/** Its owners, the developer, or null: it was handed over, and nobody is registered. */
export function nameOn(standing: Standing, on: Day): Words | null {
  if (isDevelopers(standing, on)) return DEBTORS.developer;
  const { owners } = standing;
  return owners.length === 0 ? null : list(owners.map(([, name]) => same(name)));
}

/**
 * Those who owe part of it besides whoever the unit stands for: a former owner, the developer of before
 * the hand-over, a lessee. An owner whom nobody knows is nobody else.
 */
export function otherDebtors(
  debtors: readonly DebtorKey[],
  standing: Standing,
  on: Day,
): DebtorKey[] {
  const ownerIds = standing.owners.map(([personId]) => personId);
  const isOther = ([kind, id]: DebtorKey) => {
    if (kind === 'party') return true;
    if (isDevelopers(standing, on)) return kind !== 'developer';
    if (kind === 'developer') return true;
    return id !== null && !ownerIds.includes(id);
  };
  return debtors.filter(isOther);
}
