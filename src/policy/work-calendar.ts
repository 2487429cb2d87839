import type { WorkCalendar } from '../lib/calendar.ts';
import { unfilledYears } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { PolicyFile } from './schema.ts';

type Published = Pick<WorkCalendar, 'holidays' | 'workdays' | 'filledYears'>;

/** The site's office hours over the national calendar: where both name a day, the site wins. */
export function workCalendar(file: PolicyFile, national: Published): WorkCalendar {
  const { days, hours, halfDay, holidays, workdays } = file.office;
  const off = holidays.flat();
  const on = workdays.flat();
  return {
    zone: file.site.timezone,
    days: ascending(days),
    hours: hours.toSorted(([a], [b]) => a - b),
    holidays: overlay(national.holidays, off, on),
    workdays: overlay(national.workdays, on, off),
    filledYears: ascending([...national.filledYears, ...yearsFilledBy([...off, ...on])]),
    halfDayHours: halfDay,
  };
}

/** This year and the next, where nobody has filled in the holidays: said, never refused. */
export function calendarWarnings(calendar: WorkCalendar, today: Day): Words[] {
  const nextYear = String(Number(today.slice(0, 4)) + 1);
  return unfilledYears(calendar, today, `${nextYear}-12-31`).map((year) =>
    w(
      `${year} 年的节假日还没有填：工作日（wd）只按周末计算。请把全年的节假日（含 10 月 1 日）写进 office.holidays，调休上班的日子写进 office.workdays。`,
      `Nobody has filled in the holidays of ${year}: working days (wd) go by weekends only. Write the whole year's days off (1 October among them) into office.holidays and the make-up days at work into office.workdays.`,
    ),
  );
}

function overlay(national: readonly Day[], added: readonly Day[], removed: readonly Day[]): Day[] {
  const gone = new Set(removed);
  return [...new Set([...national, ...added])].filter((day) => !gone.has(day)).sort();
}

// National Day never moves: a list that reaches it has been filled in for the year.
function yearsFilledBy(days: readonly Day[]): number[] {
  return days.filter((day) => day.endsWith('-10-01')).map((day) => Number(day.slice(0, 4)));
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
