import { bookedOn, cashWentOut } from '../cash/booking.ts';
import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { settleAt } from '../fees/settling-rules.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Moment } from '../lib/moment.ts';
import { nothingAsked } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import { approverFor } from '../registry/approvers.ts';
import type { Staff, Unit } from '../registry/model.ts';
import { requireStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { draw, sumOf } from './allocation-rules.ts';
import type { Refund, Rest } from './model.ts';
import { prepaidOf } from './prepayments.ts';
import { insertPayout, rests } from './rest-store.ts';
import { refusalOfDrawing } from './state-rules.ts';

export interface Refunding {
  unit: string;
  amountFen: number;
  method: Method;
  reason: string;
  /** Undefined: whoever acts, if they may. */
  approvedBy?: string | undefined;
}

/** Who approves a refund (rule 172). */
const APPROVERS: readonly Role[] = ['finance', 'director'];

/** What leaves a unit's prepayment, the oldest receipt first; refuses more than there is. */
export function drawFrom(ctx: Ctx, typed: string, amountFen: number) {
  const unit = requireUnit(ctx.ledger, typed);
  const there = rests(ctx.ledger, [unit.id]).filter(({ receivedAt }) => receivedAt <= ctx.now);
  const restFen = sumOf(there.map((rest) => ({ amountFen: rest.restFen })));
  if (amountFen <= 0) throw nothingAsked();
  const refusal = refusalOfDrawing(unit.code, amountFen, restFen);
  if (refusal) throw refusal;
  return { unit, restFen, drawn: draw(amountFen, there) };
}

/** Prepaid money goes back to whoever paid it (rule 172); refuses more than is prepaid. */
export function refund(ctx: Ctx, made: Refunding): Refund {
  return transact(ctx, 'fee.refund', (entry) => {
    const { amountFen, method, reason } = made;
    const { unit, drawn } = drawFrom(ctx, made.unit, amountFen);
    const approver = approverOf(ctx, made.approvedBy);
    const paidAt = settleAt(ctx.now, ...drawn.map(({ from }) => from.lastMovedAt));
    for (const { from, amountFen: paidFen } of drawn) {
      insertPayout(ctx.ledger, {
        ...{ receiptId: from.receiptId, kind: 'refund', amountFen: paidFen, method, reason },
        ...{ toReceiptId: null, approvedById: approver?.id ?? null },
        ...{ paidAt, paidById: ctx.operator().id, bookedOn: bookedOn(ctx, paidAt) },
      });
    }
    if (method === 'cash') cashWentOut(ctx);
    entry.subject = unit.code;
    entry.changes = {
      ...{ method, amountFen, receipts: numbersOf(drawn), reason: HIDDEN },
      ...(approver && { approvedById: approver.id }),
    };
    return resultOf(ctx, unit, made, { drawn, approver, paidAt });
  });
}

function approverOf(ctx: Ctx, typed: string | undefined): Staff | undefined {
  if (typed !== undefined) return approverFor(ctx, typed, APPROVERS);
  const acting = requireStaff(ctx.ledger, String(ctx.operator().id));
  if (acting.roles.some((role) => APPROVERS.includes(role))) return acting;
  ctx.warn(
    w(
      '退款已记下，但没有写明由谁批准（应由财务或主任批）；以后的退款请加 --approved-by 姓名',
      'The refund is recorded, but not who approved it (finance or the director do); say --approved-by NAME with the next one.',
    ),
  );
  return undefined;
}

type Drawn = readonly { from: Rest; amountFen: number }[];

const numbersOf = (drawn: Drawn) => drawn.map(({ from }) => from.no);

function resultOf(
  ctx: Ctx,
  unit: Unit,
  { amountFen, method, reason }: Refunding,
  { drawn, approver, paidAt }: { drawn: Drawn; approver: Staff | undefined; paidAt: Moment },
): Refund {
  return {
    ...{ unit: unit.code, amountFen, method, reason },
    approvedBy: approver?.name ?? null,
    refundedAt: paidAt,
    from: drawn.map((each) => ({ receipt: each.from.no, amountFen: each.amountFen })),
    prepaidFen: prepaidOf(ctx.ledger, unit.id),
  };
}
