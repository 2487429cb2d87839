import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import { type FeesTaking, payerFor, previewFees } from './fees.ts';
import { feesWords } from './fees-text.ts';

/** What the clerk and the payers see before money is taken for a renovation (rule 94). */
export function askToTake(ctx: Ctx, taking: FeesTaking): Words {
  const { it, bills } = previewFees(ctx, taking);
  return feesWords({
    ...{ no: it.no, unit: it.unit, method: taking.method },
    parties: bills.map((bill) => ({
      ...bill,
      payer: taking.holder ?? payerFor(ctx, it, bill.party),
    })),
  });
}
