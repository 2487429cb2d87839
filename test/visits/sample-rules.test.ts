import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/visits/model.ts';
import { drawOrFillUp, fewFree } from '../../src/visits/sample-rules.ts';

/** So many of each: free, reached this month, in a sample beside it, and both. */
const estate = (free: number, reached = 0, drawn = 0, both = 0): Candidate[] =>
  [
    { count: free, isReached: false, isDrawn: false },
    { count: reached, isReached: true, isDrawn: false },
    { count: drawn, isReached: false, isDrawn: true },
    { count: both, isReached: true, isDrawn: true },
  ].flatMap(({ count, ...why }, group) =>
    Array.from({ length: count }, (_, room) => ({
      unit: `1-${group + 1}${String(room).padStart(2, '0')}`,
      building: '1',
      ...why,
    })),
  );

const SIZE = { least: 20, most: 25 };

describe('a sample of 20 to 25 households', () => {
  it.each<[string, Candidate[], [free: number, reached: number, drawn: number]]>([
    ['more are free than are drawn', estate(26, 5, 5), [25, 0, 0]],
    ['as many are free as are wanted', estate(20, 5, 5), [20, 0, 0]],
    ['one less: one who was reached', estate(19, 5, 5), [19, 1, 0]],
    ['all who were reached', estate(15, 5, 5), [15, 5, 0]],
    ['one less of them: one of the month beside', estate(15, 4, 5), [15, 4, 1]],
    ['drawn and reached both counts as drawn', estate(15, 4, 0, 5), [15, 4, 1]],
    ['nobody is free', estate(0, 0, 30), [0, 0, 20]],
    ['fewer than wanted: all of them', estate(4, 3, 2, 1), [4, 3, 3]],
    ['nobody at all', [], [0, 0, 0]],
  ])('%s', (_, candidates, expected) => {
    const { free, reached, drawn } = drawOrFillUp(candidates, SIZE, '2026-11');
    expect([free.length, reached.length, drawn.length]).toEqual(expected);
  });

  it('is the same for the same seed, in whatever order the households come', () => {
    const households = estate(10, 8, 8, 8);
    const all = { minLength: households.length, maxLength: households.length };
    fc.assert(
      fc.property(fc.shuffledSubarray(households, all), fc.string(), (shuffled, seed) => {
        expect(drawOrFillUp(shuffled, SIZE, seed)).toEqual(drawOrFillUp(households, SIZE, seed));
      }),
    );
  });
});

describe('a draw that was filled up says so', () => {
  it.each<[string, Candidate[], string | undefined]>([
    ['enough were free', estate(20, 5, 5), undefined],
    [
      'filled up',
      estate(12, 5, 9),
      'Of 26 households only 12 are free, 20 are wanted; filled up with 8: 5 called on this month, 3 of the sample of the month before or after.',
    ],
    [
      'nobody to fill up with',
      estate(3),
      'Fewer households live here than are wanted, 3 of 20: all of them are drawn.',
    ],
  ])('%s', (_, candidates, expected) => {
    const made = drawOrFillUp(candidates, SIZE, '2026-11');
    expect(fewFree(made, SIZE.least, candidates.length)?.en).toBe(expected);
  });
});
