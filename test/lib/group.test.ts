import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/lib/group.ts';

describe('groupBy', () => {
  it.each<[string, string[], [string | undefined, string[]][]]>([
    ['nothing', [], []],
    ['one', ['ab'], [['a', ['ab']]]],
    [
      'keys and members in the order in which they come',
      ['b1', 'a1', 'b2'],
      [
        ['b', ['b1', 'b2']],
        ['a', ['a1']],
      ],
    ],
    [
      'a key that is none is a key',
      ['', 'a'],
      [
        [undefined, ['']],
        ['a', ['a']],
      ],
    ],
  ])('%s', (_, items, groups) => {
    expect([...groupBy(items, (item) => item[0])]).toEqual(groups);
  });
});
