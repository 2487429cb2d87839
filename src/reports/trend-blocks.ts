import { GRADES, type Grade } from '../complaints/model.ts';
import type { Ctx } from '../context.ts';
import type { Block, Chart } from '../formats/model.ts';
import type { Month } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { monthFrom } from '../lib/month.ts';
import { same, type Words, w } from '../lib/words.ts';
import { measure, measureBy } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { rateNamed } from '../measures/naming.ts';
import type { RateName } from '../measures/rates.ts';

const MONTHS = 6;

/** A month with those before it, the oldest first. */
const lastMonths = (month: Month): Month[] =>
  Array.from({ length: MONTHS }, (_, at) => monthFrom(month, at + 1 - MONTHS));

const chartOf = (title: Words, chart: Chart): Block => ({ is: 'chart', title, chart });

/** New complaints by grade, month by month. */
export function complaintTrend(ctx: Ctx, month: Month): Block {
  const months = lastMonths(month);
  const counted = months.map((each) =>
    measureBy(ctx, spanOf(monthSpan(each), ctx), 'complaints', 'grade'),
  );
  return chartOf(w('新投诉，按级别和月份', 'New complaints by grade and month'), {
    is: 'stacked',
    unit: 'count',
    categories: months.map(same),
    series: (Object.keys(GRADES) as Grade[]).map((grade) => ({
      name: GRADES[grade],
      values: counted.map((it) => it.get(grade)?.new ?? 0),
    })),
  });
}

const TIMELY: readonly RateName[] = ['tickets.onTime', 'complaints.onTime', 'deadlines.onTime'];

/** How much was done in time, month by month, with what the site aims at for repairs. */
export function timelinessTrend(ctx: Ctx, month: Month, target: string | null): Block {
  const months = lastMonths(month);
  const measured = months.map(
    (each) => measure(ctx, spanOf(monthSpan(each), ctx), ['deadlines']).rates,
  );
  return chartOf(w('及时率，按月份', 'Done in time, by month'), {
    is: 'lines',
    unit: 'percent',
    categories: months.map(same),
    series: TIMELY.map((name) => ({
      name: rateNamed(name)?.label ?? same(name),
      values: measured.map((rates) => numberOf(rates[name]?.percent ?? null)),
    })),
    target: numberOf(target),
  });
}

const numberOf = (percent: string | null): number | null =>
  percent === null ? null : Number(percent);
