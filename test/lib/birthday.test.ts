import { describe, expect, it } from 'vitest';
import { nextBirthday, parseBirthday } from '../../src/lib/birthday.ts';

describe('a birthday as it is typed', () => {
  it.each([
    ['as it is kept', '05-03', '05-03'],
    ['without its zeros', '5/3', '05-03'],
    ['in Chinese', '5月3日', '05-03'],
    ['as it is said', '12月24号', '12-24'],
    ['full-width', '１２－２４', '12-24'],
    ['a whole date, whose year is dropped', '1980-05-03', '05-03'],
    ['a leap day', '02-29', '02-29'],
    ['a leap day of its year', '1996-02-29', '02-29'],
  ])('%s', (_, typed, expected) => {
    expect(parseBirthday(typed)).toBe(expected);
  });

  it.each([
    ['a day that no year has', '02-30'],
    ['a leap day of a common year', '1997-02-29'],
    ['a thirteenth month', '13-01'],
    ['a month alone', '5月'],
    ['a day that moves', '明天'],
    ['nothing', ''],
  ])('%s is refused', (_, typed) => {
    expect(() => parseBirthday(typed)).toThrow('bad_birthday');
  });
});

describe('the next time a birthday is kept', () => {
  it.each([
    ['today', '11-22', '2026-11-22', '2026-11-22'],
    ['tomorrow', '11-23', '2026-11-22', '2026-11-23'],
    ['yesterday: in a year', '11-21', '2026-11-22', '2027-11-21'],
    ['across the turn of the year', '01-01', '2026-12-31', '2027-01-01'],
    ['the last day of the year', '12-31', '2026-12-31', '2026-12-31'],
    ['29 February in a leap year', '02-29', '2028-02-28', '2028-02-29'],
    ['29 February in a common year', '02-29', '2027-01-15', '2027-02-28'],
    ['29 February on the 28th itself', '02-29', '2027-02-28', '2027-02-28'],
    ['29 February the day after, before a leap year', '02-29', '2027-03-01', '2028-02-29'],
    ['29 February in 2100, no leap year', '02-29', '2100-02-01', '2100-02-28'],
  ])('%s', (_, birthday, from, expected) => {
    expect(nextBirthday(birthday, from)).toBe(expected);
  });
});
