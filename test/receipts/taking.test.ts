import { beforeEach, describe, expect, it } from 'vitest';
import { promise } from '../../src/deadlines/service.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { reverseCharges, waiveCharge } from '../../src/fees/lessening.ts';
import { transact } from '../../src/ledger/transact.ts';
import { addSeconds } from '../../src/lib/moment.ts';
import { MAX_AMOUNT_FEN } from '../../src/lib/money.ts';
import { applyPrepayments, prepaidOf } from '../../src/receipts/prepayments.ts';
import { listReceipts, type ReceiptRecord, requireReceipt } from '../../src/receipts/receipts.ts';
import { refund } from '../../src/receipts/refunding.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { collect, makeVoid, type Payment, takeMoney } from '../../src/receipts/taking.ts';
import { transfer } from '../../src/receipts/transferring.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { codeOf } from '../support/checks.ts';
import { at, NOW, type TestCtx } from '../support/ledger.ts';
import { feeDesk, HOME, NEXT, owe, ownerOf, unitOf } from './desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await feeDesk();
});

const pay = (amountFen: number, other: Partial<Payment> = {}, on = ctx) =>
  takeMoney(on, { unit: HOME, amountFen, method: 'wechat', ...other });

const paid = (it: ReceiptRecord) => it.lines.map(({ charge, amountFen }) => [charge, amountFen]);

const open = (unit = HOME) =>
  listCharges(ctx.ledger, { unitId: unitOf(ctx, unit).id, state: 'outstanding' }).map((it) => [
    it.id,
    it.outstandingFen,
  ]);

const prepaid = (unit = HOME) => prepaidOf(ctx.ledger, unitOf(ctx, unit).id);

const said = () => ctx.warnings.map(({ en }) => en).join('\n');

const DOOR = { collectAt: '2026-11-23T11:00:00Z' };
const TOMORROW = '2026-11-23T01:30:00Z';
const YESTERDAY = '2026-11-21T01:30:00Z';

