import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';

export interface HandingIn {
  amountFen: number;
  /** What is there by the journal; below 0 where more was handed in than had been recorded. */
  expectedFen: number;
  explanation: string | undefined;
}

/**
 * Why cash cannot be handed in like this (rule 129): what differs from the journal is explained, and
 * nothing is no hand-in while there is something.
 */
export function handInRefusal({
  amountFen,
  expectedFen,
  explanation,
}: HandingIn): WyError | undefined {
  const expected = yuanText(expectedFen);
  if (amountFen === expectedFen) return undefined;
  if (amountFen === 0 && expectedFen > 0) {
    return refused(
      'nothing_handed_in',
      w(`账上现金 ${expected} 元，没有交。`, `There are ${expected} in cash, not handed in.`),
      w(
        `交款：wy cash hand-in --amount ${expected}`,
        `Hand in: wy cash hand-in --amount ${expected}`,
      ),
    );
  }
  if (amountFen === 0 || explanation !== undefined) return undefined;
  const short = yuanText(Math.abs(amountFen - expectedFen));
  const [zh, en] = amountFen < expectedFen ? ['少', 'less'] : ['多', 'more'];
  return refused(
    'unexplained_difference',
    w(
      `账上现金 ${expected} 元，${zh}交 ${short} 元。`,
      `The journal says ${expected} in cash; this is ${short} ${en}.`,
    ),
    w(
      '请核对：wy cash journal；差额有原因的加 --explanation "…"',
      'Compare wy cash journal; a difference with a reason takes --explanation "…"',
    ),
  );
}
