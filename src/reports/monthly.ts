import type { Ctx } from '../context.ts';
import type { Report } from '../formats/model.ts';
import type { Month } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { monthFrom } from '../lib/month.ts';
import { parsePeriod } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { correctionsSection } from './corrections.ts';
import { reportOf } from './frame.ts';
import { headlineSection } from './headline-section.ts';
import { nextSection } from './next-section.ts';
import { periodSections, toldOf } from './period.ts';
import { problemSection } from './problem-section.ts';

/** The month's report (rules 41, 73, 127, 162), as it is known now: first what matters most, then all of it. */
export function buildMonthly(ctx: Ctx, month: Month): Report {
  const told = toldOf(ctx, monthSpan(month), monthSpan(monthFrom(month, -1)));
  return reportOf(ctx, {
    kind: 'monthly',
    title: w(`${month} 客服月报`, `Monthly report ${month}`),
    period: { key: 'month', text: month },
    span: told.now.span,
    sections: [
      headlineSection(told),
      problemSection(told),
      ...periodSections(ctx, told, parsePeriod(month, ctx.today)),
      nextSection(ctx, monthSpan(monthFrom(month, 1))),
      correctionsSection(ctx, month),
    ],
  });
}