describe('money that comes in', () => {
  it('pays the oldest due first and tells what it paid', () => {
    const [late, early] = [owe(ctx, 1000, '2026-11-26'), owe(ctx, 2000, '2026-11-25')];
    const receipt = pay(2500);
    expect(receipt).toMatchObject({ no: 'R261122-001', payer: '张伟', state: 'received' });
    expect(receipt).toMatchObject({ allocatedFen: 2500, prepaidFen: 0, receivedAt: NOW });
    expect(paid(receipt)).toEqual([
      [early, 2000],
      [late, 500],
    ]);
    expect(open()).toEqual([[late, 500]]);
    expect(ctx.warnings).toEqual([]);
  });

  it.each([
    ['one fen short', 1999, 0, [[1, 1]]],
    ['to the fen', 2000, 0, []],
    ['overpaid by one fen', 2001, 1, []],
    ['the largest amount', MAX_AMOUNT_FEN, MAX_AMOUNT_FEN - 2000, []],
  ])('%s', (_, amountFen, left, stillOpen) => {
    owe(ctx, 2000);
    expect(pay(amountFen).prepaidFen).toBe(left);
    expect(prepaid()).toBe(left);
    expect(open()).toEqual(stillOpen);
    expect(said().includes('prepaid')).toBe(left > 0);
  });

  it('of which nothing is owed is prepaid, with a word', () => {
    expect(pay(500)).toMatchObject({ allocatedFen: 0, prepaidFen: 500 });
    expect(said()).toContain('Nothing is owed; the 5.00 yuan are prepaid.');
  });

  it('pays what the payer named, in the order named, and what is more is prepaid', () => {
    const [a, b, c] = [owe(ctx, 100), owe(ctx, 200), owe(ctx, 300)];
    expect(paid(pay(350, { for: [`#${c}`, String(b), String(c)] }))).toEqual([
      [c, 300],
      [b, 50],
    ]);
    expect(paid(pay(1000, { for: [String(b)] }))).toEqual([[b, 150]]);
    expect(said()).toContain('8.50 yuan are more than the charges named');
    expect(open()).toEqual([[a, 100]]);
  });

  it.each<[string, () => string[], string]>([
    [
      'another unit',
      () => [String(owe(ctx, 100, undefined, { unit: NEXT }))],
      'charge_of_another_unit',
    ],
    ['nothing known', () => ['99'], 'unknown_charge'],
    ['no number', () => ['水费'], 'bad_charge'],
    ['what is paid', () => [paidCharge()], 'nothing_owed'],
    ['what is waived', () => [waivedCharge()], 'nothing_owed'],
    ['what is reversed', () => [reversedCharge()], 'charge_reversed'],
    ['a good one and a bad one', () => [String(owe(ctx, 100)), paidCharge()], 'nothing_owed'],
  ])('is refused for a charge of %s, all or nothing', (_, named, code) => {
    const ids = named();
    const before = listReceipts(ctx, {}).length;
    expect(codeOf(() => pay(100, { for: ids }))).toBe(code);
    expect(listReceipts(ctx, {})).toHaveLength(before);
  });

  const paidCharge = () => {
    const id = String(owe(ctx, 100));
    pay(100, { for: [id] });
    return id;
  };
  const waivedCharge = () => {
    const id = String(owe(ctx, 100));
    waiveCharge(ctx, { charge: id, amountFen: 100, reason: '减免', approvedBy: '王芳' });
    return id;
  };
  const reversedCharge = () => {
    const id = String(owe(ctx, 100));
    reverseCharges(ctx, [id], '错');
    return id;
  };

  it('is refused where it is nothing', () => {
    expect(codeOf(() => pay(0))).toBe('amount_zero');
  });

  it('written up later pays a charge no earlier than it was billed', () => {
    owe(ctx, 100);
    const receipt = pay(100, {}, at(ctx, YESTERDAY));
    expect(receipt).toMatchObject({ no: 'R261121-001', receivedAt: YESTERDAY, lastMovedAt: NOW });
    expect(prepaidOf(ctx.ledger, unitOf(ctx, HOME).id, YESTERDAY)).toBe(100);
  });

  it('keeps a promise once what was overdue then is paid, and not before, whatever is due since', () => {
    owe(ctx, 100, '2026-11-20');
    owe(ctx, 100, '2026-11-21');
    ctx.ledger.db.exec(`INSERT INTO contacts (no, unit_id, debtor, debtor_id, stage, way, result,
        promise_on, amount_fen, oldest_due_on, newest_due_on, contacted_at, contacted_by)
      SELECT 'N261121-001', 1, 'owner', debtor_id, 'notice', 'phone', 'promised', '2026-11-25', 100,
        '2026-11-20', '2026-11-20', '${NOW}', 1 FROM charges LIMIT 1`);
    transact(ctx, 'fee.contact', () =>
      promise(ctx, {
        ...{ subject: 'N261121-001', kind: 'fee.promise', role: 'clerk' },
        ...{ clause: 'dunning.promise', from: NOW },
      }),
    );
    const kept = () => ctx.ledger.db.prepare('SELECT ending FROM deadlines').pluck().get();
    pay(99);
    expect(kept()).toBeNull();
    pay(1);
    expect(kept()).toBe('met');
  });

  it('in cash is to be handed to finance', () => {
    pay(100, { method: 'cash' });
    const kinds = ctx.ledger.db.prepare('SELECT kind, subject FROM deadlines').all();
    expect(kinds).toEqual([{ kind: 'cash.hand-in', subject: '2026-11-22' }]);
  });
});

describe('a household that moved out', () => {
  beforeEach(() => {
    ctx.ledger.db.exec("UPDATE residents SET until_on = '2026-10-31' WHERE person_id = 1");
    ownerOf(ctx, HOME, '赵敏', { fromOn: '2026-11-01' });
  });

  it('leaves its debts to itself: the present owner pays their own', () => {
    const old = owe(ctx, 100, '2026-10-25');
    const own = owe(ctx, 200, '2026-11-25', { debtorId: 3 });
    const receipt = pay(250);
    expect(receipt.payer).toBe('赵敏');
    expect(paid(receipt)).toEqual([[own, 200]]);
    expect(prepaid()).toBe(50);
    expect(said()).toContain('owe 1.00 yuan of this unit');
    expect(open()).toEqual([[old, 100]]);
  });

  it('pays for itself when it is named as the payer', () => {
    const old = owe(ctx, 100, '2026-10-25');
    owe(ctx, 200, '2026-10-25', { debtorId: 3 });
    expect(paid(pay(300, { payer: '张伟' }))).toEqual([[old, 100]]);
    // What is left is theirs, too.
    transact(ctx, 'fee.bill', () => applyPrepayments(ctx));
    expect(prepaid()).toBe(200);
  });

  it('is paid for by whoever names the charge, or all debtors', () => {
    const old = owe(ctx, 100, '2026-10-25');
    const own = owe(ctx, 200, '2026-11-25', { debtorId: 3 });
    expect(paid(pay(40, { for: [String(old)] }))).toEqual([[old, 40]]);
    expect(paid(pay(100, { allDebtors: true }))).toEqual([
      [old, 60],
      [own, 40],
    ]);
    expect(ctx.warnings).toEqual([]);
  });

  it('leaves a prepayment that pays its own later bills and no others', () => {
    ctx.ledger.db.exec("UPDATE residents SET until_on = '2026-11-30' WHERE person_id = 1");
    ctx.ledger.db.exec("UPDATE residents SET from_on = '2026-12-01' WHERE person_id = 3");
    pay(500);
    const own = owe(ctx, 200, '2026-12-25', { debtorId: 3 });
    const old = owe(ctx, 100, '2026-12-26');
    transact(at(ctx, '2026-12-05T01:00:00Z'), 'fee.bill', () => applyPrepayments(ctx));
    expect(open()).toEqual([[own, 200]]);
    expect(paid(requireReceipt(ctx, '001'))).toEqual([[old, 100]]);
  });
});

