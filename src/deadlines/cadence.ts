import type { Day } from '../lib/day.ts';
import { addDays, lastDayOfMonth, monthOf } from '../lib/day.ts';
import type { Cadence, Period } from './routines.ts';

export const periodOf = (cadence: Cadence, day: Day): Period =>
  cadence === 'month' ? monthOf(day) : day.slice(0, 4);

export const firstDayOf = (period: Period): Day =>
  period.length === 4 ? `${period}-01-01` : `${period}-01`;

export const lastDayOf = (period: Period): Day =>
  period.length === 4 ? `${period}-12-31` : lastDayOfMonth(period);

export const periodBefore = (period: Period): Period =>
  periodOf(period.length === 4 ? 'year' : 'month', addDays(firstDayOf(period), -1));
