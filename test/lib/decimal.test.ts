import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScaled, scaledText } from '../../src/lib/decimal.ts';

describe('parseScaled', () => {
  it.each([
    ['fewer decimals than digits', '89.53', 3, 89_530],
    ['as many decimals as digits', '89.535', 3, 89_535],
    ['no decimals', '89', 3, 89_000],
    ['digits 0', '89', 0, 89],
    ['leading zeros', '007.5', 1, 75],
    ['nothing before the point', '.5', 2, 50],
    ['thousands', '1,234.50', 2, 123_450],
    ['millions', '1,234,567', 0, 1_234_567],
    ['full-width', '１，２３４．５', 1, 12_345],
    ['blanks around', ' 5 ', 0, 5],
    ['a value floats cannot hold', '1.005', 3, 1_005],
    ['largest safe integer', '9007199254740.991', 3, Number.MAX_SAFE_INTEGER],
    ['zero', '0.00', 2, 0],
  ])('%s', (_, text, digits, expected) => {
    expect(parseScaled(text, digits)).toBe(expected);
  });

  it.each([
    ['hyphen', '-1.5', -15],
    ['full-width hyphen', '－1.5', -15],
    ['minus sign', '−1.5', -15],
    ['minus zero', '-0.0', 0],
  ])('negative where allowed: %s', (_, text, expected) => {
    expect(parseScaled(text, 1, { negative: true })).toBe(expected);
  });

  it.each([
    ['one decimal too many', '89.5301', 3, '3 decimals'],
    ['a zero too many', '89.530', 2, '2 decimals'],
    ['decimals of a whole number', '89.0', 0, 'whole number'],
    ['negative', '-0.01', 2, 'negative'],
    ['one above the largest', '9007199254740.992', 3, 'too large'],
    ['exponent', '1e3', 0, 'not a number'],
    ['comma in a wrong place', '12,34', 0, 'not a number'],
    ['comma after four digits', '1234,567', 0, 'not a number'],
    ['comma among the decimals', '1.234,5', 5, 'not a number'],
    ['two points', '1.2.3', 3, 'not a number'],
    ['nothing behind the point', '5.', 2, 'not a number'],
    ['point alone', '.', 2, 'not a number'],
    ['hexadecimal', '0x10', 0, 'not a number'],
    ['a superscript', '5²', 0, 'not a number'],
    ['Infinity', 'Infinity', 0, 'not a number'],
    ['a gap', '1 234', 0, 'not a number'],
    ['nothing', '', 0, 'not a number'],
  ])('refuses %s', (_, text, digits, message) => {
    expect(() => parseScaled(text, digits)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        code: 'bad_decimal',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('scaledText', () => {
  it.each([
    ['two digits', 16_563, 2, false, '165.63'],
    ['zeros stay', 89_530, 3, false, '89.530'],
    ['zeros trimmed', 89_530, 3, true, '89.53'],
    ['all zeros trimmed', 89_000, 3, true, '89'],
    ['whole part is not trimmed', 100, 0, true, '100'],
    ['below one', 5, 2, false, '0.05'],
    ['negative below one', -5, 2, false, '-0.05'],
    ['zero', 0, 2, false, '0.00'],
    ['minus zero', -0, 2, false, '0.00'],
    ['zero trimmed', 0, 2, true, '0'],
  ])('%s', (_, value, digits, trim, expected) => {
    expect(scaledText(value, digits, { trim })).toBe(expected);
  });
});

it.each([false, true])('text and value are inverse (trim %s)', (trim) => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 }), (value, digits) => {
      const text = scaledText(value, digits, { trim });
      expect(parseScaled(text, digits, { negative: true })).toBe(value);
    }),
  );
});
