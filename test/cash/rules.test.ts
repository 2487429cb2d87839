import { describe, expect, it } from 'vitest';
import {
  type ClosingMonth,
  closingRefusal,
  daysAsked,
  dayToCome,
  handInRefusal,
  notScrambled,
} from '../../src/cash/rules.ts';

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

describe('closing a month', () => {
  const base: ClosingMonth = {
    month: '2026-10',
    today: '2026-11-01',
    lastClosed: '2026-09',
    firstOpen: '2026-10',
    bookedFen: 200_00,
    countedFen: 200_00,
    explanation: undefined,
  };
  const leap = { month: '2028-02', firstOpen: '2028-02' };
  it.each<[string, Partial<ClosingMonth>, string | undefined]>([
    ['over, and counted as booked', {}, undefined],
    ['on its last day', { today: '2026-10-31' }, undefined],
    ['on the day before its last', { today: '2026-10-30' }, 'month_not_over'],
    ['of a month to come', { month: '2026-11' }, 'month_not_over'],
    ['closed before', { lastClosed: '2026-10' }, 'month_closed'],
    ['closed with a later one', { lastClosed: '2026-11' }, 'month_closed'],
    ['the first ever', { lastClosed: undefined }, undefined],
    ['the one before has movements', { firstOpen: '2026-09' }, 'earlier_month_open'],
    ['no movements at all', { firstOpen: undefined }, undefined],
    ['one fen short', { countedFen: 199_99 }, 'unexplained_difference'],
    ['one fen over', { countedFen: 200_01 }, 'unexplained_difference'],
    ['one fen short, explained', { countedFen: 199_99, explanation: '假币' }, undefined],
    ['below nothing by the journal', { bookedFen: -1, countedFen: 0 }, 'unexplained_difference'],
    ['February of a leap year, on the 28th', { ...leap, today: '2028-02-28' }, 'month_not_over'],
    ['February of a leap year, on the 29th', { ...leap, today: '2028-02-29' }, undefined],
  ])('%s', (_, change, code) => {
    expect(closingRefusal({ ...base, ...change })?.code).toBe(code);
  });

  it('names the month that comes first', () => {
    const refusal = closingRefusal({ ...base, firstOpen: '2026-09', lastClosed: undefined });
    expect(refusal?.hint?.en).toContain('wy cash close --month 2026-09');
  });
});

describe('the safe', () => {
  it.each([
    ['today', '2026-11-22', undefined],
    ['yesterday', '2026-11-21', undefined],
    ['tomorrow', '2026-11-23', 'day_not_begun'],
  ])('of %s', (_, day, code) => {
    expect(dayToCome(day, '2026-11-22')?.code).toBe(code);
  });

  it('is not left with its code as it was', () => {
    expect(notScrambled(true)).toBeUndefined();
    expect(notScrambled(false)?.code).toBe('code_not_scrambled');
  });
});

describe('the days of the journal', () => {
  const today = '2026-11-22';
  it.each([
    ['today unless said', {}, today, today],
    ['one day', { day: '2026-11-20' }, '2026-11-20', '2026-11-20'],
    ['a month, to its end', { month: '2024-02' }, '2024-02-01', '2024-02-29'],
    ['since a day', { since: '2026-11-20' }, '2026-11-20', today],
    ['until a day', { until: '2026-11-20' }, undefined, '2026-11-20'],
    ['from one to the same', { since: today, until: today }, today, today],
  ])('%s', (_, asked, from, until) => {
    expect(daysAsked(asked, today)).toEqual({ from, until });
  });

  it.each([
    ['backwards', { since: '2026-11-22', until: '2026-11-21' }],
    ['since a day to come', { since: '2026-11-23' }],
    ['a day and a month', { day: today, month: '2026-11' }],
    ['a month and a span', { month: '2026-11', until: today }],
  ])('refused: %s', (_, asked) => {
    expect(() => daysAsked(asked, today)).toThrow();
  });
});
