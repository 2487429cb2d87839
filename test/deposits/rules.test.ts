import { describe, expect, it } from 'vitest';
import { amountToTake, takingOutRefusal } from '../../src/deposits/rules.ts';

const MOST = 99_999_999_999;

describe('what is taken', () => {
  it.each<[string, number | undefined, number | null, number]>([
    ["the policy's", undefined, 2000_00, 2000_00],
    ['another than the policy says', 3000_00, 2000_00, 3000_00],
    ['typed, where the policy sets none', 1, null, 1],
    ['the most there can be', MOST, null, MOST],
  ])('%s', (_, typed, policy, amount) => {
    expect(amountToTake(typed, policy)).toBe(amount);
  });

  it.each<[string, number | undefined, number | null, string]>([
    ['neither is known', undefined, null, 'amount_not_set'],
    ['nothing', 0, 2000_00, 'amount_zero'],
    ['one fen less than nothing', -1, 2000_00, 'amount_zero'],
    ['the policy says nothing is taken', undefined, 0, 'amount_zero'],
  ])('refused: %s', (_, typed, policy, code) => {
    expect(() => amountToTake(typed, policy)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is taken out again', () => {
  it.each<[string, number, number, string | undefined]>([
    ['part', 2000_00, 1, undefined],
    ['one fen less than is held', 2000_00, 1999_99, undefined],
    ['all that is held', 2000_00, 2000_00, undefined],
    ['one fen more than is held', 2000_00, 2000_01, 'more_than_held'],
    ['all of the most', MOST, MOST, undefined],
    ['nothing', 2000_00, 0, 'amount_zero'],
    ['after all was taken out', 0, 1, 'nothing_held'],
    ['nothing, after all was taken out', 0, 0, 'nothing_held'],
  ])('%s', (_, heldFen, amountFen, code) => {
    expect(takingOutRefusal({ no: 'Y261122-001', heldFen, amountFen })?.code).toBe(code);
  });
});
