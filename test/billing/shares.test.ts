import { describe, expect, it } from 'vitest';
import type { SharedBy } from '../../src/billing/model.ts';
import { share } from '../../src/billing/shares.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import type { TestCtx } from '../support/ledger.ts';
import { chargesTold, estateWith, reverse, settleHome } from './estate.ts';

const FEE = 'fee: {name: 费, basis: fixed-month, rates: {2020-01-01: 8.00}}';
const OTHERS = `${FEE}
  flats: {name: 电梯费, basis: one-off, rates: {2020-01-01: 1.00}, uses: [residential], developer: no}`;

const november = {
  tariff: 'shared',
  amountFen: 10_000,
  period: parsePeriod('2026-11', '2026-11-22'),
  per: 'household' as SharedBy,
};

async function estate(): Promise<TestCtx> {
  const ctx = await estateWith(OTHERS);
  settleHome(ctx.ledger, { code: '1-101', areaThousandths: 50_000 });
  settleHome(ctx.ledger, { code: '1-102', areaThousandths: 100_001 });
  settleHome(ctx.ledger, { code: '2-101', areaThousandths: 100_000, handoverOn: '2026-12-01' });
  settleHome(ctx.ledger, { code: 'P-1', areaThousandths: 12_000, use: 'parking' });
  return ctx;
}

describe('fee share', () => {
  it('gives each household the same, the fen left over to the first', async () => {
    const ctx = await estate();
    expect(share(ctx, november)).toMatchObject({ billed: 3, amountFen: 10_000, skipped: [] });
    expect(chargesTold(ctx.ledger)).toEqual([
      '1-101 shared 11-01..11-30 3334 owner',
      '1-102 shared 11-01..11-30 3333 owner',
      '2-101 shared 11-01..11-30 3333 developer',
    ]);
  });

  it('goes by area, parking spaces with them', async () => {
    const ctx = await estate();
    expect(share(ctx, { ...november, per: 'area' })).toMatchObject({ amountFen: 10_000 });
    expect(chargesTold(ctx.ledger)).toEqual([
      '1-101 shared 11-01..11-30 1908 owner',
      '1-102 shared 11-01..11-30 3817 owner',
      '2-101 shared 11-01..11-30 3817 developer',
      'P-1 shared 11-01..11-30 458 owner',
    ]);
  });

  it('meets the uses of its tariff, and no developer who owes nothing', async () => {
    const ctx = await estate();
    expect(share(ctx, { ...november, tariff: '电梯费' })).toMatchObject({ billed: 2 });
  });

  it('tells the share of a unit without an owner, and does not charge it', async () => {
    const ctx = await estate();
    settleHome(ctx.ledger, { code: '3-101', owners: [] });
    expect(share(ctx, november)).toMatchObject({
      billed: 3,
      amountFen: 7500,
      skipped: [{ unit: '3-101', tariff: 'shared', reason: 'no_owner', amountFen: 2500 }],
    });
  });

  it('gives less than a fen to nobody', async () => {
    const ctx = await estate();
    const { billed, skipped } = share(ctx, { ...november, amountFen: 2 });
    expect(billed).toBe(2);
    expect(skipped).toMatchObject([{ unit: '2-101', reason: 'amount_zero', amountFen: 0 }]);
  });

  // Due on the 25th of the month after the period, as the tariff says; today is 2026-11-22.
  it.each([
    ['this month', '2026-11', '2026-12-25'],
    ['last month, as if of this one', '2026-10', '2026-12-25'],
    ['next month', '2026-12', '2027-01-25'],
    ['a year, long past', '2025', '2026-12-25'],
  ])('is due when its period is, and never before it was shared: %s', async (_, text, dueOn) => {
    const ctx = await estate();
    share(ctx, { ...november, period: parsePeriod(text, ctx.today) });
    expect(new Set(listCharges(ctx.ledger, {}).map((it) => it.dueOn))).toEqual(new Set([dueOn]));
  });

  it('refuses the same twice, unless it was reversed or is said to be another', async () => {
    const ctx = await estate();
    share(ctx, { ...november, building: '1' });
    expect(() => share(ctx, { ...november, building: '1' })).toThrow('shared_before');
    expect(() => share(ctx, november)).toThrow('shared_before');
    expect(share(ctx, { ...november, building: '2' }).billed).toBe(1);
    expect(share(ctx, { ...november, period: parsePeriod('2026-12', '2026-11-22') }).billed).toBe(
      3,
    );
    expect(share(ctx, { ...november, building: '1', again: true }).billed).toBe(2);
    for (const id of [1, 2, 7, 8]) reverse(ctx.ledger, id);
    expect(share(ctx, { ...november, building: '1' }).billed).toBe(2);
  });

  it.each([
    ['a tariff with a cycle', { tariff: 'fee' }, 'not_shared'],
    ['nothing', { amountFen: 0 }, 'amount_zero'],
    ['an unknown building', { building: '9' }, 'unknown_building'],
    ['before its rate', { period: parsePeriod('2019-11', '2026-11-22') }, 'tariff_inactive'],
  ])('refuses %s', async (_, change, code) => {
    const ctx = await estate();
    expect(() => share(ctx, { ...november, ...change })).toThrow(code);
  });

  it('refuses an estate without units', async () => {
    const ctx = await estateWith(FEE);
    expect(() => share(ctx, november)).toThrow('nobody_to_share');
  });
});
