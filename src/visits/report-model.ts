import type { Result } from '../cases/model.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import type { Outcome, Reason } from './model.ts';

/** What it was about: a category of repairs, one of complaints, or what was said, word for word. */
export interface Topic {
  of: 'repair' | 'complaint' | 'words';
  name: string;
}

/** One visit or callback that was answered, by whichever command it was recorded. */
export interface Answered {
  /** The visit, or the case whose callback was recorded by itself. */
  no: string;
  unit: string | null;
  building: string | null;
  /** Of a case that is in no unit. */
  place: string | null;
  reason: Reason;
  /** Null where none is known. */
  topic: Topic | null;
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

/** A problem met more than once: in one unit, or about one topic; the other is null. */
export interface Recurring {
  unit: string | null;
  topic: Topic | null;
  count: number;
  /** Visits and cases, each once. */
  records: readonly string[];
}

export interface Said {
  no: string;
  unit: string | null;
  place: string | null;
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
