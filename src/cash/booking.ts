import type { Ctx } from '../context.ts';
import type { Duty } from '../deadlines/model.ts';
import { dutiesDueBy, isPromised, promise, release } from '../deadlines/service.ts';
import type { Day } from '../lib/day.ts';
import { addDays, lastDayOfMonth } from '../lib/day.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import * as flows from './flow-store.ts';
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

/**
 * Cash came in, as a row already written says: it is to be handed to finance the same day (rule 129),
 * anew where that day's was handed in before.
 */
export function cashCameIn(ctx: Ctx): void {
  store.openDay(ctx.ledger, ctx.today, ctx.now);
  if (isPromised(ctx, ctx.today, 'cash.hand-in')) return;
  promise(ctx, {
    subject: ctx.today,
    kind: 'cash.hand-in',
    role: 'clerk',
    clause: 'cash.handIn',
    from: ctx.now,
  });
}

/** Later than whatever is due. */
const FAR: Moment = '9999-12-31T00:00:00Z';

/** The days whose cash is still to be handed in. */
export const handInsOwed = (ctx: Ctx): Duty[] =>
  dutiesDueBy(ctx, FAR).filter(({ kind }) => kind === 'cash.hand-in');

/**
 * Cash went back to a payer, as a row already written says: with nothing left there is nothing to hand
 * in; a drawer below nothing is warned of.
 */
export function cashWentOut(ctx: Ctx): void {
  const leftFen = flows.cashOfAllTime(ctx.ledger);
  if (leftFen > 0) return;
  for (const { subject } of handInsOwed(ctx)) release(ctx, subject, 'cash.hand-in');
  warnBelowNothing(ctx);
}

/** More left the drawer than the journal knows of. */
export function warnBelowNothing(ctx: Ctx): void {
  const leftFen = flows.cashOfAllTime(ctx.ledger);
  if (leftFen >= 0) return;
  ctx.warn(
    w(
      `日记账现金为 ${yuanText(leftFen)} 元：请核对是否有收款未登记（wy cash journal）。`,
      `The journal's cash is ${yuanText(leftFen)}: has a receipt not been recorded? See wy cash journal.`,
    ),
  );
}
