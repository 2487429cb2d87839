import { describe, expect, it } from 'vitest';
import { daysIn, parseDays, parseWeek } from '../../src/lib/day-span.ts';

const TODAY = '2026-11-22';

describe('what a clerk types for some days', () => {
  it.each([
    ['a day', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['a day by its name', '明天', '2026-11-23', '2026-11-23'],
    ['a range', '2026-11-23..2026-11-29', '2026-11-23', '2026-11-29'],
    ['a range over the new year', '2026-12-28..2027-01-03', '2026-12-28', '2027-01-03'],
    ['a range in Chinese', '11-23至11-25', '2026-11-23', '2026-11-25'],
    ['a week', '2026-W53', '2026-12-28', '2027-01-03'],
    ['the next one', '下周', '2026-11-23', '2026-11-29'],
    ['weeks', '2026-W48..2026-W49', '2026-11-23', '2026-12-06'],
    ['a month', '2027-02', '2027-02-01', '2027-02-28'],
    ['a month by its name', '下月', '2026-12-01', '2026-12-31'],
    ['a quarter', '2027Q1', '2027-01-01', '2027-03-31'],
    ['a quarter in Chinese', '2026年四季度', '2026-10-01', '2026-12-31'],
    ['a half-year', '2026H2', '2026-07-01', '2026-12-31'],
    ['a leap year', '2028', '2028-01-01', '2028-12-31'],
    ['from a week into a month', '2026-W48..2026-12', '2026-11-23', '2026-12-31'],
  ])('%s', (_, typed, fromOn, untilOn) => {
    expect(parseDays(typed, TODAY)).toEqual({ fromOn, untilOn });
  });

  it.each([
    ['no day', '2026-11-31', 'bad_days'],
    ['an open end', '2026-11-23..', 'bad_days'],
    ['a week that the year has not', '2025-W53', 'bad_days'],
    ['a fifth quarter', '2026Q5', 'bad_days'],
    ['years too many', '2026..2027', 'bad_days'],
    ['backwards', '2026-11-29..2026-11-23', 'bad_range'],
    ['a year too many', '2026-11-23..2027-12-28', 'bad_days'],
    ['nothing', '', 'bad_days'],
  ])('refused: %s', (_, typed, code) => {
    expect(() => parseDays(typed, TODAY)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what a clerk types for a week', () => {
  it.each([
    ['its number', '2026-W53'],
    ['a day in it', '2027-01-03'],
    ['its Monday', '2026-12-28'],
  ])('%s', (_, typed) => {
    expect(parseWeek(typed, TODAY)).toEqual({ fromOn: '2026-12-28', untilOn: '2027-01-03' });
  });

  it('refuses what is none', () => {
    expect(() => parseWeek('2025-W53', TODAY)).toThrow(
      expect.objectContaining({ code: 'bad_week' }),
    );
  });
});

it('days count both ends', () => {
  expect(daysIn({ fromOn: '2028-02-28', untilOn: '2028-03-01' })).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
});
