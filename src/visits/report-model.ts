import type { Result } from '../cases/model.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import type { Outcome, Reason } from './model.ts';

/** One visit or callback that was answered, by whichever command it was recorded. */
export interface Answered {
  /** The visit, or the case whose callback was recorded by itself. */
  no: string;
  unit: string | null;
  building: string | null;
  reason: Reason;
  /** Of the case, or of what came of the visit: a key, its words are the case's own. */
  category: string | null;
  result: Result;
  opinion: string | null;
  needs: string | null;
  at: Moment;
}

/** How those who were asked are satisfied: (satisfied + fair) ÷ answers. */
export interface Tally {
  count: number;
  satisfied: number;
  fair: number;
  dissatisfied: number;
  rate: Rate;
}

/** Callbacks of one kind that fell due in the month; done in time or not. */
export interface Owed {
  reason: Reason;
  done: Rate;
  onTime: Rate;
}

/** A problem met more than once: in one unit, or of one cause. */
export interface Recurring {
  unit: string | null;
  reason: Reason | null;
  category: string | null;
  count: number;
  /** Visits and cases, each once. */
  records: readonly string[];
}

export interface Said {
  no: string;
  unit: string | null;
  reason: Reason;
  result: Result;
  text: string;
}

/** What a month's visits and callbacks came to (rules 73, 74, 162). */
export interface Report {
  month: Month;
  all: Tally;
  owed: readonly Owed[];
  results: readonly { result: Outcome; count: number }[];
  reasons: readonly (Tally & { reason: Reason })[];
  /** In the order of the estate; null stands for public places. */
  buildings: readonly (Tally & { building: string | null })[];
  recurring: readonly Recurring[];
  opinions: readonly Said[];
  needs: readonly Said[];
  sample: { drawn: number; visited: number; least: number } | null;
  /** The summary that was written and handed to the director. */
  summary: { text: string | null; doneAt: Moment } | null;
}
