import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../src/lib/calendar.ts';
import {
  isWorkday,
  lastWorkdayOfMonth,
  nextWorkday,
  officeHoursOn,
  officeSecondsLeft,
  unfilledYears,
} from '../../src/lib/calendar.ts';
import { chinaCalendar } from '../../src/lib/china-calendar.ts';
import { surveyZone } from '../../src/lib/zone.ts';

const office: WorkCalendar = {
  zone: surveyZone('Asia/Shanghai')!,
  days: [1, 2, 3, 4, 5],
  hours: [
    [510, 720],
    [840, 1080],
  ],
  halfDayHours: 4,
  ...chinaCalendar([2026]),
};

describe('isWorkday', () => {
  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['New Year on a Thursday', '2026-01-01', false],
    ['the make-up Sunday after New Year', '2026-01-04', true],
    ['the make-up Saturday before Spring Festival', '2026-02-14', true],
    ['the last day of Spring Festival, a Monday', '2026-02-23', false],
    ['the day after it', '2026-02-24', true],
    ['the make-up Saturday after it', '2026-02-28', true],
    ['the Sunday after that', '2026-03-01', false],
    ['the make-up Sunday before National Day', '2026-09-20', true],
    ['the last day of National Day, a Wednesday', '2026-10-07', false],
    ['the day after it', '2026-10-08', true],
    ['the make-up Saturday after it', '2026-10-10', true],
    ['New Year of a year nobody has filled in', '2027-01-01', true],
    ['a Saturday of that year', '2027-01-02', false],
  ])('%s', (_, day, expected) => {
    expect(isWorkday(office, day)).toBe(expected);
  });

  it('a make-up day wins over a holiday of the same date', () => {
    const both = { ...office, workdays: ['2026-10-01'] };
    expect(isWorkday(both, '2026-10-01')).toBe(true);
  });

  it('follows the office’s own week', () => {
    const weekend = { ...office, days: [6, 7] };
    expect(isWorkday(weekend, '2026-11-22')).toBe(true);
    expect(isWorkday(weekend, '2026-11-23')).toBe(false);
  });
});

describe('officeHoursOn', () => {
  it('gives the moments of opening and closing', () => {
    expect(officeHoursOn(office, '2026-11-23')).toEqual([
      ['2026-11-23T00:30:00Z', '2026-11-23T04:00:00Z'],
      ['2026-11-23T06:00:00Z', '2026-11-23T10:00:00Z'],
    ]);
  });

  it('gives none on a day off and all of them on a make-up day', () => {
    expect(officeHoursOn(office, '2026-11-22')).toEqual([]);
    expect(officeHoursOn(office, '2026-02-14')).toHaveLength(2);
  });

  it('may close at midnight', () => {
    const late = { ...office, hours: [[1320, 1440]] as const };
    expect(officeHoursOn(late, '2026-11-23')).toEqual([
      ['2026-11-23T14:00:00Z', '2026-11-23T16:00:00Z'],
    ]);
  });
});

describe('officeSecondsLeft', () => {
  const HOUR = 3600;

  it.each([
    ['before opening', '2026-11-23 00:00:00', 7.5 * HOUR],
    ['at opening', '2026-11-23 08:30:00', 7.5 * HOUR],
    ['a second after opening', '2026-11-23 08:30:01', 7.5 * HOUR - 1],
    ['as lunch begins', '2026-11-23 12:00:00', 4 * HOUR],
    ['at lunch', '2026-11-23 13:59:59', 4 * HOUR],
    ['two hours before closing', '2026-11-23 16:00:00', 2 * HOUR],
    ['a second later', '2026-11-23 16:00:01', 2 * HOUR - 1],
    ['the last second', '2026-11-23 17:59:59', 1],
    ['at closing', '2026-11-23 18:00:00', 0],
    ['in the evening', '2026-11-23 23:59:59', 0],
    ['on a Saturday', '2026-11-21 09:00:00', 0],
    ['on a holiday in the week', '2026-10-01 09:00:00', 0],
    ['on a make-up Saturday', '2026-10-10 16:00:00', 2 * HOUR],
  ])('%s', (_, local, seconds) => {
    const moment = new Date(`${local.replace(' ', 'T')}+08:00`).toISOString().replace('.000', '');
    expect(officeSecondsLeft(office, moment)).toBe(seconds);
  });

  it('goes by the day of the site', () => {
    const london = { ...office, zone: surveyZone('Europe/London')! };
    expect(officeSecondsLeft(london, '2026-11-23T16:00:00Z')).toBe(2 * HOUR);
    expect(officeSecondsLeft(london, '2026-11-21T23:59:59Z')).toBe(0);
  });
});

