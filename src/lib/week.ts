import { addDays, type Day, daysBetween, tidy, weekday } from './day.ts';
import { misused } from './errors.ts';
import { type Words, w } from './words.ts';

/** A week from Monday to Sunday, 'YYYY-Www' as ISO 8601 counts: 2026-W53 ends on 2027-01-03. */
export type Week = string;

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

export function weekOf(day: Day): Week {
  const year = addDays(mondayOf(day), 3).slice(0, 4);
  const number = daysBetween(firstMonday(year), mondayOf(day)) / 7 + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of the week that holds 4 January. */
const firstMonday = (year: string): Day => mondayOf(`${year}-01-04`);

/** Monday is 1. */
const WEEKDAYS: readonly Words[] = [
  w('周一', 'Mon'),
  w('周二', 'Tue'),
  w('周三', 'Wed'),
  w('周四', 'Thu'),
  w('周五', 'Fri'),
  w('周六', 'Sat'),
  w('周日', 'Sun'),
];

export const weekdayWords = (day: Day): Words => WEEKDAYS[weekday(day) - 1] ?? w('', '');

const NUMBERED = /^(?:(?<y>\d{4})(?:-?|年)?)?(?:W|第)(?<n>\d{1,2})周?$/i;
const NAMED: ReadonlyMap<string, number> = new Map([
  ['上周', -7],
  ['上星期', -7],
  ['last week', -7],
  ['本周', 0],
  ['这周', 0],
  ['这星期', 0],
  ['this week', 0],
  ['下周', 7],
  ['下星期', 7],
  ['next week', 7],
]);

/** The Monday of a week by its name, or its number in the year of today's week; undefined for what is none. */
export function readWeek(text: string, today: Day): Day | undefined {
  const tidied = tidy(text);
  const days = NAMED.get(tidied.toLowerCase());
  if (days !== undefined) return addDays(mondayOf(today), days);
  const found = NUMBERED.exec(tidied)?.groups;
  if (!found) return undefined;
  const week = `${found.y ?? weekOf(today).slice(0, 4)}-W${(found.n ?? '').padStart(2, '0')}`;
  const monday = addDays(firstMonday(week.slice(0, 4)), (Number(found.n) - 1) * 7);
  return weekOf(monday) === week ? monday : undefined;
}

/** The refusal of what names no week. */
export const badWeek = () =>
  misused(
    'bad_week',
    w(
      '星期看不懂，或者那年没有这一周。',
      'This is not readable as a week, or that year has no such week.',
    ),
    w(
      '请写成 2026-W48、本周、下周，或那一周里的一天。',
      'Type 2026-W48, this week, next week, or a day in that week.',
    ),
  );
