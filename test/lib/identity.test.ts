import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthOf, identityCheckDigit, parseIdentity } from '../../src/lib/identity.ts';

const TODAY = '2026-11-22';
const identity = (first17: string) => first17 + identityCheckDigit(first17);

describe('identityCheckDigit', () => {
  // The two examples printed in GB 11643-1999.
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('%s → %s', (first17, digit) => {
    expect(identityCheckDigit(first17)).toBe(digit);
  });
});

describe('parseIdentity', () => {
  it.each([
    ['with X', '11010519491231002X', '11010519491231002X'],
    ['lower-case x', '11010519491231002x', '11010519491231002X'],
    ['full-width', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['in groups', ' 110105 19491231 002X ', '11010519491231002X'],
    ['born today', identity('99010120261122001'), identity('99010120261122001')],
    ['leap day', identity('99010120240229001'), identity('99010120240229001')],
    ['passport', 'e12345678', 'E12345678'],
    ['passport of two letters', 'EA1234567', 'EA1234567'],
    ['travel permit', 'H123456789', 'H123456789'],
  ])('%s', (_, text, expected) => {
    expect(parseIdentity(text, TODAY)).toBe(expected);
  });

  it.each([
    ['17 digits', '11010519491231002', '18 digits'],
    ['19 digits', '1101051949123100211', '18 digits'],
    ['an old one of 15', '110105491231002', 'out of use'],
    ['a wrong check digit', '110105194912310021', 'check digit'],
    ['29 February of no leap year', identity('99010120230229001'), 'date of birth'],
    ['a thirteenth month', identity('99010119901301001'), 'date of birth'],
    ['born tomorrow', identity('99010120261123001'), 'date of birth'],
    ['X not at the end', '1101051949123100X2', 'not the number'],
    ['rounded by the sheet', '1.10105E+17', 'rounded'],
    ['a permit too short', 'H123456', 'not the number'],
    ['three letters', 'ABC1234567', 'not the number'],
    ['nothing', '', 'not the number'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseIdentity(text, TODAY)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        code: 'bad_identity',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('never repeats the number', () => {
    expect(() => parseIdentity('110105194912310021', TODAY)).not.toThrow(/1949/);
  });

  const first17 = fc
    .tuple(
      fc.integer({ min: 100_000, max: 999_999 }),
      fc.date({
        min: new Date('1900-01-01'),
        max: new Date('2026-11-22'),
        noInvalidDate: true,
      }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([area, born, serial]) =>
        `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
    );

  it('takes every number with its check digit', () => {
    fc.assert(
      fc.property(first17, (digits) => {
        expect(parseIdentity(identity(digits), TODAY)).toBe(identity(digits));
      }),
    );
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(
        first17,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, shift) => {
          const wrong = String((Number(digits[at]) + shift) % 10);
          const mistyped = digits.slice(0, at) + wrong + digits.slice(at + 1);
          expect(() => parseIdentity(mistyped + identityCheckDigit(digits), TODAY)).toThrow();
        },
      ),
    );
  });
});

describe('birthOf', () => {
  it.each([
    ['a resident', '11010519491231002X', '1949-12-31'],
    ['a passport', 'E12345678', undefined],
    ['no real day', identity('99010120230229001'), undefined],
    ['a masked number', '**************002X', undefined],
  ])('%s', (_, text, expected) => {
    expect(birthOf(text)).toBe(expected);
  });
});