describe('nextWorkday', () => {
  it.each([
    ['after a Thursday', '2026-11-19', '2026-11-20'],
    ['after a Friday', '2026-11-20', '2026-11-23'],
    ['after a Friday before a make-up Saturday', '2026-02-13', '2026-02-14'],
    ['over Spring Festival', '2026-02-14', '2026-02-24'],
    ['over National Day', '2026-09-30', '2026-10-08'],
    ['over the end of the year', '2026-12-31', '2027-01-01'],
  ])('%s', (_, day, expected) => {
    expect(nextWorkday(office, day)).toBe(expected);
  });

  it('says so when the policy leaves no working day', () => {
    const never = { ...office, days: [], workdays: [] };
    const error = expect.objectContaining({ kind: 'unusable', code: 'no_workday' });
    expect(() => nextWorkday(never, '2026-11-22')).toThrowError(error);
    expect(() => lastWorkdayOfMonth(never, '2026-11')).toThrowError(error);
  });
});

describe('lastWorkdayOfMonth', () => {
  it.each([
    ['a Monday', '2026-11', '2026-11-30'],
    ['a month that ends on Sunday', '2026-05', '2026-05-29'],
    ['a make-up Saturday', '2026-02', '2026-02-28'],
    ['a leap day', '2028-02', '2028-02-29'],
    ['December', '2026-12', '2026-12-31'],
  ])('%s', (_, month, expected) => {
    expect(lastWorkdayOfMonth(office, month)).toBe(expected);
  });
});

describe('unfilledYears', () => {
  it.each([
    ['within a filled year', '2026-01-01', '2026-12-31', []],
    ['into the next year', '2026-12-31', '2027-01-01', [2027]],
    ['on both sides', '2025-12-31', '2027-01-01', [2025, 2027]],
    ['backwards', '2027-01-01', '2025-12-31', []],
  ])('%s', (_, from, to, expected) => {
    expect(unfilledYears(office, from, to)).toEqual(expected);
  });
});

describe('chinaCalendar', () => {
  const all = chinaCalendar();

  it('holds the notice of the State Council for 2026', () => {
    const { holidays, workdays, filledYears } = chinaCalendar([2026]);
    expect(filledYears).toEqual([2026]);
    expect(holidays).toHaveLength(33);
    expect(workdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('counts as filled exactly the years it has holidays of', () => {
    const years = [...new Set(all.holidays.map((day) => Number(day.slice(0, 4))))];
    expect(all.filledYears).toEqual(years);
    expect(all.filledYears).toEqual(expect.arrayContaining([2024, 2025, 2026]));
  });

  it('lists no day as both, and every make-up day on a weekend', () => {
    const bare = { ...office, holidays: [], workdays: [] };
    expect(all.workdays.filter((day) => all.holidays.includes(day))).toEqual([]);
    expect(all.workdays.filter((day) => isWorkday(bare, day))).toEqual([]);
  });

  it('knows nothing of a year not yet published', () => {
    expect(chinaCalendar([2099])).toEqual({ holidays: [], workdays: [], filledYears: [] });
  });
});
