import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  addSeconds,
  atLocal,
  dayOf,
  endOfDay,
  localIso,
  localText,
  momentOf,
  msOf,
  parseMoment,
  startOfDay,
  timeOf,
} from '../../src/lib/moment.ts';
import { surveyZone } from '../../src/lib/zone.ts';

const shanghai = surveyZone('Asia/Shanghai')!;
const newYork = surveyZone('America/New_York')!;
const kolkata = surveyZone('Asia/Kolkata')!;
const stJohns = surveyZone('America/St_Johns')!;
const lordHowe = surveyZone('Australia/Lord_Howe')!;
const cairo = surveyZone('Africa/Cairo')!;
const zones = [shanghai, newYork, kolkata, stJohns, lordHowe, cairo, surveyZone('Europe/Berlin')!];

const anyMoment = fc
  .integer({ min: Date.parse('1971-01-01') / 1000, max: Date.parse('2099-12-30') / 1000 })
  .map((seconds) => momentOf(new Date(seconds * 1000)));
const anyZone = fc.constantFrom(...zones);

/** Moments close to a shift of the zone, where the mistakes are. */
const zoneAndMoment = anyZone.chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    moment: fc.oneof(
      anyMoment,
      fc
        .tuple(fc.constantFrom(...zone.shifts), fc.integer({ min: -100_000, max: 100_000 }))
        .map(([[ms], seconds]) => momentOf(new Date(Math.max(ms, 86_400_000) + seconds * 1000))),
    ),
  }),
);

describe('moments', () => {
  it.each([
    ['floors to the second', new Date('2026-11-22T01:30:00.999Z'), '2026-11-22T01:30:00Z'],
    ['floors before 1970 too', new Date(-1), '1969-12-31T23:59:59Z'],
  ])('momentOf %s', (_, date, expected) => {
    expect(momentOf(date)).toBe(expected);
  });

  it('counts over the ends of minutes, days and years', () => {
    expect(addSeconds('2026-12-31T23:59:59Z', 1)).toBe('2027-01-01T00:00:00Z');
    expect(addSeconds('2027-01-01T00:00:00Z', -1)).toBe('2026-12-31T23:59:59Z');
    expect(addMinutes('2028-02-28T23:45:00Z', 30)).toBe('2028-02-29T00:15:00Z');
  });

  it('msOf undoes momentOf', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(momentOf(new Date(msOf(moment)))).toBe(moment);
      }),
    );
  });
});

