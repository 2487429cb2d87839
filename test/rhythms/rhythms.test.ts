import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rhythm } from '../../src/books/model.ts';
import { parseRhythm } from '../../src/books/rhythm.ts';
import type { WorkCalendar } from '../../src/lib/calendar.ts';
import { chinaCalendar } from '../../src/lib/china-calendar.ts';
import type { Day } from '../../src/lib/day.ts';
import { addDays } from '../../src/lib/day.ts';
import {
  addSeconds,
  atLocal,
  dayOf,
  endOfDay,
  type Moment,
  startOfDay,
  timeOf,
} from '../../src/lib/moment.ts';
import { surveyZone, type Zone } from '../../src/lib/zone.ts';
import type { EntryTimes, Keeping, Stretch } from '../../src/rhythms/model.ts';
import { nextTurn, stretchesOf, turnAt, turnsFrom } from '../../src/rhythms/rules.ts';

const shanghai = surveyZone('Asia/Shanghai')!;
const newYork = surveyZone('America/New_York')!;

const calendarIn = (zone: Zone, years = [2025, 2026]): WorkCalendar => ({
  zone,
  days: [1, 2, 3, 4, 5],
  hours: [[510, 720]],
  halfDayHours: 4,
  ...chinaCalendar(years),
});
const calendar = calendarIn(shanghai);

/** '2026-11-22' is noon of that day, '2026-11-22 09:30' that minute, on the clock of the site. */
function moment(text: string, zone = shanghai): Moment {
  const [day = '', time = '12:00'] = text.split(' ');
  return atLocal(day, time, zone);
}

const rhythmOf = (text: string): Rhythm => {
  const rhythm = parseRhythm(text);
  if (!rhythm) throw new Error(`no rhythm: ${text}`);
  return rhythm;
};

const entriesAt = (moments: readonly Moment[], now: Moment): EntryTimes => {
  const known = moments.filter((each) => each <= now).sort();
  return {
    first: (from, to, most) => known.filter((at) => at >= from && at <= to).slice(0, most),
    last: (from, before) => known.findLast((at) => at >= from && at < before),
  };
};

const keptAs = (text: string | null, since: string, zone = shanghai): Keeping => ({
  sinceAt: moment(since, zone),
  text,
  rhythm: text === null ? null : rhythmOf(text),
});

interface Desk {
  kept: readonly Keeping[];
  entries: readonly string[];
  now: string;
  from?: Day;
  calendar?: WorkCalendar;
}

function deskOf({ kept, entries, now, calendar: own = calendar }: Desk) {
  const at = moment(now, own.zone);
  const times = entriesAt(
    entries.map((each) => moment(each, own.zone)),
    at,
  );
  return { stretches: stretchesOf(kept), times, reckoning: { calendar: own, now: at } };
}

function turnsIn(desk: Desk) {
  const { stretches, times, reckoning } = deskOf(desk);
  const found = [];
  for (const turn of turnsFrom(stretches, times, { ...reckoning, from: desk.from ?? null })) {
    if (turn.sinceAt > reckoning.now) break;
    found.push(turn);
  }
  return found;
}

/** `2026-11 met`, by name and state. */
const told = (desk: Desk) => turnsIn(desk).map(({ name, state }) => `${name} ${state}`);

const since = (text: string, start: string) => [keptAs(text, start)];

describe('parseRhythm', () => {
  it.each([
    ['the longest in days', '366d', true],
    ['a day more', '367d', false],
    ['no days', '0d', false],
    ['a turn a day, in the shortest month', '28 per month', true],
    ['one more', '29 per month', false],
    ['a turn a week', '52 per year', true],
    ['one more of them', '53 per year', false],
    ['none', '0 per year', false],
    ['per week', '2 per week', false],
  ])('%s', (_, text, isOne) => {
    expect(parseRhythm(text) !== undefined).toBe(isOne);
  });
});

