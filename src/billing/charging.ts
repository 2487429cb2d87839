import type { Ctx } from '../context.ts';
import { makeCharge } from '../fees/charges.ts';
import type { NewCharge } from '../fees/model.ts';
import { MAX_AMOUNT_FEN } from '../lib/money.ts';
import { amountFenOf } from '../tariffs/amount-rules.ts';
import type { BilledUnit, Segment, Skipped, SkipReason } from './model.ts';
import type { Turn } from './turns.ts';

/** What a segment is charged for besides its days. */
export type Measured = Pick<
  NewCharge,
  'quantityThousandths' | 'monthParts' | 'subscriptionId' | 'fromReadingId' | 'toReadingId'
>;

/** The charge of a segment, or why there is none. */
export function chargeOf(
  turn: Pick<Turn, 'key' | 'cycle' | 'dueOn'>,
  unit: Pick<BilledUnit, 'id'>,
  { from, until, rateTenthousandths, percent, debtor }: Segment,
  measured: Measured,
): NewCharge | SkipReason {
  if (!debtor) return 'no_owner';
  const { quantityThousandths, monthParts } = measured;
  const amountFen = amountFenOf({ quantityThousandths, rateTenthousandths, monthParts, percent });
  if (amountFen < 1) return 'amount_zero';
  if (amountFen > MAX_AMOUNT_FEN) return 'amount_too_large';
  return {
    ...debtor,
    ...measured,
    unitId: unit.id,
    tariff: turn.key,
    cycleOn: turn.cycle.cycleOn,
    periodStart: from,
    periodEnd: until,
    rateTenthousandths,
    percent,
    amountFen,
    dueOn: turn.dueOn,
  };
}

/** Books what can be charged; what cannot is given back, each reason once. */
export function book(
  ctx: Ctx,
  turn: Pick<Turn, 'key'>,
  unit: Pick<BilledUnit, 'code'>,
  charges: readonly (NewCharge | SkipReason)[],
): Skipped[] {
  const reasons = new Set<SkipReason>();
  for (const charge of charges) {
    if (typeof charge === 'string') reasons.add(charge);
    else makeCharge(ctx, charge);
  }
  return [...reasons].map((reason) => ({ unit: unit.code, tariff: turn.key, reason }));
}
