import type { Ctx } from '../context.ts';
import type { Report, Section } from '../formats/model.ts';
import type { Month } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { monthFrom } from '../lib/month.ts';
import { w } from '../lib/words.ts';
import { measure, measureBy } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { CATEGORIES } from '../tickets/model.ts';
import { column, figures, type Told, table } from './building.ts';
import { reportOf } from './frame.ts';

/** The month's report (rules 41, 73, 127, 162), as it is known now. */
export function monthlyReport(ctx: Ctx, month: Month): Report {
  const span = spanOf(monthSpan(month), ctx);
  const told: Told = {
    now: measure(ctx, span),
    before: measure(ctx, spanOf(monthSpan(monthFrom(month, -1)), ctx)),
    targets: {},
  };
  return reportOf(ctx, {
    kind: 'monthly',
    title: w(`${month} 客服月报`, `Monthly report ${month}`),
    period: { key: 'month', text: month },
    span,
    sections: [ticketsSection(ctx, told)],
  });
}

function ticketsSection(ctx: Ctx, told: Told): Section {
  const byClass = [...measureBy(ctx, told.now.span, 'tickets', 'class')];
  return {
    key: 'tickets',
    title: w('维修', 'Repairs'),
    blocks: [
      figures(told, [
        ...['tickets.opened', 'tickets.carried', 'tickets.finished', 'tickets.cancelled'],
        ...['tickets.open', 'tickets.onTime', 'tickets.arrivedOnTime', 'tickets.qualified'],
        ...['tickets.repeat', 'tickets.callback'],
      ]),
      table(
        byClass,
        [
          column('class', w('类别', 'Class'), 'words', ([key]) => CATEGORIES[key as 'leak']),
          column('opened', w('新报修', 'Reported'), 'whole', ([, it]) => it.opened ?? 0),
          column('finished', w('完工', 'Finished'), 'whole', ([, it]) => it.finished ?? 0),
          column('open', w('未完工', 'Open'), 'whole', ([, it]) => it.open ?? 0),
        ],
        { key: 'byClass', title: w('按类别', 'By class') },
      ),
    ],
  };
}