describe('the turn a moment lies in', () => {
  const at = (text: string, now: string, own = calendar) => {
    const kept = [keptAs(text, '2020-01-01', own.zone)];
    const { stretches, times, reckoning } = deskOf({ kept, entries: [], now, calendar: own });
    const turn = turnAt(stretches, times, reckoning)!;
    return [
      turn.name,
      dayOf(turn.sinceAt, own.zone),
      dayOf(turn.dueAt, own.zone),
      dayOf(turn.endsAt, own.zone),
    ].join(' ');
  };

  it.each([
    ['a day', 'day', '2026-11-22', '2026-11-22 2026-11-22 2026-11-22 2026-11-22'],
    ['its first minute', 'day', '2026-11-22 00:00', '2026-11-22 2026-11-22 2026-11-22 2026-11-22'],
    ['its last minute', 'day', '2026-11-22 23:59', '2026-11-22 2026-11-22 2026-11-22 2026-11-22'],
    ['a Sunday ends its week', 'week', '2026-11-22', '2026-W47 2026-11-16 2026-11-22 2026-11-22'],
    ['a Monday begins one', 'week', '2026-11-23', '2026-W48 2026-11-23 2026-11-29 2026-11-29'],
    ['a week of two years', 'week', '2027-01-03', '2026-W53 2026-12-28 2027-01-03 2027-01-03'],
    ['the first week', 'week', '2027-01-04', '2027-W01 2027-01-04 2027-01-10 2027-01-10'],
    ['1 January before it', 'week', '2021-01-01', '2020-W53 2020-12-28 2021-01-03 2021-01-03'],
    ['31 December behind it', 'week', '2024-12-31', '2025-W01 2024-12-30 2025-01-05 2025-01-05'],
    ['a month of 30 days', 'month', '2026-11-30', '2026-11 2026-11-01 2026-11-30 2026-11-30'],
    ['February', 'month', '2026-02-10', '2026-02 2026-02-01 2026-02-28 2026-02-28'],
    ['of a leap year', 'month', '2024-02-29', '2024-02 2024-02-01 2024-02-29 2024-02-29'],
    ['of 2100, which is none', 'month', '2100-02-28', '2100-02 2100-02-01 2100-02-28 2100-02-28'],
    ['month-end', 'month-end', '2026-02-01', '2026-02 2026-02-01 2026-02-28 2026-02-28'],
    ['a quarter', 'quarter', '2026-11-22', '2026-Q4 2026-10-01 2026-12-31 2026-12-31'],
    ['the first of one', 'quarter', '2026-04-01', '2026-Q2 2026-04-01 2026-06-30 2026-06-30'],
    ['a year', 'year', '2026-11-22', '2026 2026-01-01 2026-12-31 2026-12-31'],
    [
      'the last working day, a Friday',
      'last-workday',
      '2026-07-01',
      '2026-07 2026-07-01 2026-07-31 2026-07-31',
    ],
    ['before a weekend', 'last-workday', '2026-05-02', '2026-05 2026-05-01 2026-05-29 2026-05-31'],
    [
      'a make-up Saturday',
      'last-workday',
      '2026-02-01',
      '2026-02 2026-02-01 2026-02-28 2026-02-28',
    ],
    [
      'a holiday at the end',
      'last-workday',
      '2025-01-02',
      '2025-01 2025-01-01 2025-01-27 2025-01-31',
    ],
    [
      'a year nobody filled in',
      'last-workday',
      '2028-01-10',
      '2028-01 2028-01-01 2028-01-31 2028-01-31',
    ],
    [
      'four per year are its quarters',
      '4 per year',
      '2026-05-01',
      '2026/2 2026-04-01 2026-06-30 2026-06-30',
    ],
    [
      'five per year: 73 days each',
      '5 per year',
      '2026-03-14',
      '2026/1 2026-01-01 2026-03-14 2026-03-14',
    ],
    ['the day behind them', '5 per year', '2026-03-15', '2026/2 2026-03-15 2026-05-26 2026-05-26'],
    [
      'a day more in a leap year',
      '5 per year',
      '2024-03-14',
      '2024/1 2024-01-01 2024-03-14 2024-03-14',
    ],
    [
      'the last part ends with the period',
      '5 per year',
      '2024-12-31',
      '2024/5 2024-10-20 2024-12-31 2024-12-31',
    ],
    [
      'half of 31 days: 16',
      '2 per month',
      '2026-10-16',
      '2026-10/1 2026-10-01 2026-10-16 2026-10-16',
    ],
    [
      'half of 28 days: 14',
      '2 per month',
      '2026-02-15',
      '2026-02/2 2026-02-15 2026-02-28 2026-02-28',
    ],
    [
      'the most per month',
      '28 per month',
      '2026-02-07',
      '2026-02/7 2026-02-07 2026-02-07 2026-02-07',
    ],
    [
      'three per quarter are its months',
      '3 per quarter',
      '2026-11-30',
      '2026-Q4/2 2026-11-01 2026-11-30 2026-11-30',
    ],
  ])('%s', (_, text, now, expected) => {
    expect(at(text, now)).toBe(expected);
  });

  it.each([
    ['the day the clock springs forward', '2026-03-08', '2026-03-08T04:59:59Z'],
    ['the day it is set back', '2026-11-01', '2026-11-02T04:59:59Z'],
  ])('ends with the last second of %s', (_, day) => {
    const own = calendarIn(newYork);
    const kept = [keptAs('day', '2026-01-01', newYork)];
    const { stretches, times, reckoning } = deskOf({ kept, entries: [], now: day, calendar: own });
    const turn = turnAt(stretches, times, reckoning)!;
    expect(turn.sinceAt).toBe(startOfDay(day, newYork));
    expect(turn.endsAt).toBe(endOfDay(day, newYork));
    expect(timeOf(addSeconds(turn.endsAt, 1), newYork)).toBe('00:00');
  });

  it('hangs on the zone: a month begins later in New York', () => {
    const own = calendarIn(newYork);
    const kept = [keptAs('month', '2026-01-01', newYork)];
    const entries = ['2026-10-31 23:59'];
    expect(
      told({ kept, entries, now: '2026-11-01 00:00', from: '2026-10-31', calendar: own }),
    ).toEqual(['2026-10 met', '2026-11 open']);
  });
});

