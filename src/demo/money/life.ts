import type { Ctx } from '../../context.ts';
import { addDays, daysBetween } from '../../lib/day.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { billsOf } from './bills.ts';
import { everyMonths, moneyTimes, quarterOf } from './calendar.ts';
import { cashOf } from './cash.ts';
import { correctionsOf, developerPays, lesseePays } from './corrections.ts';
import { dunningOf } from './dunning.ts';
import { oldBooksOf } from './old-books.ts';
import { payersOf } from './payers.ts';
import { paymentsOf, repairsPaidOn } from './payments.ts';
import { trustsOf } from './trusts.ts';

/** The life of money in the sample estate: what the old books told, and half a year of wy. */
export function moneyLife(ctx: Ctx, estate: Estate): Beat[] {
  const times = moneyTimes(ctx.today);
  const { opensOn, today } = times;
  const payers = payersOf(ctx, estate, times);
  const days = Array.from({ length: daysBetween(opensOn, today) + 1 }, (_, at) =>
    addDays(opensOn, at),
  );
  const quarters = everyMonths(quarterOf(opensOn), addDays(today, 1), 3);
  return [
    ...oldBooksOf(payers, times, ctx),
    ...billsOf(estate, payers, times),
    ...paymentsOf(estate, payers, times),
    ...days.slice(-RECENT).flatMap((day) => repairsPaidOn(estate, day)),
    ...developerPays(estate, quarters),
    ...lesseePays(estate, everyMonths(opensOn, today, 1)),
    ...correctionsOf(ctx, estate, payers, times),
    ...trustsOf(estate, payers, times),
    ...dunningOf(estate, payers, days, times),
    ...cashOf(estate, days, times),
  ];
}

/** The days since the desk has kept its repairs in wy, and some. */
const RECENT = 45;