describe('a prepayment', () => {
  it('pays the oldest due first, out of the oldest receipt first', () => {
    pay(150);
    pay(100, {}, at(ctx, addSeconds(NOW, 60)));
    const [late, early] = [owe(ctx, 100, '2026-11-26'), owe(ctx, 120, '2026-11-25')];
    const applied = transact(ctx, 'fee.bill', () => applyPrepayments(ctx));
    expect(applied).toEqual({ applied: 3, amountFen: 220 });
    expect(paid(requireReceipt(ctx, '001'))).toEqual([
      [early, 120],
      [late, 30],
    ]);
    expect(paid(requireReceipt(ctx, '002'))).toEqual([[late, 70]]);
    expect(prepaid()).toBe(30);
    expect(transact(ctx, 'fee.bill', () => applyPrepayments(ctx))).toMatchObject({ applied: 0 });
  });

  it('of other units stays where they are asked for alone', () => {
    pay(100);
    pay(100, { unit: NEXT });
    owe(ctx, 100);
    owe(ctx, 100, undefined, { unit: NEXT });
    const ids = [unitOf(ctx, NEXT).id];
    expect(transact(ctx, 'fee.bill', () => applyPrepayments(ctx, ids)).amountFen).toBe(100);
    expect([prepaid(), prepaid(NEXT)]).toEqual([100, 0]);
  });

  it('that was taken back pays nothing', () => {
    pay(100);
    reverseReceipt(ctx, '001', '错');
    owe(ctx, 100);
    expect(transact(ctx, 'fee.bill', () => applyPrepayments(ctx)).applied).toBe(0);
    expect(prepaid()).toBe(0);
  });
});

describe('a receipt for the door', () => {
  it('pays nothing until its money comes, then as the payer wished', () => {
    const [a, b] = [owe(ctx, 100), owe(ctx, 200)];
    const issued = pay(150, { ...DOOR, method: 'cash', for: [String(b)] });
    expect(issued).toMatchObject({ state: 'issued', receivedAt: null, prepaidFen: 0, lines: [] });
    expect(issued.deadlines).toMatchObject([{ kind: 'fee.collect', role: 'clerk' }]);
    expect(prepaid()).toBe(0);
    const received = collect(at(ctx, TOMORROW), '261122-001');
    expect(received).toMatchObject({ state: 'received', receivedAt: TOMORROW });
    expect(received.deadlines).toMatchObject([{ ending: 'met' }]);
    expect(paid(received)).toEqual([[b, 150]]);
    expect(open()).toEqual([
      [a, 100],
      [b, 50],
    ]);
  });

  it('is prepaid where somebody else paid meanwhile', () => {
    const id = String(owe(ctx, 100));
    pay(100, { ...DOOR, for: [id] });
    pay(100);
    expect(collect(ctx, '001')).toMatchObject({ allocatedFen: 0, prepaidFen: 100 });
    expect(said()).toContain(`Nothing is owed any more of: ${id}.`);
  });

  it('is void when nobody paid; its number stays and is not given again', () => {
    pay(100, DOOR);
    expect(makeVoid(ctx, '001', '家中无人')).toMatchObject({ state: 'void', reason: '家中无人' });
    expect(pay(100).no).toBe('R261122-002');
    expect(
      ctx.ledger.db.prepare('SELECT count(*) FROM deadlines WHERE ending IS NULL').pluck().get(),
    ).toBe(0);
  });

  it.each([
    ['collected twice', () => collect(ctx, '001'), 'receipt_received'],
    ['void after it was collected', () => makeVoid(ctx, '001', '错'), 'receipt_received'],
    ['collected after it was void', () => collect(ctx, '002'), 'receipt_void'],
    ['taken back before it came', () => reverseReceipt(ctx, '003', '错'), 'receipt_not_received'],
    [
      'collected before it was issued',
      () => collect(at(ctx, YESTERDAY), 'R261122-003'),
      'before_last_step',
    ],
    ['agreed for a time that has passed', () => pay(1, { collectAt: YESTERDAY }), 'time_passed'],
  ])('is not %s', (_, work, code) => {
    pay(100, DOOR);
    pay(100, DOOR);
    pay(100, DOOR);
    collect(ctx, '001');
    makeVoid(ctx, '002', '家中无人');
    expect(codeOf(work)).toBe(code);
  });
});

