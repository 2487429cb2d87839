import type { Ctx } from '../context.ts';
import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth, monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { monthFrom } from '../lib/month.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** The first and the last second of a month. */
export const spanOf = (month: Month, zone: Zone): { from: Moment; to: Moment } => ({
  from: startOfDay(`${month}-01`, zone),
  to: endOfDay(lastDayOfMonth(month), zone),
});

/** Whether a visit of this day can be for the sample of a month: of its own, or late of the one before. */
export const isOpenOn = (today: Day, month: Month): boolean =>
  month === monthOf(today) || month === monthFrom(monthOf(today), -1);

/** Nobody could be visited any more for a sample drawn now. */
export function refuseOver({ today }: Ctx, month: Month): void {
  if (isOpenOn(today, month)) return;
  throw refused(
    'month_over',
    w(
      `${month} 早已过去，抽了也来不及回访。`,
      `${month} is long over, nobody can be visited for it.`,
    ),
    w(
      `补录当时抽的请加 --at ${lastDayOfMonth(month)}`,
      `To record what was drawn then, add --at ${lastDayOfMonth(month)}`,
    ),
  );
}

/** Nothing can be drawn, summed up or talked over of a month that has not begun. */
export function refuseFuture(ctx: Ctx, month: Month): void {
  if (month <= monthOf(ctx.today)) return;
  throw refused(
    'month_not_begun',
    w(`${month} 还没有开始。`, `${month} has not begun yet.`),
    w(`本月是 ${monthOf(ctx.today)}。`, `This month is ${monthOf(ctx.today)}.`),
  );
}
