import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import * as store from './store.ts';

/**
 * Cash of an old list was handed to finance long ago, on the day on which it came in: it is neither in
 * the drawer nor owed. In the transaction of its caller.
 */
export function bankPast(
  ctx: Ctx,
  { day, at, amountFen }: { day: Day; at: Moment; amountFen: number },
) {
  store.insertHandIn(ctx.ledger, {
    amountFen,
    expectedFen: amountFen,
    explanation: null,
    handedAt: at,
    handedById: ctx.operator().id,
    takenById: null,
    bookedOn: day,
  });
}

/** Undefined where no month was closed; later entries than its last day may be made. */
export const closedUntil = (ctx: Pick<Ctx, 'ledger'>) => store.lastClosedMonth(ctx.ledger);
