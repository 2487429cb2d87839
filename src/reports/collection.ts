import type { GroupBy } from '../accounts/model.ts';
import type { Ctx } from '../context.ts';
import type { Report } from '../formats/model.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { arrearsSection } from './arrears-section.ts';
import { cashSection } from './cash-section.ts';
import { BOTH, feeSection, monthSection } from './fee-section.ts';
import { reportOf } from './frame.ts';
import { toldOf } from './period.ts';
import { spanBefore } from './span-rules.ts';

/** How the fees came in: rates by tariff and building, arrears with their age, month by month (rule 135). */
export function collectionReport(
  ctx: Ctx,
  period: Period,
  groupBy: GroupBy | undefined,
): Report {
  const days = { fromOn: period.from, untilOn: period.until };
  const told = toldOf(ctx, days, spanBefore(period));
  const by = groupBy === undefined ? BOTH : [groupBy];
  return reportOf(ctx, {
    kind: 'collection',
    title: w(`${period.text} 收缴报告`, `Collection ${period.text}`),
    period: { key: 'period', text: period.text },
    span: told.now.span,
    sections: [
      feeSection(ctx, told, by),
      monthSection(ctx, told),
      arrearsSection(ctx, told, by),
      cashSection(told),
    ],
  });
}
