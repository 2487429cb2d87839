import type { Day } from '../lib/day.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import type { Words } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** A stretch of the calendar, both ends counted, as it was known at `now`. */
export interface Span {
  fromOn: Day;
  untilOn: Day;
  from: Moment;
  to: Moment;
  now: Moment;
  /** `to`, or `now` where that is before it: nothing is known of what comes behind. */
  end: Moment;
  /** The day of `end`. */
  endOn: Day;
}

/** The days of a period as moments of the site's clock. */
export const spanOf = (
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day },
  { zone, now }: { zone: Zone; now: Moment },
): Span => {
  const to = endOfDay(untilOn, zone);
  const end = to < now ? to : now;
  return { fromOn, untilOn, from: startOfDay(fromOn, zone), to, now, end, endOn: dayOf(end, zone) };
};

/** What a number counts: records, fen, thousandths of a square metre. */
export type Unit = 'count' | 'money' | 'area';

/** A number of a report, defined once for all of them. */
export interface Figure {
  label: Words;
  /** What is counted, in a sentence without a stop. */
  definition: Words;
  unit: Unit;
}

/** A part of a whole: two figures, of any family, by their full names (`tickets.finished`). */
export interface RateFigure {
  label: Words;
  definition: Words;
  numerator: string;
  denominator: string;
  /** What is wished for: more of it, or less. */
  better: 'more' | 'less';
}

/** A record behind a figure. Names nobody. */
export interface FigureRecord {
  no: string | null;
  at: Moment | null;
  unit: string | null;
  /** What it is about, in a line; of what people wrote only what names nobody. */
  what: Words;
  amountFen: number | null;
}

/** Numbers by the key of their figure. */
export type Numbers = Readonly<Record<string, number>>;

/** The figures and rates of some families in one span, by their full names. */
export interface Measured {
  span: Span;
  numbers: Numbers;
  rates: Readonly<Record<string, Rate>>;
}
