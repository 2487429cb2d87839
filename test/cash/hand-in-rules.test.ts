import { describe, expect, it } from 'vitest';
import { handInRefusal } from '../../src/cash/hand-in-rules.ts';

const MOST = 99_999_999_999;

describe('handing cash in', () => {
  const because = '留作找零';
  it.each<[string, number, number, string | undefined, string | undefined]>([
    ['all that is there', 500_00, 500_00, undefined, undefined],
    ['the most there can be', MOST, MOST, undefined, undefined],
    ['one fen less', 499_99, 500_00, undefined, 'unexplained_difference'],
    ['one fen more', 500_01, 500_00, undefined, 'unexplained_difference'],
    ['one fen less, explained', 499_99, 500_00, because, undefined],
    ['one fen more, explained', 500_01, 500_00, because, undefined],
    ['nothing, where there is nothing', 0, 0, undefined, undefined],
    ['nothing, where there is less', 0, -1, undefined, undefined],
    ['nothing, where there is one fen', 0, 1, undefined, 'nothing_handed_in'],
    ['nothing, explained', 0, 1, because, 'nothing_handed_in'],
    ['one fen, where there is nothing', 1, 0, undefined, 'unexplained_difference'],
    ['one fen, where there is nothing, explained', 1, 0, because, undefined],
  ])('%s', (_, amountFen, expectedFen, explanation, code) => {
    expect(handInRefusal({ amountFen, expectedFen, explanation })?.code).toBe(code);
  });

  it('says what is expected, and how to explain it', () => {
    const refusal = handInRefusal({
      amountFen: 499_99,
      expectedFen: 500_00,
      explanation: undefined,
    });
    expect(refusal?.words.zh).toBe('账上现金 500.00 元，少交 0.01 元。');
    expect(refusal?.hint?.zh).toContain('--explanation');
  });
});
