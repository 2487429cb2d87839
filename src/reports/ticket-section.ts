import type { Ctx } from '../context.ts';
import { named, type Section } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { measureParted } from '../measures/measuring.ts';
import { CATEGORIES, type Category } from '../tickets/model.ts';
import { column, figureColumn, figures, type Told, table } from './building.ts';
import { timelinessTrend } from './trend-blocks.ts';

/** Repairs by class, with timeliness, qualified and repeat rates (rules 25–48). */
export const ticketSection = (ctx: Ctx, told: Told): Section => ({
  key: 'tickets',
  title: w('维修', 'Repairs'),
  blocks: [
    figures(told, [
      ...[
        'tickets.opened',
        'tickets.carried',
        'tickets.returned',
        'tickets.finished',
        'tickets.cancelled',
      ],
      ...['tickets.open', 'tickets.onTime', 'tickets.arrivedOnTime', 'tickets.qualified'],
      ...['tickets.repeat', 'tickets.callback'],
    ]),
    timelinessTrend(ctx, monthOf(told.now.span.untilOn), told.targets['tickets.onTime'] ?? null),
    table(
      measureParted(ctx, told.now.span, Object.keys(CATEGORIES) as Category[], {
        tickets: 'class',
        deadlines: 'ticketClass',
      }),
      [
        column('class', w('类别', 'Class'), 'named', ([key]) => named(key, CATEGORIES)),
        ...[
          'tickets.opened',
          'tickets.carried',
          'tickets.returned',
          'tickets.finished',
          'tickets.open',
        ].map(figureColumn),
        ...['tickets.onTime', 'tickets.qualified', 'tickets.repeat'].map(figureColumn),
      ],
      { key: 'byClass', title: w('按类别', 'By class') },
    ),
  ],
});
