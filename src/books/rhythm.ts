import { plural, type Words, w } from '../lib/words.ts';
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

const CALENDAR_WORDS: Readonly<Record<(typeof CALENDAR)[number], Words>> = {
  day: w('每天', 'daily'),
  week: w('每周', 'weekly'),
  month: w('每月', 'monthly'),
  'month-end': w('月末', 'month-end'),
  'last-workday': w('末工作日', 'last-workday'),
  quarter: w('每季', 'quarterly'),
  year: w('每年', 'yearly'),
};

const PER = {
  month: w('每月', 'month'),
  quarter: w('每季', 'quarter'),
  year: w('每年', 'year'),
} as const;

/** As people say it: 每 14 天, 每年 4 次. */
export function rhythmWords(rhythm: Rhythm): Words {
  switch (rhythm.every) {
    case 'days':
      return w(`每 ${rhythm.days} 天`, `every ${plural(rhythm.days, 'day')}`);
    case 'times': {
      const { times, per } = rhythm;
      return w(`${PER[per].zh} ${times} 次`, `${times} a ${PER[per].en}`);
    }
    default:
      return CALENDAR_WORDS[rhythm.every];
  }
}
