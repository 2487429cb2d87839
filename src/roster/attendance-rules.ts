import type { Duration } from '../lib/duration.ts';
import { groupBy } from '../lib/group.ts';
import { addMinutes, type Moment, msOf } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import { onPostBy } from './checking-rules.ts';
import type { Turn } from './model.ts';

/** How somebody came to a turn, or why not. */
export const COMINGS = {
  early: w('提前到岗', 'early enough'),
  tight: w('未按时提前', 'not early enough'),
  late: w('迟到', 'late'),
  leave: w('请假', 'on leave'),
  sick: w('病假', 'sick'),
  absent: w('缺勤', 'absent'),
  unrecorded: w('没有记录', 'not recorded'),
  expected: w('未到时间', 'to come'),
} as const satisfies Record<string, Words>;

export type Coming = keyof typeof COMINGS;

/**
 * On post so long before the shift, to the second (rule 151); whoever came after that and by its start
 * was not early enough, and only whoever came after its start was late. What is over without a record
 * is told apart from what is still to come.
 */
export function comingOf(turn: Turn, early: Duration, now: Moment): Coming {
  const { cameAt, absence, fromAt } = turn;
  if (absence !== null) return absence;
  if (cameAt === null) return fromAt <= now ? 'unrecorded' : 'expected';
  if (cameAt > fromAt) return 'late';
  return cameAt > onPostBy(turn, early) ? 'tight' : 'early';
}

export const leftEarly = ({ leftAt, untilAt }: Turn): boolean =>
  leftAt !== null && leftAt < untilAt;

/** Of a turn that is over: from its start, or from when somebody came later, until they left or it ended. */
export function minutesOnPost({ cameAt, leftAt, fromAt, untilAt }: Turn, now: Moment): number {
  if (cameAt === null || (leftAt === null && untilAt > now)) return 0;
  const from = cameAt > fromAt ? cameAt : fromAt;
  return Math.max(0, Math.floor((msOf(leftAt ?? untilAt) - msOf(from)) / 60_000));
}

/** What one member of staff has to show for a month. */
export interface Attendance {
  staffId: number;
  staff: string;
  turns: number;
  came: number;
  tight: number;
  late: number;
  leftEarly: number;
  leave: number;
  sick: number;
  absent: number;
  unrecorded: number;
  expected: number;
  /** Taken in somebody else's place. */
  swapped: number;
  minutes: number;
}

/** What was taken off the plan counts only where an absence was recorded before: leave is leave. */
export const counts = ({ droppedAt, absence }: Turn): boolean =>
  droppedAt === null || absence !== null;

/** One line a person, in the order in which they first stand on the roster. */
export function attendanceOf(
  turns: readonly Turn[],
  { early, now }: { early: Duration; now: Moment },
): Attendance[] {
  const persons = groupBy(turns.filter(counts), ({ staffId }) => staffId);
  return [...persons.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const how = own.map((turn) => comingOf(turn, early, now));
    const number = (coming: Coming) => how.filter((each) => each === coming).length;
    const { staffId, staff } = first;
    return [
      {
        ...{ staffId, staff, turns: own.length },
        came: own.filter(({ cameAt }) => cameAt !== null).length,
        ...{ tight: number('tight'), late: number('late') },
        leftEarly: own.filter(leftEarly).length,
        ...{ leave: number('leave'), sick: number('sick'), absent: number('absent') },
        ...{ unrecorded: number('unrecorded'), expected: number('expected') },
        swapped: own.filter(({ insteadOf }) => insteadOf !== null).length,
        minutes: own.reduce((sum, turn) => sum + minutesOnPost(turn, now), 0),
      },
    ];
  });
}

/** Nobody comes to a shift earlier than this. */
const EARLIEST_MINUTES = 4 * 60;

/**
 * The turn that somebody comes to at a moment: one that is on or begins within four hours, and that
 * they have not come to yet; the earlier one of two.
 */
export const turnToCome = (own: readonly Turn[], at: Moment): Turn | undefined =>
  own.find(
    ({ cameAt, fromAt, untilAt }) =>
      cameAt === null && at < untilAt && addMinutes(fromAt, -EARLIEST_MINUTES) <= at,
  );

/** The turn that somebody leaves: the last one they came to by then and have not left. */
export const turnToLeave = (own: readonly Turn[], at: Moment): Turn | undefined =>
  own.findLast(({ cameAt, leftAt }) => cameAt !== null && leftAt === null && cameAt <= at);