describe('a turn of the calendar', () => {
  const month = (entries: string[], now: string) =>
    told({ kept: since('month', '2026-08-10'), entries, now, from: '2026-09-01' });

  it.each([
    ['without an entry yet', [], '2026-09-30 23:59', ['2026-09 open']],
    ['without an entry when it ended', [], '2026-10-01 00:00', ['2026-09 missed', '2026-10 open']],
    ['kept in its first minute', ['2026-09-01 00:00'], '2026-09-02', ['2026-09 met']],
    [
      'kept in its last minute',
      ['2026-09-30 23:59'],
      '2026-10-02',
      ['2026-09 met', '2026-10 open'],
    ],
    [
      'not kept by an entry a minute later',
      ['2026-10-01 00:00'],
      '2026-10-02',
      ['2026-09 missed', '2026-10 met'],
    ],
    ['not kept ahead', ['2026-09-02', '2026-09-03'], '2026-10-02', ['2026-09 met', '2026-10 open']],
    ['not kept by what comes later', ['2026-09-20'], '2026-09-19', ['2026-09 open']],
  ])('is %s', (_, entries, now, expected) => {
    expect(month(entries, now)).toEqual(expected);
  });

  it.each([
    ['is met where an entry came in it', ['2026-08-20'], ['2026-08 met', '2026-09 open']],
    ['is met by a slip of the days before', ['2026-08-03'], ['2026-08 met', '2026-09 open']],
    ['is never missed', [], ['2026-09 open']],
  ])('in which the book began to be kept %s', (_, entries, expected) => {
    expect(told({ kept: since('month', '2026-08-10'), entries, now: '2026-09-05' })).toEqual(
      expected,
    );
  });
});

describe('by the last working day', () => {
  const may = (entries: string[], now: string) =>
    told({ kept: since('last-workday', '2026-04-10'), entries, now, from: '2026-05-01' });

  it.each([
    ['on it, in time', ['2026-05-29 23:59'], '2026-05-30', ['2026-05 met']],
    ['a day later, late', ['2026-05-30 00:00'], '2026-05-31', ['2026-05 late']],
    ['not yet: still open', [], '2026-05-31 23:59', ['2026-05 open']],
    ['never: missed', [], '2026-06-01 00:00', ['2026-05 missed', '2026-06 open']],
  ])('%s', (_, entries, now, expected) => {
    expect(may(entries, now)).toEqual(expected);
  });
});

