import { beforeEach, describe, expect, it } from 'vitest';
import { statementOf } from '../../src/accounts/statement.ts';
import { totalsOf } from '../../src/accounts/statement-rules.ts';
import { refund as giveBack } from '../../src/receipts/refunding.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import type { TestCtx } from '../support/ledger.ts';
import { charge, makeBooks, noon, receive, refund, settled } from './ledger.ts';

const UNIT = '3-2-1501';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeBooks();
});

describe('totalsOf', () => {
  it.each([
    { name: 'due the day before', dueOn: '2026-11-21', overdue: 7, notYet: 0 },
    { name: 'due on the day', dueOn: '2026-11-22', overdue: 0, notYet: 7 },
    { name: 'due the day after', dueOn: '2026-11-23', overdue: 0, notYet: 7 },
  ])('$name', ({ dueOn, overdue, notYet }) => {
    const totals = totalsOf([{ dueOn, outstandingFen: 7 }], '2026-11-22');
    expect(totals).toEqual({ owedFen: 7, overdueFen: overdue, notYetDueFen: notYet });
  });
});

describe('a statement', () => {
  const day = (asOf: string) => statementOf(ctx, { unit: UNIT, asOf });

  it('is of nothing where nothing happened', () => {
    expect(day('2026-11-22')).toMatchObject({
      unit: UNIT,
      charges: [],
      receipts: [],
      entries: [],
      paidUntil: [],
      owedFen: 0,
      prepaidFen: 0,
      balanceFen: 0,
    });
  });

  it('tells why something was waived, and who approved it', () => {
    const id = charge(ctx, UNIT, { amountFen: 2_000, dueOn: '2026-10-25' });
    const waiver = { chargeId: id, kind: 'waiver', amountFen: 500 } as const;
    const why = { reason: '漏水', approvedById: ctx.operator().id };
    settled(ctx, { ...waiver, ...why }, noon(ctx, '2026-11-10'));
    expect(day('2026-11-22').entries.map((it) => [it.kind, it.reason, it.approvedBy])).toEqual([
      ['charge', null, null],
      ['waiver', '漏水', ctx.operator().name],
    ]);
  });

  it('tells why a charge and a receipt were taken back, and money given back', () => {
    const id = charge(ctx, UNIT, { amountFen: 500, dueOn: '2026-10-25' });
    const reversal = {
      chargeId: id,
      kind: 'reversal',
      amountFen: 500,
      reason: '面积有误',
    } as const;
    settled(ctx, reversal, noon(ctx, '2026-11-01'));
    takeMoney(ctx, { unit: UNIT, amountFen: 300, method: 'wechat' });
    takeMoney(ctx, { unit: UNIT, amountFen: 200, method: 'wechat' });
    reverseReceipt(ctx, '001', '金额写错');
    giveBack(ctx, { unit: UNIT, amountFen: 200, method: 'bank', reason: '多缴' });
    expect(day('2026-11-22').entries.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['charge', null],
      ['reversal', '面积有误'],
      ['receipt', null],
      ['receipt', null],
      ['receipt-reversal', '金额写错'],
      ['refund', '多缴'],
    ]);
  });

  it('of a day that is yet to come says so', () => {
    day('2026-11-22');
    expect(ctx.warnings).toEqual([]);
    day('2026-11-23');
    expect(ctx.warnings).toHaveLength(1);
  });

  it('tells every day of an account as it was', () => {
    const october = charge(ctx, UNIT, { amountFen: 2_000, dueOn: '2026-10-25' });
    const november = charge(ctx, UNIT, { amountFen: 2_000, dueOn: '2026-11-25' });
    const receiptId = receive(ctx, UNIT, 3_000, noon(ctx, '2026-11-05'));
    const pay = (chargeId: number, amountFen: number, on: string) =>
      settled(ctx, { chargeId, kind: 'payment', amountFen, receiptId }, noon(ctx, on));
    pay(october, 2_000, '2026-11-05');
    settled(ctx, { chargeId: november, kind: 'waiver', amountFen: 500 }, noon(ctx, '2026-11-10'));
    refund(ctx, receiptId, 400, noon(ctx, '2026-11-15'));

    const figures = (asOf: string) => {
      const it = day(asOf);
      return [it.overdueFen, it.notYetDueFen, it.prepaidFen, it.balanceFen];
    };
    expect(figures('2026-09-30')).toEqual([0, 0, 0, 0]);
    expect(figures('2026-10-01')).toEqual([0, 2_000, 0, 2_000]);
    expect(figures('2026-10-26')).toEqual([2_000, 0, 0, 2_000]);
    expect(figures('2026-11-01')).toEqual([2_000, 2_000, 0, 4_000]);
    expect(figures('2026-11-05')).toEqual([0, 2_000, 1_000, 1_000]);
    expect(figures('2026-11-10')).toEqual([0, 1_500, 1_000, 500]);
    expect(figures('2026-11-15')).toEqual([0, 1_500, 600, 900]);
    expect(figures('2026-11-26')).toEqual([1_500, 0, 600, 900]);

    const last = day('2026-11-26');
    expect(last.paidUntil).toEqual([{ tariff: 'energy', until: '2026-10-28' }]);
    expect(last.receipts).toMatchObject([
      { amountFen: 3_000, allocatedFen: 2_000, paidOutFen: 400 },
    ]);
    expect(
      last.entries.map(({ kind, amountFen, balanceFen }) => [kind, amountFen, balanceFen]),
    ).toEqual([
      ['charge', 2_000, 2_000],
      ['charge', 2_000, 4_000],
      ['receipt', -3_000, 1_000],
      ['waiver', -500, 500],
      ['refund', 400, 900],
    ]);
  });

  it('takes a receipt back without forgetting it', () => {
    const chargeId = charge(ctx, UNIT, { amountFen: 700, dueOn: '2026-10-25' });
    const receiptId = receive(ctx, UNIT, 700, noon(ctx, '2026-11-05'));
    const payment = { chargeId, kind: 'payment' } as const;
    settled(ctx, { ...payment, amountFen: 700, receiptId }, noon(ctx, '2026-11-05'));
    const red = receive(ctx, UNIT, -700, noon(ctx, '2026-11-07'), receiptId);
    settled(ctx, { ...payment, amountFen: -700, receiptId: red }, noon(ctx, '2026-11-07'));

    expect(day('2026-11-06')).toMatchObject({ owedFen: 0, balanceFen: 0 });
    expect(day('2026-11-07')).toMatchObject({ owedFen: 700, prepaidFen: 0, balanceFen: 700 });
    expect(day('2026-11-07').entries.map(({ kind }) => kind)).toEqual([
      'charge',
      'receipt',
      'receipt-reversal',
    ]);
  });

  it('refuses a unit that nobody knows', () => {
    expect(() => statementOf(ctx, { unit: '9-9-999', asOf: '2026-11-22' })).toThrow(
      expect.objectContaining({ code: 'unknown_unit' }),
    );
  });
});
