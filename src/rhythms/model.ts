import type { Rhythm } from '../books/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** A time in which a book was kept in one rhythm. */
export interface Stretch {
  rhythm: Rhythm;
  /** As the file writes it. */
  text: string;
  sinceAt: Moment;
  /** It is over from this moment on; null: it goes on. */
  untilAt: Moment | null;
}

/** How a book was kept from a moment on: null where it was off, or had no rhythm. */
export interface Keeping {
  sinceAt: Moment;
  rhythm: Rhythm | null;
  text: string | null;
}

export const TURN_STATES = {
  open: w('未到期', 'open'),
  met: w('按时', 'met'),
  late: w('超期完成', 'late'),
  missed: w('缺', 'missed'),
} as const satisfies Record<string, Words>;

export type TurnState = keyof typeof TURN_STATES;

/** One turn of a rhythm, in which an entry is due. */
export interface Turn {
  /** `2026-11-22`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`, `2026/2`; one of so many days by its last. */
  name: string;
  /** The rhythm it belongs to, as the file writes it. */
  text: string;
  sinceAt: Moment;
  dueAt: Moment;
  /** The next begins in the second after. */
  endsAt: Moment;
  metAt: Moment | null;
  state: TurnState;
  /** The book began to be kept in it, or its rhythm was changed: it can be met, never missed. */
  isPartial: boolean;
}

/** Days of a turn, both ends counted, and by which of them the entry is due. */
export interface Span {
  name: string;
  from: Day;
  until: Day;
  dueOn: Day;
}

/** When entries of a book were made that were not cancelled; none later than the present. */
export interface EntryTimes {
  /** The first so many of a time, both ends counted, in order. */
  first(from: Moment, to: Moment, most: number): readonly Moment[];
  /** The last one of a time, its end not counted. */
  last(from: Moment, before: Moment): Moment | undefined;
}
