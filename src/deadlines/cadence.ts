import type { Day } from '../lib/day.ts';
import { addDays, lastDayOfMonth } from '../lib/day.ts';
import type { Cadence, Period } from './routines.ts';

/** How much of a day's text each cadence keeps. */
const LENGTH: Readonly<Record<Cadence, number>> = { day: 10, month: 7, year: 4 };

export const periodOf = (cadence: Cadence, day: Day): Period => day.slice(0, LENGTH[cadence]);

const cadenceOf = (period: Period): Cadence =>
  period.length === LENGTH.day ? 'day' : period.length === LENGTH.month ? 'month' : 'year';

export const firstDayOf = (period: Period): Day =>
  ({ day: period, month: `${period}-01`, year: `${period}-01-01` })[cadenceOf(period)];

export function lastDayOf(period: Period): Day {
  switch (cadenceOf(period)) {
    case 'day':
      return period;
    case 'month':
      return lastDayOfMonth(period);
    case 'year':
      return `${period}-12-31`;
  }
}

export const periodBefore = (period: Period): Period =>
  periodOf(cadenceOf(period), addDays(firstDayOf(period), -1));
