import { describe, expect, it } from 'vitest';
import { paidUntil } from '../../src/fees/paid-until-rules.ts';

describe('paidUntil', () => {
  const bill = (month: number, outstandingFen: number) =>
    ({
      tariff: 'energy',
      periodStart: `2026-0${month}-01`,
      periodEnd: `2026-0${month}-28`,
      monthParts: 377_580,
      penaltyOf: null,
      outstandingFen,
      state: outstandingFen > 0 ? 'open' : 'paid',
    }) as const;

  it.each([
    { name: 'nothing billed', bills: [], until: undefined },
    { name: 'the first one open', bills: [bill(1, 5), bill(2, 0)], until: undefined },
    { name: 'all settled', bills: [bill(2, 0), bill(1, 0)], until: '2026-02-28' },
    { name: 'one fen of the second owed', bills: [bill(1, 0), bill(2, 1)], until: '2026-01-28' },
    {
      name: 'a gap in the middle',
      bills: [bill(1, 0), bill(2, 1), bill(3, 0)],
      until: '2026-01-28',
    },
    {
      name: 'an open one over the end of a settled one',
      bills: [{ ...bill(1, 0), periodEnd: '2026-03-31' }, bill(2, 1)],
      until: '2026-01-31',
    },
    {
      name: 'reversed ones',
      bills: [bill(1, 0), { ...bill(2, 0), state: 'reversed' as const }],
      until: '2026-01-28',
    },
    { name: 'one-off charges', bills: [{ ...bill(1, 0), monthParts: null }], until: undefined },
    {
      name: 'penalties',
      bills: [bill(1, 0), { ...bill(2, 5), penaltyOf: 1 }],
      until: '2026-01-28',
    },
  ])('$name', ({ bills, until }) => {
    const expected = until === undefined ? [] : [{ tariff: 'energy', until }];
    expect(paidUntil(bills)).toEqual(expected);
  });
});
