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
import { parsePeriod } from './period.ts';
import { parseRange } from './range.ts';
import { badWeek, mondayOf, readWeek } from './week.ts';
import { type Words, w } from './words.ts';

/** Days one after the other, both ends counted. */
export interface DaySpan {
  fromOn: Day;
  untilOn: Day;
}

/** More is a slip in the year. */
const MOST_DAYS = 400;

/**
 * What a clerk types for some days: as `parseSpan` reads them, or 2026-11-23..2026-11-29. Refuses an open
 * end and more than 400 days as `bad_days`, too.
 */
export function parseDays(text: string, today: Day): DaySpan {
  const { from, to } = parseRange<Day>(text, (part) => {
    const { fromOn, untilOn } = parseSpan(part, today);
    return [fromOn, untilOn];
  });
  if (from === undefined || to === undefined || daysBetween(from, to) >= MOST_DAYS) {
    throw badDays(AT_MOST);
  }
  return { fromOn: from, untilOn: to };
}

/**
 * A stretch of the calendar by its name: a day, a week (2026-W48, 下周), or what `parsePeriod` reads: a
 * month, a quarter, a half-year, a year. Refuses anything else as `bad_days`.
 */
export function parseSpan(text: string, today: Day): DaySpan {
  const day = readDay(tidy(text), today);
  if (day !== undefined) return { fromOn: day, untilOn: day };
  const monday = readWeek(text, today);
  if (monday !== undefined) return weekFrom(monday);
  try {
    const { from, until } = parsePeriod(text, today);
    return { fromOn: from, untilOn: until };
  } catch (error) {
    if (error instanceof WyError) throw badDays();
    throw error;
  }
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

const AT_MOST = w(`，最多 ${MOST_DAYS} 天`, `; ${MOST_DAYS} days at most`);

const badDays = (limit?: Words) =>
  misused(
    'bad_days',
    w('日期看不懂，或者没有这些日子。', 'This is not readable as days, or there are none such.'),
    w(
      `请写成 2026-11-23、2026-11-23..2026-11-29、2026-W48、2026-12、2026Q4 或 2026${limit?.zh ?? ''}。`,
      `Type 2026-11-23, 2026-11-23..2026-11-29, 2026-W48, 2026-12, 2026Q4 or 2026${limit?.en ?? ''}.`,
    ),
  );
