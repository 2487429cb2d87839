import type { WorkCalendar } from './calendar.ts';
import { isWorkday, nextWorkday, officeHoursOn, unfilledYears } from './calendar.ts';
import type { Day } from './day.ts';
import { addDays, addMonths } from './day.ts';
import type { Duration } from './duration.ts';
import { unusable } from './errors.ts';
import type { Moment } from './moment.ts';
import { addMinutes, addSeconds, dayOf, endOfDay, msOf } from './moment.ts';
import { w } from './words.ts';

/**
 * When a promise made at `start` falls due. Minutes and hours run from the moment;
 * days, working days and months end at 23:59:59 of their last day; half working days are office
 * time, the clock stopped outside office hours. What is done at the due moment itself is on time.
 */
export function dueAt(start: Moment, limit: Duration, calendar: WorkCalendar): Moment {
  const { amount, unit } = limit;
  const { zone } = calendar;
  const startDay = dayOf(start, zone);
  switch (unit) {
    case 'm':
      return addMinutes(start, amount);
    case 'h':
      return addMinutes(start, amount * 60);
    case 'd':
      return endOfDay(addDays(startDay, amount), zone);
    case 'mo':
      return endOfDay(addMonths(startDay, amount), zone);
    case 'wd':
      if (Number.isInteger(amount)) return endOfDay(workdayAfter(startDay, amount, calendar), zone);
      return afterOfficeTime(start, amount * 2 * calendar.halfDayHours * 3600, calendar);
  }
}

/** Years without holiday data that a limit in working days ran through: worth a warning. */
export function dueWarnings(
  start: Moment,
  due: Moment,
  limit: Duration,
  calendar: WorkCalendar,
): number[] {
  if (limit.unit !== 'wd') return [];
  return unfilledYears(calendar, dayOf(start, calendar.zone), dayOf(due, calendar.zone));
}

/** The nth working day after a day; the 0th is the day itself, or the next if it is a day off. */
function workdayAfter(day: Day, count: number, calendar: WorkCalendar): Day {
  if (count === 0) return isWorkday(calendar, day) ? day : nextWorkday(calendar, day);
  let reached = day;
  for (let passed = 0; passed < count; passed += 1) reached = nextWorkday(calendar, reached);
  return reached;
}

/** Time that is used up exactly at closing ends there, not at the next opening. */
function afterOfficeTime(start: Moment, seconds: number, calendar: WorkCalendar): Moment {
  if (calendar.hours.every(([from, to]) => to <= from)) throw noOfficeHours();

  let left = seconds;
  for (let day = dayOf(start, calendar.zone); ; day = nextWorkday(calendar, day)) {
    for (const [opensAt, closesAt] of officeHoursOn(calendar, day)) {
      const from = start > opensAt ? start : opensAt;
      const open = Math.max(0, (msOf(closesAt) - msOf(from)) / 1000);
      if (left <= open) return addSeconds(from, left);
      left -= open;
    }
  }
}

function noOfficeHours() {
  return unusable(
    'no_office_hours',
    w('政策文件没有办公时间。', 'The policy has no office hours.'),
    w('请填写办公时间，例如 08:30-12:00。', 'Add office hours such as 08:30-12:00.'),
  );
}
