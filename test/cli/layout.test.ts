import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, grid, pad, widthOf, wrap } from '../../src/cli/layout.ts';

describe('widthOf', () => {
  it.each([
    ['ASCII', 'abc', 3],
    ['Chinese', '漏水', 4],
    ['Chinese punctuation', '，。（）', 8],
    ['square metres', '㎡', 2],
    ['a rare character outside the basic plane', '𠮷', 2],
    ['an emoji', '👍', 2],
    ['a combining accent', 'e\u0301', 1],
    ['half-width katakana', 'ｱ', 1],
    ['colour codes', '\u001b[1m漏\u001b[22m', 2],
    ['nothing', '', 0],
  ])('%s', (_, text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('wrap', () => {
  it.each([
    ['short enough', 'abc', 3, 'abc'],
    ['one column too long', '厨房水', 5, '厨房\n水'],
    ['at a space', 'no light here', 8, 'no light\nhere'],
    ['keeps a word whole', '到期 wy-ticket', 12, '到期\nwy-ticket'],
    ['a word longer than the line', 'abcdefgh', 3, 'abc\ndef\ngh'],
    ['no comma at the start of a line', '厨房漏水，快来', 8, '厨房漏\n水，快来'],
    ['no bracket at the end of a line', '厨房（漏水）', 6, '厨房\n（漏\n水）'],
    ['a rest that is too long itself', 'a（bcd，', 6, 'a\n（bcd\n，'],
    ['keeps line ends', 'a\n\nb', 8, 'a\n\nb'],
    [
      'what stands apart stays together',
      '追问  2026-11-23  未到期',
      20,
      '追问  2026-11-23\n未到期',
    ],
  ])('%s', (_, text, width, expected) => {
    expect(wrap(text, width)).toBe(expected);
  });

  const texts = fc.array(fc.constantFrom('漏', '，', '（', '）', 'a', 'B', '1', ' ', '-'), {
    maxLength: 60,
  });

  it('no line is wider than asked, and nothing but spaces is lost', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 30 }), (pieces, width) => {
        const text = pieces.join('');
        const wrapped = wrap(text, width);
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        const widest = Math.max(...wrapped.split('\n').map((line) => widthOf(line.trimEnd())));
        expect(widest).toBeLessThanOrEqual(width);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('grid', () => {
  const lines = [
    ['编号', '内容'],
    ['T261122-001', '厨房水管漏水'],
  ];

  it('gives every column the width of its widest cell', () => {
    expect(grid({ lines, width: undefined })).toBe('编号         内容\nT261122-001  厨房水管漏水');
  });

  it('aligns numbers to the right', () => {
    expect(
      grid({
        lines: [
          ['元', 'x'],
          ['12.50', 'y'],
        ],
        alignRight: [true],
        width: 80,
      }),
    ).toBe('   元  x\n12.50  y');
  });

  it('wraps what can be wrapped and keeps numbers whole', () => {
    expect(grid({ lines, width: 21 })).toBe(
      '编号         内容\nT261122-001  厨房水管\n             漏水',
    );
  });

  it.each([
    [21, true],
    [20, false],
  ])('at %i columns the numbers stay whole: %s', (width, expected) => {
    expect(fits({ lines, width })).toBe(expected);
  });
});

describe('pad', () => {
  it('counts columns, not characters', () => {
    expect(pad('漏水', 6)).toBe('漏水  ');
    expect(pad('漏水', 6, true)).toBe('  漏水');
    expect(pad('漏水', 2)).toBe('漏水');
  });
});
