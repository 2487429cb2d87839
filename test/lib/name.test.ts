import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName, tidyName } from '../../src/lib/name.ts';

describe('tidyName', () => {
  it.each([
    ['a plain name', '王芳', '王芳'],
    ['full-width brackets', '王芳（二）', '王芳(二)'],
    ['full-width letters and digits', 'ＡＢＣ公司１', 'ABC公司1'],
    ['spaces around, wide ones too', ' \u3000王芳\u3000\n', '王芳'],
    ['spaces inside', 'Wang \u3000 Fang', 'Wang Fang'],
    ['an invisible sign', '王\u200b芳\ufeff', '王芳'],
    ['a letter and its accent apart', 'Jose\u0301', 'José'],
    ['a dot inside', '阿里·买买提', '阿里·买买提'],
    ['as long as can be', '王'.repeat(100), '王'.repeat(100)],
  ])('%s', (_, text, name) => {
    expect(tidyName(text)).toBe(name);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u3000 '],
    ['only what nobody sees', '\u200b'],
    ['a line break inside', '王芳\n李强'],
    ['a tab inside', '王芳\t李强'],
    ['a separator of lines', '王芳\u2028李强'],
    ['a sign that steers a terminal', '王\u001b[2J芳'],
    ['a character too many', '王'.repeat(101)],
  ])('refuses %s', (_, text) => {
    expect(() => tidyName(text)).toThrow(
      expect.objectContaining({ code: 'bad_name', kind: 'usage' }),
    );
  });

  it('what is tidy stays as it is, and is found by any spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const once = plainName(text);
        expect(plainName(once)).toBe(once);
      }),
    );
  });
});
