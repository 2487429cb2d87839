import { addDays, type Day, isDay, tidy, tryDay } from './day.ts';
import { misused } from './errors.ts';
import { w } from './words.ts';

/** Month and day, `05-03`. */
export type Birthday = string;

const MONTH_AND_DAY = /^(\d{1,2})(?:[-/.](\d{1,2})|月(\d{1,2})[日号]?)$/;

/** Any of them can stand in a leap year. */
const LEAP_YEAR = '2000';

/**
 * What a clerk types for a birthday: 05-03, 5/3, 5月3日, or a whole date, of which the year is dropped.
 * Anything else, and any day that is in no year, is refused as `bad_birthday`.
 */
export function parseBirthday(text: string): Birthday {
  const typed = tidy(text);
  const [, month = '', afterSign, afterName] = MONTH_AND_DAY.exec(typed) ?? [];
  const parts = [month, afterSign ?? afterName ?? ''].map((part) => part.padStart(2, '0'));
  const day = tryDay(typed) ?? `${LEAP_YEAR}-${parts.join('-')}`;
  if (isDay(day)) return birthdayOn(day);
  throw misused(
    'bad_birthday',
    w(
      '生日看不懂，或者没有这一天。',
      'This is not readable as a birthday, or there is no such day.',
    ),
    w('请写月和日，如 05-03 或 5月3日。', 'Type month and day, as in 05-03.'),
  );
}

/** The birthday of somebody born on this day. */
export const birthdayOn = (day: Day): Birthday => day.slice('2000-'.length);

/** The next time it is kept, that day included; 29 February is kept on the 28th of a common year. */
export function nextBirthday(birthday: Birthday, from: Day): Day {
  const year = Number(from.slice(0, 4));
  const thisYear = keptIn(year, birthday);
  return thisYear >= from ? thisYear : keptIn(year + 1, birthday);
}

function keptIn(year: number, birthday: Birthday): Day {
  const day = `${year}-${birthday}`;
  return isDay(day) ? day : addDays(`${year}-03-01`, -1);
}
