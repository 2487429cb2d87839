import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import { requireReady } from '../renovations/record.ts';
import { backsOf } from '../renovations/settling.ts';
import { type Deduction, planDeduction } from './deducting.ts';
import type { Refund } from './refunding.ts';
import { deductionWords, refundWords } from './settlement-text.ts';

/** What is kept back of whom, and what is claimed, before it is done. */
export function askToDeduct(ctx: Ctx, typed: string, made: Deduction): Words {
  const it = requireReady(ctx, typed, 'deduct');
  return deductionWords(it, planDeduction(ctx, it, made));
}

/** To whom how much goes back, before it does; with nothing to give back there is nothing to ask. */
export function askToRefund(ctx: Ctx, typed: string, { method }: Refund): Words | undefined {
  const it = requireReady(ctx, typed, 'refund');
  const backs = backsOf(it, method);
  if (backs.length === 0) return undefined;
  return refundWords(
    it,
    backs.map(({ deposit, ...back }) => ({ ...deposit, ...back })),
  );
}
