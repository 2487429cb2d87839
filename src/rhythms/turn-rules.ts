import type { Rhythm } from '../books/model.ts';
import type { WorkCalendar } from '../lib/calendar.ts';
import { lastWorkdayOfMonth } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { addDays, addMonths, daysBetween, lastDayOfMonth, monthOf, weekday } from '../lib/day.ts';
import type { Span } from './model.ts';

type Times = Extract<Rhythm, { every: 'times' }>;
type OfCalendar = Exclude<Rhythm, { every: 'times' | 'days' }>;

/** The turn of the calendar that holds a day; due on its last day unless the rhythm says otherwise. */
export function spanAt(
  { every }: Pick<OfCalendar, 'every'>,
  day: Day,
  calendar: WorkCalendar,
): Span {
  switch (every) {
    case 'day':
      return span(day, day, day);
    case 'week': {
      const monday = addDays(day, 1 - weekday(day));
      return span(weekName(monday), monday, addDays(monday, 6));
    }
    case 'last-workday': {
      const month = periodAt('month', day);
      return { ...month, dueOn: lastWorkdayOfMonth(calendar, month.name) };
    }
    case 'month-end':
      return periodAt('month', day);
    default:
      return periodAt(every, day);
  }
}

const span = (name: string, from: Day, until: Day): Span => ({ name, from, until, dueOn: until });

/** The month, the quarter or the year of a day. */
function periodAt(per: Times['per'], day: Day): Span {
  const year = day.slice(0, 4);
  switch (per) {
    case 'month':
      return span(monthOf(day), `${monthOf(day)}-01`, lastDayOfMonth(monthOf(day)));
    case 'quarter': {
      const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
      const from = addMonths(`${year}-01-01`, 3 * (quarter - 1));
      return span(`${year}-Q${quarter}`, from, addDays(addMonths(from, 3), -1));
    }
    case 'year':
      return span(year, `${year}-01-01`, `${year}-12-31`);
  }
}

/** Of ISO 8601: a week belongs to the year of its Thursday. */
function weekName(monday: Day): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The part of its period that holds a day; its number is how many entries are due by its end. */
export function partAt(rhythm: Times, day: Day): Span & { number: number; period: Span } {
  const period = periodAt(rhythm.per, day);
  const number = partNumber(rhythm, period, day);
  const from = partStart(rhythm, period, number);
  const until = addDays(partStart(rhythm, period, number + 1), -1);
  return { ...span(`${period.name}/${number}`, from, until), number, period };
}

/** Whole months where they part evenly: four per year are its quarters; else days, rounded up. */
function partStart({ times, per }: Times, period: Span, number: number): Day {
  const before = number - 1;
  if (MONTHS[per] % times === 0) return addMonths(period.from, (before * MONTHS[per]) / times);
  return addDays(period.from, Math.ceil((before * daysOf(period)) / times));
}

function partNumber({ times, per }: Times, period: Span, day: Day): number {
  if (MONTHS[per] % times === 0) {
    const months = Number(day.slice(5, 7)) - Number(period.from.slice(5, 7));
    return Math.floor((months * times) / MONTHS[per]) + 1;
  }
  return Math.floor((daysBetween(period.from, day) * times) / daysOf(period)) + 1;
}

const daysOf = ({ from, until }: Span): number => daysBetween(from, until) + 1;
