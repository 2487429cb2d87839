import known from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { WorkCalendar } from './calendar.ts';

/**
 * Statutory holidays and make-up days (调休) of mainland China, as far as they are published:
 * of the years asked for, or of all known ones. Heavy: import it only to compile a policy.
 */
export function chinaCalendar(
  years?: readonly number[],
): Pick<WorkCalendar, 'holidays' | 'workdays' | 'filledYears'> {
  const wanted = (day: string) => years === undefined || years.includes(yearOf(day));
  const holidays = Object.keys(known.holidays).filter(wanted).sort();
  const workdays = Object.keys(known.workdays).filter(wanted).sort();
  // A notice covers a year up to National Day; a stray day from a neighbour's notice does not.
  const filledYears = holidays.filter((day) => day.endsWith('-10-01')).map(yearOf);
  return { holidays, workdays, filledYears };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
