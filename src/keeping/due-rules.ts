import type { Limit, Values } from '../books/model.ts';
import { isWorkday, type WorkCalendar } from '../lib/calendar.ts';
import { addDays, addMonths, type Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';

/** From when a promise is counted, and how long from there. */
export interface Term {
  from: Moment;
  limit: Duration;
}

const AT_ITS_TIME: Duration = { amount: 0, unit: 'm', text: '0m' };

/** When a value of a day or a moment is over: a day ends at midnight. */
export const timeOf = (value: string, zone: Zone): Moment =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? endOfDay(value, zone) : value;

/** The time that the limit's own field holds. */
export function toldTime(
  { at }: Pick<Limit, 'at'>,
  values: Values,
  zone: Zone,
): Moment | undefined {
  const told = at === null ? undefined : values[at];
  return typeof told === 'string' ? timeOf(told, zone) : undefined;
}

/** At the time of its field; else within its limit after the verb, done at `doneAt`; else not at all. */
export function termOf(
  limit: Pick<Limit, 'at' | 'within'>,
  values: Values,
  { doneAt, zone }: { doneAt: Moment; zone: Zone },
): Term | undefined {
  const told = toldTime(limit, values, zone);
  if (told !== undefined) return { from: told, limit: AT_ITS_TIME };
  return limit.within === null ? undefined : { from: doneAt, limit: limit.within };
}

/**
 * The next of what is owed every so long: counted from the first, so that the 31st of January is
 * followed by the 28th of February and then by the 31st of March; the first one after `lastDueAt`.
 */
export function nextTerm(
  every: Duration,
  { firstDueAt, lastDueAt }: { firstDueAt: Moment; lastDueAt: Moment },
  calendar: WorkCalendar,
): Term {
  for (let times = 1; ; times += 1) {
    const limit = { ...every, amount: every.amount * times };
    if (dueAt(firstDueAt, limit, calendar) > lastDueAt) return { from: firstDueAt, limit };
  }
}

/** When a promise with a lead comes onto the agenda: on the day so long before it is due, never before now. */
export function sinceOf(lead: Duration, due: Moment, now: Moment, calendar: WorkCalendar): Moment {
  const { zone } = calendar;
  const since = startOfDay(dayBefore(dayOf(due, zone), lead, calendar), zone);
  return since > now ? since : now;
}

function dayBefore(day: Day, { amount, unit }: Duration, calendar: WorkCalendar): Day {
  if (unit === 'mo') return addMonths(day, -amount);
  if (unit !== 'wd') return addDays(day, -amount);
  let reached = day;
  for (let left = Math.ceil(amount); left > 0; ) {
    reached = addDays(reached, -1);
    if (isWorkday(calendar, reached)) left -= 1;
  }
  return reached;
}
