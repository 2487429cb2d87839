import { describe, expect, it } from 'vitest';
import { localText } from '../../src/lib/moment.ts';
import { problemsOf, uncovered } from '../../src/roster/checking-rules.ts';
import type { Turn } from '../../src/roster/model.ts';
import type { Shifts } from '../../src/roster/rules.ts';
import { moment, SHANGHAI, SHIFTS, shift, turn } from './turns.ts';

const hours = (amount: number) => ({ amount, unit: 'h', text: `${amount}h` }) as const;

/** Nobody is wanted, so that only what is wrong with the turns shows. */
const EASY: Shifts = Object.fromEntries(
  Object.entries(SHIFTS).map(([key, it]) => [key, { ...it, least: 0 }]),
);

const monday = '2026-11-23';
const sunday = '2026-11-29';

function check(
  turns: readonly Turn[],
  given: { shifts?: Shifts; fromOn?: string; untilOn?: string },
) {
  const { shifts = EASY, fromOn = monday, untilOn = sunday } = given;
  const policy = { shifts, rest: hours(11), week: hours(40) };
  return problemsOf(turns, { fromOn, untilOn, policy, zone: SHANGHAI });
}

const told = (...args: Parameters<typeof check>) =>
  check(...args).map(({ kind, day, shift: key, staffId }) =>
    [kind, day.slice(5), key, staffId].filter((each) => each !== null).join(' '),
  );

describe('what is wrong for one person', () => {
  it.each<[string, Turn[], string[]]>([
    ['nothing', [turn(1, monday, 'early'), turn(1, '2026-11-24', 'early')], []],
    [
      'eleven hours less a second',
      [
        turn(1, monday, 'early', { untilAt: moment(monday, '20:00') }),
        turn(1, '2026-11-24', 'early', { fromAt: moment('2026-11-24', '06:59:59') }),
      ],
      ['outdated 11-23 early 1', 'rest 11-24 early 1', 'outdated 11-24 early 1'],
    ],
    [
      'eleven hours',
      [
        turn(1, monday, 'early', { untilAt: moment(monday, '20:00') }),
        turn(1, '2026-11-24', 'early'),
      ],
      ['outdated 11-23 early 1'],
    ],
    [
      'late, then early: eight hours',
      [turn(1, monday, 'late'), turn(1, '2026-11-24', 'early')],
      ['rest 11-24 early 1'],
    ],
    [
      'one ends as the other begins',
      [turn(1, monday, 'early'), turn(1, monday, 'late')],
      ['rest 11-23 late 1'],
    ],
    [
      'a night, and the morning into which it reaches',
      [
        turn(1, monday, 'night'),
        turn(1, '2026-11-24', 'early', { fromAt: moment('2026-11-24', '06:00') }),
      ],
      ['double 11-24 early 1', 'outdated 11-24 early 1'],
    ],
    [
      'a long one that overlaps with the one after the next',
      [
        turn(1, monday, 'chief', { roles: ['director'] }),
        turn(1, monday, 'night', { roles: ['director'] }),
        turn(1, '2026-11-24', 'early', { roles: ['director'] }),
      ],
      ['double 11-23 night 1', 'double 11-24 early 1'],
    ],
    [
      'a night of the Sunday before',
      [turn(1, '2026-11-22', 'night'), turn(1, monday, 'early')],
      ['rest 11-23 early 1'],
    ],
    [
      'what is wrong with the next week is said of that one',
      [turn(1, sunday, 'late'), turn(1, '2026-11-30', 'early')],
      [],
    ],
    ['two people', [turn(1, monday, 'early'), turn(2, monday, 'late')], []],
    [
      'whoever is on leave does nothing',
      [turn(1, monday, 'late', { absence: 'leave' }), turn(1, '2026-11-24', 'early')],
      [],
    ],
    [
      'who leaves the staff on that day',
      [turn(1, monday, 'early', { retiredOn: monday })],
      ['retired 11-23 early 1'],
    ],
    ['who leaves the day after', [turn(1, monday, 'early', { retiredOn: '2026-11-24' })], []],
    ['a role that may not', [turn(1, monday, 'chief')], ['role 11-23 chief 1']],
    ['a role that may', [turn(1, monday, 'chief', { roles: ['clerk', 'director'] })], []],
    [
      'a shift that is gone',
      [{ ...turn(1, monday, 'early'), shift: 'dawn' }],
      ['outdated 11-23 dawn 1'],
    ],
  ])('%s', (_, turns, expected) => {
    expect(told(turns, {})).toEqual(expected);
  });
});

