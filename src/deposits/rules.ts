import { refused, type WyError } from '../lib/errors.ts';
import { nothingAsked, yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';

/** The amount typed, else the policy's; refuses where neither is known, and nothing at all. */
export function amountToTake(typedFen: number | undefined, policyFen: number | null): number {
  const amountFen = typedFen ?? policyFen;
  if (amountFen === null) {
    throw refused(
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

/** Numbers of renovations begin with it; their deposits are settled in their own order (rules 106, 110). */
const RENOVATION = /^D\d{6}-/;

/** The renovation whose document this is; null: it is none's. */
export const renovationOf = (subject: string | null): string | null =>
  subject !== null && RENOVATION.test(subject) ? subject : null;

/** Why a deposit is not deducted from or refunded by itself: it belongs to a renovation. */
export function procedureRefusal({
  no,
  subject,
}: {
  no: string;
  subject: string | null;
}): WyError | undefined {
  const renovation = renovationOf(subject);
  if (renovation === null) return undefined;
  return refused(
    'deposit_of_renovation',
    w(
      `${no} 是装修 ${renovation} 的保证金。`,
      `${no} is a deposit of the renovation ${renovation}.`,
    ),
    w(
      `按装修流程扣、退：wy reno deduct ${renovation} …、wy reno refund ${renovation}`,
      `It is settled with it: wy reno deduct ${renovation} …, wy reno refund ${renovation}`,
    ),
  );
}

/** Why nothing is taken for a document by itself: what a renovation wants is taken with its fees (rule 94). */
export function takingRefusal(subject: string): WyError | undefined {
  if (renovationOf(subject) === null) return undefined;
  return refused(
    'deposit_of_renovation',
    w(
      `装修 ${subject} 的保证金随它的费用一起收。`,
      `The deposits of the renovation ${subject} are taken with its fees.`,
    ),
    w(`收取：wy reno fees ${subject} --method …`, `Take them: wy reno fees ${subject} --method …`),
  );
}
