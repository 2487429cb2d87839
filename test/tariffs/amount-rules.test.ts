import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/day.ts';
import {
  amountFenOf,
  boundedAmountFen,
  MONTH_PARTS,
  monthPartsBetween,
  sharesOf,
} from '../../src/tariffs/amount-rules.ts';

const measure = (quantityThousandths: number, rateTenthousandths: number, change = {}) => ({
  quantityThousandths,
  rateTenthousandths,
  monthParts: null as number | null,
  percent: 100,
  ...change,
});

describe('months by the days of each', () => {
  it.each([
    ['a month of 31 days', '2026-12-01', '2026-12-31', MONTH_PARTS],
    ['a month of 30 days', '2026-11-01', '2026-11-30', MONTH_PARTS],
    ['a February of 28 days', '2027-02-01', '2027-02-28', MONTH_PARTS],
    ['a February of 29 days', '2028-02-01', '2028-02-29', MONTH_PARTS],
    ['a whole quarter', '2026-10-01', '2026-12-31', 3 * MONTH_PARTS],
    ['a quarter with a leap day', '2028-01-01', '2028-03-31', 3 * MONTH_PARTS],
    ['a year', '2026-01-01', '2026-12-31', 12 * MONTH_PARTS],
    ['one day of 30', '2026-11-30', '2026-11-30', MONTH_PARTS / 30],
    ['a leap day', '2028-02-29', '2028-02-29', MONTH_PARTS / 29],
    ['half of a month, then a whole one', '2026-11-16', '2026-12-31', 1.5 * MONTH_PARTS],
    ['28 days of a leap February', '2028-02-01', '2028-02-28', (MONTH_PARTS / 29) * 28],
    ['no day', '2026-11-02', '2026-11-01', 0],
  ])('%s', (_, from, until, parts) => {
    expect(monthPartsBetween(from, until)).toBe(parts);
  });

  it('are whole, and the same however a time is split', () => {
    const day = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(day, fc.nat(800), fc.nat(800), (from, a, b) => {
        const split = addDays(from, a);
        const until = addDays(split, b + 1);
        const whole = monthPartsBetween(from, until);
        const first = monthPartsBetween(from, split);
        expect(Number.isInteger(first)).toBe(true);
        expect(first + monthPartsBetween(addDays(split, 1), until)).toBe(whole);
      }),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['0.15 × 130.70, which floats get wrong', measure(130_700, 1_500), 19_61],
    ['1.40 × 100.24', measure(100_240, 14_000), 140_34],
    ['an area with three decimals', measure(89_535, 14_000), 125_35],
    ['exactly half a fen rounds up', measure(1_000, 50), 1],
    ['just below half a fen', measure(999, 50), 0],
    ['a rate of four decimals', measure(1_000_000, 3_025), 302_50],
    ['a whole quarter', measure(100_000, 14_000, { monthParts: 3 * MONTH_PARTS }), 420_00],
    ['half of November', measure(100_000, 14_000, { monthParts: MONTH_PARTS / 2 }), 70_00],
    ['a leap February', measure(100_000, 14_000, { monthParts: MONTH_PARTS }), 140_00],
    ['a leap day', measure(100_000, 14_000, { monthParts: MONTH_PARTS / 29 }), 4_83],
    ['70 percent', measure(130_700, 14_000, { percent: 70 }), 128_09],
    ['the smallest there is', measure(1, 1), 0],
  ])('%s', (_, it, fen) => {
    expect(amountFenOf(it)).toBe(fen);
  });

  it('is that of the whole month, however it is split, to a fen for each part', () => {
    const quantity = fc.integer({ min: 1, max: 10_000_000 });
    const rate = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(quantity, rate, fc.integer({ min: 1, max: 30 }), (q, r, days) => {
        const day = MONTH_PARTS / 31;
        const of = (monthParts: number) => amountFenOf(measure(q, r, { monthParts }));
        const parts = of(days * day) + of((31 - days) * day);
        expect(Math.abs(parts - of(MONTH_PARTS))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the nearest fen, the upper one of two as near', () => {
    const any = fc.record({
      quantityThousandths: fc.integer({ min: 1, max: 99_999_999_999 }),
      rateTenthousandths: fc.integer({ min: 1, max: 999_999_999 }),
      monthParts: fc.option(fc.integer({ min: 1, max: 12 * MONTH_PARTS })),
      percent: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(any, (it) => {
        const fen = amountFenOf(it);
        fc.pre(Number.isSafeInteger(fen));
        const exact =
          BigInt(it.quantityThousandths) *
          BigInt(it.rateTenthousandths) *
          BigInt(it.monthParts ?? MONTH_PARTS) *
          BigInt(it.percent);
        const unit = 100_000n * 100n * BigInt(MONTH_PARTS);
        const above = 2n * (exact - BigInt(fen) * unit);
        expect(above >= -unit && above < unit).toBe(true);
      }),
    );
  });

  it.each([
    ['999,999,999.99 yuan', 99_999_999_999_000, 99_999_999_999],
    ['0.004 yuan less', 99_999_999_999_000 - 4, 99_999_999_999],
  ])('of %s is taken', (_, quantity, fen) => {
    expect(boundedAmountFen(measure(quantity, 100))).toBe(fen);
  });

  it('of half a fen more is refused', () => {
    expect(() => boundedAmountFen(measure(99_999_999_999_500, 100))).toThrow('amount_too_large');
  });
});

describe('shares of a total', () => {
  it.each([
    ['equal ones', 300, [1, 1, 1], [100, 100, 100]],
    ['the fen left over to the first', 100, [1, 1, 1], [34, 33, 33]],
    ['two fen left over', 200, [1, 1, 1], [67, 67, 66]],
    ['the largest remainder first', 100, [1, 2, 4], [14, 29, 57]],
    ['one fen for many', 1, [5, 5, 5], [1, 0, 0]],
    ['no weight, no share', 100, [0, 3], [0, 100]],
    ['nobody', 100, [], []],
    ['nobody with a weight', 100, [0, 0], []],
    ['the largest amount', 99_999_999_999, [1, 1], [50_000_000_000, 49_999_999_999]],
  ])('%s', (_, total, weights, shares) => {
    expect(sharesOf(total, weights)).toEqual(shares);
  });

  it('add up, none a fen or more from its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), weights, (total, all) => {
        const whole = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
        fc.pre(whole > 0n);
        const shares = sharesOf(total, all);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        all.forEach((weight, at) => {
          const off = BigInt(shares[at] ?? 0) * whole - BigInt(total) * BigInt(weight);
          expect(off > -whole && off < whole).toBe(true);
        });
      }),
    );
  });
});
