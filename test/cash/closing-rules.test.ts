import { describe, expect, it } from 'vitest';
import { type ClosingMonth, closingRefusal } from '../../src/cash/closing-rules.ts';

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
