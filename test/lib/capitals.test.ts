import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitals } from '../../src/lib/capitals.ts';
import { MAX_AMOUNT_FEN } from '../../src/lib/money.ts';

describe('an amount in capitals', () => {
  it.each([
    ['nothing', 0, '零元整'],
    ['one fen', 1, '壹分'],
    ['fen alone', 5, '伍分'],
    ['the most fen without a jiao', 9, '玖分'],
    ['one jiao ends with 整', 10, '壹角整'],
    ['jiao alone', 50, '伍角整'],
    ['jiao and fen', 55, '伍角伍分'],
    ['the last before a yuan', 99, '玖角玖分'],
    ['one yuan', 100, '壹元整'],
    ['yuan and fen, without jiao', 101, '壹元零壹分'],
    ['yuan and jiao', 110, '壹元壹角整'],
    ['yuan, jiao and fen', 111, '壹元壹角壹分'],
    ['the last of one digit', 999, '玖元玖角玖分'],
    ['ten says its one', 1000, '壹拾元整'],
    ['ten and fen', 1005, '壹拾元零伍分'],
    ['ten and jiao: no zero before 角', 1050, '壹拾元伍角整'],
    ['eleven', 1100, '壹拾壹元整'],
    ['a hundred', 10000, '壹佰元整'],
    ['a zero in the tens', 10100, '壹佰零壹元整'],
    ['zeros at the end are not read', 11000, '壹佰壹拾元整'],
    ['of the rules on payment', 32504, '叁佰贰拾伍元零肆分'],
    ['a zero in the ones before jiao', 168032, '壹仟陆佰捌拾元叁角贰分'],
    ['of the issue', 123450, '壹仟贰佰叁拾肆元伍角整'],
    ['two zeros are read once', 100100, '壹仟零壹元整'],
    ['zeros apart are read apart', 1010100, '壹万零壹佰零壹元整'],
    ['of the rules on payment, larger', 1640902, '壹万陆仟肆佰零玖元零贰分'],
    ['ten thousand', 1000000, '壹万元整'],
    ['ten thousand and one', 1000100, '壹万零壹元整'],
    ['no zero between full groups', 1100000, '壹万壹仟元整'],
    ['a hundred thousand', 10000000, '壹拾万元整'],
    ['a zero before the thousands', 10700053, '壹拾万零柒仟元伍角叁分'],
    ['a million', 100000000, '壹佰万元整'],
    ['a million and a fen', 100000001, '壹佰万元零壹分'],
    ['ten million', 1000000000, '壹仟万元整'],
    ['a hundred million', 10000000000, '壹亿元整'],
    ['a group of zeros has no name', 10000000100, '壹亿零壹元整'],
    ['a zero in front of the middle group', 10001000000, '壹亿零壹万元整'],
    ['a full middle group', 11000000000, '壹亿壹仟万元整'],
    ['zeros in every group', 10101010101, '壹亿零壹佰零壹万零壹佰零壹元零壹分'],
    ['the largest', MAX_AMOUNT_FEN, '玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['a reversal', -123450, '负壹仟贰佰叁拾肆元伍角整'],
    ['a reversal of fen', -5, '负伍分'],
  ])('%s: %i', (_, amountFen, text) => {
    expect(capitals(amountFen)).toBe(`人民币${text}`);
  });

  it('reads back as the amount it was made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_AMOUNT_FEN, max: MAX_AMOUNT_FEN }), (amountFen) => {
        expect(readBack(capitals(amountFen))).toBe(BigInt(amountFen));
      }),
    );
  });

  it('never reads two zeros in a row, nor one before the end of the yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_AMOUNT_FEN }), (amountFen) => {
        expect(capitals(amountFen)).not.toMatch(/零零|零元|零万|零亿|零整|零角|分整/);
      }),
    );
  });
});

const VALUES: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };

/** Fen, read as a person does: each digit times its place, each group times its name. */
function readBack(text: string): bigint {
  const [, sign, plain = ''] = /^人民币(负?)(.*?)整?$/.exec(text) ?? [];
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const char of plain) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(char);
    if (value >= 0) digit = BigInt(value);
    else if (VALUES[char] !== undefined) {
      group += digit * (VALUES[char] as bigint);
      digit = 0n;
    } else if (char === '角' || char === '分') {
      total += digit * (char === '角' ? 10n : 1n);
      digit = 0n;
    } else {
      const of = { 亿: 10_000_000_000n, 万: 1_000_000n, 元: 100n }[char] as bigint;
      total += (group + digit) * of;
      group = 0n;
      digit = 0n;
    }
  }
  return sign === '负' ? -total : total;
}
