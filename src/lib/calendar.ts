import type { Day, Month } from './day.ts';
import { addDays, lastDayOfMonth, monthOf, weekday } from './day.ts';
import { unusable } from './errors.ts';
import type { Moment } from './moment.ts';
import { atLocal, dayOf, msOf } from './moment.ts';
import { w } from './words.ts';
import type { Zone } from './zone.ts';

/** When the office works. Plain data, part of the compiled policy. */
export interface WorkCalendar {
  zone: Zone;
  /** Office weekdays, 1 is Monday. */
  days: readonly number[];
  /** Office hours in minutes of the day, ascending and apart. */
  hours: readonly (readonly [fromMinute: number, toMinute: number])[];
  holidays: readonly Day[];
  /** Make-up days (调休): worked whatever the weekday, and even if also listed as a holiday. */
  workdays: readonly Day[];
  /** Years whose holidays are known; of others only the weekends count. */
  filledYears: readonly number[];
  halfDayHours: number;
}

// Longer than any closure: a search that finds nothing by then would never end.
const SEARCH_DAYS = 400;

export function isWorkday(calendar: WorkCalendar, day: Day): boolean {
  if (calendar.workdays.includes(day)) return true;
  return calendar.days.includes(weekday(day)) && !calendar.holidays.includes(day);
}

/** Opening and closing moments of one day, in order; none on a day off. */
export function officeHoursOn(
  calendar: WorkCalendar,
  day: Day,
): (readonly [opensAt: Moment, closesAt: Moment])[] {
  if (!isWorkday(calendar, day)) return [];
  return calendar.hours.map(([from, to]) => [
    atLocal(day, from * 60, calendar.zone),
    atLocal(day, to * 60, calendar.zone),
  ]);
}

/** Seconds of office time from a moment to the closing of its day; 0 on a day off. */
export function officeSecondsLeft(calendar: WorkCalendar, moment: Moment): number {
  return officeHoursOn(calendar, dayOf(moment, calendar.zone))
    .map(([opensAt, closesAt]) => msOf(closesAt) - msOf(moment > opensAt ? moment : opensAt))
    .reduce((seconds, open) => seconds + Math.max(0, open) / 1000, 0);
}

/** The first working day after a day. */
export function nextWorkday(calendar: WorkCalendar, day: Day): Day {
  for (let after = 1; after <= SEARCH_DAYS; after += 1) {
    const next = addDays(day, after);
    if (isWorkday(calendar, next)) return next;
  }
  throw noWorkday();
}

export function lastWorkdayOfMonth(calendar: WorkCalendar, month: Month): Day {
  let day = lastDayOfMonth(month);
  while (monthOf(day) === month) {
    if (isWorkday(calendar, day)) return day;
    day = addDays(day, -1);
  }
  throw noWorkday();
}

/** The years from one day to another, both included, whose holidays nobody has filled in. */
export function unfilledYears(calendar: WorkCalendar, fromDay: Day, toDay: Day): number[] {
  const first = Number(fromDay.slice(0, 4));
  const last = Number(toDay.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.filter((year) => !calendar.filledYears.includes(year));
}

function noWorkday() {
  return unusable(
    'no_workday',
    w('按政策文件的日历，找不到工作日。', 'The calendar of the policy leaves no working day.'),
    w('请检查办公日、假日和调休日。', 'Check its office days, holidays and make-up days.'),
  );
}
