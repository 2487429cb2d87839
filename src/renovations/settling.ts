import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import type { DepositPage } from '../deposits/deposits.ts';
import { giveBack } from '../deposits/moving.ts';
import * as permits from './permit-store.ts';
import type { RenovationRecord } from './record.ts';

/** What goes back of one deposit. */
export interface Back {
  deposit: DepositPage;
  amountFen: number;
  method: Method;
}

/** Of which deposits how much goes back: all that is held of each, by one method or as it was taken. */
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
  const method = moves.findLast(({ kind }) => kind === 'take')?.method;
  if (!method) throw new Error(`${no} was never taken`);
  return method;
}

/** Within the transaction of its caller: what is held for a renovation goes back; gives what did. */
export function giveAllBack(
  ctx: Ctx,
  it: Pick<RenovationRecord, 'taken'>,
  { method, reason }: { method: Method | undefined; reason: string | undefined },
): Back[] {
  const backs = backsOf(it, method);
  for (const { deposit, amountFen, method: by } of backs) {
    giveBack(ctx, { no: deposit.no, amountFen, method: by, reason });
  }
  return backs;
}

/** Within the transaction of its caller: passes were paid for, at so much each (rule 94). */
export const settlePasses = ({ ledger }: Ctx, no: string, eachFen: number): void =>
  permits.payPasses(ledger, no, eachFen);

/** Within the transaction of its caller: lost ones were paid for or kept back, at so much each (rule 104). */
export const settleLost = ({ ledger }: Ctx, no: string, eachFen: number): void =>
  permits.payLost(ledger, no, eachFen);
