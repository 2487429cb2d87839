import type { Day } from '../lib/day.ts';
import { daysBetween } from '../lib/day.ts';
import type { Count, Mark, UnbilledUsage } from './model.ts';

/** What a reading counts since the one before it, in thousandths; negative where the meter fell. */
export const usedSince = (before: Pick<Count, 'readingThousandths'>, it: Count): number =>
  it.readingThousandths - before.readingThousandths + it.carryThousandths;

/** What was used over readings of one meter in their order; a step that fell counts nothing. */
export function usedOver(readings: readonly Count[]): number {
  return readings.slice(1).reduce((sum, it, at) => {
    return sum + Math.max(0, usedSince(readings[at] as Count, it));
  }, 0);
}

/**
 * The steps of one unit and meter (readings in their order) that no charge covers, joined where they
 * follow each other; parted at the reading of a move, since each household owes its own.
 */
export function unbilledSteps(
  readings: readonly Mark[],
  billed: readonly { fromReadingId: number; toReadingId: number }[],
): UnbilledUsage[] {
  const placeOf = (reading: number) => {
    const place = readings.findIndex(({ id }) => id === reading);
    return place === -1 ? Infinity : place;
  };
  const spans = billed.map(
    ({ fromReadingId, toReadingId }) => [placeOf(fromReadingId), placeOf(toReadingId)] as const,
  );
  const isBilled = (at: number) => spans.some(([from, to]) => from < at && at <= to);

  const found: UnbilledUsage[] = [];
  let open: UnbilledUsage | undefined;
  for (let at = 1; at < readings.length; at += 1) {
    const before = readings[at - 1] as Mark;
    const it = readings[at] as Mark;
    if (isBilled(at)) {
      open = undefined;
      continue;
    }
    if (!open || before.subject !== null) {
      open = startingAt(before);
      found.push(open);
    }
    const used = usedSince(before, it);
    open.toReadingId = it.id;
    open.toOn = it.readOn;
    open.usageThousandths += used;
    if (used < 0) open.fellOn ??= it.readOn;
  }
  return found;
}

const startingAt = ({ id, unitId, readOn }: Mark): UnbilledUsage => ({
  unitId,
  fromReadingId: id,
  toReadingId: id,
  fromOn: readOn,
  toOn: readOn,
  usageThousandths: 0,
  fellOn: null,
});

/** Usage over some days. */
export interface Span {
  days: number;
  usageThousandths: number;
}

export const spanBetween = (
  before: Pick<Count, 'readingThousandths'> & { readOn: Day },
  it: Count & { readOn: Day },
): Span => ({
  days: daysBetween(before.readOn, it.readOn),
  usageThousandths: usedSince(before, it),
});

/** Over readings of one meter in their order. */
export function spanOver(readings: readonly (Count & { readOn: Day })[]): Span {
  const [first, last] = [readings[0], readings.at(-1)];
  const days = first && last ? daysBetween(first.readOn, last.readOn) : 0;
  return { days, usageThousandths: usedOver(readings) };
}

/**
 * Whether usage per day is above so many percent of that of the time before; never where one of the
 * two is no time at all.
 */
export function isUnusual(now: Span, before: Span, percent: number): boolean {
  if (now.days <= 0 || before.days <= 0) return false;
  return (
    BigInt(now.usageThousandths) * BigInt(before.days) * 100n >
    BigInt(before.usageThousandths) * BigInt(now.days) * BigInt(percent)
  );
}
