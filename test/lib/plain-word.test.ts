import { describe, expect, it } from 'vitest';
import { plainWord } from '../../src/lib/plain-word.ts';

describe('two ways of typing a word', () => {
  it.each([
    ['by case', 'Fit', 'fit'],
    ['by width', 'Ａ级', 'A级'],
    ['by the width of brackets', '其他（注明）', '其他(注明)'],
    ['by spaces around', ' 合格　', '合格'],
  ])('are the same if they differ %s', (_, one, other) => {
    expect(plainWord(one)).toBe(plainWord(other));
  });

  it('are two words if they differ by a space inside', () => {
    expect(plainWord('not fit')).not.toBe(plainWord('notfit'));
  });
});
