import type { Ctx } from '../context.ts';
import { isPromised, promise } from '../deadlines/service.ts';
import type { Day } from '../lib/day.ts';
import { addDays, lastDayOfMonth } from '../lib/day.ts';
import { dayOf } from '../lib/moment.ts';
import * as store from './store.ts';

/**
 * The day of the cash journal to which money of this moment belongs: its own, or the first one after
 * the last closed month (rule 129, 日清月结).
 */
export function bookedOn(ctx: Ctx, at = ctx.now): Day {
  const own = dayOf(at, ctx.zone);
  const closed = store.lastClosedMonth(ctx.ledger);
  const firstOpen = closed === undefined ? own : addDays(lastDayOfMonth(closed), 1);
  return own < firstOpen ? firstOpen : own;
}

/** Cash came in: it is to be handed to finance the same day (rule 129). */
export function cashCameIn(ctx: Ctx): void {
  if (!store.openDay(ctx.ledger, ctx.today, ctx.now)) return;
  if (isPromised(ctx, ctx.today, 'cash.hand-in')) return;
  promise(ctx, {
    subject: ctx.today,
    kind: 'cash.hand-in',
    role: 'clerk',
    clause: 'cash.handIn',
    from: ctx.now,
  });
}
