import { beforeEach, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/layout.ts';
import { addSeconds } from '../../src/lib/moment.ts';
import { requireReceipt } from '../../src/receipts/receipts.ts';
import { refund } from '../../src/receipts/refunding.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { transfer } from '../../src/receipts/transferring.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { at, NOW, type TestCtx } from '../support/ledger.ts';
import { frontDesk } from '../support/session.ts';
import { feeDesk, HOME, NEXT } from './desk.ts';

const LATER = addSeconds(NOW, 60);

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await feeDesk();
  addStaff(ctx, { name: '钱静', roles: ['finance'], phone: null });
});

const pay = (amountFen: number) => takeMoney(ctx, { unit: HOME, amountFen, method: 'wechat' });

const giveBack = (amountFen: number, on = ctx) =>
  refund(on, { unit: HOME, amountFen, method: 'bank', reason: '多缴', approvedBy: '钱静' });

describe('money that left a receipt', () => {
  it('is told with its reason, who approved it, and where it went', () => {
    pay(100);
    giveBack(30);
    transfer(at(ctx, LATER), { unit: HOME, to: NEXT, amountFen: 20, reason: '转缴' });
    const by = ctx.operator().name;
    const common = { paidBy: by };
    expect(requireReceipt(ctx, '001').payouts).toMatchObject([
      {
        ...common,
        ...{ kind: 'refund', amountFen: 30, method: 'bank', to: null, reason: '多缴' },
        ...{ approvedBy: '钱静', paidAt: NOW },
      },
      {
        ...common,
        ...{ kind: 'transfer', amountFen: 20, method: 'transfer', to: 'R261122-002' },
        ...{ reason: '转缴', approvedBy: null, paidAt: LATER },
      },
    ]);
  });

  it('is told on the receipt it became, from each it came out of', () => {
    pay(100);
    pay(50);
    const received = transfer(ctx, { unit: HOME, to: NEXT, amountFen: 120, reason: '转缴' });
    expect(received.payouts).toEqual([]);
    expect(received.from).toMatchObject([
      { receipt: 'R261122-001', amountFen: 100 },
      { receipt: 'R261122-002', amountFen: 20 },
    ]);
    expect(requireReceipt(ctx, '001').from).toEqual([]);
  });
});

it('a refund tells the moment at which it stands, not that of the command', () => {
  pay(100);
  pay(100);
  giveBack(10, at(ctx, LATER));
  const given = giveBack(150);
  expect(given.refundedAt).toBe(LATER);
  const stored = ctx.ledger.db.prepare('SELECT DISTINCT paid_at FROM payouts').pluck().all();
  expect(stored).toEqual([LATER]);
});

it('the card of a receipt fits into 80 columns, in both languages', async () => {
  const desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2020-01-01');
  await desk.say('unit add 3-2-1502 --area 89.53 --handover 2020-01-01');
  await desk.say('staff add 钱静 --role finance');
  await desk.say('fee pay --unit 3-2-1501 --amount 300.00 --method bank --payer 张伟');
  await desk.say(
    'fee refund --unit 3-2-1501 --amount 100 --method cash --reason 多缴 --approved-by 钱静',
  );
  await desk.say('fee transfer --unit 3-2-1501 --to 3-2-1502 --amount 20 --reason 转缴');
  const card = async (words: string) => (await desk.say(words, { columns: 80 })).out;
  expect(await card('fee receipt 001')).toContain(
    [
      '退出、转出  2026-11-22 09:30  退款  100.00  现金  多缴  （王芳，钱静 批准）',
      '            2026-11-22 09:30  转出  20.00  R261122-002  转缴  （王芳）',
    ].join('\n'),
  );
  expect(await card('fee receipt 002')).toContain('转自      R261122-001  20.00');
  const english = (await card('fee receipt 001 --lang en')).split('\n');
  expect(english.some((line) => line.includes('2026-11-22 09:30  refund  100.00  cash'))).toBe(
    true,
  );
  expect(english.filter((line) => widthOf(line) > 80)).toEqual([]);
  expect((await desk.say('fee receipt 001 --json')).json.payouts[0]).toEqual({
    ...{ kind: 'refund', amount: '100.00', at: '2026-11-22T09:30:00+08:00', by: '王芳' },
    ...{ method: 'cash', to: null, reason: '多缴', approvedBy: '钱静' },
  });
});
