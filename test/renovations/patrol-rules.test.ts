import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/lib/day.ts';
import { firstPatrolOn, turnFrom, turnsUntil } from '../../src/renovations/patrol-rules.ts';

describe('the first day that owes a patrol', () => {
  it.each([
    ['the permit on the first day', '2026-11-24', '2026-11-24', null, '2026-11-24'],
    ['the permit late', '2026-11-24', '2026-11-26', null, '2026-11-26'],
    ['works that begin next week', '2026-12-01', '2026-11-24', null, '2026-12-01'],
    ['patrolled today already', '2026-11-24', '2026-12-18', '2026-12-18', '2026-12-19'],
    ['patrolled yesterday', '2026-11-24', '2026-12-18', '2026-12-17', '2026-12-18'],
    ['seen before they begin', '2026-12-01', '2026-11-24', '2026-11-24', '2026-12-01'],
  ])('%s', (_, fromOn, today, lastPatrolOn, firstOn) => {
    expect(firstPatrolOn(fromOn, today, lastPatrolOn)).toBe(firstOn);
  });
});

describe('the turns of patrols', () => {
  it.each([
    ['every day', 1, '2026-11-24'],
    ['every third day', 3, '2026-11-26'],
    ['on the same day, as 0d says', 0, '2026-11-24'],
    ['over the end of a month', 10, '2026-12-03'],
  ])('%s', (_, every, untilOn) => {
    expect(turnFrom('2026-11-24', every)).toEqual({ fromOn: '2026-11-24', untilOn });
  });

  const days = (from: string, every: number, today: string) => {
    const { passed, current } = turnsUntil(turnFrom(from, every), today, every);
    return [...passed.map(({ untilOn }) => untilOn), `${current.fromOn}..${current.untilOn}`];
  };

  it.each([
    ['daily, on its day', '2026-11-24', 1, '2026-11-24', ['2026-11-24..2026-11-24']],
    ['daily, before it begins', '2026-11-24', 1, '2026-11-20', ['2026-11-24..2026-11-24']],
    ['daily, a day late', '2026-11-24', 1, '2026-11-25', ['2026-11-24', '2026-11-25..2026-11-25']],
    [
      'daily, over the end of a year',
      '2026-12-30',
      1,
      '2027-01-01',
      ['2026-12-30', '2026-12-31', '2027-01-01..2027-01-01'],
    ],
    ['every third, on its last day', '2026-11-24', 3, '2026-11-26', ['2026-11-24..2026-11-26']],
    [
      'every third, a day late',
      '2026-11-24',
      3,
      '2026-11-27',
      ['2026-11-26', '2026-11-27..2026-11-29'],
    ],
  ])('%s', (_, from, every, today, expected) => {
    expect(days(from, every, today)).toEqual(expected);
  });

  it('follow each other without a gap, and today is in none that has passed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: -20, max: 200 }),
        (every, ahead) => {
          const today = addDays('2026-11-24', ahead);
          const { passed, current } = turnsUntil(turnFrom('2026-11-24', every), today, every);
          const all = [...passed, current];
          all.slice(1).forEach(({ fromOn }, index) => {
            expect(daysBetween(all[index]?.untilOn ?? '', fromOn)).toBe(1);
          });
          expect(passed.every(({ untilOn }) => untilOn < today)).toBe(true);
          expect(current.untilOn >= today).toBe(true);
        },
      ),
    );
  });
});
