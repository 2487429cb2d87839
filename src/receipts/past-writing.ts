import { cashCameIn } from '../cash/booking.ts';
import { bankPast } from '../cash/past.ts';
import type { Ctx } from '../context.ts';
import { pastCharges } from '../fees/past.ts';
import { settle } from '../fees/settling.ts';
import { settleAt } from '../fees/settling-rules.ts';
import { numberGiver } from '../ledger/former-numbers.ts';
import { groupBy } from '../lib/group.ts';
import { each } from '../registry/bulk.ts';
import { colleagues } from '../registry/colleagues.ts';
import * as store from './bulk-store.ts';
import type { PaymentSums, Share, Slip, Target } from './past.ts';
import { RECEIPTS } from './receipts.ts';

export interface Payments {
  made: readonly Target[];
  slips: readonly Slip[];
  shares: readonly Share[];
  sums: PaymentSums;
}

/** Writes charges, receipts, what they paid and where the cash went, and checks the sums of it. */
export function writePayments(
  ctx: Ctx,
  { made, slips, shares, sums }: Payments,
  progress: (done: number, total: number) => void,
): void {
  const { ledger } = ctx;
  const before = store.moneySums(ledger);
  const make = pastCharges(ctx);
  for (const target of made) {
    if (!target.line) continue;
    const { id, billedAt } = make(target.line);
    target.id = id;
    target.lastMovedAt = billedAt;
  }
  const staff = colleagues(ledger);
  const acting = ctx.operator().id;
  const giveNumber = numberGiver(ledger, RECEIPTS, []);
  const ofSlip = groupBy(shares, ({ slip }) => slip);
  each(
    slips,
    (slip) => {
      const { unit, formerNo, method, amountFen, receivedAt, day, lines } = slip;
      const receivedById = staff.find(lines[0]?.collector, true)?.id ?? acting;
      const no = giveNumber(day);
      const receiptId = store.insertPast(ledger, {
        ...{ no, formerNo, unitId: unit.id, method, amountFen, receivedAt, receivedById },
        bookedOn: day,
      });
      let last = receivedAt;
      for (const { target, amountFen: paidFen } of ofSlip.get(slip) ?? []) {
        last = settleAt(last, target.lastMovedAt ?? null);
        target.lastMovedAt = last;
        const chargeId = target.id ?? 0;
        settle(ctx, { chargeId, kind: 'payment', amountFen: paidFen, receiptId, settledAt: last });
      }
    },
    progress,
  );
  bankCash(ctx, slips);
  const after = store.moneySums(ledger);
  const isBalanced =
    after.receivedFen - before.receivedFen === sums.receivedFen &&
    after.settledFen - before.settledFen === sums.settledFen;
  if (!isBalanced) throw new Error('an import of payments wrote other sums than it read');
}

/** Cash of days before was handed in on its day; today's is still to be (rule 129). */
function bankCash(ctx: Ctx, slips: readonly Slip[]): void {
  const cash = slips.filter(({ method }) => method === 'cash');
  for (const [day, ofDay] of groupBy(cash, ({ day: each }) => each)) {
    if (day === ctx.today) {
      cashCameIn(ctx);
      continue;
    }
    const amountFen = ofDay.reduce((sum, each) => sum + each.amountFen, 0);
    const at = ofDay.reduce((last, { receivedAt }) => settleAt(last, receivedAt), '');
    bankPast(ctx, { day, at, amountFen });
  }
}
