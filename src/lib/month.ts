import type { Day, Month } from './day.ts';
import { addMonths, monthOf, tidy } from './day.ts';
import { misused } from './errors.ts';
import { w } from './words.ts';

const NAMED_MONTHS: ReadonlyMap<string, number> = new Map([
  ['上月', -1],
  ['上个月', -1],
  ['last', -1],
  ['本月', 0],
  ['这个月', 0],
  ['this', 0],
  ['下月', 1],
  ['下个月', 1],
  ['next', 1],
]);

const WITH_YEAR = /^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})|年(?<cm>\d{1,2})月)$/;
const WITHOUT_YEAR = /^(?<m>\d{1,2})月$/;

/**
 * What a clerk types for a month: 2026-11, 2026/11, 2026年11月, 11月 (of this year), 本月, 上月, 下月,
 * this, last, next. Anything else, and any month that no calendar has, is refused as `bad_month`.
 */
export function parseMonth(text: string, today: Day): Month {
  const month = readMonth(tidy(text).toLowerCase(), today);
  if (month !== undefined) return month;
  throw misused(
    'bad_month',
    w(
      '月份看不懂，或者没有这个月。',
      'This is not readable as a month, or there is no such month.',
    ),
    w('请写成 2026-11 或 上月。', 'Type 2026-11 or last.'),
  );
}

function readMonth(text: string, today: Day): Month | undefined {
  const months = NAMED_MONTHS.get(text);
  if (months !== undefined) return monthFrom(monthOf(today), months);
  const full = WITH_YEAR.exec(text)?.groups;
  if (full) return monthOfYear(Number(full.y), Number(full.m ?? full.cm));
  const bare = WITHOUT_YEAR.exec(text)?.groups;
  return bare && monthOfYear(Number(today.slice(0, 4)), Number(bare.m));
}

function monthOfYear(year: number, month: number): Month | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** Some months later, or before with a negative number. */
export const monthFrom = (month: Month, months: number): Month =>
  monthOf(addMonths(`${month}-01`, months));
