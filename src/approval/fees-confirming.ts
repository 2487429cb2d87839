import type { Ctx } from '../context.ts';
import { planOneOff } from '../fees/charges.ts';
import { WyError } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { type RenovationRecord, requireReady } from '../renovations/record.ts';
import { type FeesTaking, requireBills } from './fees.ts';
import { type Bill, payerFor, unchargedFen } from './fees-rules.ts';
import { feesWords } from './fees-text.ts';

/**
 * What the clerk and the payers see before money is taken for a renovation (rule 94); refuses what
 * `takeFees` refuses.
 */
export function askToTake(ctx: Ctx, taking: FeesTaking): Words {
  const it = requireReady(ctx, taking.no, 'fees');
  const bills = requireBills(it, taking);
  refuseUnchargeable(ctx, it, bills);
  return feesWords({
    ...{ no: it.no, unit: it.unit, method: taking.method },
    parties: bills.map((bill) => ({ ...bill, payer: taking.holder ?? payerFor(it, bill.party) })),
  });
}

function refuseUnchargeable(ctx: Ctx, it: RenovationRecord, bills: readonly Bill[]): void {
  const unit = requireUnit(ctx.ledger, it.unit);
  for (const due of bills.flatMap(({ dues }) => dues)) {
    const amountFen = unchargedFen(due, it.charges);
    if (due.kind === 'deposit' || amountFen === 0) continue;
    const planned = planOneOff(ctx, { unit, tariffKey: due.key, amountFen });
    if (planned instanceof WyError) throw planned;
  }
}
