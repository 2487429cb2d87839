import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../src/lib/calendar.ts';
import { officeHoursOn } from '../../src/lib/calendar.ts';
import { chinaCalendar } from '../../src/lib/china-calendar.ts';
import { addDays } from '../../src/lib/day.ts';
import { dueAt, dueWarnings } from '../../src/lib/due.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import {
  addSeconds,
  dayOf,
  endOfDay,
  localIso,
  momentOf,
  msOf,
  parseMoment,
} from '../../src/lib/moment.ts';
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
const inZone = (name: string): WorkCalendar => ({ ...office, zone: surveyZone(name)! });

/** Local time in, local time out. */
function due(start: string, limit: string, calendar = office): string {
  const { zone } = calendar;
  const at = parseMoment(start, { now: '2026-11-22T00:00:00Z', zone });
  return localIso(dueAt(at, parseDuration(limit), calendar), zone)
    .slice(0, 19)
    .replace('T', ' ');
}

describe('minutes and hours run from the moment', () => {
  it.each([
    ['by day', '2026-11-22 09:30', '30m', '2026-11-22 10:00:00'],
    ['to the second', '2026-11-22 09:30:07', '30m', '2026-11-22 10:00:07'],
    ['to midnight', '2026-11-22 23:30', '30m', '2026-11-23 00:00:00'],
    ['a minute before midnight', '2026-11-22 23:59', '30m', '2026-11-23 00:29:00'],
    ['over the end of the year', '2026-12-31 23:30', '1h', '2027-01-01 00:30:00'],
    ['into a leap day', '2028-02-28 23:30', '1h', '2028-02-29 00:30:00'],
    ['in a holiday', '2026-10-01 12:00', '24h', '2026-10-02 12:00:00'],
  ])('%s', (_, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });
});

describe('days end at 23:59:59 of the nth day after', () => {
  it.each([
    ['the first second of a day', '2026-11-22 00:00:00', '2d', '2026-11-24 23:59:59'],
    ['the last second of it', '2026-11-22 23:59:59', '2d', '2026-11-24 23:59:59'],
    ['one second later', '2026-11-23 00:00:00', '2d', '2026-11-25 23:59:59'],
    ['the same day', '2026-11-22 09:30', '0d', '2026-11-22 23:59:59'],
    ['the same day in its last second', '2026-11-22 23:59:59', '0d', '2026-11-22 23:59:59'],
    ['the end of a month', '2026-11-30 10:00', '1d', '2026-12-01 23:59:59'],
    ['the end of a year', '2026-12-30 10:00', '3d', '2027-01-02 23:59:59'],
    ['a leap February', '2028-02-27 10:00', '2d', '2028-02-29 23:59:59'],
    ['a short February', '2026-02-27 10:00', '2d', '2026-03-01 23:59:59'],
    ['never stretched over Spring Festival', '2026-02-14 10:00', '2d', '2026-02-16 23:59:59'],
    ['never stretched over a weekend', '2026-11-20 10:00', '1d', '2026-11-21 23:59:59'],
  ])('%s', (_, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });
});

describe('months end on the same day of the month, or its last', () => {
  it.each([
    ['three months', '2026-11-22 10:00', '3mo', '2027-02-22 23:59:59'],
    ['31 January', '2026-01-31 10:00', '1mo', '2026-02-28 23:59:59'],
    ['31 January of a leap year', '2028-01-31 10:00', '1mo', '2028-02-29 23:59:59'],
    ['30 November to February', '2026-11-30 10:00', '3mo', '2027-02-28 23:59:59'],
    ['from a leap day', '2028-02-29 10:00', '12mo', '2029-02-28 23:59:59'],
    ['28 February stays the 28th', '2026-02-28 10:00', '1mo', '2026-03-28 23:59:59'],
    ['a minute before midnight', '2026-08-31 23:59', '1mo', '2026-09-30 23:59:59'],
  ])('%s', (_, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });
});

