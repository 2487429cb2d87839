import {
  addDays,
  type Day,
  daysBetween,
  lastDayOfMonth,
  type Month,
  readDay,
  tidy,
} from './day.ts';
import { misused, WyError } from './errors.ts';
import { parseMonth } from './month.ts';
import { parseRange } from './range.ts';
import { badWeek, mondayOf, readWeek } from './week.ts';
import { w } from './words.ts';

/** Days one after the other, both ends counted. */
export interface DaySpan {
  fromOn: Day;
  untilOn: Day;
}

/** More is a slip in the year. */
const MOST_DAYS = 400;

/**
 * What a clerk types for some days: a day, 2026-11-23..2026-11-29, a week (2026-W48, 下周) or a month
 * (2026-12, 下月). Refuses anything else as `bad_days`, an open end and more than 400 days.
 */
export function parseDays(text: string, today: Day): DaySpan {
  const { from, to } = parseRange<Day>(text, (part) => {
    const { fromOn, untilOn } = readSpan(part, today);
    return [fromOn, untilOn];
  });
  if (from === undefined || to === undefined || daysBetween(from, to) >= MOST_DAYS) throw badDays();
  return { fromOn: from, untilOn: to };
}

/** What a clerk types for a week: its number, its name, or a day in it; gives Monday to Sunday. */
export function parseWeek(text: string, today: Day): DaySpan {
  const day = readDay(tidy(text), today);
  const monday = readWeek(text, today) ?? (day === undefined ? undefined : mondayOf(day));
  if (monday === undefined) throw badWeek();
  return weekFrom(monday);
}

export const weekFrom = (monday: Day): DaySpan => ({
  fromOn: monday,
  untilOn: addDays(monday, 6),
});

export const monthSpan = (month: Month): DaySpan => ({
  fromOn: `${month}-01`,
  untilOn: lastDayOfMonth(month),
});

export const daysIn = ({ fromOn, untilOn }: DaySpan): Day[] =>
  Array.from({ length: daysBetween(fromOn, untilOn) + 1 }, (_, index) => addDays(fromOn, index));

function readSpan(part: string, today: Day): DaySpan {
  const day = readDay(tidy(part), today);
  if (day !== undefined) return { fromOn: day, untilOn: day };
  const monday = readWeek(part, today);
  if (monday !== undefined) return weekFrom(monday);
  return readMonth(part, today);
}

function readMonth(part: string, today: Day): DaySpan {
  try {
    return monthSpan(parseMonth(part, today));
  } catch (error) {
    if (error instanceof WyError) throw badDays();
    throw error;
  }
}

const badDays = () =>
  misused(
    'bad_days',
    w('日期看不懂，或者没有这些日子。', 'This is not readable as days, or there are none such.'),
    w(
      `请写成 2026-11-23、2026-11-23..2026-11-29、2026-W48 或 2026-12，最多 ${MOST_DAYS} 天。`,
      `Type 2026-11-23, 2026-11-23..2026-11-29, 2026-W48 or 2026-12; ${MOST_DAYS} days at most.`,
    ),
  );
