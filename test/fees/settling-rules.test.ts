import { describe, expect, it } from 'vitest';
import {
  mayWaive,
  refusalOfReversal,
  refusalOfWaiver,
  settleAt,
  stateOf,
} from '../../src/fees/settling-rules.ts';
import {
  changedDays,
  overlaps,
  refusalOfEnd,
  refusalOfTerm,
} from '../../src/subscriptions/rules.ts';
import { rateOn } from '../../src/tariffs/rules.ts';

const CHARGE = { id: 1, amountFen: 100_00, paidFen: 0, waivedFen: 0, reversedFen: 0 };

describe('the state of a charge', () => {
  it.each([
    ['nothing settled', {}, 'open'],
    ['one fen paid', { paidFen: 1 }, 'part'],
    ['one fen short', { paidFen: 99_99 }, 'part'],
    ['paid', { paidFen: 100_00 }, 'paid'],
    ['part of it waived', { waivedFen: 99_99 }, 'open'],
    ['waived', { waivedFen: 100_00 }, 'waived'],
    ['paid but for what was waived', { paidFen: 1, waivedFen: 99_99 }, 'paid'],
    ['part paid, part waived', { paidFen: 1, waivedFen: 1 }, 'part'],
    ['reversed', { reversedFen: 100_00 }, 'reversed'],
  ])('%s', (_, change, state) => {
    expect(stateOf({ ...CHARGE, ...change })).toBe(state);
  });
});

describe('a settlement stands', () => {
  const NOW = '2026-11-22T01:30:00Z';
  const LATER = '2026-11-22T01:30:01Z';
  const EARLIER = '2026-11-22T01:29:59Z';

  it.each([
    ['now, where nothing else is known', [], NOW],
    ['now, after what was before', [EARLIER, null], NOW],
    ['now, with what is as old', [NOW], NOW],
    ['no earlier than the last one', [null, LATER, EARLIER], LATER],
  ])('%s', (_, others, expected) => {
    expect(settleAt(NOW, ...others)).toBe(expected);
  });
});

describe('a waiver', () => {
  it.each([
    ['of nothing', {}, 0, 'amount_zero'],
    ['of one fen', {}, 1, undefined],
    ['of all that is owed', { paidFen: 40_00 }, 60_00, undefined],
    ['of one fen more', { paidFen: 40_00 }, 60_01, 'waiver_amount'],
    ['of what is paid', { paidFen: 100_00 }, 1, 'nothing_owed'],
    ['of what is waived', { waivedFen: 100_00 }, 1, 'nothing_owed'],
    ['of what is reversed', { reversedFen: 100_00 }, 1, 'charge_reversed'],
  ])('%s', (_, change, amountFen, code) => {
    expect(refusalOfWaiver({ ...CHARGE, ...change }, amountFen)?.code).toBe(code);
  });

  it.each([
    ['at the limit', 0, 200_00, ['supervisor', 'director']],
    ['one fen above it', 0, 200_01, ['director']],
    ['at the limit together with the one before', 150_00, 50_00, ['supervisor', 'director']],
    ['one fen above it together', 150_00, 50_01, ['director']],
  ])('is approved, %s', (_, waivedFen, amountFen, roles) => {
    expect(mayWaive({ waivedFen }, amountFen, 200_00)).toEqual(roles);
  });
});

describe('a reversal', () => {
  const NOTHING = { receiptNos: [], penaltyIds: [], partIds: [], together: [] };

  it.each([
    ['of what nobody paid', {}, NOTHING, undefined],
    ['of what was waived', { waivedFen: 100_00 }, NOTHING, undefined],
    ['of a fen paid', { paidFen: 1 }, { ...NOTHING, receiptNos: ['R261122-001'] }, 'charge_paid'],
    ['with a penalty', {}, { ...NOTHING, penaltyIds: [7] }, 'penalty_stands'],
    ['of a part', {}, { ...NOTHING, partIds: [2] }, 'part_stands'],
    ['of one reversed before', { reversedFen: 100_00 }, NOTHING, 'charge_reversed'],
  ])('%s', (_, change, standing, code) => {
    expect(refusalOfReversal({ ...CHARGE, ...change }, standing)?.code).toBe(code);
  });

  it('names the receipts that pay it', () => {
    const receiptNos = ['R261122-001', 'R261122-002'];
    const refusal = refusalOfReversal({ ...CHARGE, paidFen: 2 }, { ...NOTHING, receiptNos });
    expect(refusal?.words.zh).toContain('R261122-001、R261122-002');
  });

  it('says all that goes together, what was typed before it too', () => {
    const standing = { ...NOTHING, partIds: [2], penaltyIds: [7], together: [5, 1] };
    const hint = refusalOfReversal(CHARGE, standing)?.hint;
    expect(hint?.en).toContain('wy fee reverse-charge 5,1,2,7 --reason');
  });
});