describe('whole working days', () => {
  it.each([
    ['within a week', '2026-11-23 10:00', '2wd', '2026-11-25 23:59:59'],
    ['in the evening counts like the morning', '2026-11-23 23:59:59', '2wd', '2026-11-25 23:59:59'],
    ['over a weekend', '2026-11-20 10:00', '1wd', '2026-11-23 23:59:59'],
    ['from a Saturday', '2026-11-21 10:00', '1wd', '2026-11-23 23:59:59'],
    ['from a Sunday', '2026-11-22 10:00', '2wd', '2026-11-24 23:59:59'],
    ['onto a make-up Saturday', '2026-02-13 10:00', '1wd', '2026-02-14 23:59:59'],
    ['from it over Spring Festival', '2026-02-14 10:00', '1wd', '2026-02-24 23:59:59'],
    ['from within Spring Festival', '2026-02-18 10:00', '1wd', '2026-02-24 23:59:59'],
    ['through both make-up Saturdays', '2026-02-13 10:00', '6wd', '2026-02-28 23:59:59'],
    ['onto a make-up Sunday', '2026-09-18 10:00', '1wd', '2026-09-20 23:59:59'],
    ['over National Day', '2026-09-30 10:00', '1wd', '2026-10-08 23:59:59'],
    ['to the make-up Saturday after it', '2026-09-30 10:00', '3wd', '2026-10-10 23:59:59'],
    ['past the Sunday after that', '2026-09-30 10:00', '4wd', '2026-10-12 23:59:59'],
    ['over Labour Day', '2026-04-30 10:00', '2wd', '2026-05-07 23:59:59'],
    ['into a year without holidays', '2026-12-31 10:00', '2wd', '2027-01-04 23:59:59'],
    ['0wd on a working day', '2026-11-23 19:00', '0wd', '2026-11-23 23:59:59'],
    ['0wd on a make-up Saturday', '2026-10-10 10:00', '0wd', '2026-10-10 23:59:59'],
    ['0wd on a Saturday', '2026-11-21 10:00', '0wd', '2026-11-23 23:59:59'],
    ['0wd in a holiday', '2026-10-01 10:00', '0wd', '2026-10-08 23:59:59'],
  ])('%s', (_, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });
});

describe('half a working day is office time', () => {
  it.each([
    ['at opening', '2026-11-23 08:30', '2026-11-23 14:30:00'],
    ['a second before opening', '2026-11-23 08:29:59', '2026-11-23 14:30:00'],
    ['a second after opening', '2026-11-23 08:30:01', '2026-11-23 14:30:01'],
    ['over lunch', '2026-11-23 10:00', '2026-11-23 16:00:00'],
    ['a second before lunch', '2026-11-23 11:59:59', '2026-11-23 17:59:59'],
    ['as lunch begins', '2026-11-23 12:00', '2026-11-23 18:00:00'],
    ['during lunch', '2026-11-23 12:30', '2026-11-23 18:00:00'],
    ['exactly until closing', '2026-11-23 14:00', '2026-11-23 18:00:00'],
    ['a second too late for that', '2026-11-23 14:00:01', '2026-11-24 08:30:01'],
    ['into the next day', '2026-11-23 16:00', '2026-11-24 10:30:00'],
    ['a second before closing', '2026-11-23 17:59:59', '2026-11-24 14:29:59'],
    ['at closing', '2026-11-23 18:00', '2026-11-24 14:30:00'],
    ['in the evening', '2026-11-23 20:00', '2026-11-24 14:30:00'],
    ['a minute before midnight', '2026-11-23 23:59', '2026-11-24 14:30:00'],
    ['at midnight', '2026-11-24 00:00', '2026-11-24 14:30:00'],
    ['over a weekend', '2026-11-20 16:00', '2026-11-23 10:30:00'],
    ['on a Saturday', '2026-11-21 10:00', '2026-11-23 14:30:00'],
    ['on a make-up Saturday', '2026-10-10 10:00', '2026-10-10 16:00:00'],
    ['from Friday into a make-up Saturday', '2026-10-09 17:00', '2026-10-10 11:30:00'],
    ['from a make-up Saturday to Monday', '2026-10-10 17:00', '2026-10-12 11:30:00'],
    ['in a holiday', '2026-10-03 10:00', '2026-10-08 14:30:00'],
    ['over National Day', '2026-09-30 16:00', '2026-10-08 10:30:00'],
    ['over Spring Festival', '2026-02-14 16:00', '2026-02-24 10:30:00'],
  ])('%s', (_, start, expected) => {
    expect(due(start, '0.5wd')).toBe(expected);
  });

  it('three halves are twelve office hours', () => {
    expect(due('2026-11-23 08:30', '1.5wd')).toBe('2026-11-24 15:00:00');
  });

  it('follows the policy’s own half day and hours', () => {
    expect(due('2026-11-23 08:30', '0.5wd', { ...office, halfDayHours: 3.5 })).toBe(
      '2026-11-23 12:00:00',
    );
    const late = { ...office, hours: [[1200, 1440]] as const };
    expect(due('2026-11-23 12:00', '0.5wd', late)).toBe('2026-11-24 00:00:00');
  });

  it.each([
    ['none', []],
    ['empty ones', [[540, 540]] as const],
  ])('says so when the policy has no office hours: %s', (_, hours) => {
    expect(() => due('2026-11-23 08:30', '0.5wd', { ...office, hours })).toThrowError(
      expect.objectContaining({ kind: 'unusable', code: 'no_office_hours' }),
    );
  });
});

