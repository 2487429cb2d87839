import type { Day } from '../lib/day.ts';
import { isDay, lastDayOfMonth, monthOf, tidy } from '../lib/day.ts';
import { monthFrom } from '../lib/month.ts';

/** Both days counted. */
export interface Period {
  from: Day;
  until: Day;
}

const PATTERNS: readonly (readonly [RegExp, (year: number, part: number) => [number, number]])[] = [
  [/^(\d{4})年?$/, () => [1, 12]],
  [/^(\d{4})[-/.年](\d{1,2})月?份?$/, (_, month) => [month, 1]],
  [/^(\d{4})(\d{2})$/, (_, month) => [month, 1]],
  [/^(\d{4})[-年]?(?:Q|第?)([1-4])(?:季度?)?$/, (_, quarter) => [quarter * 3 - 2, 3]],
  [/^(\d{4})[-年]?H([12])$/, (_, half) => [half * 6 - 5, 6]],
];

const HALVES: Readonly<Record<string, string>> = { 上半年: 'H1', 下半年: 'H2' };
const NUMBERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };
const FROM_TO = /^(.{4,12}?)(?:至|到|~|—|--|\.\.| - )(.{4,12})$/;

/**
 * A period as lists of fees write it: 2026-11, 2026年11月, 202611, 2026Q4, 2026年第四季度, 2026年上半年,
 * 2026, 2026-10至2026-12, 2026-10-01~2026-12-31. Undefined for other words (月, 季, 年).
 */
export function readPeriod(text: string): Period | undefined {
  const plain = tidy(text).toUpperCase();
  const [, first = '', last = ''] = FROM_TO.exec(plain) ?? [];
  if (first === '') return spanOf(plain);
  const [from, until] = [spanOf(first.trim()), spanOf(last.trim())];
  return from && until && from.from <= until.until
    ? { from: from.from, until: until.until }
    : undefined;
}

function spanOf(text: string): Period | undefined {
  const day = text.replace(/[/.年月]/g, '-').replace(/日$/, '');
  const padded = day.replace(/-(\d)(?=-|$)/g, '-0$1');
  if (isDay(padded)) return { from: padded, until: padded };
  const named = text
    .replace(/上半年|下半年/, (half) => HALVES[half] ?? '')
    .replace(/[一二三四](?=季)/, (digit) => NUMBERS[digit] ?? '');
  for (const [pattern, monthsOf] of PATTERNS) {
    const found = pattern.exec(named);
    if (!found) continue;
    const [first, count] = monthsOf(Number(found[1]), Number(found[2]));
    const from = `${found[1]}-${String(first).padStart(2, '0')}-01`;
    if (!isDay(from)) return undefined;
    return { from, until: lastDayOfMonth(monthFrom(monthOf(from), count - 1)) };
  }
  return undefined;
}
