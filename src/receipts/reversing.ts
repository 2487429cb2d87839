import { tooEarly } from '../cases/rules.ts';
import { bookedOn, cashWentOut } from '../cash/booking.ts';
import type { Ctx } from '../context.ts';
import { keptPromises, reopenPromises } from '../fees/promises.ts';
import { settle } from '../fees/settling.ts';
import { settleAt } from '../fees/settling-rules.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { RECEIPTS, type ReceiptRecord, receiptOf, requireReceipt } from './receipts.ts';
import { chargesMovedAt } from './rest-store.ts';
import { leftOf, refusalOfReversal } from './state-rules.ts';
import * as store from './store.ts';

/** The receipt that may be taken back; refuses one that may not. */
export function requireReversible(ctx: Ctx, typed: string): ReceiptRecord {
  const receipt = requireReceipt(ctx, typed);
  const refusal =
    refusalOfReversal(receipt) ??
    tooEarly(receipt.no, 'fee receipt', receipt.receivedAt ?? receipt.issuedAt, ctx.now);
  if (refusal) throw refusal;
  return receipt;
}

/**
 * Takes a receipt back by one of its own with all its amounts negative (冲红), less what was refunded
 * or transferred: its charges are owed again, the first one stays as it was. Booked in the month that
 * is still open. Promises of payment that are not kept without it are followed up again.
 */
export function reverseReceipt(ctx: Ctx, typed: string, reason: string): ReceiptRecord {
  return transact(ctx, 'fee.reverse', (entry) => {
    const receipt = requireReversible(ctx, typed);
    const { unitId, unit, payer, method, lines } = receipt;
    const movedAt = chargesMovedAt(
      ctx.ledger,
      lines.map(({ charge }) => charge),
    );
    const at = settleAt(ctx.now, receipt.lastMovedAt, ...movedAt.values());
    const by = ctx.operator().id;
    const no = nextNumber(ctx.ledger, RECEIPTS, ctx.today);
    const amountFen = -leftOf(receipt);
    const id = store.insert(ctx.ledger, {
      ...{ no, unitId, payer, method, amountFen, reason },
      reversesId: receipt.id,
      wanted: null,
      collectAt: null,
      issuedAt: ctx.now,
      issuedById: by,
      receivedAt: at,
      receivedById: by,
      bookedOn: bookedOn(ctx, at),
    });
    const kept = keptPromises(ctx, unitId);
    for (const { charge, amountFen: paidFen } of lines) {
      settle(ctx, {
        ...{ chargeId: charge, kind: 'payment', amountFen: -paidFen },
        ...{ receiptId: id, reason, settledAt: at },
      });
    }
    reopenPromises(ctx, kept, at);
    if (method === 'cash') cashWentOut(ctx);
    entry.subject = no;
    entry.changes = { unit, method, amountFen, reverses: receipt.no, reason: HIDDEN };
    return receiptOf(ctx, no);
  });
}