describe('every so many days', () => {
  const rolling = (entries: string[], now: string) =>
    told({ kept: since('14d', '2026-11-01 09:30'), entries, now });

  it.each([
    ['counts from when the book is kept', [], '2026-11-15 23:59', ['2026-11-15 open']],
    ['is missed after that', [], '2026-11-16 00:00', ['2026-11-15 missed', '2026-11-29 open']],
    [
      'misses again, so many days on',
      [],
      '2026-11-30',
      ['2026-11-15 missed', '2026-11-29 missed', '2026-12-13 open'],
    ],
    ['is met by an entry', ['2026-11-10'], '2026-11-10 23:00', ['2026-11-15 met']],
    [
      'counts anew from it',
      ['2026-11-10'],
      '2026-11-24 23:59',
      ['2026-11-15 met', '2026-11-24 open'],
    ],
    [
      'takes two entries of a day for one',
      ['2026-11-10 08:00', '2026-11-10 18:00'],
      '2026-11-11',
      ['2026-11-15 met', '2026-11-24 open'],
    ],
    [
      'counts from the last one',
      ['2026-11-10', '2026-11-12'],
      '2026-11-13',
      ['2026-11-15 met', '2026-11-24 met', '2026-11-26 open'],
    ],
    [
      'is met on its last day',
      ['2026-11-15 23:59'],
      '2026-11-16',
      ['2026-11-15 met', '2026-11-29 open'],
    ],
    [
      'is not met the day after, which keeps the next',
      ['2026-11-16 00:00'],
      '2026-11-17',
      ['2026-11-15 missed', '2026-11-29 met', '2026-11-30 open'],
    ],
    [
      'runs over the end of a year',
      ['2026-12-25'],
      '2027-01-01',
      [
        ...['2026-11-15 missed', '2026-11-29 missed', '2026-12-13 missed', '2026-12-27 met'],
        '2027-01-08 open',
      ],
    ],
  ])('%s', (_, entries, now, expected) => {
    expect(rolling(entries, now)).toEqual(expected);
  });
});

describe('so many times in a period', () => {
  const yearly = (entries: string[], now: string) =>
    told({ kept: since('4 per year', '2025-03-10'), entries, now, from: '2026-01-01' });

  it.each([
    ['the first by the end of March', [], '2026-03-31', ['2026/1 open']],
    ['missed then', [], '2026-04-01', ['2026/1 missed', '2026/2 open']],
    [
      'one late one keeps the next',
      ['2026-04-02'],
      '2026-07-01',
      ['2026/1 missed', '2026/2 met', '2026/3 open'],
    ],
    [
      'two at once after one was missed keep two',
      ['2026-04-02', '2026-04-03'],
      '2026-12-31',
      ['2026/1 missed', '2026/2 met', '2026/3 met', '2026/4 open'],
    ],
    [
      'three in spring keep three',
      ['2026-02-01', '2026-02-02', '2026-03-31'],
      '2026-12-31',
      ['2026/1 met', '2026/2 met', '2026/3 met', '2026/4 open'],
    ],
    [
      'five keep no turn of the next year',
      ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'],
      '2027-01-01',
      ['2026/1 met', '2026/2 met', '2026/3 met', '2026/4 met', '2027/1 open'],
    ],
    [
      'and none of last year count',
      ['2025-12-30', '2025-12-31'],
      '2026-04-01',
      ['2026/1 missed', '2026/2 open'],
    ],
  ])('%s', (_, entries, now, expected) => {
    expect(yearly(entries, now)).toEqual(expected);
  });

  it('owes nothing of the parts before the book was kept', () => {
    const kept = since('4 per year', '2026-05-20');
    expect(told({ kept, entries: [], now: '2026-08-01' })).toEqual(['2026/3 open']);
    expect(told({ kept, entries: ['2026-02-01'], now: '2026-08-01' })).toEqual(['2026/3 open']);
    expect(told({ kept, entries: ['2026-06-01'], now: '2026-08-01' })).toEqual([
      '2026/2 met',
      '2026/3 open',
    ]);
  });
});

