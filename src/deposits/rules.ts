import { misused, refused, type WyError } from '../lib/errors.ts';
import { nothingAsked, yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';

/** The amount typed, else the policy's; refuses where neither is known, and nothing at all. */
export function amountToTake(typedFen: number | undefined, policyFen: number | null): number {
  const amountFen = typedFen ?? policyFen;
  if (amountFen === null) {
    throw misused(
      'amount_not_set',
      w('制度里没有定这种押金的金额。', 'The policy sets no amount for this kind of deposit.'),
      w('请写明：--amount 2000', 'Say it: --amount 2000'),
    );
  }
  if (amountFen <= 0) throw nothingAsked();
  return amountFen;
}

export interface Taking {
  no: string;
  heldFen: number;
  amountFen: number;
}

/**
 * Why so much cannot be taken out of a deposit: nothing is held any more (no second refund), or less
 * than that.
 */
export function takingOutRefusal({ no, heldFen, amountFen }: Taking): WyError | undefined {
  if (heldFen === 0) {
    return refused(
      'nothing_held',
      w(`${no} 已经全部退还或扣除。`, `Nothing of ${no} is held any more.`),
      w(`查看：wy deposit show ${no}`, `See wy deposit show ${no}`),
    );
  }
  if (amountFen <= 0) return nothingAsked();
  if (amountFen <= heldFen) return undefined;
  const held = yuanText(heldFen);
  return refused(
    'more_than_held',
    w(`${no} 只押着 ${held} 元。`, `Only ${held} of ${no} is held.`),
    w(`最多 --amount ${held}`, `At most --amount ${held}`),
  );
}
