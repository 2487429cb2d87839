import { beforeEach, describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { endStay } from '../../src/registry/stays.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { at, NOW, policyOf, type TestCtx } from '../support/ledger.ts';
import { charge, makeBooks, noon, own, receive, settled } from './ledger.ts';

const UNIT = '3-2-1501';
const TODAY = '2026-11-22';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeBooks();
});

const unitId = () => requireUnit(ctx.ledger, UNIT).id;
const amountOn = (asOf: string) => arrearsOf(ctx, { asOf })[0]?.amountFen ?? 0;

describe('arrears', () => {
  it.each([
    { name: 'the day before it is due', asOf: '2026-10-24', owed: 0 },
    { name: 'the day it is due', asOf: '2026-10-25', owed: 0 },
    { name: 'the day after', asOf: '2026-10-26', owed: 100 },
  ])('$name: $owed', ({ asOf, owed }) => {
    charge(ctx, UNIT, { amountFen: 100, dueOn: '2026-10-25' });
    expect(amountOn(asOf)).toBe(owed);
  });

  it.each([
    { name: 'nothing', paid: 0, owed: 100 },
    { name: 'one fen short', paid: 99, owed: 1 },
    { name: 'all of it', paid: 100, owed: 0 },
  ])('$name is paid', ({ paid, owed }) => {
    const chargeId = charge(ctx, UNIT, { amountFen: 100, dueOn: '2026-10-25' });
    const receiptId = receive(ctx, UNIT, 100, noon(ctx, '2026-11-01'));
    if (paid > 0) {
      const payment = { chargeId, kind: 'payment', amountFen: paid, receiptId } as const;
      settled(ctx, payment, noon(ctx, '2026-11-01'));
    }
    expect(amountOn(TODAY)).toBe(owed);
  });

  it.each([
    { name: 'in the last second of the day', settledAt: '2026-11-01T15:59:59Z', owed: 0 },
    { name: 'in the first second of the next', settledAt: '2026-11-01T16:00:00Z', owed: 100 },
  ])('of a day sees what was waived $name', ({ settledAt, owed }) => {
    const chargeId = charge(ctx, UNIT, { amountFen: 100, dueOn: '2026-10-25' });
    settled(ctx, { chargeId, kind: 'waiver', amountFen: 100 }, settledAt);
    expect(amountOn('2026-11-01')).toBe(owed);
  });

  it('of a day does not know what was billed later, however long it was due', () => {
    charge(ctx, UNIT, { amountFen: 100, dueOn: '2026-01-25' }, noon(ctx, '2026-11-20'));
    expect(amountOn('2026-11-19')).toBe(0);
    expect(amountOn('2026-11-20')).toBe(100);
  });

  it('counts each month of the periods once, and tells the oldest', () => {
    charge(ctx, UNIT, { amountFen: 1, dueOn: '2026-09-25' });
    charge(ctx, UNIT, { amountFen: 2, dueOn: '2026-10-25' });
    const quarter = { cycleOn: '2026-07-01', periodEnd: '2026-09-30', tariff: 'property' };
    charge(ctx, UNIT, { amountFen: 3, dueOn: '2026-09-24', ...quarter });
    const found = arrearsOf(ctx, { asOf: TODAY });
    expect(found).toMatchObject([
      { unit: UNIT, building: '3', months: 4, amountFen: 6, oldestDueOn: '2026-09-24', others: [] },
    ]);
    expect(found[0]?.name?.zh).toBe('张伟');
  });

  it.each([
    { name: 'yesterday', dueOn: '2026-11-21', bucket: '3' },
    { name: 'three months ago', dueOn: '2026-08-22', bucket: '3' },
    { name: 'three months and a day ago', dueOn: '2026-08-21', bucket: '6' },
    { name: 'six months ago', dueOn: '2026-05-22', bucket: '6' },
    { name: 'six months and a day ago', dueOn: '2026-05-21', bucket: '12' },
    { name: 'a year ago', dueOn: '2025-11-22', bucket: '12' },
    { name: 'a year and a day ago', dueOn: '2025-11-21', bucket: '24' },
    { name: 'two years ago', dueOn: '2024-11-22', bucket: '24' },
    { name: 'two years and a day ago', dueOn: '2024-11-21', bucket: 'over' },
  ])('due $name is in $bucket', ({ dueOn, bucket }) => {
    charge(ctx, UNIT, { amountFen: 100, dueOn });
    const none = { 3: 0, 6: 0, 12: 0, 24: 0, over: 0 };
    expect(arrearsOf(ctx, { asOf: TODAY })[0]?.buckets).toEqual({ ...none, [bucket]: 100 });
  });

  it('has the buckets of the policy', async () => {
    charge(ctx, UNIT, { amountFen: 100, dueOn: '2026-09-25' });
    const policy = await policyOf('site: {name: 翠湖花园}\nfees: {ageing: [1]}\n');
    const rows = arrearsOf({ ...ctx, policy }, { asOf: TODAY });
    expect(rows[0]?.buckets).toEqual({ 1: 0, over: 100 });
  });

  it('leaves what is asked for, in the order of the estate', () => {
    charge(ctx, '10-1-101', { amountFen: 5, dueOn: '2026-10-25' });
    charge(ctx, '3-2-1502', { amountFen: 3, dueOn: '2026-10-25', tariff: 'water' });
    charge(ctx, UNIT, { amountFen: 1, dueOn: '2026-10-25' });
    charge(ctx, UNIT, { amountFen: 1, dueOn: '2026-09-25' });
    const units = (query: object) =>
      arrearsOf(ctx, { asOf: TODAY, ...query }).map(({ unit }) => unit);
    expect(units({})).toEqual([UNIT, '3-2-1502', '10-1-101']);
    expect(units({ building: '3栋' })).toEqual([UNIT, '3-2-1502']);
    expect(units({ tariff: 'water' })).toEqual(['3-2-1502']);
    expect(units({ minMonths: 2 })).toEqual([UNIT]);
    expect(units({ unitIds: [unitId()] })).toEqual([UNIT]);
    expect(units({ unitIds: [] })).toEqual([]);
    expect(() => units({ building: '77' })).toThrow(
      expect.objectContaining({ code: 'unknown_building' }),
    );
  });

  it('names the developer, and whoever else owes of a unit', () => {
    charge(ctx, '10-1-101', { amountFen: 5, dueOn: '2026-10-25' });
    const former = own(ctx, '3-2-1502', '李娜', '2020-06-30', '2026-06-30');
    const made = { amountFen: 3, dueOn: '2026-10-25' } as const;
    charge(ctx, '3-2-1502', { ...made, debtorId: former });
    charge(ctx, '3-2-1502', { ...made, debtor: 'developer', cycleOn: '2026-09-01' });
    const named = arrearsOf(ctx, { asOf: TODAY }).map(({ name, others }) => [
      name?.zh,
      ...others.map(({ zh }) => zh),
    ]);
    expect(named).toEqual([['张伟', '李娜', '开发商'], ['开发商']]);
  });

  it('names whoever owned it on the day asked for', () => {
    charge(ctx, UNIT, { amountFen: 5, dueOn: '2026-10-25' });
    endStay(ctx, 1, '2026-10-31');
    own(ctx, UNIT, '李娜', '2026-11-01');
    const nameOn = (asOf: string) => arrearsOf(ctx, { asOf })[0]?.name?.zh;
    expect(nameOn('2026-10-31')).toBe('张伟');
    expect(nameOn('2026-11-01')).toBe('李娜');
  });

  it('is the same whenever it is asked', () => {
    charge(ctx, UNIT, { amountFen: 5, dueOn: '2026-10-25' });
    const later = at(ctx, '2027-05-01T01:30:00Z');
    expect(arrearsOf(later, { asOf: TODAY })).toEqual(arrearsOf(at(ctx, NOW), { asOf: TODAY }));
  });
});
