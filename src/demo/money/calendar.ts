import type { Day } from '../../lib/day.ts';
import { addMonths, lastDayOfMonth, monthOf } from '../../lib/day.ts';

/** First days of quarters and of months stand for them. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

export const firstOfMonth = (day: Day): Day => `${monthOf(day)}-01`;

export const lastOfMonth = (day: Day): Day => lastDayOfMonth(monthOf(day));

export const monthsOf = (quarterOn: Day): Day[] => {
  const first = Number(quarterOn.slice(5, 7));
  return [0, 1, 2].map(
    (after) => `${quarterOn.slice(0, 5)}${String(first + after).padStart(2, '0')}-01`,
  );
};

/** So many months at a time, from one day up to, but not including, another. */
export function everyMonths(from: Day, before: Day, step: 1 | 3): Day[] {
  const found: Day[] = [];
  for (let on = from; on < before; on = addMonths(on, step)) found.push(on);
  return found;
}

/** What the fees are told of: what the old system knew, and what wy has seen. */
export interface MoneyTimes {
  today: Day;
  /** The quarter in which the lists of the old system begin. */
  startsOn: Day;
  /** The first day of wy: all before it is imported. */
  opensOn: Day;
}

/** Whole months that wy has kept the fees. */
const MONTHS_KEPT = 6;

export function moneyTimes(today: Day): MoneyTimes {
  const opensOn = addMonths(firstOfMonth(today), -MONTHS_KEPT);
  return { today, opensOn, startsOn: addMonths(quarterOf(opensOn), -3) };
}
