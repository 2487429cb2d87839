import { expect, it } from 'vitest';
import { chineseDigits } from '../../src/lib/chinese-number.ts';

it.each([
  ['single digits', '三栋二单元', '3栋2单元'],
  ['ten', '十栋', '10栋'],
  ['eleven', '十一栋', '11栋'],
  ['twenty', '二十栋', '20栋'],
  ['twenty-three', '二十三栋', '23栋'],
  ['a hundred and one', '一百零一室', '101室'],
  ['a hundred and ten', '一百一十', '110'],
  ['digit by digit', '一五零一', '1501'],
  ['with the round zero', '一五〇一', '1501'],
  ['no number: ten ten', '十十', '十十'],
  ['no number: hundred alone', '百', '百'],
  ['touching an arabic digit', '3一2', '3一2'],
  ['nothing Chinese', '3-2-1501', '3-2-1501'],
])('%s', (_, text, expected) => {
  expect(chineseDigits(text)).toBe(expected);
});
