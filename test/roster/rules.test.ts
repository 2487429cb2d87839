import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/day.ts';
import { localText } from '../../src/lib/moment.ts';
import { surveyZone, UTC } from '../../src/lib/zone.ts';
import {
  changesOf,
  hoursOf,
  type Pattern,
  type Place,
  placesOf,
  readShift,
} from '../../src/roster/rules.ts';
import { SHANGHAI, SHIFTS, shift, turn } from './turns.ts';

const BERLIN = surveyZone('Europe/Berlin') ?? UTC;

describe('when a shift begins and ends', () => {
  it.each([
    ['by day', 'early', '2026-11-23', SHANGHAI, '11-23 07:00', '11-23 15:00'],
    ['over midnight', 'night', '2026-11-30', SHANGHAI, '11-30 23:00', '12-01 07:00'],
    ['over the new year', 'night', '2026-12-31', SHANGHAI, '12-31 23:00', '01-01 07:00'],
    ['as the clock springs forward', 'night', '2026-03-28', BERLIN, '03-28 23:00', '03-29 07:00'],
    ['as it falls back', 'night', '2026-10-24', BERLIN, '10-24 23:00', '10-25 07:00'],
  ] as const)('%s', (_, key, day, zone, from, until) => {
    const declared = SHIFTS[key];
    const hours = declared && hoursOf(declared, day, zone);
    expect(hours && localText(hours.fromAt, zone).slice(5)).toBe(from);
    expect(hours && localText(hours.untilAt, zone).slice(5)).toBe(until);
  });
});

describe('which shift is meant', () => {
  const shifts = {
    ...SHIFTS,
    old: shift('早市', [5, 7], { isActive: false }),
    spare: shift('备班（一）', [9, 17]),
  };
  it.each([
    ['its key', 'late', 'late'],
    ['its key in capitals', 'LATE', 'late'],
    ['its name', '中班', 'late'],
    ['its name with brackets', '备班（一）', 'spare'],
    ['its name with half-width brackets', '备班(一)', 'spare'],
    ['its first sign', '中', 'late'],
    ['the first sign of one that is planned', '早', 'early'],
    ['the first sign of two', '夜', undefined],
    ['more of one of them', '夜班', 'night'],
    ['a day off', '休', null],
    ['a day off in English', 'OFF', null],
    ['nothing', '', undefined],
    ['an inherited word', 'constructor', undefined],
  ])('%s', (_, typed, key) => {
    expect(readShift(shifts, typed)).toBe(key);
  });
});

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(from, at));

const told = (places: readonly Place[]) =>
  places.map(({ day, staffId, shift: key }) => `${day.slice(8)} ${staffId} ${key}`);

describe('who does what on which day', () => {
  const monday = '2026-11-23';
  it.each<[string, Pattern, string[]]>([
    [
      'one person for a day',
      { staffIds: [1], shifts: ['early'], days: [monday], rotate: undefined },
      ['23 1 early'],
    ],
    [
      'a group for some days',
      { staffIds: [1, 2], shifts: ['early'], days: days(monday, 2), rotate: undefined },
      ['23 1 early', '23 2 early', '24 1 early', '24 2 early'],
    ],
    [
      'of one shift they take turns, each a day',
      { staffIds: [1, 2], shifts: ['night'], days: days(monday, 3), rotate: 'day' },
      ['23 1 night', '24 2 night', '25 1 night'],
    ],
    [
      'of one shift they take turns, each a week that ends on Sunday',
      { staffIds: [1, 2], shifts: ['night'], days: days('2026-11-28', 3), rotate: 'week' },
      ['28 1 night', '29 1 night', '30 2 night'],
    ],
    [
      'of several each goes on to the next every day',
      { staffIds: [1, 2], shifts: ['early', 'night', null], days: days(monday, 3), rotate: 'day' },
      ['23 1 early', '23 2 night', '24 1 night', '24 2 null', '25 1 null', '25 2 early'],
    ],
    [
      'of several each goes on to the next on Monday',
      { staffIds: [1, 2], shifts: ['early', 'late'], days: days('2026-11-29', 2), rotate: 'week' },
      ['29 1 early', '29 2 late', '30 1 late', '30 2 early'],
    ],
    [
      'week by week over the new year of 53 weeks',
      {
        staffIds: [1],
        shifts: ['early', 'late'],
        days: ['2026-12-31', '2027-01-03', '2027-01-04'],
        rotate: 'week',
      },
      ['31 1 early', '03 1 early', '04 1 late'],
    ],
    [
      'more people than shifts share them',
      { staffIds: [1, 2, 3], shifts: ['early', 'late'], days: [monday], rotate: 'day' },
      ['23 1 early', '23 2 late', '23 3 early'],
    ],
  ])('%s', (_, pattern, expected) => {
    expect(told(placesOf(pattern))).toEqual(expected);
  });

  it('a full rotation mans every shift every day, nobody twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 60 }),
        (size, count) => {
          const keys = Array.from({ length: size }, (_, at) => `shift-${at}`);
          const pattern = { shifts: keys, days: days('2026-12-20', count), rotate: 'day' } as const;
          const places = placesOf({ ...pattern, staffIds: keys.map((_, at) => at) });
          for (const day of pattern.days) {
            const there = places.filter((place) => place.day === day);
            expect(there.map((place) => place.shift).sort()).toEqual([...keys].sort());
            expect(new Set(there.map(({ staffId }) => staffId)).size).toBe(there.length);
          }
        },
      ),
    );
  });
});

describe('what planning changes', () => {
  const day = '2026-11-23';
  const usual = { also: false, replace: false };
  const there = [turn(1, day, 'early'), turn(2, day, 'late')];
  const keys = (turns: readonly { staffId: number; shift: string }[]) =>
    turns.map(({ staffId, shift: key }) => `${staffId} ${key}`);
  it.each<[string, Place[], Partial<typeof usual>, [string[], string[], string[]]]>([
    ['what stands already', [{ day, staffId: 1, shift: 'early' }], {}, [[], ['1 early'], []]],
    ['another shift', [{ day, staffId: 1, shift: 'night' }], {}, [['1 night'], [], ['1 early']]],
    ['a day off', [{ day, staffId: 1, shift: null }], {}, [[], [], ['1 early']]],
    [
      'another shift beside it',
      [{ day, staffId: 1, shift: 'night' }],
      { also: true },
      [['1 night'], [], []],
    ],
    ['somebody else beside them', [{ day, staffId: 3, shift: 'early' }], {}, [['3 early'], [], []]],
    [
      'somebody else in their place',
      [{ day, staffId: 3, shift: 'early' }],
      { replace: true },
      [['3 early'], [], ['1 early']],
    ],
    [
      'another day',
      [{ day: '2026-11-24', staffId: 1, shift: 'night' }],
      { replace: true },
      [['1 night'], [], []],
    ],
  ])('%s', (_, places, manner, [add, kept, drop]) => {
    const changes = changesOf(places, there, { ...usual, ...manner });
    expect([keys(changes.add), keys(changes.kept), keys(changes.drop)]).toEqual([add, kept, drop]);
  });
});
