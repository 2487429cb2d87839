import { closeMonth } from '../../../src/cash/closing.ts';
import { cashOnHand, handIn } from '../../../src/cash/handing-in.ts';
import { checkSafe } from '../../../src/cash/safe.ts';
import { monthOf } from '../../../src/lib/day.ts';
import { monthFrom } from '../../../src/lib/month.ts';
import type { Steps } from './step.ts';

const all = { to: '陈主任', day: undefined, explanation: undefined };

export const steps = {
  handIn: (ctx) => handIn(ctx, { ...all, amountFen: Math.max(cashOnHand(ctx), 0) }),
  handInPart: (ctx) => handIn(ctx, { ...all, amountFen: 100_00, explanation: '余款找零' }),
  checkSafe: (ctx) => checkSafe(ctx, { day: undefined, scrambled: true, note: '完好' }),
  close: (ctx) =>
    closeMonth(ctx, {
      month: monthFrom(monthOf(ctx.today), -1),
      ...{ countedFen: 7_77, explanation: '盘盈', reviewedBy: '陈主任' },
    }),
} satisfies Steps;
