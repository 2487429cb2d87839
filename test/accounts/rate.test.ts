import { beforeEach, describe, expect, it } from 'vitest';
import type { Collected } from '../../src/accounts/model.ts';
import { reportRates } from '../../src/accounts/rate.ts';
import { ratesOf, usualAsOf } from '../../src/accounts/rate-rules.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import type { TestCtx } from '../support/ledger.ts';
import { charge, makeBooks, noon, receive, settled } from './ledger.ts';

const [ONE, TWO, OTHER] = ['3-2-1501', '3-2-1502', '10-1-101'] as const;
const TODAY = '2026-11-22';
const period = (text: string) => parsePeriod(text, TODAY);

describe('ratesOf', () => {
  const none: Collected = {
    chargedFen: 0,
    owedFen: 0,
    paidFen: 0,
    units: 0,
    settledUnits: 0,
    recoveredFen: 0,
    stillOwedFen: 0,
  };

  it('has no percentage of nothing', () => {
    for (const rate of Object.values(ratesOf(none))) {
      expect(rate).toEqual({ numerator: 0, denominator: 0, percent: null });
    }
  });

  it('divides what was recovered by what could be, and adds it all up', () => {
    const rates = ratesOf({
      chargedFen: 1_000,
      owedFen: 1_000,
      paidFen: 857,
      units: 3,
      settledUnits: 2,
      recoveredFen: 300,
      stillOwedFen: 700,
    });
    expect(rates).toEqual({
      current: { numerator: 857, denominator: 1_000, percent: '85.7' },
      households: { numerator: 2, denominator: 3, percent: '66.7' },
      recovered: { numerator: 300, denominator: 1_000, percent: '30.0' },
      overall: { numerator: 1_157, denominator: 2_000, percent: '57.9' },
    });
  });

  it('is 100 % only of all of it', () => {
    const rates = ratesOf({ ...none, owedFen: 99_999_999_999, paidFen: 99_999_999_999 });
    expect(rates.current.percent).toBe('100.0');
  });
});

describe('usualAsOf', () => {
  it.each([
    { name: 'the day before its end', today: '2026-11-29', asOf: '2026-11-29' },
    { name: 'its last day', today: '2026-11-30', asOf: '2026-11-30' },
    { name: 'the day after', today: '2026-12-01', asOf: '2026-11-30' },
    { name: 'before it begins', today: '2026-10-01', asOf: '2026-10-01' },
  ])('on $name', ({ today, asOf }) => {
    expect(usualAsOf(period('2026-11'), today)).toBe(asOf);
  });
});

