import { describe, expect, it } from 'vitest';
import { parseScores, totalOf } from '../../src/lib/scores.ts';
import { w } from '../../src/lib/words.ts';

const items = {
  hygiene: { label: w('卫生', 'hygiene'), most: 10 },
  board: { label: w('公告栏', 'notice board'), most: 1 },
};

describe('a sheet of scores', () => {
  it.each([
    ['all in order', 'ok', { hygiene: 10, board: 1 }],
    ['all in order, in Chinese', '合格', { hygiene: 10, board: 1 }],
    ['those left out', 'hygiene=9', { hygiene: 9, board: 1 }],
    ['by Chinese names and signs', '卫生＝8，公告栏：不合格', { hygiene: 8, board: 0 }],
    ['what does not apply', 'board=-', { hygiene: 10, board: null }],
    ['no points at all', 'hygiene=0', { hygiene: 0, board: 1 }],
    ['the most there is', 'hygiene=10', { hygiene: 10, board: 1 }],
  ])('reads %s', (_, typed, scores) => {
    expect(parseScores(items, typed)).toEqual(scores);
  });

  it.each([
    ['more than the most', 'hygiene=11'],
    ['an item there is none of', 'garden=1'],
    ['an item without points', 'hygiene'],
    ['half points', 'hygiene=9.5'],
  ])('refuses %s', (_, typed) => {
    expect(() => parseScores(items, typed)).toThrow(
      expect.objectContaining({ code: 'bad_scores' }),
    );
  });

  it('counts what applies', () => {
    expect(totalOf(items, { hygiene: 9, board: null })).toEqual({ reached: 9, most: 10 });
  });
});
