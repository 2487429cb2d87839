import { type Day, lastDayOfMonth, type Month, monthOf } from './day.ts';
import { refused } from './errors.ts';
import { monthFrom } from './month.ts';
import { same, type Words, w } from './words.ts';

/** As programs read them: `2026-10-01..2026-12-31`, one day as it is. */
export const periodText = (it: { periodStart: Day; periodEnd: Day }): string =>
  it.periodStart === it.periodEnd ? it.periodStart : `${it.periodStart}..${it.periodEnd}`;

const SPANS = [
  {
    months: 1,
    nameOf: (year: string, month: number) => `${year}-${String(month).padStart(2, '0')}`,
  },
  { months: 3, nameOf: (year: string, month: number) => `${year}Q${(month + 2) / 3}` },
  { months: 6, nameOf: (year: string, month: number) => `${year}H${(month + 5) / 6}` },
  { months: 12, nameOf: (year: string) => year },
];

/**
 * Days of the calendar, both counted, as short as people read them: `2026-11` for all of a month,
 * `2026Q4`, `2026H2` and `2026` likewise, else `2026-10-01 – 11-14`; an open end stays empty.
 */
export function shortSpan(from: Day, until: Day | null): string {
  if (until === from) return from;
  if (until === null) return `${from} –`;
  const year = from.slice(0, 4);
  return nameOf(from, until) ?? `${from} – ${until.startsWith(year) ? until.slice(5) : until}`;
}

function nameOf(from: Day, until: Day): string | undefined {
  const first = monthOf(from);
  const month = Number(first.slice(5));
  const span = SPANS.find(
    ({ months }) =>
      from === `${first}-01` &&
      (month - 1) % months === 0 &&
      until === lastDayOfMonth(monthFrom(first, months - 1)),
  );
  return span?.nameOf(from.slice(0, 4), month);
}

/** A span of days as letters and papers say it: 2026年7月至9月 of whole months, 2026-07-03 至 2026-09-30. */
export function longSpan(from: Day, until: Day): Words {
  if (from === until) return same(from);
  const [first, last] = [monthOf(from), monthOf(until)];
  if (from !== `${first}-01` || until !== lastDayOfMonth(last)) {
    return w(`${from} 至 ${until}`, `${from} to ${until}`);
  }
  const start = w(monthText(first), first);
  if (first === last) return start;
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  const end = isSameYear ? `${Number(last.slice(5))}月` : monthText(last);
  return w(`${start.zh}至${end}`, `${first} to ${last}`);
}

const monthText = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const BOTH_COUNT = w(
  '止日是最后一天，当天也算。',
  'The last day counts, too; it is the first one or later.',
);

/** The refusal of days that end before they begin. */
export const periodReversed = (fromOn: Day, untilOn: Day, hint = BOTH_COUNT) =>
  refused(
    'period_reversed',
    w(
      `结束日期 ${untilOn} 早于开始日期 ${fromOn}。`,
      `The last day ${untilOn} is before the first day ${fromOn}.`,
    ),
    hint,
  );
