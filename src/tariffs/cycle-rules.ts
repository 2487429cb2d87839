import type { Day, Month } from '../lib/day.ts';
import { addDays, lastDayOfMonth, monthOf } from '../lib/day.ts';
import { monthFrom } from '../lib/month.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';

/** One turn of a tariff: both its days counted. `cycleOn` names it, and is its first day. */
export interface Cycle {
  cycleOn: Day;
  from: Day;
  until: Day;
}

type Timed = Pick<Tariff, 'cycle' | 'season'>;
type Due = Pick<Tariff, 'dueIn' | 'dueDay'>;

/** The billing cycle that contains a day; undefined between two seasons. */
export function cycleOf(tariff: Timed, day: Day): Cycle | undefined {
  const year = yearOf(day);
  const years = tariff.cycle === 'season' ? [year - 1, year] : [year];
  return years
    .flatMap((each) => cyclesOfYear(tariff, each))
    .find(({ from, until }) => from <= day && day <= until);
}

/** Every cycle whose first day lies between these days, both counted. */
export function cyclesBeginningIn(tariff: Timed, from: Day, until: Day): Cycle[] {
  const found: Cycle[] = [];
  for (let year = yearOf(from); year <= yearOf(until); year += 1) {
    found.push(...cyclesOfYear(tariff, year));
  }
  return found.filter(({ cycleOn }) => from <= cycleOn && cycleOn <= until);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const cycle = (from: Day, until: Day): Cycle => ({ cycleOn: from, from, until });

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Those that begin in a year; the season `11-15..03-15` ends in the next one. */
function cyclesOfYear(tariff: Timed, year: number): Cycle[] {
  if (tariff.cycle === 'season') {
    const [from = '', until = ''] = tariff.season?.split('..') ?? [];
    return [cycle(`${year}-${from}`, `${from <= until ? year : year + 1}-${until}`)];
  }
  const months = MONTHS[tariff.cycle];
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = monthFrom(`${year}-01`, index * months);
    return cycle(`${first}-01`, lastDayOfMonth(monthFrom(first, months - 1)));
  });
}

/** As long as a cycle can be. */
const LONGEST_DAYS = 366;

/** The earliest first day of a cycle, however long, that reaches this day. */
export const reachingFrom = (day: Day): Day => addDays(day, 1 - LONGEST_DAYS);

/**
 * The day on which a cycle is due: the tariff's day of the cycle's first month, its last one, or the
 * one after; the last day of a month that has fewer.
 */
export function dueOnOf(
  { dueIn, dueDay }: Due,
  { from, until }: Pick<Cycle, 'from' | 'until'>,
): Day {
  const months = { first: monthOf(from), last: monthOf(until), next: monthFrom(monthOf(until), 1) };
  return dayOfMonth(months[dueIn], dueDay);
}

/** Of what is charged once, on this day: the first day due that has not passed then. */
export function oneOffDueOn(tariff: Due, on: Day): Day {
  const due = dueOnOf(tariff, { from: on, until: on });
  return due >= on ? due : dayOfMonth(monthFrom(monthOf(due), 1), tariff.dueDay);
}

function dayOfMonth(month: Month, day: number): Day {
  const lastDay = lastDayOfMonth(month);
  return day > Number(lastDay.slice(8)) ? lastDay : addDays(`${month}-01`, day - 1);
}
