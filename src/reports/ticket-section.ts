import type { Ctx } from '../context.ts';
import type { Section } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import { CATEGORIES } from '../tickets/model.ts';
import { column, figures, type Told, table } from './building.ts';
import { timelinessTrend } from './trend-blocks.ts';

const CLASSES: Readonly<Record<string, { zh: string; en: string }>> = CATEGORIES;

/** Repairs by class, with timeliness, qualified and repeat rates (rules 25–48). */
export const ticketSection = (ctx: Ctx, told: Told): Section => ({
  key: 'tickets',
  title: w('维修', 'Repairs'),
  blocks: [
    figures(told, [
      ...['tickets.opened', 'tickets.carried', 'tickets.finished', 'tickets.cancelled'],
      ...['tickets.open', 'tickets.onTime', 'tickets.arrivedOnTime', 'tickets.qualified'],
      ...['tickets.repeat', 'tickets.callback'],
    ]),
    timelinessTrend(ctx, monthOf(told.now.span.untilOn), told.targets['tickets.onTime'] ?? null),
    table(
      [...measureBy(ctx, told.now.span, 'tickets', 'class')],
      [
        column('class', w('类别', 'Class'), 'words', ([key]) => CLASSES[key] ?? null),
        column('opened', w('新报修', 'Reported'), 'whole', ([, it]) => it.opened ?? 0),
        column('carried', w('上期结转', 'Carried over'), 'whole', ([, it]) => it.carried ?? 0),
        column('finished', w('完工', 'Finished'), 'whole', ([, it]) => it.finished ?? 0),
        column('open', w('未完工', 'Open'), 'whole', ([, it]) => it.open ?? 0),
      ],
      { key: 'byClass', title: w('按类别', 'By class') },
    ),
  ],
});
