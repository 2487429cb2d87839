import type { Ctx } from '../context.ts';
import { settle } from '../fees/settling.ts';
import { settleAt } from '../fees/settling-rules.ts';
import type { Moment } from '../lib/moment.ts';
import type { Share } from './model.ts';

/** A share of a receipt's money, and when the receipt and the charge last moved. */
export interface Allotment extends Share {
  from: { receiptId: number; lastMovedAt: Moment };
  to: { id: number; lastMovedAt: Moment };
}

/**
 * Books payments one after the other, none before what its receipt or its charge has seen already, so
 * that every sum up to any moment holds.
 */
export function settleShares(ctx: Ctx, allotments: readonly Allotment[]): void {
  const operator = ctx.operator();
  const by: Ctx = { ...ctx, operator: () => operator };
  const ofReceipt = new Map<number, Moment>();
  const ofCharge = new Map<number, Moment>();
  for (const { chargeId, amountFen, from, to } of allotments) {
    const settledAt = settleAt(
      ctx.now,
      ofReceipt.get(from.receiptId) ?? from.lastMovedAt,
      ofCharge.get(to.id) ?? to.lastMovedAt,
    );
    ofReceipt.set(from.receiptId, settledAt);
    ofCharge.set(to.id, settledAt);
    settle(by, { chargeId, kind: 'payment', amountFen, receiptId: from.receiptId, settledAt });
  }
}