describe('a week of one person', () => {
  const week = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
  const ofDays = (count: number) => week.slice(0, count).map((day) => turn(1, day, 'early'));
  it.each<[string, Turn[], string[]]>([
    ['of five turns is 40 hours', ofDays(5), []],
    ['of six is more', ofDays(6), ['hours 11-28 1']],
    ['of seven has no day off either', ofDays(7), ['hours 11-29 1', 'restday 11-29 1']],
    [
      'is counted from Monday, over the new year, too',
      ['2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'].map(
        (day) => turn(1, day, 'early'),
      ),
      [],
    ],
  ])('%s', (_, turns, expected) => {
    const untilOn = turns.at(-1)?.day ?? sunday;
    expect(told(turns, { fromOn: monday, untilOn })).toEqual(expected);
  });
});

describe('hours without a shift', () => {
  const desk = { day: shift('白班', [8, 18], { least: 0 }) };
  const spans = (...args: Parameters<typeof check>) =>
    check(...args)
      .filter(({ kind }) => kind === 'gap')
      .map(({ day, fromAt, untilAt }) => [
        day.slice(5),
        ...[fromAt, untilAt].map((at) => localText(at, SHANGHAI).slice(5)),
      ]);

  it('there are none round the clock', () => {
    expect(spans([], {})).toEqual([]);
  });

  it('over midnight it is one gap; the ends of the week are its ends', () => {
    expect(spans([], { shifts: desk, untilOn: '2026-11-24' })).toEqual([
      ['11-23', '11-23 00:00', '11-23 08:00'],
      ['11-23', '11-23 18:00', '11-24 08:00'],
      ['11-24', '11-24 18:00', '11-25 00:00'],
    ]);
  });

  it('a turn covers what the policy does not', () => {
    const turns = [turn(1, '2026-11-22', 'night'), turn(1, monday, 'night')];
    expect(spans(turns, { shifts: desk, untilOn: monday })).toEqual([
      ['11-23', '11-23 07:00', '11-23 08:00'],
      ['11-23', '11-23 18:00', '11-23 23:00'],
    ]);
  });

  it('a shift of some days leaves the others', () => {
    const weekdays = { day: shift('全天', [0, 24], { days: [1, 2, 3, 4, 5] }) };
    expect(spans([], { shifts: weekdays })).toEqual([['11-28', '11-28 00:00', '11-30 00:00']]);
  });

  it('whoever heads the duty stands beside the desk', () => {
    const head = { ...desk, head: shift('总值班', [18, 32], { isHead: true }) };
    expect(spans([], { shifts: head, untilOn: monday })).toHaveLength(2);
  });

  it.each([
    ['nothing covers', [], [['00:00', '24:00']]],
    [
      'the same twice',
      [
        ['08:00', '12:00'],
        ['08:00', '12:00'],
      ],
      [
        ['00:00', '08:00'],
        ['12:00', '24:00'],
      ],
    ],
    [
      'one inside another',
      [
        ['00:00', '24:00'],
        ['08:00', '12:00'],
      ],
      [],
    ],
  ])('%s', (_, covers, gaps) => {
    const at = (time = '') =>
      time === '24:00' ? moment('2026-11-24', '00:00') : moment(monday, time);
    const span = ([from, until]: string[]) => ({ fromAt: at(from), untilAt: at(until) });
    expect(uncovered(span(['00:00', '24:00']), covers.map(span))).toEqual(gaps.map(span));
  });
});

describe('how many there are', () => {
  const two = { ...EASY, early: { ...shift('早班', [7, 15]), least: 2 } };
  it.each<[string, Turn[], string[]]>([
    ['nobody', [], ['unmanned 11-23 early']],
    ['one of two', [turn(1, monday, 'early')], ['few 11-23 early']],
    ['both', [turn(1, monday, 'early'), turn(2, monday, 'early')], []],
    [
      'one of them sick',
      [turn(1, monday, 'early'), turn(2, monday, 'early', { absence: 'sick' })],
      ['few 11-23 early'],
    ],
    ['of another shift', [turn(1, monday, 'late')], ['unmanned 11-23 early']],
  ])('%s', (_, turns, expected) => {
    expect(told(turns, { shifts: two, untilOn: monday })).toEqual(expected);
  });
});
