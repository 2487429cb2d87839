import type { Moment } from '../lib/moment.ts';
import type { Deadline, State } from './model.ts';

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