describe('a receipt that is taken back', () => {
  it('is mirrored by one of its own, and its charges are owed again', () => {
    const [a, b] = [owe(ctx, 100), owe(ctx, 200)];
    pay(250, { method: 'cash' });
    const reversal = reverseReceipt(at(ctx, TOMORROW), '261122-001', '房号写错');
    expect(reversal).toMatchObject({ no: 'R261123-001', amountFen: -250, state: 'reversal' });
    expect(reversal).toMatchObject({ reverses: 'R261122-001', method: 'cash', prepaidFen: 0 });
    expect(paid(reversal)).toEqual([
      [a, -100],
      [b, -150],
    ]);
    expect(requireReceipt(ctx, 'R261122-001')).toMatchObject({
      ...{ state: 'reversed', reversedBy: 'R261123-001', amountFen: 250 },
    });
    expect(open()).toEqual([
      [a, 100],
      [b, 200],
    ]);
    expect(prepaid()).toBe(0);
  });

  it('takes what a billing paid out of it back, too', () => {
    pay(300);
    owe(ctx, 200);
    transact(ctx, 'fee.bill', () => applyPrepayments(ctx));
    reverseReceipt(ctx, '001', '错');
    expect(open()).toEqual([[1, 200]]);
  });

  it('takes back what was neither refunded nor transferred', () => {
    const owed = owe(ctx, 60);
    pay(100);
    refund(ctx, { unit: HOME, amountFen: 1, method: 'bank', reason: '退' });
    transfer(ctx, { unit: HOME, to: NEXT, amountFen: 9, reason: '转' });
    expect(reverseReceipt(ctx, '001', '错')).toMatchObject({ amountFen: -90, allocatedFen: -60 });
    expect(open()).toEqual([[owed, 60]]);
    expect([prepaid(), prepaid(NEXT)]).toEqual([0, 9]);
    const flows = ctx.ledger.db.prepare('SELECT sum(amount_fen) FROM money_flows').pluck().get();
    expect(flows).toBe(9);
  });

  it('after its month was closed is booked in the open one', () => {
    pay(250, { method: 'cash' });
    ctx.ledger.db.exec(`INSERT INTO cash_closings (month, booked_fen, counted_fen, closed_at, closed_by)
      VALUES ('2026-11', 250, 250, '2026-11-30T10:00:00Z', 1)`);
    expect(reverseReceipt(at(ctx, TOMORROW), '261122-001', '错').bookedOn).toBe('2026-12-01');
    expect(requireReceipt(ctx, 'R261122-001').bookedOn).toBe('2026-11-22');
  });

  it.each([
    ['when it was taken back already', () => reverseReceipt(ctx, '001', '错'), 'receipt_reversed'],
    ['when it is a reversal', () => reverseReceipt(ctx, '002', '错'), 'receipt_is_reversal'],
    ['when all of it was refunded', () => reverseReceipt(ctx, '003', '错'), 'receipt_paid_out'],
    ['when all of it was transferred', () => reverseReceipt(ctx, '004', '错'), 'receipt_paid_out'],
    [
      'when it came from another unit',
      () => reverseReceipt(ctx, '005', '错'),
      'receipt_transferred_in',
    ],
    ['when it was void', () => reverseReceipt(ctx, '006', '错'), 'receipt_void'],
    [
      'before it came in',
      () => reverseReceipt(at(ctx, YESTERDAY), 'R261122-007', '错'),
      'before_last_step',
    ],
  ])('is refused %s', (_, work, code) => {
    pay(100);
    reverseReceipt(ctx, '001', '错');
    pay(100);
    refund(ctx, { unit: HOME, amountFen: 100, method: 'bank', reason: '退' });
    pay(100, { unit: NEXT });
    transfer(ctx, { unit: NEXT, to: HOME, amountFen: 100, reason: '转' });
    pay(100, DOOR);
    makeVoid(ctx, '006', '没人');
    pay(100);
    expect(codeOf(work)).toBe(code);
  });
});

