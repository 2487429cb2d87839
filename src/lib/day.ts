import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { misused } from './errors.ts';
import { w } from './words.ts';

/** A day of the calendar, 'YYYY-MM-DD', of the years 1900–2199. It has no time zone. */
export type Day = string;

/** A month of the calendar, 'YYYY-MM'. */
export type Month = string;

dayjs.extend(utc);

const DAY = 'YYYY-MM-DD';

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['今天', 0],
  ['明天', 1],
  ['后天', 2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

const WITH_YEAR = [
  /^(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})[日号]$/,
];
const WITHOUT_YEAR = [/^(?<m>\d{1,2})-(?<d>\d{1,2})$/, /^(?<m>\d{1,2})月(?<d>\d{1,2})[日号]$/];
const SHIFT = /^(?<n>[+-]\d{1,4})d$/;
const MIDNIGHT = /[ T]0?0:00(:00)?$/;

/** Strict: '2026-02-30' is no day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOfDate(...partsOf(text)) === text;
}

export function addDays(day: Day, days: number): Day {
  return dayjs.utc(day).add(days, 'day').format(DAY);
}

/** The same day of the month, or that month's last day: 01-31 plus one month is 02-28. */
export function addMonths(day: Day, months: number): Day {
  return dayjs.utc(day).add(months, 'month').format(DAY);
}

/** Whole days from a to b: negative when b lies before a. */
export function daysBetween(a: Day, b: Day): number {
  return dayjs.utc(b).diff(dayjs.utc(a), 'day');
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return dayjs.utc(day).day() || 7;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function lastDayOfMonth(month: Month): Day {
  return dayjs.utc(`${month}-01`).endOf('month').format(DAY);
}

/**
 * What a clerk types for a day: 2026-11-22, 2026/11/22, 2026.11.22, 20261122, 2026年11月22日,
 * 11-22 or 11月22日 (the year of today), 今天 明天 后天 昨天 前天, today tomorrow yesterday, +3d.
 * Anything else, and any day that is not in the calendar, is refused as `bad_day`.
 */
export function parseDay(text: string, today: Day): Day {
  const day = readDay(tidy(text), today);
  if (day !== undefined) return day;
  throw misused(
    'bad_day',
    w('日期看不懂，或者没有这一天。', 'This is not readable as a day, or there is no such day.'),
    w('请写成 2026-11-22 或 明天。', 'Type 2026-11-22 or tomorrow.'),
  );
}

/** A day with its year as other programs write it, midnight behind it allowed; else undefined. */
export function tryDay(text: string): Day | undefined {
  return readFullDay(tidy(text).replace(MIDNIGHT, ''));
}

/** Like `parseDay` for a text already tidied; undefined where that one refuses. */
export function readDay(text: string, today: Day): Day | undefined {
  return readFullDay(text) ?? readDayOfYear(text, today) ?? readDayFromToday(text, today);
}

/** Half-width letters, single spaces, and none beside the characters that part a date. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([年月日号点时分]) ?/g, '$1');
}

function readFullDay(text: string): Day | undefined {
  const found = firstMatch(WITH_YEAR, text);
  return found && dayOfDate(Number(found.y), Number(found.m), Number(found.d));
}

function readDayOfYear(text: string, today: Day): Day | undefined {
  const found = firstMatch(WITHOUT_YEAR, text);
  return found && dayOfDate(partsOf(today)[0], Number(found.m), Number(found.d));
}

function readDayFromToday(text: string, today: Day): Day | undefined {
  const days = NAMED_DAYS.get(text.toLowerCase()) ?? SHIFT.exec(text)?.groups?.n;
  if (days === undefined) return undefined;
  const day = addDays(today, Number(days));
  return isDay(day) ? day : undefined;
}

function firstMatch(patterns: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}

/** Undefined when the calendar has no such day: dayjs would turn 02-30 into 03-02. */
function dayOfDate(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return dayjs.utc(text).format(DAY) === text ? text : undefined;
}

const pad = (part: number): string => String(part).padStart(2, '0');

function partsOf(text: string): [year: number, month: number, day: number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

/** Days of which both ends count; null is an open end. */
export interface Stay {
  fromOn: Day | null;
  untilOn: Day | null;
}

export const isWithin = ({ fromOn, untilOn }: Stay, day: Day): boolean =>
  (fromOn === null || fromOn <= day) && (untilOn === null || day <= untilOn);
