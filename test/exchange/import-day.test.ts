import { describe, expect, it } from 'vitest';
import { parseImportDay } from '../../src/exchange/import-day.ts';

const TODAY = '2026-11-22';

describe('parseImportDay', () => {
  it.each([
    ['2023-11-01', '2023-11-01'],
    ['2023/11/1', '2023-11-01'],
    ['2023年11月1日', '2023-11-01'],
    ['20231101', '2023-11-01'],
    ['2023-11-01 00:00:00', '2023-11-01'],
    ['2023-11-01 09:30:15', '2023-11-01'],
    ['2023/11/1 9:30', '2023-11-01'],
    ['1949-10-01', '1949-10-01'],
    ['45231', '2023-11-01'],
    ['45231.75', '2023-11-01'],
    ['45351', '2024-02-29'],
    ['18264', '1950-01-01'],
    ['55153', '2050-12-31'],
  ])('%s is %s', (text, day) => {
    expect(parseImportDay(text, TODAY)).toBe(day);
  });

  it.each([
    ['the day before the first serial taken', '18263'],
    ['a serial too far ahead', '99999'],
    ['a year alone', '2023'],
    ['no day of the calendar', '2023-02-30'],
    ['a word', '明天'],
    ['no year', '11-22'],
    ['day and month in doubt', '11/12/23'],
  ])('refuses %s', (_, text) => {
    expect(() => parseImportDay(text, TODAY)).toThrow('bad_import_day');
  });
});
