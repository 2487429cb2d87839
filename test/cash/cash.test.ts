import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { closeMonth } from '../../src/cash/closing.ts';
import { cashOnHand, handIn } from '../../src/cash/handing-in.ts';
import { journalOf } from '../../src/cash/journal.ts';
import { reconcileCash } from '../../src/cash/reconciling.ts';
import { checkSafe } from '../../src/cash/safe.ts';
import { roundOf } from '../../src/deadlines/rounds.ts';
import { deadlinesOf } from '../../src/deadlines/service.ts';
import { refundDeposit } from '../../src/deposits/moving.ts';
import { MAX_AMOUNT_FEN } from '../../src/lib/money.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { by, cashDesk, on, take } from './desk.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

beforeEach(async () => {
  ctx = await cashDesk();
});

const hand = (
  when: TestCtx,
  amountFen: number,
  change: Partial<Parameters<typeof handIn>[1]> = {},
) => handIn(when, { amountFen, to: undefined, day: undefined, explanation: undefined, ...change });

const close = (when: TestCtx, month: string, countedFen: number, change = {}) =>
  closeMonth(when, {
    ...{ month, countedFen, explanation: undefined, reviewedBy: '李会计' },
    ...change,
  });

const refund = (when: TestCtx, no: string, amountFen?: number) =>
  refundDeposit(when, { no, amountFen, method: 'cash', reason: undefined });

const warnings = () => ctx.warnings.map(({ zh }) => zh);

/** How the hand-ins promised for a day ended, first promised first. */
const promises = (day: string) =>
  (deadlinesOf(ctx.ledger, [day]).get(day) ?? []).map(({ ending }) => ending);

const openingAndClosing = (when: TestCtx, query: Parameters<typeof journalOf>[1] = {}) => {
  const { openingFen, closingFen } = journalOf(when, query);
  return [openingFen, closingFen];
};

describe('the journal', () => {
  it('says what was there, what came and went, and what is there', () => {
    take(on(ctx, '2026-11-20 10:00'), 500_00);
    take(on(ctx, '2026-11-21 09:00'), 300_00);
    take(on(ctx, '2026-11-21 10:00'), 70_00, 'wechat');
    hand(on(ctx, '2026-11-21 17:00'), 800_00);
    take(on(ctx, '2026-11-22 08:00'), 1);
    const journal = journalOf(ctx, { day: '2026-11-21' });
    expect(journal.openingFen).toBe(500_00);
    expect(journal.lines.map((it) => [it.source, it.no, it.amountFen, it.balanceFen])).toEqual([
      ['deposit', 'Y261121-001', 300_00, 800_00],
      ['deposit', 'Y261121-002', 70_00, null],
      ['hand-in', null, -800_00, 0],
    ]);
    expect(journal.totals).toEqual([
      { method: 'cash', inFen: 300_00, outFen: 800_00, netFen: -500_00 },
      { method: 'wechat', inFen: 70_00, outFen: 0, netFen: 70_00 },
    ]);
    expect(journal.closingFen).toBe(0);
    expect(openingAndClosing(ctx)).toEqual([0, 1]);
    expect(openingAndClosing(ctx, { until: '2026-11-20' })).toEqual([0, 500_00]);
    expect(openingAndClosing(ctx, { month: '2026-10' })).toEqual([0, 0]);
  });

  it('of another method tells no cash', () => {
    take(ctx, 70_00, 'bank');
    const journal = journalOf(ctx, { method: 'bank' });
    expect(journal).toMatchObject({ openingFen: null, closingFen: null });
    expect(journal.lines).toHaveLength(1);
    expect(journalOf(ctx, { method: 'cash' }).lines).toEqual([]);
  });

  it('keeps the largest amounts to the fen', () => {
    for (let each = 0; each < 3; each += 1) take(ctx, MAX_AMOUNT_FEN);
    expect(journalOf(ctx, {}).closingFen).toBe(3 * MAX_AMOUNT_FEN);
  });
});

