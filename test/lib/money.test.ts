import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_AMOUNT_FEN, parseYuan, yuanText } from '../../src/lib/money.ts';

describe('parseYuan', () => {
  it.each([
    ['fen', '165.63', 165_63],
    ['jiao', '165.6', 165_60],
    ['whole', '165', 165_00],
    ['¥ before', '¥165.63', 165_63],
    ['full-width ￥ before', '￥ 165.63', 165_63],
    ['元 behind', '165.63元', 165_63],
    ['元整 behind', '165元整', 165_00],
    ['人民币 before', '人民币165 元', 165_00],
    ['commas', '1,234.50', 1_234_50],
    ['full-width', '１，２３４．５０', 1_234_50],
    ['zero', '0', 0],
    ['one fen', '0.01', 1],
    ['the largest amount', '999,999,999.99', MAX_AMOUNT_FEN],
    ['what floats get wrong', '1.15', 1_15],
  ])('%s', (_, text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each([
    ['one fen above the largest', '1000000000.00', 'exceed'],
    ['far above the largest', '99999999999999999999', 'too large'],
    ['three decimals', '1.005', '2 decimals'],
    ['negative', '-1', 'negative'],
    ['a comma in a wrong place', '1,23.45', 'not a number'],
    ['万', '1.2万', 'not a number'],
    ['two currencies', '¥¥5', 'not a number'],
    ['the sign alone', '¥', 'not a number'],
    ['nothing', '', 'not a number'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseYuan(text)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        code: 'bad_amount',
        message: expect.stringContaining(message),
      }),
    );
  });
});

it.each([
  [165_63, '165.63'],
  [-5, '-0.05'],
  [0, '0.00'],
  [100, '1.00'],
  [1_234_567_89, '1234567.89'],
])('yuanText %i', (amountFen, expected) => {
  expect(yuanText(amountFen)).toBe(expected);
});

it('text and fen are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_AMOUNT_FEN }), (amountFen) => {
      expect(parseYuan(yuanText(amountFen))).toBe(amountFen);
    }),
  );
});

it('commas of a formatted amount change nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_AMOUNT_FEN }), (amountFen) => {
      const [whole = '', fraction = ''] = yuanText(amountFen).split('.');
      const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
      expect(parseYuan(`¥${grouped}.${fraction}元`)).toBe(amountFen);
    }),
  );
});