describe('collection rates', () => {
  let ctx: TestCtx;

  beforeEach(async () => {
    ctx = await makeBooks();
  });

  const rates = (text: string, query: { asOf?: string } = {}) =>
    reportRates(ctx, { period: period(text), ...query }).groups[0];

  const bill = (unit: string, cycleOn: string, amountFen: number, tariff = 'energy') =>
    charge(ctx, unit, { amountFen, cycleOn, tariff, dueOn: `${cycleOn.slice(0, 7)}-25` });

  /** From a receipt of its own. */
  const pay = (chargeId: number, unit: string, amountFen: number, on: string, time?: string) => {
    const moment = noon(ctx, on, time);
    const receiptId = receive(ctx, unit, amountFen, moment);
    settled(ctx, { chargeId, kind: 'payment', amountFen, receiptId }, moment);
  };

  it.each([
    { name: 'the last day before', cycleOn: '2026-09-30', current: 0, before: 100 },
    { name: 'the first day', cycleOn: '2026-10-01', current: 100, before: 0 },
    { name: 'the last day', cycleOn: '2026-12-31', current: 100, before: 0 },
    { name: 'the first day after', cycleOn: '2027-01-01', current: 0, before: 0 },
  ])('take a bill whose cycle begins on $name', ({ cycleOn, current, before }) => {
    charge(ctx, ONE, { amountFen: 100, cycleOn, dueOn: cycleOn }, noon(ctx, '2026-09-01'));
    const found = rates('2026Q4');
    expect([found?.current.denominator, found?.recovered.denominator]).toEqual([current, before]);
  });

  it.each([
    {
      name: 'before the period: it was recovered earlier',
      on: '2026-10-31',
      time: '23:59',
      recovered: [0, 0],
    },
    {
      name: 'in the first minute of the period',
      on: '2026-11-01',
      time: '00:00',
      recovered: [100, 100],
    },
    {
      name: 'in the last minute that counts',
      on: '2026-11-20',
      time: '23:59',
      recovered: [100, 100],
    },
    { name: 'after it: still owed', on: '2026-11-21', time: '00:00', recovered: [0, 100] },
  ])('old arrears paid $name', ({ on, time, recovered }) => {
    pay(bill(ONE, '2026-10-01', 100), ONE, 100, on, time);
    const found = rates('2026-11', { asOf: '2026-11-20' })?.recovered;
    expect([found?.numerator, found?.denominator]).toEqual(recovered);
  });

  it('old arrears waived within the period are out of both', () => {
    const chargeId = bill(ONE, '2026-10-01', 100);
    settled(ctx, { chargeId, kind: 'waiver', amountFen: 40 }, noon(ctx, '2026-11-05'));
    pay(chargeId, ONE, 30, '2026-11-06');
    expect(rates('2026-11')?.recovered).toMatchObject({ numerator: 30, denominator: 60 });
  });

  it('leave waivers, reversals and money that has paid nothing out', () => {
    const waived = bill(ONE, '2026-11-01', 100);
    settled(ctx, { chargeId: waived, kind: 'waiver', amountFen: 100 }, noon(ctx, '2026-11-05'));
    const reversed = bill(TWO, '2026-11-01', 100);
    settled(ctx, { chargeId: reversed, kind: 'reversal', amountFen: 100 }, noon(ctx, '2026-11-05'));
    bill(OTHER, '2026-11-01', 100);
    receive(ctx, OTHER, 9_999, noon(ctx, '2026-11-06'));
    expect(rates('2026-11')).toMatchObject({
      current: { numerator: 0, denominator: 100, percent: '0.0' },
      households: { numerator: 0, denominator: 1 },
    });
  });

  it('count a unit as settled when all its bills are, to the fen', () => {
    pay(bill(ONE, '2026-11-01', 100), ONE, 100, '2026-11-05');
    const short = bill(ONE, '2026-11-01', 100, 'water');
    pay(short, ONE, 99, '2026-11-05');
    expect(rates('2026-11')?.households).toMatchObject({ numerator: 0, denominator: 1 });
    pay(short, ONE, 1, '2026-11-06');
    expect(rates('2026-11')?.households).toMatchObject({ numerator: 1, denominator: 1 });
    expect(rates('2026-11', { asOf: '2026-11-05' })?.households).toMatchObject({ numerator: 0 });
  });

  it('a payment taken back leaves what was recovered, never less than nothing of a charge', () => {
    const early = bill(ONE, '2026-10-01', 100);
    pay(early, ONE, 100, '2026-10-20');
    const late = bill(TWO, '2026-10-01', 100);
    pay(late, TWO, 80, '2026-11-02');
    const takeBack = (chargeId: number, unit: string, amountFen: number, of: number) => {
      const moment = noon(ctx, '2026-11-03');
      const receiptId = receive(ctx, unit, -amountFen, moment, of);
      settled(ctx, { chargeId, kind: 'payment', amountFen: -amountFen, receiptId }, moment);
    };
    takeBack(early, ONE, 100, 1);
    expect(rates('2026-11')?.recovered).toMatchObject({ numerator: 80, denominator: 200 });
    takeBack(late, TWO, 80, 2);
    expect(rates('2026-11')?.recovered).toMatchObject({ numerator: 0, denominator: 200 });
  });

  it('are parted in the order of the estate, and of the policy', () => {
    bill(OTHER, '2026-11-01', 10);
    bill(ONE, '2026-11-01', 20, 'water');
    bill(TWO, '2026-10-01', 30, 'gone');
    const groups = (groupBy: 'tariff' | 'building') =>
      reportRates(ctx, { period: period('2026-11'), groupBy }).groups.map((it) => [
        it.group,
        it.groupName?.zh,
        it.current.denominator,
        it.recovered.denominator,
      ]);
    expect(groups('building')).toEqual([
      ['3', '3', 20, 30],
      ['10', '10', 10, 0],
    ]);
    expect(groups('tariff')).toEqual([
      ['energy', '公共能耗费', 10, 0],
      ['water', '水费', 20, 0],
      ['gone', 'gone', 0, 30],
    ]);
  });

  it('are of nothing where nothing was billed', () => {
    expect(rates('2026-11')?.overall.percent).toBeNull();
    expect(reportRates(ctx, { period: period('2026-11'), groupBy: 'tariff' }).groups).toEqual([]);
  });
});
