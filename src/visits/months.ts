import type { Ctx } from '../context.ts';
import type { Month } from '../lib/day.ts';
import { lastDayOfMonth, monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** The first and the last second of a month. */
export const spanOf = (month: Month, zone: Zone): { from: Moment; to: Moment } => ({
  from: startOfDay(`${month}-01`, zone),
  to: endOfDay(lastDayOfMonth(month), zone),
});

/** Nothing can be drawn, summed up or talked over of a month that has not begun. */
export function refuseFuture(ctx: Ctx, month: Month): void {
  if (month <= monthOf(ctx.today)) return;
  throw refused(
    'month_not_begun',
    w(`${month} 还没有开始。`, `${month} has not begun yet.`),
    w(`本月是 ${monthOf(ctx.today)}。`, `This month is ${monthOf(ctx.today)}.`),
  );
}
