import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import type { Renovation } from './model.ts';

/** Days, both counted, in which the works are to be patrolled once (rule 99); mostly a single one. */
export interface PatrolTurn {
  fromOn: Day;
  untilOn: Day;
}

/** The turn that begins on a day, where the works are patrolled every so many days. */
export const turnFrom = (fromOn: Day, everyDays: number): PatrolTurn => ({
  fromOn,
  untilOn: addDays(fromOn, Math.max(1, everyDays) - 1),
});

/** The first day that owes a patrol: not before the works begin, and no second one on the same day. */
export function firstPatrolOn(fromOn: Day, today: Day, lastPatrolOn: Day | null): Day {
  const first = fromOn > today ? fromOn : today;
  return lastPatrolOn !== null && lastPatrolOn >= first ? addDays(lastPatrolOn, 1) : first;
}

/** The turns that have passed since the open one, it included, and the one that has not. */
export function turnsUntil(
  open: PatrolTurn,
  today: Day,
  everyDays: number,
): { passed: PatrolTurn[]; current: PatrolTurn } {
  const passed: PatrolTurn[] = [];
  let current = open;
  while (current.untilOn < today) {
    passed.push(current);
    current = turnFrom(addDays(current.untilOn, 1), everyDays);
  }
  return { passed, current };
}

/** Whether the permitted works go on: they have begun, and nobody has asked for their acceptance. */
export const isGoingOn = (
  { requestedAt, fromOn }: Pick<Renovation, 'requestedAt' | 'fromOn'>,
  today: Day,
): boolean => requestedAt === null && fromOn <= today;
