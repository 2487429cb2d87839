import type { Ctx } from '../../context.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { billsOf } from './bills.ts';
import { moneyTimes } from './calendar.ts';
import { oldBooksOf } from './old-books.ts';
import { payersOf } from './payers.ts';
import { paymentsOf } from './payments.ts';

/** The life of money in the sample estate: what the old books told, and half a year of wy. */
export function moneyLife(ctx: Ctx, estate: Estate): Beat[] {
  const times = moneyTimes(ctx.today);
  const payers = payersOf(ctx, estate, times);
  return [
    ...oldBooksOf(payers, times, ctx),
    ...billsOf(estate, payers, times),
    ...paymentsOf(estate, payers, times),
  ];
}
