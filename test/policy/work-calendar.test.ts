import { describe, expect, it } from 'vitest';
import { isWorkday } from '../../src/lib/calendar.ts';
import { compilePolicy } from '../../src/policy/compile.ts';

async function compiled(text: string, today = '2026-11-22') {
  const result = await compilePolicy(text, today);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result;
}

describe('the site over the national calendar', () => {
  it.each([
    ['a national holiday', '', '2026-10-01', false],
    ['a national make-up day', '', '2026-10-10', true],
    ['an ordinary Monday', '', '2026-11-23', true],
    ['an ordinary Saturday', '', '2026-11-28', false],
    ['a national holiday worked', 'workdays: [2026-10-01]', '2026-10-01', true],
    ['a national make-up day taken off', 'holidays: [2026-10-10]', '2026-10-10', false],
    ['a day off of the site', 'holidays: [2026-11-23]', '2026-11-23', false],
    ['a Saturday worked', 'workdays: [2026-11-28]', '2026-11-28', true],
    ['the first day of a range', 'holidays: [2027-02-08..2027-02-10]', '2027-02-08', false],
    ['the last day of a range', 'holidays: [2027-02-08..2027-02-10]', '2027-02-10', false],
    ['the day after a range', 'holidays: [2027-02-08..2027-02-10]', '2027-02-11', true],
  ])('%s', async (_, list, day, expected) => {
    const { policy } = await compiled(list ? `office:\n  ${list}` : '');
    expect(isWorkday(policy.calendar, day)).toBe(expected);
  });
});

describe('a year nobody has filled in', () => {
  it.each([
    ['next year', '', '2026-11-22', ['2027']],
    ['this year and the next', '', '2027-01-01', ['2027', '2028']],
    ['neither', '', '2025-12-31', []],
    ['filled in by the site', 'holidays: [2027-01-01, 2027-10-01..2027-10-07]', '2026-11-22', []],
    ['begun, not filled in', 'holidays: [2027-01-01]', '2026-11-22', ['2027']],
    ['National Day worked', 'workdays: [2027-10-01]', '2026-11-22', []],
  ])('%s', async (_, list, today, years) => {
    const { warnings } = await compiled(list ? `office:\n  ${list}` : '', today);
    expect(warnings.map(({ zh }) => zh.slice(0, 4))).toEqual(years);
    expect(warnings.every(({ en }) => en.includes('office.holidays'))).toBe(true);
  });

  it('is not spoken of without a day to count from', async () => {
    expect(await compilePolicy('')).toMatchObject({ warnings: [] });
  });
});
