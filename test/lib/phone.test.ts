import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, tryPhone } from '../../src/lib/phone.ts';

describe('parsePhone', () => {
  it.each([
    ['mobile', '13812345678', '13812345678'],
    ['mobile with +86', '+86 138-1234-5678', '13812345678'],
    ['mobile with 0086', '008613812345678', '13812345678'],
    ['mobile with 86', '8613812345678', '13812345678'],
    ['mobile with spaces', ' 138 1234 5678 ', '13812345678'],
    ['mobile, full-width', '１３８１２３４５６７８', '13812345678'],
    ['mobile with long dashes', '138—1234—5678', '13812345678'],
    ['mobile as a sheet number', '13812345678.0', '13812345678'],
    ['mobile in scientific notation', '1.3812345678E10', '13812345678'],
    ['mobile in scientific notation with a plus', '1.3812345678E+10', '13812345678'],
    ['scientific, ending zeros dropped', '1.38123456E10', '13812345600'],
    ['landline', '0755-26001234', '0755-26001234'],
    ['landline, joined', '075526001234', '0755-26001234'],
    ['landline in brackets', '(0755) 2600 1234', '0755-26001234'],
    ['landline, full-width brackets', '（0755）26001234', '0755-26001234'],
    ['landline of a short area code', '010-66001234', '010-66001234'],
    ['landline of a short area code, joined', '02066001234', '020-66001234'],
    ['landline of seven digits', '0763-3361234', '0763-3361234'],
    ['landline with +86', '+86 755 26001234', '0755-26001234'],
    ['landline with +86 and the zero', '+86-0755-26001234', '0755-26001234'],
    ['landline without its area code', '2600-1234', '26001234'],
    ['local number that begins with 86', '8619860', '8619860'],
    ['extension without an area code', '26001234转801', '26001234-801'],
    ['extension', '0755-26001234-801', '0755-26001234-801'],
    ['extension 转', '0755-26001234转801', '0755-26001234-801'],
    ['extension 分机', '0755 26001234 分机：801', '0755-26001234-801'],
    ['400 number', '400-800-1234', '4008001234'],
    ['400 number in other groups', '400-8001-234', '4008001234'],
    ['800 number', '800 820 1234', '8008201234'],
    ['bank', '95588', '95588'],
    ['hotline', '12345', '12345'],
    ['Hong Kong', '+852 9123 4567', '+85291234567'],
    ['Hong Kong with 00', '00852-91234567', '+85291234567'],
  ])('%s', (_, text, expected) => {
    expect(parsePhone(text)).toBe(expected);
    expect(parsePhone(expected)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['a digit short', '1381234567'],
    ['a digit more', '138123456789'],
    ['no such mobile prefix', '12812345678'],
    ['two numbers', '13812345678/13912345678'],
    ['two numbers by a hyphen', '13812345678-13912345678'],
    ['cut by the sheet', '1.38123E+10'],
    ['a fraction', '13812345678.5'],
    ['letters', '1381234567x'],
    ['an extension sign without a number', '13812345678转'],
    ['an extension of a mobile', '13812345678-801'],
    ['area code alone', '0755'],
    ['local part too short', '0755-260012'],
    ['an emergency number', '110'],
    ['a word', '无'],
  ])('refuses %s', (_, text) => {
    expect(() => parsePhone(text)).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'bad_phone' }),
    );
    expect(tryPhone(text)).toBeUndefined();
  });

  it('a canonical number gives itself', () => {
    const piece = fc.constantFrom(
      ...'0123456789-+('.split(''),
      '86',
      '0755',
      '138',
      '400',
      '转',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const phone = tryPhone(pieces.join(''));
        if (phone) expect(tryPhone(phone)).toBe(phone);
      }),
      { numRuns: 5000 },
    );
  });

  it('never repeats the number', () => {
    expect(() => parsePhone('138123456789')).not.toThrow(/138/);
  });
});