describe('zones that shift', () => {
  it.each([
    [
      'an hour into the gap',
      'America/New_York',
      '2026-03-08 01:30',
      '1h',
      '2026-03-08T03:30:00-04:00',
    ],
    [
      'a day of 23 hours',
      'America/New_York',
      '2026-03-07 10:00',
      '1d',
      '2026-03-08T23:59:59-04:00',
    ],
    [
      'a day of 25 hours',
      'America/New_York',
      '2026-10-31 10:00',
      '1d',
      '2026-11-01T23:59:59-05:00',
    ],
    [
      '24 hours are not a day',
      'America/New_York',
      '2026-10-31 12:00',
      '24h',
      '2026-11-01T11:00:00-05:00',
    ],
    [
      'months into summer time',
      'Europe/Berlin',
      '2026-02-28 10:00',
      '1mo',
      '2026-03-28T23:59:59+01:00',
    ],
    [
      'working days into summer time',
      'Europe/Berlin',
      '2026-03-27 10:00',
      '1wd',
      '2026-03-30T23:59:59+02:00',
    ],
    [
      'office time over a shift',
      'Europe/Berlin',
      '2026-03-27 16:00',
      '0.5wd',
      '2026-03-30T10:30:00+02:00',
    ],
    ['half past the hour', 'Asia/Kolkata', '2026-11-22 10:00', '0d', '2026-11-22T23:59:59+05:30'],
    [
      'half an hour’s shift',
      'Australia/Lord_Howe',
      '2026-04-04 10:00',
      '1d',
      '2026-04-05T23:59:59+10:30',
    ],
  ])('%s', (_, name, start, limit, expected) => {
    const calendar = inZone(name);
    const at = parseMoment(start, { now: '2026-11-22T00:00:00Z', zone: calendar.zone });
    expect(localIso(dueAt(at, parseDuration(limit), calendar), calendar.zone)).toBe(expected);
  });
});

