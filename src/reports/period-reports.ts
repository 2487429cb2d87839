import type { Ctx } from '../context.ts';
import type { Report, Section } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import type { Period } from '../lib/period.ts';
import { type Words, w } from '../lib/words.ts';
import { measure } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { figureOf } from '../measures/naming.ts';
import { column, table } from './building.ts';
import { reportOf } from './frame.ts';
import { headlineSection } from './headline-section.ts';
import { periodSections, toldOf } from './period.ts';
import { problemSection } from './problem-section.ts';
import { monthsIn, spanBefore } from './span-rules.ts';

/** The quarter's and the year's report (rule 162): what the month's says, and its months side by side. */
const reportOn = (ctx: Ctx, kind: string, key: string, title: Words, period: Period): Report => {
  const told = toldOf(ctx, { fromOn: period.from, untilOn: period.until }, spanBefore(period));
  return reportOf(ctx, {
    kind,
    title,
    period: { key, text: period.text },
    span: told.now.span,
    sections: [
      headlineSection(told),
      problemSection(told),
      monthsSection(ctx, period),
      ...periodSections(ctx, told, period),
    ],
  });
};

export const quarterlyReport = (ctx: Ctx, period: Period): Report =>
  reportOn(
    ctx,
    'quarterly',
    'quarter',
    w(`${period.text} 客服季报`, `Quarterly report ${period.text}`),
    period,
  );

export const annualReport = (ctx: Ctx, period: Period): Report =>
  reportOn(
    ctx,
    'annual',
    'year',
    w(`${period.text} 年客服年报`, `Annual report ${period.text}`),
    period,
  );

/** What is worth seeing month by month. */
const BY_MONTH = [
  ...['tickets.opened', 'tickets.finished', 'tickets.onTime', 'tickets.qualified'],
  ...['complaints.new', 'complaints.closed', 'complaints.onTime', 'visits.satisfaction'],
  ...['fees.current', 'deadlines.onTime'],
];

function monthsSection(ctx: Ctx, period: Period): Section {
  const months = monthsIn(period)
    .filter((from) => from <= ctx.today)
    .map((from) => ({
      month: monthOf(from),
      measured: measure(ctx, spanOf(monthSpan(monthOf(from)), ctx)),
    }));
  return {
    key: 'months',
    title: w('逐月', 'Month by month'),
    blocks: [
      table(months, [
        column('month', w('月份', 'Month'), 'text', (it) => it.month),
        ...BY_MONTH.map((name) => {
          const { label, kind } = figureOf(name);
          return column(
            name,
            label,
            kind,
            ({ measured }: (typeof months)[number]) =>
              measured.rates[name] ?? measured.numbers[name] ?? null,
          );
        }),
      ]),
    ],
  };
}
