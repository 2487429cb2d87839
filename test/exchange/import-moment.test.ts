import { describe, expect, it } from 'vitest';
import { parseImportMoment } from '../../src/exchange/import-moment.ts';
import { surveyZone } from '../../src/lib/zone.ts';

const shanghai = surveyZone('Asia/Shanghai')!;
const clock = { now: '2026-11-22T01:30:00Z', today: '2026-11-22', zone: shanghai };

describe('parseImportMoment', () => {
  it.each([
    ['2024-01-05 14:30', '2024-01-05T06:30:00Z'],
    ['2024/1/5 14:30', '2024-01-05T06:30:00Z'],
    ['2024-01-05 14:30:15', '2024-01-05T06:30:15Z'],
    ['2024-01-05T14:30:00', '2024-01-05T06:30:00Z'],
    ['2024-01-05T06:30:00Z', '2024-01-05T06:30:00Z'],
    ['2024年1月5日14时30分', '2024-01-05T06:30:00Z'],
    ['2024年1月5日 下午2点半', '2024-01-05T06:30:00Z'],
    ['20240105 14:30', '2024-01-05T06:30:00Z'],
    ['45296.604166666664', '2024-01-05T06:30:00Z'],
    ['2024-02-29 23:59:59', '2024-02-29T15:59:59Z'],
    ['2023-12-31 23:59', '2023-12-31T15:59:00Z'],
  ])('%s is a moment', (text, at) => {
    expect(parseImportMoment(text, clock).at).toBe(at);
  });

  it.each([
    ['2024-01-05', '2024-01-05'],
    ['2024/1/5 0:00', '2024-01-05'],
    ['2024-01-05 00:00:00', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['45296', '2024-01-05'],
    ['45296.0', '2024-01-05'],
    ['45295.9999999', '2024-01-05'],
  ])('%s is a day alone', (text, day) => {
    expect(parseImportMoment(text, clock)).toEqual({ day, at: undefined });
  });

  it('the day is the one of the site', () => {
    const zone = surveyZone('America/New_York')!;
    expect(parseImportMoment('2024-01-05 23:30', { ...clock, zone })).toEqual({
      day: '2024-01-05',
      at: '2024-01-06T04:30:00Z',
    });
    expect(parseImportMoment('2024-07-05T03:30:00Z', { ...clock, zone }).day).toBe('2024-07-04');
  });

  it('a time alone is of the day of its row', () => {
    expect(parseImportMoment('14:30', clock, () => '2024-01-05').at).toBe('2024-01-05T06:30:00Z');
    expect(() => parseImportMoment('14:30', clock)).toThrow('bad_import_moment');
  });

  it.each([
    ['a word', '昨天'],
    ['now', '现在'],
    ['a shift', '-2d'],
    ['no year', '01-05 14:30'],
    ['a year alone', '2024'],
    ['no day of the calendar', '2023-02-29 10:00'],
    ['no time of a clock', '2024-01-05 24:00'],
    ['day and month in doubt', '1/5/2024 14:30'],
    ['a span', '2024-01-05 14:00-15:00'],
    ['text', '上周五'],
  ])('refuses %s', (_, text) => {
    expect(() => parseImportMoment(text, clock, () => '2024-01-05')).toThrow('bad_import_moment');
  });
});
