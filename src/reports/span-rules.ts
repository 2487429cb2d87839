import { addDays, addMonths, type Day } from '../lib/day.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { misused } from '../lib/errors.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The stretch of the same kind just before a period: of 2026Q1 the last quarter of 2025. */
export const spanBefore = ({ kind, from }: Pick<Period, 'kind' | 'from'>): DaySpan => ({
  fromOn: addMonths(from, -MONTHS[kind]),
  untilOn: addDays(from, -1),
});

/** The months of a period, the first day of each. */
export const monthsIn = ({ kind, from }: Pick<Period, 'kind' | 'from'>): Day[] =>
  Array.from({ length: MONTHS[kind] }, (_, at) => addMonths(from, at));

const ONE = {
  quarter: w('一个季度，如 2026Q3', 'a quarter such as 2026Q3'),
  year: w('一年，如 2026', 'a year such as 2026'),
};

/** A period of this kind; refuses another (`not_this_period`). */
export function only(kind: keyof typeof ONE, period: Period): Period {
  if (period.kind === kind) return period;
  const { zh, en } = ONE[kind];
  throw misused(
    'not_this_period',
    w(`这份报表要${zh}，不是 ${period.text}。`, `This report wants ${en}, not ${period.text}.`),
    w('月报：wy report monthly --month 2026-10', 'A month: wy report monthly --month 2026-10'),
  );
}
