import type { GroupBy } from '../accounts/model.ts';
import type { Ctx } from '../context.ts';
import type { Report } from '../formats/model.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { measure } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { arrearsSection } from './arrears-section.ts';
import type { Told } from './building.ts';
import { cashSection } from './cash-section.ts';
import { BOTH, feeSection, monthSection, monthsTold } from './fee-section.ts';
import { reportOf } from './frame.ts';
import { spanBefore } from './span-rules.ts';
import { targetsOf } from './target-rules.ts';

/** How the fees came in: rates by tariff and building, arrears with their age, month by month (rule 135). */
export function collectionReport(ctx: Ctx, period: Period, groupBy: GroupBy | undefined): Report {
  const told = toldOf(ctx, period);
  const { span } = told.now;
  const by = groupBy === undefined ? BOTH : [groupBy];
  return reportOf(ctx, {
    kind: 'collection',
    title: w(`${period.text} 收缴报告`, `Collection ${period.text}`),
    period: { key: 'period', text: period.text },
    span,
    sections: [
      feeSection(ctx, told, { by }),
      monthSection(monthsTold(ctx, told), ctx.policy.fees.target),
      arrearsSection(ctx, told, by),
      cashSection(told),
    ],
  });
}

const FAMILIES = [
  ...['fees', 'payments', 'receipts', 'prepaid', 'arrears', 'limitation', 'dunning', 'cash'],
  ...['deposits', 'deadlines'],
];

const toldOf = (ctx: Ctx, period: Period): Told => ({
  now: measure(ctx, spanOf({ fromOn: period.from, untilOn: period.until }, ctx), FAMILIES),
  before: measure(ctx, spanOf(spanBefore(period), ctx), FAMILIES),
  targets: targetsOf(ctx.policy),
});
