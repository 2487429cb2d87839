import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PRICE, parsePrice, priceText } from '../../src/lib/price.ts';

describe('a price', () => {
  it.each([
    ['1.40', 14_000],
    ['1.4', 14_000],
    ['0.3025', 3_025],
    ['0.0001', 1],
    ['２', 20_000],
    ['99,999.9999', MAX_PRICE],
  ])('is read from %s', (typed, price) => {
    expect(parsePrice(typed)).toBe(price);
  });

  it.each(['0', '0.00001', '-1', '100000', '1e3', '', '1.40元'])('is not read from %o', (typed) => {
    expect(() => parsePrice(typed)).toThrow('bad_price');
  });

  it.each([
    [14_000, '1.40'],
    [14_100, '1.41'],
    [3_025, '0.3025'],
    [3_020, '0.302'],
    [10_000, '1.00'],
    [1, '0.0001'],
  ])('%i is told as %s', (price, text) => {
    expect(priceText(price)).toBe(text);
  });

  it('is read as it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_PRICE }), (price) => {
        expect(parsePrice(priceText(price))).toBe(price);
      }),
    );
  });
});
