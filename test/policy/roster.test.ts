import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';
import { policyOf } from '../support/ledger.ts';

const mistakes = async (text: string) => {
  const compiled = await compilePolicy(`roster: {${text}}\n`);
  return 'mistakes' in compiled
    ? compiled.mistakes.map(({ path, words }) => `${path}: ${words.zh}`)
    : [];
};

const shift = (text: string) => `shifts: {day: {name: 白班, ${text}}}`;

describe('shifts', () => {
  it.each([
    ['passes midnight', 'from: "22:00", until: "06:00"', 1320, 1800],
    ['ends at midnight', 'from: "16:00", until: "24:00"', 960, 1440],
    ['begins at midnight', 'from: "00:00", until: "08:00"', 0, 480],
    ['is a day long', 'from: "08:00", until: "08:00"', 480, 1920],
  ])('%s', async (_, text, fromMinute, untilMinute) => {
    const { shifts } = (await policyOf(`roster: {${shift(text)}}`)).roster;
    expect(shifts.day).toMatchObject({ fromMinute, untilMinute, least: 1, isActive: true });
  });

  it('as shipped are round the clock, seven days (rule 150)', async () => {
    const { shifts } = (await policyOf('')).roster;
    const active = Object.values(shifts).filter(({ isActive }) => isActive);
    const ends = active.map(({ fromMinute, untilMinute }) => [fromMinute, untilMinute]);
    expect(ends).toEqual([
      [420, 900],
      [900, 1380],
      [1380, 1860],
    ]);
    expect(active.every(({ days }) => days.length === 7)).toBe(true);
  });

  it('may leave hours open', async () => {
    expect(await mistakes('shifts: {night: {active: no}}')).toEqual([]);
  });

  it.each([
    ['no name', 'shifts: {day: {from: "08:00", until: "16:00"}}', 'roster.shifts.day.name'],
    ['no hour', shift('from: "08:00"'), 'roster.shifts.day.until'],
    ['an hour that is none', shift('from: "25:00", until: "08:00"'), 'roster.shifts.day.from'],
    ['24:00 as a beginning', shift('from: "24:00", until: "08:00"'), 'roster.shifts.day.from'],
    ['an unknown role', shift('from: "08:00", until: "16:00", roles: [king]'), 'day.roles.0'],
    ['no day of the week', shift('from: "08:00", until: "16:00", days: []'), 'day.days'],
    [
      'a name that another has',
      'shifts: {day: {name: 早班, from: "08:00", until: "16:00"}}',
      'roster.shifts.day.name: 与另一个班次重名',
    ],
    [
      'a name that means a day off',
      'shifts: {day: {name: 休, from: "08:00", until: "16:00"}}',
      'roster.shifts.day: “休”',
    ],
    [
      'a key that cannot be typed',
      'shifts: {白班: {name: 白班, from: "08:00", until: "16:00"}}',
      'roster.shifts.白班: 班次的代码',
    ],
    ['so many days before', 'early: 1d', 'roster.early'],
    ['rest in days', 'rest: 1d', 'roster.rest'],
    ['no rest', 'rest: 0m', 'roster.rest'],
  ])('refused: %s', async (_, text, path) => {
    expect(await mistakes(text)).toEqual([expect.stringContaining(path)]);
  });
});