describe('handing cash in', () => {
  it('keeps the promise of every day up to today', () => {
    take(on(ctx, '2026-11-21 10:00'), 500_00);
    take(ctx, 300_00);
    expect(hand(ctx, 800_00)).toMatchObject({ expectedFen: 800_00, explanation: null });
    expect([promises('2026-11-21'), promises('2026-11-22')]).toEqual([['met'], ['met']]);
    expect(violated(ctx)).toEqual([]);
  });

  it('of a day leaves what came in later', () => {
    take(on(ctx, '2026-11-21 10:00'), 500_00);
    take(ctx, 300_00);
    expect(cashOnHand(ctx, '2026-11-21')).toBe(500_00);
    hand(ctx, 500_00, { day: '2026-11-21' });
    expect([promises('2026-11-21'), promises('2026-11-22')]).toEqual([['met'], [null]]);
    expect(cashOnHand(ctx, '2026-11-21')).toBe(0);
    expect(cashOnHand(ctx)).toBe(300_00);
  });

  it('of a day knows what was booked in the next month, as its own was closed', () => {
    closeMonth(on(ctx, '2026-10-31 09:00'), {
      ...{ month: '2026-10', countedFen: 0, explanation: undefined, reviewedBy: undefined },
    });
    take(on(ctx, '2026-10-31 10:00'), 500_00);
    expect(cashOnHand(ctx, '2026-10-31')).toBe(500_00);
  });

  it('of a day knows what went back to payers since', () => {
    const { no } = take(on(ctx, '2026-11-21 10:00'), 500_00);
    refund(ctx, no, 400_00);
    expect(cashOnHand(ctx, '2026-11-21')).toBe(100_00);
  });

  it('is promised anew by cash that comes in afterwards', () => {
    take(ctx, 500_00);
    hand(ctx, 500_00);
    take(on(ctx, '2026-11-22 16:00'), 20_00);
    expect(promises('2026-11-22')).toEqual(['met', null]);
    hand(on(ctx, '2026-11-22 17:00'), 20_00);
    expect(promises('2026-11-22')).toEqual(['met', 'met']);
  });

  it('of less is explained, and what is left stays to be handed in', () => {
    take(ctx, 500_00);
    expect(codeOf(() => hand(ctx, 300_00))).toBe('unexplained_difference');
    expect(promises('2026-11-22')).toEqual([null]);
    hand(ctx, 300_00, { explanation: '留 200 元找零' });
    expect(promises('2026-11-22')).toEqual(['met']);
    expect(cashOnHand(ctx)).toBe(200_00);
    expect(violated(ctx)).toEqual([]);
  });

  it('of more is explained, and a receipt recorded later makes it good', () => {
    take(ctx, 500_00);
    hand(ctx, 500_00);
    expect(warnings()).toEqual([]);
    hand(ctx, 10_00, { explanation: '多出 10 元，待查' });
    expect(warnings()).toEqual([expect.stringContaining('日记账现金为 -10.00 元')]);
    expect(cashOnHand(ctx)).toBe(-10_00);
    take(on(ctx, '2026-11-22 12:00'), 10_00);
    expect(cashOnHand(on(ctx, '2026-11-22 12:00'))).toBe(0);
    expect(codeOf(() => hand(on(ctx, '2026-11-22 13:00'), 0))).toBeUndefined();
    expect(promises('2026-11-22')).toEqual(['met', 'met']);
    expect(violated(ctx)).toEqual([]);
  });

  it('written up late, does not give what was handed in since a second time', () => {
    take(on(ctx, '2026-11-21 10:00'), 500_00);
    hand(ctx, 500_00);
    const earlier = on(ctx, '2026-11-21 18:00');
    expect(cashOnHand(earlier)).toBe(0);
    expect(codeOf(() => hand(earlier, 500_00))).toBe('unexplained_difference');
  });

  it('refuses a day to come, and a name nobody has', () => {
    take(ctx, 1);
    expect(codeOf(() => hand(ctx, 1, { day: '2026-11-23' }))).toBe('day_not_begun');
    expect(codeOf(() => hand(ctx, 1, { to: '孙悟空' }))).toBe('unknown_staff');
  });

  it.each([
    ['nobody named', undefined, 0],
    ['finance', '李会计', 0],
    ['the director, who is not of finance', '陈主任', 1],
    ['the collector, who is not of finance either', '王芳', 2],
  ])('warned of: %s', (_, to, count) => {
    take(ctx, 500_00);
    hand(ctx, 500_00, { to });
    expect(warnings()).toHaveLength(count);
  });

  it('warns where finance takes over what finance collected', () => {
    take(by(ctx, 2, '李会计'), 500_00);
    hand(ctx, 500_00, { to: '李会计' });
    expect(warnings()).toEqual([expect.stringContaining('同一人')]);
  });

  it('falls away with the cash: given back, nothing is left to hand in', () => {
    const { no } = take(ctx, 500_00);
    refund(on(ctx, '2026-11-22 11:00'), no);
    expect(promises('2026-11-22')).toEqual(['waived']);
    expect(warnings()).toEqual([]);
  });

  it('a drawer below nothing is warned of', () => {
    const { no } = take(ctx, 500_00, 'wechat');
    refund(ctx, no, 1);
    expect(warnings()).toEqual([expect.stringContaining('-0.01')]);
  });
});

