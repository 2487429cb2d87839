import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageOf, rateOf } from '../../src/lib/rate.ts';

describe('a rate', () => {
  it.each([
    ['nothing of nothing', 0, 0, null],
    ['none', 0, 7, '0.0'],
    ['all', 7, 7, '100.0'],
    ['a third, down', 1, 3, '33.3'],
    ['two thirds, up', 2, 3, '66.7'],
    ['exactly half a tenth, up', 1, 2000, '0.1'],
    ['just under half a tenth', 1, 2001, '0.0'],
    ['where a float falls short of the half: 1.005', 201, 20_000, '1.0'],
    ['where a float falls short of the half: 1.15', 23, 2_000, '1.2'],
    ['just under all is not rounded down', 9_999, 10_000, '100.0'],
    ['twelve of fourteen', 12, 14, '85.7'],
    ['more than all', 3, 2, '150.0'],
  ])('%s', (_, numerator, denominator, percent) => {
    expect(rateOf(numerator, denominator)).toEqual({ numerator, denominator, percent });
  });

  it('lies within half a tenth of a percent of the truth, and up from the half', () => {
    const counts = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 ** 31 }));
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const tenths = BigInt(rateOf(numerator, denominator).percent?.replace('.', '') ?? '-1');
        const off = tenths * BigInt(denominator) - 1000n * BigInt(numerator);
        const half = BigInt(denominator);
        expect(-half < 2n * off && 2n * off <= half).toBe(true);
      }),
    );
  });

  it('of the part and of the rest add up to the whole, but for a rounding each', () => {
    const counts = fc.tuple(fc.nat(100_000), fc.nat(100_000)).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(counts, ([a, b]) => {
        const [part, rest] = [rateOf(a, a + b), rateOf(b, a + b)].map(({ percent }) =>
          Number(percent?.replace('.', '')),
        );
        expect([1000, 1001]).toContain((part ?? 0) + (rest ?? 0));
      }),
    );
  });
});

describe('the mean of rates', () => {
  it.each([
    ['of none', [], null],
    ['of rates of nothing', [[0, 0]], null],
    ['of one', [[2, 3]], '66.7'],
    [
      'does not weigh them',
      [
        [1, 1],
        [0, 99],
      ],
      '50.0',
    ],
    [
      'leaves out those of nothing',
      [
        [1, 2],
        [0, 0],
      ],
      '50.0',
    ],
    [
      'is rounded once: 33.333… and 33.4 are 33.3666…',
      [
        [1, 3],
        [334, 1000],
      ],
      '33.4',
    ],
    [
      'is rounded once: thirds of 0.05 are 0.05',
      [
        [1, 2000],
        [1, 2000],
        [1, 2000],
      ],
      '0.1',
    ],
  ])('%s', (_, rates, percent) => {
    expect(averageOf(rates.map(([part = 0, whole = 0]) => rateOf(part, whole)))).toBe(percent);
  });

  it('lies between the least and the largest', () => {
    const rate = fc
      .integer({ min: 1, max: 5000 })
      .chain((whole) => fc.nat(whole).map((part) => rateOf(part, whole)));
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 50 }), (rates) => {
        const percents = rates.map(({ percent }) => Number(percent));
        const mean = Number(averageOf(rates));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...percents));
        expect(mean).toBeLessThanOrEqual(Math.max(...percents));
      }),
    );
  });
});