describe('the local calendar', () => {
  it.each([
    ['the last second of a day', '2026-11-22T15:59:59Z', '2026-11-22', '23:59'],
    ['midnight', '2026-11-22T16:00:00Z', '2026-11-23', '00:00'],
    ['midnight of a year', '2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
  ])('%s in Shanghai', (_, moment, day, time) => {
    expect(dayOf(moment, shanghai)).toBe(day);
    expect(timeOf(moment, shanghai)).toBe(time);
  });

  it.each([
    ['Shanghai', shanghai, '2026-11-22', '2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z'],
    ['a day of 23 hours', newYork, '2026-03-08', '2026-03-08T05:00:00Z', '2026-03-09T03:59:59Z'],
    ['a day of 25 hours', newYork, '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T04:59:59Z'],
    [
      'a day that begins at 01:00',
      cairo,
      '2026-04-24',
      '2026-04-23T22:00:00Z',
      '2026-04-24T20:59:59Z',
    ],
    ['a day that ends twice', cairo, '2026-10-29', '2026-10-28T21:00:00Z', '2026-10-29T21:59:59Z'],
  ])('starts and ends %s', (_, zone, day, start, end) => {
    expect(startOfDay(day, zone)).toBe(start);
    expect(endOfDay(day, zone)).toBe(end);
  });

  it.each([
    ['HH:mm', shanghai, '2026-11-22', '09:30', '2026-11-22T01:30:00Z'],
    ['seconds of the day', shanghai, '2026-11-22', 34_201, '2026-11-22T01:30:01Z'],
    ['24:00 in seconds', shanghai, '2026-11-22', 86_400, '2026-11-22T16:00:00Z'],
    ['before the gap', newYork, '2026-03-08', '01:59', '2026-03-08T06:59:00Z'],
    ['in the gap', newYork, '2026-03-08', '02:30', '2026-03-08T07:00:00Z'],
    ['after the gap', newYork, '2026-03-08', '03:00', '2026-03-08T07:00:00Z'],
    ['before the repeated hour', newYork, '2026-11-01', '00:59', '2026-11-01T04:59:00Z'],
    ['the repeated hour', newYork, '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['after the repeated hour', newYork, '2026-11-01', '02:00', '2026-11-01T07:00:00Z'],
    ['half an hour’s gap', lordHowe, '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
    ['half an hour repeated', lordHowe, '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    [
      'a day leapt over',
      surveyZone('Pacific/Apia')!,
      '2011-12-30',
      '12:00',
      '2011-12-30T10:00:00Z',
    ],
  ])('atLocal: %s', (_, zone, day, time, expected) => {
    expect(atLocal(day, time, zone)).toBe(expected);
  });

  it('atLocal takes no other text for a time', () => {
    expect(() => atLocal('2026-11-22', '24:00', shanghai)).toThrow(RangeError);
  });

  it.each([
    ['Shanghai', shanghai, '2026-11-22T01:30:00Z', '2026-11-22T09:30:00+08:00'],
    ['New York', newYork, '2026-11-22T01:30:00Z', '2026-11-21T20:30:00-05:00'],
    ['Kolkata', kolkata, '2026-11-22T01:30:00Z', '2026-11-22T07:00:00+05:30'],
    ['St. John’s', stJohns, '2026-11-22T01:30:00Z', '2026-11-21T22:00:00-03:30'],
    ['UTC', surveyZone('UTC')!, '2026-11-22T01:30:00Z', '2026-11-22T01:30:00+00:00'],
  ])('localIso in %s', (_, zone, moment, expected) => {
    expect(localIso(moment, zone)).toBe(expected);
  });

  it('every moment lies within its own day', () => {
    fc.assert(
      fc.property(zoneAndMoment, ({ zone, moment }) => {
        const day = dayOf(moment, zone);
        expect(startOfDay(day, zone) <= moment).toBe(true);
        expect(endOfDay(day, zone) >= moment).toBe(true);
        expect(dayOf(endOfDay(day, zone), zone)).toBe(day);
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseMoment', () => {
  const now = '2026-11-22T02:15:30Z';
  const reading = { now, zone: shanghai };

  it.each([
    ['2026-11-22 09:30', '2026-11-22 09:30:00'],
    ['2026-11-22 9:30', '2026-11-22 09:30:00'],
    ['2026-11-22 09:30:15', '2026-11-22 09:30:15'],
    ['2026-11-22T09:30', '2026-11-22 09:30:00'],
    ['2026-11-22  09:30', '2026-11-22 09:30:00'],
    ['2026/11/22 9:30', '2026-11-22 09:30:00'],
    ['2026.11.22 9:30', '2026-11-22 09:30:00'],
    ['20261122 9:30', '2026-11-22 09:30:00'],
    ['2026年11月22日 9:30', '2026-11-22 09:30:00'],
    ['2026年11月22日9:30', '2026-11-22 09:30:00'],
    ['2026年11月22日9点30分', '2026-11-22 09:30:00'],
    ['2026年11月22日9时30分', '2026-11-22 09:30:00'],
    ['2026 年 11 月 22 日 9 时 5 分', '2026-11-22 09:05:00'],
    ['2026年11月22日9点', '2026-11-22 09:00:00'],
    ['2026年11月22日9点半', '2026-11-22 09:30:00'],
    ['明天下午3点', '2026-11-23 15:00:00'],
    ['明天 下午3点半', '2026-11-23 15:30:00'],
    ['下午15:20', '2026-11-22 15:20:00'],
    ['下午12点', '2026-11-22 12:00:00'],
    ['中午12:30', '2026-11-22 12:30:00'],
    ['11月25日上午9点', '2026-11-25 09:00:00'],
    ['晚上8点', '2026-11-22 20:00:00'],
    ['凌晨0点', '2026-11-22 00:00:00'],
    ['2026-11-22T09:30:00+08:00', '2026-11-22 09:30:00'],
    ['2026-11-22T09:30:00+0800', '2026-11-22 09:30:00'],
    ['2026-11-22 09:30+08:00', '2026-11-22 09:30:00'],
    ['2026-11-22T01:30:00Z', '2026-11-22 09:30:00'],
    ['2026-11-22T01:30:00.999Z', '2026-11-22 09:30:00'],
    ['2026-11-21T20:30:00-05:00', '2026-11-22 09:30:00'],
    ['2026-11-21T20:30-05:00', '2026-11-22 09:30:00'],
    ['2026-11-21 20:30:00-05:00', '2026-11-22 09:30:00'],
    ['11-25 14:00', '2026-11-25 14:00:00'],
    ['11月25日 14:00', '2026-11-25 14:00:00'],
    ['11月25日14点', '2026-11-25 14:00:00'],
    ['14:00', '2026-11-22 14:00:00'],
    ['14点', '2026-11-22 14:00:00'],
    ['0:00', '2026-11-22 00:00:00'],
    ['23:59:59', '2026-11-22 23:59:59'],
    ['今天 14:00', '2026-11-22 14:00:00'],
    ['明天14:00', '2026-11-23 14:00:00'],
    ['后天 14点30分', '2026-11-24 14:30:00'],
    ['昨天 14:00', '2026-11-21 14:00:00'],
    ['today 14:00', '2026-11-22 14:00:00'],
    ['Tomorrow 14:00', '2026-11-23 14:00:00'],
    ['yesterday 14:00', '2026-11-21 14:00:00'],
    ['+1d 14:00', '2026-11-23 14:00:00'],
    ['now', '2026-11-22 10:15:30'],
    ['现在', '2026-11-22 10:15:30'],
    ['２０２６－１１－２２　９：３０', '2026-11-22 09:30:00'],
    ['+2h', '2026-11-22 12:15:30'],
    ['+30m', '2026-11-22 10:45:30'],
    ['-10m', '2026-11-22 10:05:30'],
    ['+1d', '2026-11-23 10:15:30'],
    ['-1d', '2026-11-21 10:15:30'],
    ['2026-11-22', '2026-11-22 00:00:00'],
    ['明天', '2026-11-23 00:00:00'],
    ['2028-02-29 23:59', '2028-02-29 23:59:00'],
  ])('reads %j', (text, expected) => {
    const iso = localIso(parseMoment(text, reading), shanghai);
    expect(iso).toBe(`${expected.replace(' ', 'T')}+08:00`);
  });

  it.each([
    '2026-02-30 09:30',
    '2026-02-30',
    '2-29 09:30',
    '2026-11-22 24:30',
    '2026-11-22 24:00',
    '2026-11-22 9:60',
    '2026-11-22 23:59:60',
    '2026-11-22 9:5',
    '2026-11-22 0930',
    '2026-11-22 09:30 10:30',
    '2026-11-22 09:30-10:00',
    '9:30-10:30',
    '2026-11-229:30',
    '2026-11-121:30',
    '2026-11-22 09:30 AM',
    '2026-11-22T09:30:00+08:60',
    '2026-11-22T09:30:00+15:00',
    '2026-02-30T09:30:00Z',
    '2026-11-22T24:00:00Z',
    '14:00Z',
    '9点60分',
    '24点',
    '下午9点',
    '晚上12点',
    '上午13点',
    '明天下午',
    '明天 14',
    '14',
    '2h',
    '+2',
    '+1.5h',
    '+999999h',
    'soon',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseMoment(text, reading)).toThrowError(
      expect.objectContaining({ kind: 'usage', code: 'bad_moment' }),
    );
  });

  it('shows two good examples, which are readable', () => {
    const wrong = () => parseMoment('9:60', reading);
    expect(wrong).toThrowError(
      expect.objectContaining({
        hint: expect.objectContaining({ zh: '请写成 2026-11-22 09:30 或 明天 14:00。' }),
      }),
    );
    expect(parseMoment('2026-11-22 09:30', reading)).toBe('2026-11-22T01:30:00Z');
    expect(parseMoment('明天 14:00', reading)).toBe('2026-11-23T06:00:00Z');
  });

  it('refuses a moment past the last day', () => {
    const last = { now: '2199-12-31T15:00:00Z', zone: shanghai };
    expect(parseMoment('+59m', last)).toBe('2199-12-31T15:59:00Z');
    expect(() => parseMoment('+60m', last)).toThrowError(/bad_moment/);
  });

  it('ends a bare day where asked to, and only a bare day', () => {
    const toEnd = { ...reading, bareDay: 'end' } as const;
    expect(parseMoment('2026-11-22', toEnd)).toBe('2026-11-22T15:59:59Z');
    expect(parseMoment('今天', toEnd)).toBe('2026-11-22T15:59:59Z');
    expect(parseMoment('2026-11-22 09:30', toEnd)).toBe('2026-11-22T01:30:00Z');
  });

  it('takes today and this year from the site’s calendar, not from UTC', () => {
    const newYear = { now: '2026-12-31T16:00:00Z', zone: shanghai };
    expect(parseMoment('9:00', newYear)).toBe('2027-01-01T01:00:00Z');
    expect(parseMoment('1-1', newYear)).toBe('2026-12-31T16:00:00Z');
  });

  it('a day on keeps the time on the clock over a shift of the zone', () => {
    const eve = { now: '2026-03-07T17:00:00Z', zone: newYork };
    expect(parseMoment('+1d', eve)).toBe('2026-03-08T16:00:00Z');
    expect(parseMoment('+24h', eve)).toBe('2026-03-08T17:00:00Z');
  });

  it('reads back what localIso writes', () => {
    fc.assert(
      fc.property(zoneAndMoment, ({ zone, moment }) => {
        expect(parseMoment(localIso(moment, zone), { now, zone })).toBe(moment);
        expect(parseMoment(moment, { now, zone })).toBe(moment);
      }),
    );
  });

  it('reads back what localText writes, to the minute', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const minute = `${moment.slice(0, 16)}:00Z`;
        expect(parseMoment(localText(minute, kolkata), { now, zone: kolkata })).toBe(minute);
      }),
    );
  });
});
