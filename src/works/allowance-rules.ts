import { isWorkday, type WorkCalendar } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { atLocal, dayOf, type Moment } from '../lib/moment.ts';
import type { Hours } from '../renovations/hours-rules.ts';
import type { Overtime } from '../renovations/model.ts';

/** A time with a beginning and an end. */
export interface Span {
  fromAt: Moment;
  untilAt: Moment;
}

/** Whether works may go on at a moment: freely, without noise, or not at all. */
export type Allowance = 'free' | 'quiet' | 'none';

/** The hours of a day, in order; those of which one ends where the next begins are one. */
export function hoursOn(day: Day, { hours }: Hours, calendar: WorkCalendar): Span[] {
  const at = (minutes: number) => atLocal(day, minutes * 60, calendar.zone);
  const joined: Span[] = [];
  for (const [from, until] of [...hours].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    const fromAt = last?.untilAt === at(from) ? (joined.pop() as Span).fromAt : at(from);
    joined.push({ fromAt, untilAt: at(until) });
  }
  return joined;
}

/** Both ends count: a patrol at noon finds works that may just be ending. */
const isIn = ({ fromAt, untilAt }: Span, moment: Moment) => fromAt <= moment && moment <= untilAt;

/** Overtime of a day off is as quiet as its hours (rules 98, 99). */
export function allowanceAt(
  moment: Moment,
  policy: Hours,
  calendar: WorkCalendar,
  overtimes: readonly Pick<Overtime, 'fromAt' | 'untilAt'>[],
): Allowance {
  const day = dayOf(moment, calendar.zone);
  const isRestDay = !isWorkday(calendar, day);
  const isGranted = overtimes.some((each) => isIn(each, moment));
  const isWithin = hoursOn(day, policy, calendar).some((each) => isIn(each, moment));
  if (!isGranted && !isWithin) return 'none';
  if (!isRestDay || policy.restDays === 'any') return 'free';
  if (policy.restDays === 'quiet') return 'quiet';
  return isGranted ? 'free' : 'none';
}

const STRICTNESS: readonly Allowance[] = ['free', 'quiet', 'none'];

/** What holds for all of several works at once. */
export const strictest = (of: readonly Allowance[]): Allowance =>
  STRICTNESS.findLast((each) => of.includes(each)) ?? 'free';
