import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteWord, splitWords } from '../../src/lib/shell-words.ts';

describe('splitWords', () => {
  it.each([
    ['blanks', '  ticket\topen  --unit 3-2-1501 \r', ['ticket', 'open', '--unit', '3-2-1501']],
    ['nothing', ' ', []],
    ['double quotes', '--item "厨房 漏水"', ['--item', '厨房 漏水']],
    ['single quotes take all', `'a "b" \\ c'`, ['a "b" \\ c']],
    ['double quote escapes', String.raw`"\" \\ \$ \a"`, [String.raw`" \ $ \a`]],
    ['escapes outside', String.raw`a\ b \#c \'d`, ['a b', '#c', "'d"]],
    ['pieces join', `a'b'"c"d`, ['abcd']],
    ['empty words', `'' "" a''`, ['', '', 'a']],
    ['comment', 'a # b', ['a']],
    ['comment from the start', '# a', []],
    ['an open quote in a comment', `a # it's`, ['a']],
    ['# inside a word', '3#2-1501 a#', ['3#2-1501', 'a#']],
    ['# after an empty quote', `''#a`, ['#a']],
    ['no expansion', '$HOME *.csv ~ a|b; c>d `e`', ['$HOME', '*.csv', '~', 'a|b;', 'c>d', '`e`']],
    ['full-width quotes and blanks are ordinary', '“a b” c　d', ['“a', 'b”', 'c　d']],
    ['escaped character outside the basic plane', '\\𠮷', ['𠮷']],
  ])('%s', (_, line, expected) => {
    expect(splitWords(line)).toEqual(expected);
  });

  it.each([
    ['single quote', "a 'b", "quote '"],
    ['double quote', 'a "b', 'quote "'],
    ['double quote closed by an escaped one', 'a "b\\"', 'quote "'],
    ['trailing backslash', 'a \\', 'backslash'],
  ])('refuses an unclosed %s', (_, line, message) => {
    expect(() => splitWords(line)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        code: 'unclosed_quote',
        message: expect.stringContaining(message),
      }),
    );
  });

  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...` \t'"\\#$\`a中“`) }),
  );
  const quotings: [string, (text: string) => string][] = [
    ['single quotes', (text) => `'${text.replaceAll("'", `'\\''`)}'`],
    ['double quotes', (text) => `"${text.replace(/[$`"\\]/g, '\\$&')}"`],
    ['backslashes', (text) => (text === '' ? "''" : text.replace(/./gsu, '\\$&'))],
  ];

  it.each(quotings)('words quoted by %s and joined come back', (_, quote) => {
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(' ', '\t', '  '), (words, blank) => {
        expect(splitWords(words.map(quote).join(blank))).toEqual(words);
      }),
    );
  });

  it('a very long word overflows nothing', () => {
    const long = `a "${'b'.repeat(2_000_000)}"`;
    expect(splitWords(long)[1]).toHaveLength(2_000_000);
  });
});

describe('a word for the shell', () => {
  it.each([
    '/tmp/wy-demo-1',
    '示范小区',
    'a b',
    "it's",
    '$HOME',
    '2026-11-22 08:30',
    'a"b',
    '*',
    '',
  ])('is read back as it was: %s', (word) => {
    expect(splitWords(quoteWord(word, 'linux'))).toEqual([word]);
  });

  it.each([
    ['C:\\wy\\demo', 'C:\\wy\\demo'],
    ['C:\\my wy', '"C:\\my wy"'],
  ])('on Windows %s is typed %s', (word, expected) => {
    expect(quoteWord(word, 'win32')).toBe(expected);
  });
});
