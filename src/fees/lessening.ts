import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import * as store from './charge-store.ts';
import { listCharges, requireCharge } from './charges.ts';
import { type ChargeRecord, chargeRecord } from './charging.ts';
import type { Charge } from './model.ts';
import { type ChargePage, showCharge } from './page.ts';
import { releasePromises } from './promises.ts';
import { settle } from './settling.ts';
import { mayWaive, refusalOfReversal, refusalOfWaiver, settleAt } from './settling-rules.ts';

export interface Waiver {
  charge: string;
  amountFen: number;
  reason: string;
  approvedBy: string;
}

/**
 * Part or all of what is still owed of a charge is let go (rule 172): up to the policy's limit the
 * supervisor approves it, above it the director. Whoever approves what they record themselves is told.
 */
export function waiveCharge(ctx: Ctx, made: Waiver): ChargePage {
  return transact(ctx, 'fee.waive', (entry) => {
    const { ledger, policy } = ctx;
    const charge = requireCharge(ledger, made.charge);
    const refusal = refusalOfWaiver(charge, made.amountFen);
    if (refusal) throw refusal;
    const roles = mayWaive(charge, made.amountFen, policy.fees.waive.supervisor);
    const approver = approverFor(ctx, made.approvedBy, roles);
    settle(ctx, {
      chargeId: charge.id,
      kind: 'waiver',
      amountFen: made.amountFen,
      reason: made.reason,
      approvedById: approver.id,
      settledAt: standsAt(ctx, charge),
    });
    if (approver.id === ctx.operator().id) {
      ctx.warn(
        w(
          '经办人和批准人是同一人，已一并记录。',
          'Whoever records this also approves it; both are on record.',
        ),
      );
    }
    releasePromises(ctx, charge.unitId);
    entry.subject = charge.unit;
    entry.changes = {
      charge: charge.id,
      tariff: charge.tariff,
      amountFen: made.amountFen,
      reason: HIDDEN,
      approvedById: approver.id,
    };
    return showCharge(ctx, String(charge.id));
  });
}

const standsAt = (ctx: Ctx, { billedAt, lastSettledAt }: Charge) =>
  settleAt(ctx.now, billedAt, lastSettledAt);

const shown = ({ ledger, policy }: Ctx, id: number): ChargeRecord =>
  chargeRecord(policy, requireCharge(ledger, String(id)));

/**
 * Bills made by mistake: nothing is owed of them from now on, what was waived of them falls away with
 * them, and the same can be billed again. All of them, or none: refuses one that is paid for, naming
 * the receipts, one whose penalty stands, and one part alone of what was billed between two readings.
 */
export function reverseCharges(ctx: Ctx, typed: readonly string[], reason: string): ChargeRecord[] {
  return transact(ctx, 'fee.reverse-charge', (entry) => {
    const ids = [...new Set(typed.map((each) => requireCharge(ctx.ledger, each).id))];
    const charges = ids.map((id) => requireCharge(ctx.ledger, String(id)));
    for (const charge of charges) reverse(ctx, charge, { reason, together: ids });
    entry.subject = charges[0]?.unit ?? null;
    entry.changes = {
      charges: ids,
      amountFen: charges.reduce((sum, { amountFen }) => sum + amountFen, 0),
      reason: HIDDEN,
    };
    return ids.map((id) => shown(ctx, id));
  });
}

/** In the transaction of its caller; `together`: the charges that are reversed with it. */
export function reverse(
  ctx: Ctx,
  charge: Charge,
  { reason, together = [] }: { reason: string; together?: readonly number[] },
): void {
  const penalties = listCharges(ctx.ledger, { penaltyOf: [charge.id] })
    .filter(({ state }) => state !== 'reversed')
    .map(({ id }) => id);
  const isLeft = (id: number) => !together.includes(id);
  const refusal = refusalOfReversal(charge, {
    together,
    receiptNos: store.receiptsOn(ctx.ledger, charge.id),
    penaltyIds: penalties.filter(isLeft),
    partIds: store.partsOf(ctx.ledger, charge.id).filter(isLeft),
  });
  if (refusal) throw refusal;
  const base = { chargeId: charge.id, reason, settledAt: standsAt(ctx, charge) };
  if (charge.waivedFen > 0) {
    settle(ctx, { ...base, kind: 'waiver', amountFen: -charge.waivedFen });
    ctx.warn(
      w(
        `${charge.id} 号应收的减免也一起冲销了；重新出账后还要减免的，请再办一次。`,
        `The waiver of charge ${charge.id} fell away with it; billed anew, it is to be waived anew.`,
      ),
    );
  }
  settle(ctx, { ...base, kind: 'reversal', amountFen: charge.amountFen });
  releasePromises(ctx, charge.unitId);
}
