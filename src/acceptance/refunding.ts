import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { meet, release } from '../deadlines/service.ts';
import type { DepositPage } from '../deposits/deposits.ts';
import { giveBack } from '../deposits/moving.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { totalFen } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { byParty } from './deduction-rules.ts';
import * as store from './settlement-store.ts';

export interface Refund {
  /** Undefined: as each deposit was taken. */
  method: Method | undefined;
  reason: string | undefined;
}

/** What goes back of one deposit. */
export interface Back {
  deposit: DepositPage;
  amountFen: number;
  method: Method;
}

/**
 * The deposits go back to household and team after 复验合格 (rules 106, 107): all that is held of each,
 * once; what was deducted is off. With nothing held any more it is settled all the same.
 */
export function refund(ctx: Ctx, typed: string, { method, reason }: Refund): RenovationRecord {
  return step(ctx, typed, 'refund', (it, entry) => {
    const backs = backsOf(it, method);
    for (const back of backs) {
      const { no } = back.deposit;
      giveBack(ctx, { no, amountFen: back.amountFen, method: back.method, reason });
    }
    tell(ctx, it.no, backs);
    store.settle(ctx.ledger, it.no, ctx.now);
    meet(ctx, it.no, 'reno.refund');
    release(ctx, it.no, 'reno.clear');
    entry.changes = {
      amountFen: totalFen(backs.map(({ amountFen }) => amountFen)),
      ...(method && { method }),
      ...(reason && { reason: HIDDEN }),
      settledAt: ctx.now,
    };
  });
}

/** Of which deposits how much goes back, and how. */
export const backsOf = (
  { taken }: Pick<RenovationRecord, 'taken'>,
  method: Method | undefined,
): Back[] =>
  taken
    .filter(({ heldFen }) => heldFen > 0)
    .map((deposit) => ({
      deposit,
      amountFen: deposit.heldFen,
      method: method ?? methodOfTaking(deposit),
    }));

function methodOfTaking({ no, moves }: DepositPage): Method {
  const method = moves.filter(({ kind }) => kind === 'take').at(-1)?.method;
  if (!method) throw new Error(`${no} was never taken`);
  return method;
}

function tell(ctx: Ctx, no: string, backs: readonly Back[]): void {
  const given = byParty(backs.map(({ deposit: { party }, amountFen }) => ({ party, amountFen })));
  for (const each of given) note(ctx, no, 'refunded', each);
  if (given.length > 0) return;
  note(ctx, no, 'refunded', { amountFen: 0 });
  ctx.warn(
    w(
      `${no} 已没有在押的保证金，没有钱退，只办结。`,
      `No deposit of ${no} is held any more: nothing goes back, it is settled all the same.`,
    ),
  );
}
