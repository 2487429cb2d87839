import { addDays, type Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, type Moment, msOf } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { ShiftOn, Span, Turn } from './model.ts';
import { contains, hoursOf, isHeld, type Shifts } from './rules.ts';

/** How far a shift before or after is looked for: one that is held once a week is found. */
const REACH_DAYS = 8;

/**
 * The shifts of the desk around a moment, in the order in which they begin: as they were planned, and
 * by the policy where nobody was. Those that head the duty hand nothing over and are left out.
 */
export function shiftsAround(
  turns: readonly Turn[],
  shifts: Shifts,
  { moment, zone }: { moment: Moment; zone: Zone },
): ShiftOn[] {
  const isHead = (key: string) => Object.hasOwn(shifts, key) && shifts[key]?.isHead === true;
  const planned = groupBy(
    turns.filter(({ shift }) => !isHead(shift)),
    ({ day, shift }) => `${day} ${shift}`,
  );
  const today = dayOf(moment, zone);
  const byPolicy = Array.from({ length: 2 * REACH_DAYS + 1 }, (_, at) =>
    addDays(today, at - REACH_DAYS),
  ).flatMap((day) =>
    Object.entries(shifts)
      .filter(
        ([key, shift]) => !shift.isHead && isHeld(shift, day) && !planned.has(`${day} ${key}`),
      )
      .map(([key, shift]) => ({ day, shift: key, ...hoursOf(shift, day, zone), turns: [] })),
  );
  return [...[...planned.values()].flatMap(asShift), ...byPolicy].sort((a, b) =>
    a.fromAt < b.fromAt ? -1 : a.fromAt > b.fromAt ? 1 : 0,
  );
}

function asShift(turns: Turn[]): ShiftOn[] {
  const [first] = turns;
  if (!first) return [];
  const { day, shift, fromAt, untilAt } = first;
  return [{ day, shift, fromAt, untilAt, turns }];
}

/** The shift that is on; of several the one that began last. */
export const shiftAt = (around: readonly ShiftOn[], moment: Moment): ShiftOn | undefined =>
  around.findLast((each) => contains(each, moment));

const apart = (a: Moment, b: Moment) => Math.abs(msOf(a) - msOf(b));

/** Whichever begins nearest to the end of this one, and outlasts it. */
export function shiftAfter(around: readonly ShiftOn[], it: Span): ShiftOn | undefined {
  const later = around.filter(({ fromAt, untilAt }) => fromAt > it.fromAt && untilAt > it.untilAt);
  return nearest(later, (each) => apart(each.fromAt, it.untilAt));
}

/** Whichever ends nearest to the beginning of this one, and began before it. */
export function shiftBefore(around: readonly ShiftOn[], it: Span): ShiftOn | undefined {
  const former = around.filter(({ fromAt, untilAt }) => fromAt < it.fromAt && untilAt < it.untilAt);
  return nearest(former, (each) => apart(each.untilAt, it.fromAt));
}

/** What comes next where no shift is on. */
export const shiftFrom = (around: readonly ShiftOn[], moment: Moment): ShiftOn | undefined =>
  around.find(({ fromAt }) => fromAt > moment);

function nearest<T>(items: readonly T[], distance: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  );
}

/** Days whose turns may be on at a moment or stand around it. */
export const daysAround = (day: Day): { fromOn: Day; untilOn: Day } => ({
  fromOn: addDays(day, -REACH_DAYS),
  untilOn: addDays(day, REACH_DAYS),
});
