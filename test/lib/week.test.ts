import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../src/lib/day.ts';
import { mondayOf, readWeek, weekOf } from '../../src/lib/week.ts';

const TODAY = '2026-11-22';

describe('the week of a day', () => {
  it.each([
    ['the last Sunday before', '2026-11-22', '2026-W47'],
    ['the Monday after it', '2026-11-23', '2026-W48'],
    ['a year of 53 weeks, its last Monday', '2026-12-28', '2026-W53'],
    ['that week, in the next year', '2027-01-03', '2026-W53'],
    ['the first Monday after it', '2027-01-04', '2027-W01'],
    ['a first week that begins in the old year', '2024-12-30', '2025-W01'],
    ['a leap day', '2028-02-29', '2028-W09'],
  ])('%s', (_, day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(readWeek(week, TODAY)).toBe(mondayOf(day));
  });

  it('is read back from its name', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (days) => {
        const day = addDays('2020-01-01', days);
        const monday = readWeek(weekOf(day), TODAY) ?? '';
        expect(weekday(monday)).toBe(1);
        expect(monday <= day && day <= addDays(monday, 6)).toBe(true);
      }),
    );
  });
});

describe('what a clerk types for a week', () => {
  it.each([
    ['2026-W48', '2026-11-23'],
    ['2026w48', '2026-11-23'],
    ['W48', '2026-11-23'],
    ['第48周', '2026-11-23'],
    ['2026年第48周', '2026-11-23'],
    ['２０２６－Ｗ４８', '2026-11-23'],
    ['本周', '2026-11-16'],
    ['下周', '2026-11-23'],
    ['last week', '2026-11-09'],
  ])('%s', (typed, monday) => {
    expect(readWeek(typed, TODAY)).toBe(monday);
  });

  it.each([
    ['the old year’s last week, in the new year', '2027-01-02', 'W53', '2026-12-28'],
    ['the new year’s first week, in the old year', '2024-12-31', 'W1', '2024-12-30'],
    ['the year’s own first week once it has begun', '2027-01-04', 'W1', '2027-01-04'],
  ])('without a year: %s', (_, today, typed, monday) => {
    expect(readWeek(typed, today)).toBe(monday);
  });

  it.each(['2025-W53', '2026-W54', '2026-W00', '48', '2026-48', 'week', ''])('not %s', (typed) => {
    expect(readWeek(typed, TODAY)).toBeUndefined();
  });
});