describe('the rate of a day', () => {
  const rates = [
    { fromOn: '2026-01-01', rateTenthousandths: 14_000 },
    { fromOn: '2026-07-01', rateTenthousandths: 15_000 },
  ];

  it.each([
    ['the day before its first', '2025-12-31', null, undefined],
    ['its first day', '2026-01-01', null, 14_000],
    ['the last day of the old rate', '2026-06-30', null, 14_000],
    ['the first day of the new one', '2026-07-01', null, 15_000],
    ['its last day', '2026-12-31', '2026-12-31', 15_000],
    ['the day after its last', '2027-01-01', '2026-12-31', undefined],
  ])('%s', (_, day, untilOn, rate) => {
    expect(rateOn({ rates, untilOn }, day)).toBe(rate);
  });
});

describe('the term of a subscription', () => {
  const term = (fromOn: string, untilOn: string | null) => ({ fromOn, untilOn });

  it.each([
    ['one day', term('2026-12-01', '2026-12-01'), undefined],
    ['open', term('2026-12-01', null), undefined],
    ['a day short', term('2026-12-01', '2026-11-30'), 'period_reversed'],
  ])('%s', (_, it, code) => {
    expect(refusalOfTerm(it)?.code).toBe(code);
  });

  it.each([
    ['on its first day', '2026-12-01', undefined],
    ['on the day before, as if it never held', '2026-11-30', undefined],
    ['a day earlier', '2026-11-29', 'period_reversed'],
  ])('ends %s', (_, untilOn, code) => {
    expect(refusalOfEnd({ fromOn: '2026-12-01', untilOn })?.code).toBe(code);
  });

  it.each([
    ['new and open', null, term('2026-12-01', null), term('2026-12-01', null)],
    ['new, and never held', null, term('2026-12-01', '2026-11-30'), undefined],
    ['as it was', '2026-12-31', term('2026-12-01', '2026-12-31'), undefined],
    ['open as it was', 'open', term('2026-12-01', null), undefined],
    [
      'a day shorter',
      '2026-12-31',
      term('2026-12-01', '2026-12-30'),
      term('2026-12-31', '2026-12-31'),
    ],
    [
      'a day longer',
      '2026-12-30',
      term('2026-12-01', '2026-12-31'),
      term('2026-12-31', '2026-12-31'),
    ],
    ['no longer open', 'open', term('2026-12-01', '2026-12-31'), term('2027-01-01', null)],
    ['open now', '2026-12-31', term('2026-12-01', null), term('2027-01-01', null)],
    ['taken back', 'open', term('2026-12-01', '2026-11-30'), term('2026-12-01', null)],
  ])('changes: %s', (_, ended, after, changed) => {
    const before = ended === null ? null : term('2026-12-01', ended === 'open' ? null : ended);
    expect(changedDays(before, after)).toEqual(changed);
  });

  it.each([
    ['both open', term('2026-12-01', null), term('2027-12-01', null), true],
    ['meeting on one day', term('2026-12-01', '2026-12-31'), term('2026-12-31', null), true],
    ['one after the other', term('2026-12-01', '2026-12-31'), term('2027-01-01', null), false],
    ['one that never held', term('2026-12-10', '2026-12-09'), term('2026-12-01', null), false],
  ])('overlaps: %s', (_, a, b, expected) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([expected, expected]);
  });
});