describe('closing a month', () => {
  it('counts, keeps the round, and sends what comes later to the next month', () => {
    take(on(ctx, '2026-10-20 10:00'), 500_00);
    hand(on(ctx, '2026-10-20 17:00'), 300_00, { explanation: '找零' });
    const first = on(ctx, '2026-11-01 09:00');
    expect(close(first, '2026-10', 200_00)).toMatchObject({
      bookedFen: 200_00,
      closedBy: '王芳',
      reviewedBy: '李会计',
    });
    expect(roundOf(first, 'cash.close', '2026-10')?.doneAt).toBe(first.now);
    take(on(ctx, '2026-10-30 10:00'), 7_00);
    expect(openingAndClosing(first, { month: '2026-10' })).toEqual([0, 200_00]);
    const november = journalOf(ctx, { month: '2026-11' });
    expect(november.openingFen).toBe(200_00);
    expect(november.lines).toMatchObject([{ bookedOn: '2026-11-01', amountFen: 7_00 }]);
    expect(violated(ctx)).toEqual([]);
  });

  it('on its last day sends the rest of the day to the next month', () => {
    take(on(ctx, '2026-10-31 10:00'), 500_00);
    close(on(ctx, '2026-10-31 18:00'), '2026-10', 500_00);
    take(on(ctx, '2026-10-31 18:30'), 1_00);
    hand(on(ctx, '2026-10-31 19:00'), 501_00);
    expect(openingAndClosing(ctx, { day: '2026-10-31' })).toEqual([0, 500_00]);
    expect(openingAndClosing(ctx, { day: '2026-11-01' })).toEqual([500_00, 0]);
    expect(violated(ctx)).toEqual([]);
  });

  it('books the difference, explained, so that the next month begins with what is there', () => {
    take(on(ctx, '2026-10-20 10:00'), 500_00);
    expect(codeOf(() => close(ctx, '2026-10', 490_00))).toBe('unexplained_difference');
    close(ctx, '2026-10', 490_00, { explanation: '假币一张' });
    expect(openingAndClosing(ctx, { month: '2026-10' })).toEqual([0, 490_00]);
    expect(journalOf(ctx, { month: '2026-10' }).lines.at(-1)).toMatchObject({
      source: 'difference',
      no: '2026-10',
      amountFen: -10_00,
      bookedOn: '2026-10-31',
    });
    expect(hand(ctx, 490_00).expectedFen).toBe(490_00);
    expect(violated(ctx)).toEqual([]);
  });

  it('goes month by month, and never twice', () => {
    take(on(ctx, '2026-08-20 10:00'), 500_00, 'wechat');
    take(on(ctx, '2026-10-20 10:00'), 500_00);
    expect(codeOf(() => close(ctx, '2026-10', 500_00))).toBe('earlier_month_open');
    close(ctx, '2026-08', 0);
    close(ctx, '2026-10', 500_00);
    expect(codeOf(() => close(ctx, '2026-10', 500_00))).toBe('month_closed');
    expect(codeOf(() => close(ctx, '2026-09', 0))).toBe('month_closed');
    expect(codeOf(() => close(ctx, '2026-11', 500_00))).toBe('month_not_over');
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['nobody', undefined, '没有写明'],
    ['the collector', '王芳', '同一人'],
  ])('warns where it was reviewed by %s', (_, reviewedBy, words) => {
    close(ctx, '2026-10', 0, { reviewedBy });
    expect(warnings()).toEqual([expect.stringContaining(words)]);
  });

  it('warns where whoever collected in that month reviewed it', () => {
    take(by(on(ctx, '2026-10-20 10:00'), 2, '李会计'), 5_00);
    close(ctx, '2026-10', 5_00);
    expect(warnings()).toEqual([expect.stringContaining('同一人')]);
  });
});

