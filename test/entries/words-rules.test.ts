import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, plainOfAny } from '../../src/entries/words-rules.ts';

describe('what somebody who searches means', () => {
  it.each([
    ['wide letters', 'ＳＦ１２', 'sf12'],
    ['capitals', 'SF12李芳', 'sf12李芳'],
    ['blanks and dashes', '3-2 1501', '321501'],
    ['a sign for a word', '㈱', '株'],
    ['nothing', '', ''],
  ])('%s', (_, typed, meant) => {
    expect(plain(typed)).toBe(meant);
  });

  it('is by the same rule for ordinary signs, told faster', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const sign = String.fromCharCode(code);
      if (plain(sign) !== plainOfAny(sign)) throw new Error(`U+${code.toString(16)} differs`);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => plain(text) === plainOfAny(text)),
    );
  });
});
