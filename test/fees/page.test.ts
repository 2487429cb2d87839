import { beforeEach, expect, it } from 'vitest';
import { reverseCharges, waiveCharge } from '../../src/fees/lessening.ts';
import { showCharge } from '../../src/fees/page.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { codeOf } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { feeDesk, HOME, owe } from './desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await feeDesk();
});

const told = (id: number) =>
  showCharge(ctx, String(id)).settlements.map((it) => [
    it.kind,
    it.amountFen,
    it.receipt,
    it.reason,
    it.approvedBy,
  ]);

it('a charge tells who billed it, and all that lessened it, with reasons and approvers', () => {
  const id = owe(ctx, 1000);
  expect(showCharge(ctx, `#${id}`)).toMatchObject({ id, billedBy: '王芳', settlements: [] });
  takeMoney(ctx, { unit: HOME, amountFen: 600, method: 'wechat' });
  const waived = waiveCharge(ctx, {
    ...{ charge: String(id), amountFen: 400, reason: '漏水停用一周', approvedBy: '陈主任' },
  });
  expect(waived.settlements).toHaveLength(2);
  reverseReceipt(ctx, '001', '金额写错');
  reverseCharges(ctx, [String(id)], '面积登记有误');
  expect(told(id)).toEqual([
    ['payment', 600, 'R261122-001', null, null],
    ['waiver', 400, null, '漏水停用一周', '陈主任'],
    ['payment', -600, 'R261122-002', '金额写错', null],
    ['waiver', -400, null, '面积登记有误', null],
    ['reversal', 1000, null, '面积登记有误', null],
  ]);
});

it('an unknown charge is refused', () => {
  expect(codeOf(() => showCharge(ctx, '99'))).toBe('unknown_charge');
  expect(codeOf(() => showCharge(ctx, '水费'))).toBe('bad_charge');
});

async function furnished(): Promise<FrontDesk> {
  const desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2020-01-01');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --role owner --from 2020-01-01');
  await desk.say('fee charge --unit 3-2-1501 --tariff service --amount 80.00');
  await desk.say('fee pay --unit 3-2-1501 --amount 30.00 --method cash');
  await desk.say('fee waive 1 --amount 8.00 --reason 停用三天 --approved-by 王芳');
  return desk;
}

it('the card fits into 80 columns, in both languages', async () => {
  const desk = await furnished();
  const card = async (words: string) => (await desk.say(words, { columns: 80 })).out;
  expect(await card('fee show 1')).toContain(
    [
      '出账人         王芳',
      '缴费及减免     2026-11-22 09:30  缴费  30.00  R261122-001  （王芳）',
      '               2026-11-22 09:30  减免  8.00  停用三天  （王芳，王芳 批准）',
    ].join('\n'),
  );
  expect(await card('fee show 1 --lang en')).toContain(
    '2026-11-22 09:30  waiver  8.00  停用三天  (王芳, approved by 王芳)',
  );
  expect((await desk.say('fee show 1 --json')).json).toMatchObject({
    billedBy: '王芳',
    settlements: [
      { kind: 'payment', amount: '30.00', receipt: 'R261122-001', by: '王芳', reason: null },
      { kind: 'waiver', amount: '8.00', reason: '停用三天', approvedBy: '王芳', receipt: null },
    ],
  });
});
