import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  isWithin,
  lastDayOfMonth,
  monthOf,
  parseDay,
  tryDay,
  weekday,
} from '../../src/lib/day.ts';

const today = '2026-11-22';

const anyDay = fc.integer({ min: 0, max: 99_999 }).map((days) => addDays('1900-01-01', days));

describe('isWithin', () => {
  it.each([
    ['its first day', { fromOn: today, untilOn: null }, true],
    ['the day before it', { fromOn: '2026-11-23', untilOn: null }, false],
    ['its last day', { fromOn: null, untilOn: today }, true],
    ['the day after it', { fromOn: null, untilOn: '2026-11-21' }, false],
    ['open at both ends', { fromOn: null, untilOn: null }, true],
  ])('%s', (_, stay, expected) => {
    expect(isWithin(stay, today)).toBe(expected);
  });
});

describe('isDay', () => {
  it.each([
    ['a leap day', '2028-02-29', true],
    ['no leap day in 2026', '2026-02-29', false],
    ['no leap day in 1900', '1900-02-29', false],
    ['a leap day in 2000', '2000-02-29', true],
    ['the 30th of February', '2026-02-30', false],
    ['the 31st of April', '2026-04-31', false],
    ['day 0', '2026-11-00', false],
    ['month 0', '2026-00-10', false],
    ['month 13', '2026-13-01', false],
    ['one digit', '2026-1-02', false],
    ['a time behind it', '2026-11-22T00:00:00Z', false],
    ['the year 26', '0026-11-22', false],
    ['the first day', '1900-01-01', true],
    ['the day before it', '1899-12-31', false],
    ['the last day', '2199-12-31', true],
    ['the day after it', '2200-01-01', false],
  ])('%s', (_, text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe('arithmetic', () => {
  it.each([
    ['the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['back over a year', '2027-01-01', -1, '2026-12-31'],
    ['into a leap day', '2028-02-28', 1, '2028-02-29'],
    ['past February', '2026-02-28', 1, '2026-03-01'],
    ['nothing', '2026-11-22', 0, '2026-11-22'],
  ])('addDays: %s', (_, day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it.each([
    ['31 January to February', '2026-01-31', 1, '2026-02-28'],
    ['31 January to a leap February', '2028-01-31', 1, '2028-02-29'],
    ['a leap day a year on', '2028-02-29', 12, '2029-02-28'],
    ['a leap day four years on', '2028-02-29', 48, '2032-02-29'],
    ['31 to a month of 30', '2026-08-31', 1, '2026-09-30'],
    ['the 30th stays the 30th', '2026-11-30', 1, '2026-12-30'],
    ['over the end of a year', '2026-11-30', 3, '2027-02-28'],
    ['back over the start of a year', '2026-01-31', -2, '2025-11-30'],
  ])('addMonths: %s', (_, day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['2028-02-29', 2],
    ['1969-12-31', 3],
  ])('weekday of %s is %i', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('the last day of %s is %s', (month, expected) => {
    expect(lastDayOfMonth(month)).toBe(expected);
  });

  it('daysBetween undoes addDays', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9999, max: 9999 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('addMonths reaches that very month, never a later one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (day, months) => {
        const [year, month] = monthOf(day).split('-').map(Number) as [number, number];
        const count = year * 12 + month - 1 + months;
        const reached = addMonths(day, months);
        expect(monthOf(reached)).toBe(
          `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`,
        );
        expect(reached.slice(8) <= day.slice(8)).toBe(true);
      }),
    );
  });
});

describe('parseDay', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-1-2', '2026-01-02'],
    ['2026/11/22', '2026-11-22'],
    ['2026.11.22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['2026 年 1 月 2 日', '2026-01-02'],
    ['2026年1月2号', '2026-01-02'],
    ['２０２６－１１－２２', '2026-11-22'],
    ['  2026-11-22\u3000', '2026-11-22'],
    ['11-25', '2026-11-25'],
    ['1-5', '2026-01-05'],
    ['11月25日', '2026-11-25'],
    ['今天', '2026-11-22'],
    ['明天', '2026-11-23'],
    ['后天', '2026-11-24'],
    ['昨天', '2026-11-21'],
    ['前天', '2026-11-20'],
    ['Today', '2026-11-22'],
    ['tomorrow', '2026-11-23'],
    ['yesterday', '2026-11-21'],
    ['+3d', '2026-11-25'],
    ['-22d', '2026-10-31'],
    ['+0d', '2026-11-22'],
    ['2028-02-29', '2028-02-29'],
  ])('reads %j', (text, expected) => {
    expect(parseDay(text, today)).toBe(expected);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2-29',
    '2026-13-01',
    '2026-00-01',
    '20261301',
    '2026-11/22',
    '2026-11-22-',
    '2026-11',
    '2026年11月',
    '26-11-22',
    '11.22',
    '1122',
    '20261',
    '2026-11-22 00:00',
    '3d',
    '+3h',
    '+3.5d',
    '+99999d',
    '+9999999d',
    '大后天',
    'monday',
    '0026-11-22',
    '2206-11-22',
    '',
    ' ',
  ])('refuses %j', (text) => {
    expect(() => parseDay(text, today)).toThrowError(
      expect.objectContaining({ kind: 'usage', code: 'bad_day' }),
    );
  });

  it('refuses a day past the last one', () => {
    expect(parseDay('+1d', '2199-12-30')).toBe('2199-12-31');
    expect(() => parseDay('+2d', '2199-12-30')).toThrowError(/bad_day/);
  });

  it('does not repeat what was typed: it may be a name or a number', () => {
    expect(() => parseDay('13800001234', today)).not.toThrowError(/138/);
  });

  it('takes a day without a year as one of this year, also across its end', () => {
    expect(parseDay('1-1', '2026-12-31')).toBe('2026-01-01');
    expect(parseDay('2-29', '2028-06-01')).toBe('2028-02-29');
  });
});

describe('tryDay', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['2026-11-22 00:00:00', '2026-11-22'],
    ['2026-11-22T00:00:00', '2026-11-22'],
    ['2026/11/22 0:00', '2026-11-22'],
    ['2026/1/2 0:00:00', '2026-01-02'],
    ['2026-11-22 09:30', undefined],
    ['2026-11-22 00:00:01', undefined],
    ['2026-02-30', undefined],
    ['11-22', undefined],
    ['今天', undefined],
    ['+3d', undefined],
    ['45983', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => {
    expect(tryDay(text)).toBe(expected);
  });

  it('reads back every way of writing a day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('-', '/', '.', ''), (day, separator) => {
        expect(tryDay(day.replaceAll('-', separator))).toBe(day);
      }),
    );
  });
});
