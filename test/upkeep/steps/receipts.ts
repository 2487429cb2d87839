import { refund } from '../../../src/receipts/refunding.ts';
import { reverseReceipt } from '../../../src/receipts/reversing.ts';
import { collect, makeVoid, takeMoney } from '../../../src/receipts/taking.ts';
import { transfer } from '../../../src/receipts/transferring.ts';
import type { Steps } from './step.ts';

const UNIT = '3-2-1502';

const bank = { unit: UNIT, method: 'bank' } as const;

/** Later than any step of a walk. */
const LATER = '2031-01-01T02:00:00Z';

export const steps = {
  pay: (ctx) => takeMoney(ctx, { ...bank, amountFen: 20_001 }),
  payCash: (ctx) => takeMoney(ctx, { ...bank, method: 'cash', amountFen: 5_000, payer: '张伟' }),
  prepay: (ctx) => takeMoney(ctx, { ...bank, amountFen: 500_000 }),
  issue: (ctx) => takeMoney(ctx, { ...bank, amountFen: 3_000, collectAt: LATER }),
  collect: (ctx, pick) => collect(ctx, pick('receipts')),
  makeVoid: (ctx, pick) => makeVoid(ctx, pick('receipts'), '没有收到'),
  reverse: (ctx, pick) => reverseReceipt(ctx, pick('receipts'), '收错'),
  refund: (ctx) => refund(ctx, { ...bank, amountFen: 100, reason: '多缴' }),
  transfer: (ctx) => transfer(ctx, { unit: UNIT, to: '4-1-101', amountFen: 100, reason: '转入' }),
} satisfies Steps;
