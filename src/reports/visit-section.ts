import type { Ctx } from '../context.ts';
import { named, type Section } from '../formats/model.ts';
import { rateOf } from '../lib/rate.ts';
import { w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import { REASON_WORDS } from '../visits/model.ts';
import { column, figures, type Told, table } from './building.ts';

/** Visits and callbacks, and how those who were asked are satisfied (rules 71–76, 162). */
export const visitSection = (ctx: Ctx, told: Told): Section => ({
  key: 'visits',
  title: w('走访与回访', 'Visits and callbacks'),
  blocks: [
    figures(told, [
      ...['visits.count', 'visits.callbacks', 'visits.visited', 'visits.unanswered'],
      'visits.satisfaction',
    ]),
    table(
      [...measureBy(ctx, told.now.span, 'visits', 'reason')],
      [
        column('reason', w('事由', 'Reason'), 'named', ([key]) => named(key, REASON_WORDS)),
        column('count', w('次数', 'Count'), 'whole', ([, it]) => it.count ?? 0),
        column(
          'dissatisfied',
          w('不满意', 'Dissatisfied'),
          'whole',
          ([, it]) => it.dissatisfied ?? 0,
        ),
        column('satisfaction', w('满意率', 'Satisfaction'), 'rate', ([, it]) =>
          rateOf(it.pleased ?? 0, it.count ?? 0),
        ),
      ],
      { key: 'byReason', title: w('按事由', 'By reason') },
    ),
  ],
});
