import * as moving from '../../../src/deposits/moving.ts';
import type { Steps } from './step.ts';

const deposit = {
  kind: 'renovation',
  amountFen: undefined,
  method: 'bank',
  holder: '张伟',
  subject: undefined,
  note: '装修',
} as const;
const bank = { method: 'bank', reason: '验收合格' } as const;
const harm = { reason: '划伤电梯', assessedBy: '李强', approvedBy: '陈主任' };

export const steps = {
  take: (ctx, pick) => moving.takeDeposit(ctx, { ...deposit, unit: pick('units') }),
  takeCash: (ctx, pick) =>
    moving.takeDeposit(ctx, {
      ...{ ...deposit, unit: pick('units'), kind: 'team', method: 'cash', amountFen: 3000_00 },
      subject: pick('tickets'),
    }),
  deduct: (ctx, pick) =>
    moving.deductDeposit(ctx, {
      ...{ ...harm, no: pick('deposits'), amountFen: 300_00, ground: 'compensation' },
    }),
  deductPenalty: (ctx, pick) =>
    moving.deductDeposit(ctx, {
      ...{ ...harm, no: pick('deposits'), amountFen: 200_00, ground: 'penalty' },
    }),
  refundPart: (ctx, pick) =>
    moving.refundDeposit(ctx, { ...bank, no: pick('deposits'), amountFen: 500_01 }),
  refundCash: (ctx, pick) =>
    moving.refundDeposit(ctx, {
      ...{ ...bank, no: pick('deposits'), amountFen: undefined, method: 'cash' },
    }),
} satisfies Steps;
