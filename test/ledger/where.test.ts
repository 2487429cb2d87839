import { describe, expect, it } from 'vitest';
import { where } from '../../src/ledger/where.ts';

describe('where', () => {
  it.each([
    ['nothing asked', [undefined, undefined], '', []],
    ['one of two', [undefined, ['b = ?', 2]], 'WHERE (b = ?)', [2]],
    ['a condition of several values', [['a < ? OR a > ?', 1, 3]], 'WHERE (a < ? OR a > ?)', [1, 3]],
    [
      'a condition without values',
      [['a IS NULL'], ['b = ?', 2]],
      'WHERE (a IS NULL) AND (b = ?)',
      [2],
    ],
  ] as const)('%s', (_, conditions, sql, values) => {
    expect(where(...conditions)).toEqual({ sql, values });
  });
});