describe('a refund', () => {
  const give = (amountFen: number, other = {}, on = ctx) =>
    refund(on, { unit: HOME, amountFen, method: 'bank', reason: '多缴', ...other });

  it('comes out of the oldest receipt first, down to the last fen', () => {
    pay(100);
    pay(100, {}, at(ctx, addSeconds(NOW, 60)));
    const given = give(150, {}, at(ctx, TOMORROW));
    expect(given).toMatchObject({ unit: HOME, amountFen: 150, prepaidFen: 50, approvedBy: null });
    expect(given.from).toEqual([
      { receipt: 'R261122-001', amountFen: 100 },
      { receipt: 'R261122-002', amountFen: 50 },
    ]);
    expect(give(50, {}, at(ctx, TOMORROW)).prepaidFen).toBe(0);
    expect(codeOf(() => give(1, {}, at(ctx, TOMORROW)))).toBe('beyond_prepaid');
  });

  it('is refused beyond what is prepaid, even one fen, also after an overpayment', () => {
    owe(ctx, 100);
    pay(101);
    expect(codeOf(() => give(2))).toBe('beyond_prepaid');
    expect(codeOf(() => give(0))).toBe('amount_zero');
    expect(give(1).prepaidFen).toBe(0);
    expect(open()).toEqual([]);
  });

  it('cannot go out before the money came in', () => {
    pay(100);
    expect(codeOf(() => give(1, {}, at(ctx, YESTERDAY)))).toBe('beyond_prepaid');
  });

  it('is approved by finance or the director (rule 172)', () => {
    addStaff(ctx, { name: '钱静', roles: ['finance'], phone: null });
    addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
    pay(100);
    expect(codeOf(() => give(1, { approvedBy: '李强' }))).toBe('missing_role');
    expect(give(1, { approvedBy: '钱静' }).approvedBy).toBe('钱静');
    expect(said()).not.toContain('who approved it');
    give(1);
    expect(said()).toContain('who approved it');
    const acting = { ...ctx, operator: () => ({ id: 2, name: '钱静' }) };
    expect(give(1, {}, acting).approvedBy).toBe('钱静');
  });
});

describe('a transfer', () => {
  const move = (amountFen: number, to = NEXT) =>
    transfer(ctx, { unit: HOME, to, amountFen, reason: '转缴' });

  it('is a receipt of its own there, and pays what is oldest due', () => {
    pay(100);
    const owed = owe(ctx, 60, undefined, { unit: NEXT });
    const receipt = move(80);
    expect(receipt).toMatchObject({ unit: NEXT, method: 'transfer', payer: '张伟', amountFen: 80 });
    expect(paid(receipt)).toEqual([[owed, 60]]);
    expect([prepaid(), prepaid(NEXT)]).toEqual([20, 20]);
    expect(requireReceipt(ctx, '001')).toMatchObject({ transferredFen: 80, prepaidFen: 20 });
    const flows = ctx.ledger.db.prepare('SELECT sum(amount_fen) FROM money_flows').pluck().get();
    expect(flows).toBe(100);
  });

  it.each([
    ['beyond what is prepaid', 101, NEXT, 'beyond_prepaid'],
    ['of nothing', 0, NEXT, 'amount_zero'],
    ['to the same unit', 100, HOME, 'same_unit'],
  ])('is refused %s', (_, amountFen, to, code) => {
    pay(100);
    expect(codeOf(() => move(amountFen, to))).toBe(code);
    expect(prepaid()).toBe(100);
  });
});

describe('the list of receipts', () => {
  it('is asked by unit, method, state and days', () => {
    pay(100);
    pay(100, { unit: NEXT, method: 'cash' }, at(ctx, TOMORROW));
    pay(100, DOOR);
    const nos = (query: Parameters<typeof listReceipts>[1]) =>
      listReceipts(ctx, query).map((it) => it.no);
    expect(nos({})).toEqual(['R261122-001', 'R261122-002', 'R261123-001']);
    expect(nos({ unit: NEXT })).toEqual(['R261123-001']);
    expect(nos({ method: 'cash' })).toEqual(['R261123-001']);
    expect(nos({ state: 'issued' })).toEqual(['R261122-002']);
    expect(nos({ since: '2026-11-23' })).toEqual(['R261123-001']);
    expect(nos({ until: '2026-11-22' })).toEqual(['R261122-001', 'R261122-002']);
  });
});
