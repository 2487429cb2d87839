import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/lib/day.ts';
import { cycleOf, cyclesBeginningIn, dueOnOf, oneOffDueOn } from '../../src/tariffs/cycle-rules.ts';

const of = (cycle: 'month' | 'quarter' | 'half-year' | 'year') => ({ cycle, season: null });
const season = (it: string) => ({ cycle: 'season', season: it }) as const;
const HEATING = season('11-15..03-15');

describe('the cycle of a day', () => {
  it.each([
    ['first day of a month', of('month'), '2026-11-01', '2026-11-01', '2026-11-30'],
    ['last day of a month', of('month'), '2026-10-31', '2026-10-01', '2026-10-31'],
    ['leap day', of('month'), '2028-02-29', '2028-02-01', '2028-02-29'],
    ['February of no leap year', of('month'), '2027-02-28', '2027-02-01', '2027-02-28'],
    ['last day of a quarter', of('quarter'), '2026-09-30', '2026-07-01', '2026-09-30'],
    ['first day of the next one', of('quarter'), '2026-10-01', '2026-10-01', '2026-12-31'],
    ['a quarter with a leap day', of('quarter'), '2028-03-31', '2028-01-01', '2028-03-31'],
    ['first half-year', of('half-year'), '2026-06-30', '2026-01-01', '2026-06-30'],
    ['second half-year', of('half-year'), '2026-07-01', '2026-07-01', '2026-12-31'],
    ['a year', of('year'), '2026-12-31', '2026-01-01', '2026-12-31'],
    ['first day of a season', HEATING, '2026-11-15', '2026-11-15', '2027-03-15'],
    ['a season after the New Year', HEATING, '2027-01-01', '2026-11-15', '2027-03-15'],
    ['last day of a season', HEATING, '2027-03-15', '2026-11-15', '2027-03-15'],
    ['a season over a leap day', HEATING, '2028-02-29', '2027-11-15', '2028-03-15'],
    ['a season within one year', season('06-01..08-31'), '2026-08-31', '2026-06-01', '2026-08-31'],
    ['a season of one day', season('06-01..06-01'), '2026-06-01', '2026-06-01', '2026-06-01'],
  ])('%s', (_, tariff, day, from, until) => {
    expect(cycleOf(tariff, day)).toEqual({ cycleOn: from, from, until });
  });

  it.each([
    ['the day before a season', '2026-11-14'],
    ['the day after it', '2027-03-16'],
  ])('is none on %s', (_, day) => {
    expect(cycleOf(HEATING, day)).toBeUndefined();
  });
});

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1901-01-01', days));
const anyCycle = fc.constantFrom(of('month'), of('quarter'), of('half-year'), of('year'));

describe('cycles', () => {
  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (tariff, day) => {
        const cycle = cycleOf(tariff, day);
        const next = cycleOf(tariff, addDays(cycle?.until ?? '', 1));
        expect(cycle && cycle.from <= day && day <= cycle.until).toBe(true);
        expect(next?.from).toBe(addDays(cycle?.until ?? '', 1));
      }),
    );
  });

  it('that begin in a time are those of its days that begin in it', () => {
    fc.assert(
      fc.property(fc.oneof(anyCycle, fc.constant(HEATING)), anyDay, fc.nat(420), (it, from, n) => {
        const days = Array.from({ length: n + 1 }, (_, at) => addDays(from, at));
        const begun = days.filter((day) => cycleOf(it, day)?.cycleOn === day);
        const found = cyclesBeginningIn(it, from, addDays(from, n));
        expect(found.map(({ cycleOn }) => cycleOn)).toEqual(begun);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['a month in its own', of('month'), '2026-11-01', '2026-11-30', ['2026-11-01']],
    ['a quarter in its first month', of('quarter'), '2026-10-01', '2026-10-31', ['2026-10-01']],
    ['no quarter in its second', of('quarter'), '2026-11-01', '2026-11-30', []],
    ['a season in its month', HEATING, '2026-11-01', '2026-11-30', ['2026-11-15']],
    ['a season in its quarter', HEATING, '2026-10-01', '2026-12-31', ['2026-11-15']],
    ['no season from the day after', HEATING, '2026-11-16', '2027-11-14', []],
    ['none in no time', of('month'), '2026-11-01', '2026-10-31', []],
  ])('%s', (_, tariff, from, until, expected) => {
    expect(cyclesBeginningIn(tariff, from, until).map(({ cycleOn }) => cycleOn)).toEqual(expected);
  });
});

const QUARTER = { from: '2026-10-01', until: '2026-12-31' };

describe('a cycle is due', () => {
  it.each([
    ['in its first month', { dueIn: 'first', dueDay: 25 }, QUARTER, '2026-10-25'],
    ['in its last month', { dueIn: 'last', dueDay: 25 }, QUARTER, '2026-12-25'],
    ['in the month after, over the New Year', { dueIn: 'next', dueDay: 25 }, QUARTER, '2027-01-25'],
    ['on the first', { dueIn: 'first', dueDay: 1 }, QUARTER, '2026-10-01'],
    [
      'on the 31st of a month of 30 days',
      { dueIn: 'first', dueDay: 31 },
      { from: '2026-11-01', until: '2026-11-30' },
      '2026-11-30',
    ],
    [
      'on the 30th of February',
      { dueIn: 'last', dueDay: 30 },
      { from: '2027-02-01', until: '2027-02-28' },
      '2027-02-28',
    ],
    [
      'on the 29th of a leap February',
      { dueIn: 'next', dueDay: 29 },
      { from: '2028-01-01', until: '2028-01-31' },
      '2028-02-29',
    ],
    [
      'in the first month of a season',
      { dueIn: 'first', dueDay: 30 },
      { from: '2026-11-15', until: '2027-03-15' },
      '2026-11-30',
    ],
  ] as const)('%s', (_, tariff, cycle, expected) => {
    expect(dueOnOf(tariff, cycle)).toBe(expected);
  });

  it('on a day of the month it is due in', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 31 }), (from, dueDay) => {
        const due = dueOnOf({ dueIn: 'first', dueDay }, { from, until: from });
        expect(due.slice(0, 7)).toBe(from.slice(0, 7));
        expect(Number(due.slice(8))).toBeLessThanOrEqual(dueDay);
      }),
    );
  });
});

describe('what is charged once is due', () => {
  it.each([
    ['this month', { dueIn: 'first', dueDay: 25 }, '2026-11-24', '2026-11-25'],
    ['the same day', { dueIn: 'first', dueDay: 25 }, '2026-11-25', '2026-11-25'],
    [
      'next month, where the day is past',
      { dueIn: 'first', dueDay: 25 },
      '2026-11-26',
      '2026-12-25',
    ],
    ['at the end of the month', { dueIn: 'last', dueDay: 31 }, '2026-11-30', '2026-11-30'],
    ['next month by its own rule', { dueIn: 'next', dueDay: 25 }, '2026-11-26', '2026-12-25'],
    ['in a shorter next month', { dueIn: 'first', dueDay: 30 }, '2027-01-31', '2027-02-28'],
  ] as const)('%s', (_, tariff, on, expected) => {
    expect(oneOffDueOn(tariff, on)).toBe(expected);
  });

  it('never before it was charged, and within two months', () => {
    const dueIn = fc.constantFrom('first', 'last', 'next');
    fc.assert(
      fc.property(
        anyDay,
        fc.record({ dueIn, dueDay: fc.integer({ min: 1, max: 31 }) }),
        (on, it) => {
          const days = daysBetween(on, oneOffDueOn(it, on));
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(61);
        },
      ),
    );
  });
});