describe('dueWarnings', () => {
  it.each([
    ['a limit within 2026', '2026-12-30 10:00', '1wd', []],
    ['working days into 2027', '2026-12-31 10:00', '1wd', [2027]],
    ['office time into 2027', '2026-12-31 17:00', '0.5wd', [2027]],
    ['from an unfilled year', '2025-12-31 10:00', '1wd', [2025]],
    ['calendar days into 2027', '2026-12-31 10:00', '2d', []],
    ['months into 2027', '2026-12-31 10:00', '3mo', []],
    ['hours into 2027', '2026-12-31 23:30', '1h', []],
  ])('%s', (_, start, limit, expected) => {
    const at = parseMoment(start, { now: '2026-11-22T00:00:00Z', zone: office.zone });
    const duration = parseDuration(limit);
    const end = dueAt(at, duration, office);
    expect(dueWarnings(at, end, duration, office)).toEqual(expected);
  });

  it('takes the years from the site’s calendar, not from UTC', () => {
    const newYear = '2026-12-31T16:00:00Z';
    const limit = parseDuration('0wd');
    expect(dueWarnings(newYear, dueAt(newYear, limit, office), limit, office)).toEqual([2027]);
  });
});

describe('for all starts and limits', () => {
  const limits = [
    '30m',
    '1h',
    '36h',
    '0d',
    '2d',
    '1mo',
    '3mo',
    '0wd',
    '1wd',
    '7wd',
    '0.5wd',
    '2.5wd',
  ];
  const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];
  const calendars = zones.map(inZone);
  const anyCase = fc.record({
    start: fc
      .integer({ min: Date.parse('2025-12-01') / 1000, max: Date.parse('2027-03-01') / 1000 })
      .map((seconds) => momentOf(new Date(seconds * 1000))),
    limit: fc.constantFrom(...limits).map(parseDuration),
    calendar: fc.constantFrom(...calendars),
  });

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 400_000 }), (each, seconds) => {
        const later = addSeconds(each.start, seconds);
        const first = dueAt(each.start, each.limit, each.calendar);
        expect(dueAt(later, each.limit, each.calendar) >= first).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never due before it starts, and days end at their last second', () => {
    fc.assert(
      fc.property(anyCase, ({ start, limit, calendar }) => {
        const end = dueAt(start, limit, calendar);
        expect(end >= start).toBe(true);
        const wholeDays = limit.unit === 'd' || limit.unit === 'mo';
        if (wholeDays) expect(end).toBe(endOfDay(dayOf(end, calendar.zone), calendar.zone));
      }),
    );
  });

  it('half days hold exactly their office time between start and end', () => {
    const halves = fc.constantFrom('0.5wd', '1.5wd', '2.5wd').map(parseDuration);
    fc.assert(
      fc.property(anyCase, halves, ({ start, calendar }, limit) => {
        const end = dueAt(start, limit, calendar);
        const worked = officeSecondsBetween(start, end, calendar);
        expect(worked).toBe(limit.amount * 2 * calendar.halfDayHours * 3600);
      }),
    );
  });

  function officeSecondsBetween(from: string, to: string, calendar: WorkCalendar): number {
    let seconds = 0;
    const last = dayOf(to, calendar.zone);
    for (let day = dayOf(from, calendar.zone); day <= last; day = addDays(day, 1)) {
      for (const [opensAt, closesAt] of officeHoursOn(calendar, day)) {
        const begin = Math.max(msOf(opensAt), msOf(from));
        const end = Math.min(msOf(closesAt), msOf(to));
        seconds += Math.max(0, end - begin) / 1000;
      }
    }
    return seconds;
  }
});

describe('the machine’s own time zone', () => {
  const own = process.env.TZ;
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each([
    ['America/New_York', 300],
    ['Asia/Shanghai', -480],
    ['Pacific/Kiritimati', -840],
  ])('%s does not matter', (name, minutesWest) => {
    process.env.TZ = name;
    expect(new Date('2026-11-22T00:00:00Z').getTimezoneOffset()).toBe(minutesWest);
    expect(due('2026-11-22 23:59', '2d')).toBe('2026-11-24 23:59:59');
    expect(due('2026-01-31 00:00', '1mo')).toBe('2026-02-28 23:59:59');
    expect(due('2026-09-30 16:00', '0.5wd')).toBe('2026-10-08 10:30:00');
    expect(due('2026-03-08 02:30', '0wd')).toBe('2026-03-09 23:59:59');
  });
});
