import type { Ctx } from '../../context.ts';
import { listCharges } from '../../fees/charges.ts';
import type { Charge } from '../../fees/model.ts';
import { addDays, type Day, monthOf } from '../../lib/day.ts';
import { atLocal } from '../../lib/moment.ts';
import { takeMoney } from '../../receipts/taking.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { everyMonths, firstOfMonth, type MoneyTimes, monthsOf, quarterOf } from './calendar.ts';
import { type Payer, paysAt } from './payers.ts';

/** What households have paid since wy began: one receipt a quarter, as a rule. */
export function paymentsOf({ zone }: Estate, payers: readonly Payer[], times: MoneyTimes): Beat[] {
  const quarters = everyMonths(times.startsOn, addDays(times.today, 1), 3);
  const opensAt = atLocal(times.opensOn, '08:45', zone);
  return payers.flatMap((payer) =>
    quarters.flatMap((quarterOn) => {
      const at = paysAt(payer, quarterOn, times, zone);
      return at === undefined || at < opensAt ? [] : [{ at, act: (ctx: Ctx) => pay(ctx, payer) }];
    }),
  );
}

const sumOf = (charges: readonly Charge[]) =>
  charges.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);

const TEN_YUAN = 1_000;

function pay(ctx: Ctx, { unit, habit, method }: Payer): void {
  const owed = listCharges(ctx.ledger, { unitId: unit.id, state: 'outstanding' });
  const wholeFen = sumOf(owed) + (habit === 'quarterly' ? monthsToCome(owed, ctx.today) : 0);
  const halfFen = Math.floor(wholeFen / 2 / TEN_YUAN) * TEN_YUAN;
  const amountFen = habit === 'part' ? halfFen : wholeFen;
  if (amountFen > 0) takeMoney(ctx, { unit: unit.code, amountFen, method });
}

/** What this month's fees come to in the months of the quarter that are still to be billed. */
function monthsToCome(owed: readonly Charge[], today: Day): number {
  const month = firstOfMonth(today);
  const left = monthsOf(quarterOf(today)).filter((on) => monthOf(on) > monthOf(today)).length;
  return (
    left * sumOf(owed.filter(({ cycleOn, tariff }) => cycleOn === month && MONTHLY.has(tariff)))
  );
}

const MONTHLY = new Set(['energy', 'parking', 'lease']);

/** Paid repairs are paid at the end of the day, but for a few. */
export function repairsPaidOn({ zone }: Estate, day: Day): Beat[] {
  const act = (ctx: Ctx): void => {
    const owed = listCharges(ctx.ledger, {
      tariff: 'repair',
      from: addDays(day, -1),
      state: 'outstanding',
    });
    for (const { id, unit, outstandingFen } of owed) {
      const random = randomOf(`pays repair ${unit} ${day}`);
      if (random.chance(OWED_PERCENT)) continue;
      const method = random.chance(CASH_PERCENT) ? 'cash' : 'wechat';
      takeMoney(ctx, { unit, amountFen: outstandingFen, method, for: [String(id)] });
    }
  };
  return [{ at: atLocal(day, '17:15', zone), act }];
}

const OWED_PERCENT = 3;
const CASH_PERCENT = 33;