describe('a rhythm that is changed', () => {
  const change = (from: string | null, to: string | null, on: string, more: Keeping[] = []) => [
    keptAs(from, '2026-08-15'),
    keptAs(to, on),
    ...more,
  ];

  it.each<[string, readonly Keeping[], string[], string, string[]]>([
    [
      'leaves the past alone',
      change('month', 'quarter', '2026-11-10'),
      ['2026-09-05'],
      '2026-11-20',
      ['2026-09 met', '2026-10 missed', '2026-11 open'],
    ],
    [
      'does not save the turn that runs',
      change('month', 'quarter', '2026-11-10'),
      [],
      '2026-12-01',
      ['2026-09 missed', '2026-10 missed', '2026-11 missed', '2026-Q4 open'],
    ],
    [
      'owes nothing of the rest of its own turn',
      change('month', 'quarter', '2026-11-10'),
      ['2026-11-12'],
      '2027-01-01',
      ['2026-09 missed', '2026-10 missed', '2026-11 met', '2027-Q1 open'],
    ],
    [
      'cuts a longer turn short, which is not missed',
      change('year', 'month', '2026-11-10'),
      [],
      '2026-12-01',
      ['2026-12 open'],
    ],
    [
      'and can be met until then',
      change('quarter', 'month', '2026-11-10'),
      ['2026-11-30 23:59'],
      '2026-12-01',
      ['2026-Q4 met', '2026-12 open'],
    ],
    [
      'from the day it is changed, where days are counted',
      change('366d', '30d', '2026-08-16'),
      [],
      '2026-09-16',
      ['2026-10-15 open'],
    ],
    [
      'is no change where only the rest of the book is',
      [...since('14d', '2026-11-01'), keptAs('14d', '2026-11-08')],
      [],
      '2026-11-15',
      ['2026-11-15 open'],
    ],
    [
      'where it is taken away, the turn that runs falls away',
      change('month', null, '2026-11-10'),
      ['2026-09-05'],
      '2026-12-10',
      ['2026-09 met', '2026-10 missed'],
    ],
    [
      'unless it was met before',
      change('month', null, '2026-11-10'),
      ['2026-09-05', '2026-11-09'],
      '2026-12-10',
      ['2026-09 met', '2026-10 missed', '2026-11 met'],
    ],
    [
      'or was due before',
      change('last-workday', null, '2026-10-31'),
      [],
      '2026-11-10',
      ['2026-09 missed', '2026-10 missed'],
    ],
    [
      'an entry of a book that is off keeps nothing',
      change('month', null, '2026-11-10'),
      ['2026-11-11'],
      '2026-12-10',
      ['2026-09 missed', '2026-10 missed'],
    ],
    [
      'off and on again within a turn changes nothing',
      change('month', null, '2026-11-10', [keptAs('month', '2026-11-29')]),
      [],
      '2026-12-01',
      ['2026-09 missed', '2026-10 missed', '2026-11 missed', '2026-12 open'],
    ],
    [
      'off and on again later begins anew',
      change('month', null, '2026-09-10', [keptAs('month', '2026-11-10')]),
      [],
      '2026-12-01',
      ['2026-12 open'],
    ],
    [
      'changed back and forth within a turn',
      change('month', 'week', '2026-11-10 09:00', [keptAs('month', '2026-11-10 09:05')]),
      [],
      '2026-12-01',
      ['2026-09 missed', '2026-10 missed', '2026-12 open'],
    ],
  ])('%s', (_, kept, entries, now, expected) => {
    expect(told({ kept, entries, now })).toEqual(expected);
  });

  it('in the past of the one before counts from that one', () => {
    const kept = [keptAs('month', '2026-11-10'), keptAs('week', '2026-01-01')];
    expect(stretchesOf(kept).map(({ text, sinceAt }) => [text, sinceAt])).toEqual([
      ['week', moment('2026-11-10')],
    ]);
  });
});

describe('the next turn to be kept', () => {
  const next = (text: string, entries: string[], now: string) => {
    const { stretches, times, reckoning } = deskOf({
      kept: since(text, '2026-01-01'),
      entries,
      now,
    });
    return nextTurn(stretches, times, reckoning)?.name;
  };

  it.each([
    ['is the present one', 'month', [], '2026-11-22', '2026-11'],
    ['is the one behind it, once it is kept', 'month', ['2026-11-02'], '2026-11-22', '2026-12'],
    ['counts from today', '14d', ['2026-11-22 08:00'], '2026-11-22', '2026-12-06'],
    [
      'leaves out those kept ahead',
      '4 per year',
      ['2026-01-02', '2026-01-03'],
      '2026-01-04',
      '2026/3',
    ],
    [
      'and begins the next period',
      '2 per month',
      ['2026-11-01', '2026-11-02'],
      '2026-11-22',
      '2026-12/1',
    ],
  ])('%s', (_, text, entries, now, expected) => {
    expect(next(text, entries, now)).toBe(expected);
  });

  it('is none of a book that is not kept', () => {
    const { stretches, times, reckoning } = deskOf({
      kept: [keptAs('day', '2026-01-01'), keptAs(null, '2026-05-01')],
      entries: [],
      now: '2026-11-22',
    });
    expect(nextTurn(stretches, times, reckoning)).toBeUndefined();
    expect(turnAt(stretches, times, reckoning)).toBeUndefined();
  });
});

