import { describe, expect, it } from 'vitest';
import { optionName } from '../../src/lib/option-name.ts';

describe('the option of a key', () => {
  it.each([
    ['one word', 'unit', 'unit'],
    ['two words', 'leakTested', 'leak-tested'],
    ['a letter by itself', 'askedAtDesk', 'asked-at-desk'],
  ])('%s', (_, key, option) => {
    expect(optionName(key)).toBe(option);
  });
});
