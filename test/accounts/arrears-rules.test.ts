import { describe, expect, it } from 'vitest';
import {
  bucketAmounts,
  bucketsAt,
  monthsTouched,
  nameOn,
  otherDebtors,
} from '../../src/accounts/arrears-rules.ts';

describe('monthsTouched', () => {
  it.each([
    { name: 'nothing', spans: [], months: 0 },
    { name: 'a month', spans: [['2026-11-01', '2026-11-30']], months: 1 },
    { name: 'one day', spans: [['2026-11-15', '2026-11-15']], months: 1 },
    {
      name: 'the last day of a month and the next one',
      spans: [['2026-10-31', '2026-11-01']],
      months: 2,
    },
    { name: 'a quarter', spans: [['2026-10-01', '2026-12-31']], months: 3 },
    { name: 'a season over the year', spans: [['2025-11-15', '2026-03-15']], months: 5 },
    { name: 'a year given as months', spans: [['2026-01', '2026-12']], months: 12 },
    {
      name: 'two tariffs of the same month',
      spans: [
        ['2026-11-01', '2026-11-30'],
        ['2026-11-01', '2026-11-30'],
      ],
      months: 1,
    },
    {
      name: 'a quarter and a month inside and one outside of it',
      spans: [
        ['2026-10-01', '2026-12-31'],
        ['2026-12-01', '2026-12-31'],
        ['2027-01-01', '2027-01-31'],
      ],
      months: 4,
    },
    { name: 'a leap February', spans: [['2028-02-29', '2028-02-29']], months: 1 },
    {
      name: 'a year, in its second month',
      spans: [['2026-01-01', '2026-12-31']],
      asOf: '2026-02-01',
      months: 2,
    },
    {
      name: 'a quarter, on its last day',
      spans: [['2026-10-01', '2026-12-31']],
      asOf: '2026-12-31',
      months: 3,
    },
    {
      name: 'a year that is over',
      spans: [['2025-01', '2025-12']],
      asOf: '2026-12-31',
      months: 12,
    },
    {
      name: 'a month and two that are yet to come',
      spans: [
        ['2026-10-01', '2026-10-31'],
        ['2026-12-01', '2027-01-31'],
      ],
      asOf: '2026-11-22',
      months: 2,
    },
  ] as { name: string; spans: [string, string][]; asOf?: string; months: number }[])(
    '$name: $months',
    ({ spans, asOf, months }) => {
      expect(monthsTouched(spans, asOf)).toBe(months);
    },
  );
});

describe('bucketsAt', () => {
  it.each([
    {
      name: 'the shipped months',
      asOf: '2026-11-22',
      days: ['2026-08-22', '2026-05-22', '2025-11-22', '2024-11-22', null],
    },
    {
      name: 'the 31st before shorter months',
      asOf: '2026-05-31',
      days: ['2026-02-28', '2025-11-30', '2025-05-31', '2024-05-31', null],
    },
    {
      name: 'a leap day',
      asOf: '2028-02-29',
      days: ['2027-11-29', '2027-08-29', '2027-02-28', '2026-02-28', null],
    },
  ])('$name', ({ asOf, days }) => {
    const buckets = bucketsAt(asOf, [3, 6, 12, 24]);
    expect(buckets.map(({ key }) => key)).toEqual(['3', '6', '12', '24', 'over']);
    expect(buckets.map(({ dueFrom }) => dueFrom)).toEqual(days);
  });

  it('is one without months', () => {
    expect(bucketAmounts(bucketsAt('2026-11-22', []), [5])).toEqual({ over: 5 });
  });
});

describe('who owes', () => {
  const on = '2026-11-22';
  const owned = { handoverOn: '2020-06-30', owners: [[7, '张伟']] } as const;
  const sold = { handoverOn: '2020-06-30', owners: [] } as const;
  const fresh = { handoverOn: null, owners: [] } as const;

  it.each([
    { name: 'its owner', standing: owned, zh: '张伟' },
    {
      name: 'two owners',
      standing: {
        ...owned,
        owners: [
          [7, '张伟'],
          [8, '李娜'],
        ] as const,
      },
      zh: '张伟、李娜',
    },
    { name: 'an owner before the hand-over', standing: { ...owned, handoverOn: null }, zh: '张伟' },
    { name: 'nobody knows of a hand-over', standing: fresh, zh: '开发商' },
    {
      name: 'handed over tomorrow',
      standing: { ...fresh, handoverOn: '2026-11-23' },
      zh: '开发商',
    },
    {
      name: 'sold, and handed over tomorrow',
      standing: { ...owned, handoverOn: '2026-11-23' },
      zh: '开发商',
    },
    { name: 'handed over today, no owner', standing: { ...fresh, handoverOn: on }, zh: undefined },
  ])('$name', ({ standing, zh }) => {
    expect(nameOn(standing, on)?.zh).toBe(zh);
  });

  it.each([
    { name: 'the owner', standing: owned, debtor: ['owner', 7], other: false },
    { name: 'an owner before', standing: owned, debtor: ['owner', 8], other: true },
    { name: 'an owner whom nobody knows', standing: owned, debtor: ['owner', null], other: false },
    { name: 'the developer of before', standing: owned, debtor: ['developer', null], other: true },
    { name: 'the developer', standing: fresh, debtor: ['developer', null], other: false },
    {
      name: 'the developer of a unit of nobody',
      standing: sold,
      debtor: ['developer', null],
      other: true,
    },
    {
      name: 'an owner before the hand-over',
      standing: { ...owned, handoverOn: '2026-11-23' },
      debtor: ['owner', 7],
      other: true,
    },
    { name: 'a lessee', standing: owned, debtor: ['party', 3], other: true },
  ] as const)('besides: $name $other', ({ standing, debtor, other }) => {
    expect(otherDebtors([debtor], standing, on)).toEqual(other ? [debtor] : []);
  });
});
