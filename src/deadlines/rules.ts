import type { Duration } from '../lib/duration.ts';
import type { Moment } from '../lib/moment.ts';
import type { Deadline, Ending, State } from './model.ts';

type Ended = Pick<Deadline, 'dueAt' | 'ending' | 'endedAt'>;

/** Done exactly at its due time is on time. */
export function stateOf(deadline: Ended, now: Moment): State {
  switch (deadline.ending) {
    case null:
      return now > deadline.dueAt ? 'overdue' : 'open';
    case 'met':
      return (deadline.endedAt ?? now) > deadline.dueAt ? 'late' : 'met';
    case 'missed':
      return 'late';
    case 'waived':
      return 'waived';
  }
}

/** When the promise was kept; null while it is open, and for one that never was. */
export const metAtOf = (deadline: Ended): Moment | null =>
  deadline.ending === 'met' ? deadline.endedAt : null;

export type Urgency = 'overdue' | 'today' | 'soon';

/** Where a promise stands on the agenda of a day. */
export function urgencyOf(deadline: Ended, now: Moment, endOfToday: Moment): Urgency {
  if (stateOf(deadline, now) === 'overdue') return 'overdue';
  return deadline.dueAt <= endOfToday ? 'today' : 'soon';
}

/** What becomes of an open promise when its case moves on without it. */
export function fateOf(
  deadline: Pick<Deadline, 'sinceAt' | 'dueAt'>,
  now: Moment,
): 'never_arose' | 'waived' | 'missed' {
  if (deadline.sinceAt > now) return 'never_arose';
  return now > deadline.dueAt ? 'missed' : 'waived';
}

/** What an old list tells of a promise of the past. */
export interface Outcome {
  /** `kept` then; `dropped`: the case moved on without it; `untold`: nobody wrote down what came of it. */
  how: 'kept' | 'dropped' | 'untold';
  at: Moment;
  /** Both its beginning and its end are known to the minute, not as days alone. */
  isExact: boolean;
}

/**
 * How a promise of the past ended. What cannot be judged counts neither as kept nor as broken: what
 * nobody wrote down, and a limit in minutes, hours or half days where only days are told.
 */
export function pastEnding(
  made: Pick<Deadline, 'sinceAt' | 'dueAt'>,
  limit: Duration,
  { how, at, isExact }: Outcome,
): { ending: Ending; endedAt: Moment } {
  if (how === 'kept' && (isExact || countsDays(limit))) return { ending: 'met', endedAt: at };
  if (how === 'dropped' && fateOf(made, at) === 'missed') return { ending: 'missed', endedAt: at };
  return { ending: 'waived', endedAt: at < made.dueAt ? at : made.dueAt };
}

const countsDays = ({ amount, unit }: Duration) =>
  unit === 'd' || unit === 'mo' || (unit === 'wd' && Number.isInteger(amount));
