import { addDays, type Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { Charge, PaidUntil } from './model.ts';

type Periodic = Pick<
  Charge,
  'tariff' | 'periodStart' | 'periodEnd' | 'monthParts' | 'penaltyOf' | 'outstandingFen' | 'state'
>;

/**
 * Of each tariff by the month the last day up to which all that was billed is settled; none where the
 * first bill is open. What was reversed was never billed.
 */
export function paidUntil(charges: readonly Periodic[]): PaidUntil[] {
  const billed = charges.filter(
    ({ monthParts, penaltyOf, state }) =>
      monthParts !== null && penaltyOf === null && state !== 'reversed',
  );
  return [...groupBy(billed, ({ tariff }) => tariff)].flatMap(([tariff, its]) => {
    const open = its.filter(({ outstandingFen }) => outstandingFen > 0);
    const firstOpen = earliest(open.map(({ periodStart }) => periodStart));
    const settled = its
      .filter((it) => firstOpen === undefined || it.periodStart < firstOpen)
      .map(({ periodEnd }) => periodEnd);
    const last = settled.toSorted().at(-1);
    if (last === undefined) return [];
    const until = firstOpen === undefined || last < firstOpen ? last : addDays(firstOpen, -1);
    return [{ tariff, until }];
  });
}

const earliest = (days: readonly Day[]): Day | undefined => days.toSorted()[0];