describe('turns', () => {
  const START: Day = '2023-12-20';
  const rhythms = [
    ...['day', 'week', 'month', 'month-end', 'last-workday', 'quarter', 'year'],
    ...['1d', '3d', '14d', '90d', '4 per year', '5 per year', '7 per quarter', '2 per month'],
  ];
  const zones = [
    shanghai,
    newYork,
    surveyZone('Australia/Lord_Howe')!,
    surveyZone('Africa/Cairo')!,
  ];
  const anyMoment = (zone: Zone, from: number, to: number) =>
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: 86_399 }))
      .map(([days, second]) => atLocal(addDays(START, days), second, zone));

  const worlds = fc.constantFrom(...zones).chain((zone) =>
    fc.record({
      zone: fc.constant(zone),
      kept: fc
        .uniqueArray(
          fc.record({
            text: fc.constantFrom(...rhythms),
            sinceAt: anyMoment(zone, 0, 400),
          }),
          { minLength: 1, maxLength: 3, selector: ({ sinceAt }) => sinceAt },
        )
        .map((list) => list.sort((a, b) => (a.sinceAt < b.sinceAt ? -1 : 1))),
      off: fc.boolean(),
      moments: fc.array(anyMoment(zone, -5, 500), { maxLength: 40 }),
      now: anyMoment(zone, 401, 500),
      from: fc.integer({ min: 0, max: 500 }).map((days) => addDays(START, days)),
    }),
  );

  const drawn = (
    stretches: readonly Stretch[],
    times: EntryTimes,
    reckoning: { calendar: WorkCalendar; now: Moment; from: Day | null },
  ) => {
    const found = [];
    for (const turn of turnsFrom(stretches, times, reckoning)) {
      if (turn.sinceAt > reckoning.now) break;
      found.push(turn);
    }
    return found;
  };

  it('tile the time, one of them present; kept, missed and open ones are all', () => {
    fc.assert(
      fc.property(worlds, ({ zone, kept, moments, now }) => {
        const own = calendarIn(zone, [2023, 2024, 2025]);
        const keepings = kept.map((each) => ({ ...each, rhythm: rhythmOf(each.text) }));
        const times = entriesAt(moments, now);
        const reckoning = { calendar: own, now, from: null };
        const turns = drawn(stretchesOf(keepings), times, reckoning);
        // What could only be met and was not is left out; the rest lies edge to edge.
        for (const [at, turn] of turns.entries()) {
          const end = turn.dueAt <= turn.endsAt || turn.metAt !== null;
          expect(turn.sinceAt <= turn.endsAt && end).toBe(true);
          const before = turns[at - 1];
          if (!before) continue;
          const gap = before.endsAt < addSeconds(turn.sinceAt, -1);
          expect(before.endsAt < turn.sinceAt).toBe(true);
          if (gap) expect(keepings.length).toBeGreaterThan(1);
        }
        expect(turns.filter(({ sinceAt, endsAt }) => sinceAt <= now && now <= endsAt)).toHaveLength(
          1,
        );
        const open = turns.filter(({ state }) => state === 'open');
        expect(open.length).toBeLessThanOrEqual(1);
        for (const { metAt, state, endsAt } of turns) {
          expect(metAt !== null).toBe(state === 'met' || state === 'late');
          expect(state === 'missed').toBe(metAt === null && endsAt < now);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same, from wherever they are asked for', () => {
    fc.assert(
      fc.property(worlds, ({ zone, kept, off, moments, now, from }) => {
        const own = calendarIn(zone, [2023, 2024, 2025]);
        const keepings = kept.map((each, at) => {
          const isOff = off && at === 1;
          return {
            sinceAt: each.sinceAt,
            text: isOff ? null : each.text,
            rhythm: isOff ? null : rhythmOf(each.text),
          };
        });
        const stretches = stretchesOf(keepings);
        const times = entriesAt(moments, now);
        const all = drawn(stretches, times, { calendar: own, now, from: null });
        const some = drawn(stretches, times, { calendar: own, now, from });
        expect(some).toEqual(all.filter(({ endsAt }) => endsAt >= startOfDay(from, zone)));
      }),
      { numRuns: 500 },
    );
  });
});
