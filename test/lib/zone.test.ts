import { describe, expect, it } from 'vitest';
import { offsetAt, surveyZone } from '../../src/lib/zone.ts';

const HOUR_MS = 3_600_000;

describe('surveyZone', () => {
  it('knows one offset for Shanghai since its summer times ended in 1991', () => {
    const zone = surveyZone('Asia/Shanghai')!;
    expect(zone.name).toBe('Asia/Shanghai');
    expect(zone.shifts.at(-1)).toEqual([Date.parse('1991-09-14T17:00:00Z'), 480]);
  });

  it('writes a zone without shifts as one entry', () => {
    expect(surveyZone('UTC')).toEqual({ name: 'UTC', shifts: [[0, 0]] });
    expect(surveyZone('Asia/Kolkata')).toEqual({ name: 'Asia/Kolkata', shifts: [[0, 330]] });
  });

  it.each(['Mars/Olympus', '', '北京'])('does not know the zone %j', (name) => {
    expect(surveyZone(name)).toBeUndefined();
  });

  it('survives being stored as JSON', () => {
    const zone = surveyZone('America/New_York')!;
    expect(JSON.parse(JSON.stringify(zone))).toEqual(zone);
  });

  it('lists shifts in ascending order, each to another offset', () => {
    const { shifts } = surveyZone('Africa/Casablanca')!;
    for (const [index, shift] of shifts.slice(1).entries()) {
      expect(shift[0]).toBeGreaterThan(shifts[index]![0]);
      expect(shift[1]).not.toBe(shifts[index]![1]);
    }
  });
});

describe('offsetAt', () => {
  it.each([
    ['New York springs forward', 'America/New_York', '2026-03-08T07:00:00Z', -300, -240],
    ['New York falls back', 'America/New_York', '2026-11-01T06:00:00Z', -240, -300],
    ['Berlin springs forward', 'Europe/Berlin', '2026-03-29T01:00:00Z', 60, 120],
    ['Berlin falls back', 'Europe/Berlin', '2026-10-25T01:00:00Z', 120, 60],
    ['Lord Howe goes back half an hour', 'Australia/Lord_Howe', '2026-04-04T15:00:00Z', 660, 630],
    ['Lord Howe goes on half an hour', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z', 630, 660],
    ['Samoa leaps a day', 'Pacific/Apia', '2011-12-30T10:00:00Z', -600, 840],
  ])('%s', (_, name, shift, before, after) => {
    const zone = surveyZone(name)!;
    expect(offsetAt(zone, Date.parse(shift) - 1)).toBe(before);
    expect(offsetAt(zone, Date.parse(shift))).toBe(after);
  });

  it('takes the first entry for all before it and the last for all after it', () => {
    const zone = {
      name: 'made up',
      shifts: [
        [0, 60],
        [HOUR_MS, 120],
      ] as const,
    };
    expect(offsetAt(zone, -HOUR_MS)).toBe(60);
    expect(offsetAt(zone, 0)).toBe(60);
    expect(offsetAt(zone, 1e15)).toBe(120);
  });

  it.each([
    ['a summer time of one week', 'Asia/Gaza', 2040],
    ['a pause in Ramadan', 'Africa/Casablanca', 2026],
    ['a leap of a whole day', 'Pacific/Apia', 2011],
    ['the last year surveyed', 'Europe/Berlin', 2100],
  ])('agrees with the system all year long: %s', (_, name, year) => {
    const zone = surveyZone(name)!;
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: name,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
      ...({ hour: '2-digit', minute: '2-digit' } as const),
    });
    const wrong = [];
    for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 12 * HOUR_MS) {
      const wall = new Date(ms + offsetAt(zone, ms) * 60_000).toISOString();
      const [y, m, d, time] = [
        wall.slice(0, 4),
        wall.slice(5, 7),
        wall.slice(8, 10),
        wall.slice(11, 16),
      ];
      if (clock.format(ms) !== `${m}/${d}/${y}, ${time}`) wrong.push(wall);
    }
    expect(wrong).toEqual([]);
  });
});
