import type { Rhythm } from './model.ts';

const CALENDAR = ['day', 'week', 'month', 'month-end', 'last-workday', 'quarter', 'year'] as const;

/** A turn longer than this is none that a desk keeps. */
const MOST_DAYS = 366;
/** A turn is no shorter than a day. */
const MOST_TIMES = { month: 28, quarter: 52, year: 52 } as const;

/** `14d`, `month-end`, `4 per year`; undefined for what is no rhythm. */
export function parseRhythm(text: string): Rhythm | undefined {
  const calendar = CALENDAR.find((each) => each === text);
  if (calendar) return { every: calendar };
  const days = Number(/^([1-9]\d{0,2})d$/.exec(text)?.[1]);
  if (days <= MOST_DAYS) return { every: 'days', days };
  const [, count, per] = /^([1-9]\d?) per (month|quarter|year)$/.exec(text) ?? [];
  const times = Number(count);
  const period = per as keyof typeof MOST_TIMES;
  return times <= MOST_TIMES[period] ? { every: 'times', times, per: period } : undefined;
}
