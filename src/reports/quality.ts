import type { Ctx } from '../context.ts';
import type { Report, Section } from '../formats/model.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import type { Numbers } from '../measures/model.ts';
import { column, figures, type Told, table } from './building.ts';
import { deadlineColumns, deadlineSection, roleSection } from './deadline-section.ts';
import { reportOf } from './frame.ts';
import { toldOf } from './period.ts';
import { problemSection } from './problem-section.ts';
import { shortfallSection } from './shortfall-section.ts';
import { spanBefore } from './span-rules.ts';

/** The quality of the service (rule 162): its rates, what fell short, and by whom. */
export function qualityReport(ctx: Ctx, period: Period): Report {
  const days = { fromOn: period.from, untilOn: period.until };
  const told = toldOf(ctx, days, spanBefore(period));
  return reportOf(ctx, {
    kind: 'quality',
    title: w(`${period.text} 服务质量报告`, `Service quality ${period.text}`),
    period: { key: 'period', text: period.text },
    span: told.now.span,
    sections: [
      rateSection(told),
      problemSection(told),
      roleSection(ctx, told),
      staffSection(ctx, told),
      deadlineSection(ctx, told),
      shortfallSection(ctx, told.now.span),
    ],
  });
}

const rateSection = (told: Told): Section => ({
  key: 'rates',
  title: w('各项比率', 'Rates'),
  blocks: [
    figures(
      told,
      Object.keys(told.now.rates)
        .filter((name) => !name.startsWith('fees.'))
        .map((name) => [name, name]),
    ),
  ],
});

/** Of members of staff by name: what each had promised; what nobody was given stands with its role. */
const staffSection = (ctx: Ctx, { now }: Told): Section => ({
  key: 'staff',
  title: w('各经办人的时限', 'Deadlines by member of staff'),
  blocks: [
    table(
      [...measureBy(ctx, now.span, 'deadlines', 'staff')].filter(([name]) => name !== ''),
      [
        column('staff', w('经办', 'Staff'), 'text', ([name]: readonly [string, Numbers]) => name),
        ...deadlineColumns,
      ],
    ),
  ],
});