describe('the safe', () => {
  const check = (change: Partial<Parameters<typeof checkSafe>[1]> = {}, when = ctx) =>
    checkSafe(when, { day: undefined, scrambled: true, note: undefined, ...change });
  const owed = (when: TestCtx) =>
    agenda(when, {}).duties.filter(({ kind }) => kind === 'cash.safe').length;

  it('is checked once a day, and stands on the agenda until it is', () => {
    expect(owed(ctx)).toBe(1);
    expect(check({ note: '完好' })).toMatchObject({ day: '2026-11-22', note: '完好' });
    expect(owed(ctx)).toBe(0);
    expect(codeOf(() => check())).toBe('safe_checked');
    expect(owed(on(ctx, '2026-11-23 09:00'))).toBe(1);
  });

  it('is not done while the code stands, nor for a day to come; for a day gone it is late', () => {
    expect(codeOf(() => check({ scrambled: false }))).toBe('code_not_scrambled');
    expect(codeOf(() => check({ day: '2026-11-23' }))).toBe('day_not_begun');
    const { doneAt, dueAt } = check({ day: '2026-11-21' });
    expect(doneAt > dueAt).toBe(true);
  });
});

describe('reconciling', () => {
  const kinds = (when: TestCtx, query = {}) =>
    reconcileCash(when, query).findings.map((it) => [it.kind, it.no ?? it.on, it.amountFen]);

  it('finds nothing where all agrees', () => {
    take(ctx, 500_00);
    hand(ctx, 500_00);
    expect(kinds(ctx)).toEqual([]);
    const { openingFen, closingFen, methods } = reconcileCash(ctx, {});
    const cash = methods.find(({ method }) => method === 'cash');
    expect(openingFen + (cash?.netFen ?? 0)).toBe(closingFen);
  });

  it('names what does not, each with its record', () => {
    take(on(ctx, '2026-10-20 10:00'), 500_00);
    hand(on(ctx, '2026-10-20 17:00'), 505_00, { explanation: '多 5 元' });
    expect(kinds(on(ctx, '2026-11-02 09:00'), { month: '2026-10' })).toEqual([
      ['negative', '2026-10-20', -5_00],
      ['hand-in-difference', '2026-10-20', 5_00],
      ['month-open', '2026-10', null],
    ]);
    close(on(ctx, '2026-11-02 10:00'), '2026-10', 0, { explanation: '长款入账' });
    expect(kinds(ctx, { month: '2026-10' })).toEqual([
      ['negative', '2026-10-20', -5_00],
      ['hand-in-difference', '2026-10-20', 5_00],
      ['closing-difference', '2026-10', 5_00],
    ]);
  });

  it('names cash not handed in when its day is over', () => {
    take(ctx, 500_00);
    expect(kinds(on(ctx, '2026-11-22 23:59'))).toEqual([]);
    const next = on(ctx, '2026-11-23 00:00');
    expect(kinds(next)).toEqual([['not-handed-in', '2026-11-22', 500_00]]);
    expect(kinds(next, { day: '2026-11-21' })).toEqual([]);
  });

  it('names receipts for the door whose time is past, and receipts of which too much was used', () => {
    const { db } = ctx.ledger;
    db.exec(`INSERT INTO receipts (id, no, unit_id, method, amount_fen, issued_at, issued_by, collect_at)
      VALUES (1, 'R261122-001', 1, 'cash', 7500, '2026-11-22T00:00:00Z', 1, '2026-11-22T01:29:59Z'),
             (2, 'R261122-002', 1, 'cash', 7500, '2026-11-22T00:00:00Z', 1, '2026-11-22T01:30:00Z');
      INSERT INTO receipts (id, no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
        received_by, booked_on)
      VALUES (3, 'R261122-003', 1, 'bank', 7500, '2026-11-22T00:00:00Z', 1,
        '2026-11-22T00:00:00Z', 1, '2026-11-22');
      INSERT INTO payouts (receipt_id, kind, amount_fen, method, reason, paid_at, paid_by, booked_on)
      VALUES (3, 'refund', 7501, 'bank', '多缴', '2026-11-22T00:00:00Z', 1, '2026-11-22')`);
    expect(kinds(ctx)).toEqual([
      ['uncollected', 'R261122-001', 75_00],
      ['over-allocated', 'R261122-003', -1],
    ]);
    expect(reconcileCash(ctx, {}).receipts).toEqual({
      receivedFen: 75_00,
      allocatedFen: 0,
      refundedFen: 75_01,
      transferredFen: 0,
      prepaidFen: -1,
    });
  });

  it('a receipt taken back agrees with the one it takes back', () => {
    ctx.ledger.db.exec(`INSERT INTO receipts (id, no, unit_id, method, amount_fen, reverses_id,
        issued_at, issued_by, received_at, received_by, booked_on)
      VALUES
        (1, 'R261122-001', 1, 'bank', 7500, NULL, '2026-11-22T00:00:00Z', 1,
         '2026-11-22T00:00:00Z', 1, '2026-11-22'),
        (2, 'R261122-002', 1, 'bank', -7500, 1, '2026-11-22T01:00:00Z', 1,
         '2026-11-22T01:00:00Z', 1, '2026-11-22')`);
    expect(kinds(ctx)).toEqual([]);
    expect(reconcileCash(ctx, {}).methods.find(({ method }) => method === 'bank')).toMatchObject({
      receivedFen: 75_00,
      reversedFen: 75_00,
      netFen: 0,
    });
  });
});

describe('a month that is closed', () => {
  it.each([
    ['in it', '2026-10-15'],
    ['before the first that was closed', '2026-08-15'],
    ['in the one closed before it', '2026-09-15'],
  ])('shows what was booked %s afterwards', (_, bookedOn) => {
    take(on(ctx, '2026-09-20 10:00'), 500_00);
    close(on(ctx, '2026-10-01 10:00'), '2026-09', 490_00, { explanation: '短款' });
    close(on(ctx, '2026-11-01 10:00'), '2026-10', 490_00);
    expect(violated(ctx)).toEqual([]);
    ctx.ledger.db.exec(`INSERT INTO hand_ins (amount_fen, expected_fen, handed_at, handed_by, booked_on)
      VALUES (100, 100, '2026-11-10T01:00:00Z', 1, '${bookedOn}')`);
    expect(violated(ctx).join()).toContain('cash.closed_as_booked: ');
  });
});
