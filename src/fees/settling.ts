import type { Ctx } from '../context.ts';
import type { Moment } from '../lib/moment.ts';
import * as store from './charge-store.ts';
import type { SettlementKind } from './model.ts';

export interface Settlement {
  chargeId: number;
  kind: SettlementKind;
  /** Negative where it is taken back. */
  amountFen: number;
  /** Of a payment the receipt it comes out of. */
  receiptId?: number;
  reason?: string;
  approvedById?: number;
  /** By `settleAt`, never before the last settlement of the charge and of the receipt. */
  settledAt: Moment;
}

/** Writes one row, in the transaction of its caller, who has made sure that the sums stay valid. */
export function settle(ctx: Ctx, it: Settlement): void {
  store.insertSettlement(ctx.ledger, {
    ...it,
    receiptId: it.receiptId ?? null,
    reason: it.reason ?? null,
    approvedById: it.approvedById ?? null,
    settledById: ctx.operator().id,
  });
}
