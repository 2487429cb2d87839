import { describe, expect, it } from 'vitest';
import { bill } from '../../src/billing/bill.ts';
import { penalties } from '../../src/billing/penalties.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { chargesTold, estateWith, reverse, settleHome } from './estate.ts';

const STRICT =
  'strict: {name: 费, basis: fixed-month, rates: {2020-01-01: 1000.00}, dueDay: 5, penalty: {daily: 0.0003, grace: 7, cap: 30}}';
const LENIENT = 'lenient: {name: 宽, basis: fixed-month, rates: {2020-01-01: 1000.00}, dueDay: 5}';

async function overdue(): Promise<TestCtx> {
  const ctx = await estateWith(`${STRICT}\n${LENIENT}`);
  settleHome(ctx.ledger, { code: '1-101' });
  settleHome(ctx.ledger, { code: '2-101' });
  bill(at(ctx, '2026-11-01T00:00:00Z'), { period: parsePeriod('2026-11', '2026-11-01') });
  return ctx;
}

const pay = (ctx: TestCtx, chargeId: number, amountFen: number, settledAt: string) =>
  ctx.ledger
    .prepare(
      `INSERT INTO settlements (charge_id, kind, amount_fen, settled_at, settled_by)
       VALUES (?, 'payment', ?, ?, 1)`,
    )
    .run(chargeId, amountFen, settledAt);

const feesOf = (ctx: TestCtx, asked: Parameters<typeof penalties>[1] = {}) =>
  penalties(ctx, asked).map(({ unit, penaltyFen }) => [unit, penaltyFen]);

describe('fee penalty', () => {
  it('is reckoned for what its tariff agrees on, and books nothing', async () => {
    const ctx = await overdue();
    expect(feesOf(ctx)).toEqual([
      ['1-101', 300],
      ['2-101', 300],
    ]);
    expect(feesOf(ctx, { unit: '2-101' })).toEqual([['2-101', 300]]);
    expect(feesOf(ctx, { building: '1', asOf: '2026-11-13' })).toEqual([['1-101', 30]]);
    expect(feesOf(ctx, { asOf: '2026-11-12' })).toEqual([]);
    expect(chargesTold(ctx.ledger)).toHaveLength(4);
  });

  it('follows the payments, by the day of the site', async () => {
    const ctx = await overdue();
    // 17 November, half past midnight in Shanghai.
    pay(ctx, 1, 50_000, '2026-11-16T16:30:00Z');
    expect(feesOf(ctx)[0]).toEqual(['1-101', 5 * 30 + 5 * 15]);
    pay(ctx, 1, 50_000, '2026-11-20T00:00:00Z');
    expect(feesOf(ctx)).toEqual([['2-101', 300]]);
  });

  it('is booked on request, later less what was booked, and again where that was reversed', async () => {
    const ctx = await overdue();
    expect(feesOf(ctx, { book: true, unit: '1-101' })).toEqual([['1-101', 300]]);
    expect(chargesTold(ctx.ledger)).toContain('1-101 strict 11-13..11-22 300 owner');
    expect(feesOf(ctx, { book: true, unit: '1-101' })).toEqual([['1-101', 0]]);
    const later = at(ctx, '2026-11-24T00:00:00Z');
    expect(feesOf(later, { book: true, unit: '1-101' })).toEqual([['1-101', 60]]);
    reverse(ctx.ledger, 5);
    expect(feesOf(later)).toEqual([
      ['1-101', 300],
      ['2-101', 360],
    ]);
    expect(chargesTold(ctx.ledger)).toHaveLength(6);
  });

  it('is none on a penalty, and stops at the cap', async () => {
    const ctx = await overdue();
    const late = at(ctx, '2030-01-01T00:00:00Z');
    penalties(ctx, { book: true });
    const [first] = penalties(late, {});
    expect(penalties(late, {})).toHaveLength(2);
    expect(first).toMatchObject({ accruedFen: 30_000, isCapped: true, penaltyFen: 29_700 });
  });

  it('leaves the bills of the month alone', async () => {
    const ctx = await overdue();
    penalties(ctx, { book: true });
    expect(bill(ctx, { period: parsePeriod('2026-11', '2026-11-22') }).billed).toBe(0);
  });

  it('says where no tariff knows one', async () => {
    const ctx = await estateWith(LENIENT);
    expect(penalties(ctx, {})).toEqual([]);
    expect(ctx.warnings).toHaveLength(1);
  });

  it('is not booked for a day to come', async () => {
    const ctx = await overdue();
    expect(() => penalties(ctx, { asOf: '2026-11-23', book: true })).toThrow('future_penalty');
    expect(feesOf(ctx, { asOf: '2026-11-23' })[0]).toEqual(['1-101', 330]);
  });
});
