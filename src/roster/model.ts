import type { Day } from '../lib/day.ts';
import type { DaySpan } from '../lib/day-span.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';

/** A stretch of time; its end is the first moment that is not in it. */
export interface Span {
  fromAt: Moment;
  untilAt: Moment;
}

/** Why somebody did not come to a turn. */
export const ABSENCES = {
  leave: w('请假', 'on leave'),
  sick: w('病假', 'sick'),
  absent: w('缺勤', 'absent'),
} as const satisfies Record<string, Words>;

export type Absence = keyof typeof ABSENCES;

/** What was recorded of somebody's coming to a turn; null where nothing was. */
export interface Presence {
  cameAt: Moment | null;
  leftAt: Moment | null;
  absence: Absence | null;
  note: string | null;
}

/** One member of staff in one shift of a day (rule 150); a shift over midnight is of the day it begins. */
export interface Turn extends Span, Presence {
  id: number;
  day: Day;
  /** A key of the policy, or one that it had. */
  shift: string;
  staffId: number;
  staff: string;
  roles: readonly Role[];
  retiredOn: Day | null;
  plannedAt: Moment;
  /** In whose place, after a swap. */
  insteadOf: string | null;
  droppedAt: Moment | null;
  /** Why it was taken off the plan: a key of REASONS, or what was typed. */
  reason: string | null;
  /** Whether anything was recorded of the coming, as one may have been named absent. */
  isRecorded: boolean;
}

/** Why a turn was dropped where nobody said. */
export const REASONS: Readonly<Record<string, Words>> = {
  replanned: w('重新排班', 'planned anew'),
  swapped: w('换班', 'swapped'),
};

export const ROTATIONS = {
  day: w('每天轮换', 'every day'),
  week: w('每周轮换', 'every week'),
} as const satisfies Record<string, Words>;

export type Rotation = keyof typeof ROTATIONS;

/** What can be wrong with a roster. */
export const PROBLEMS = {
  gap: w('没有班次', 'no shift'),
  unmanned: w('没有人', 'nobody'),
  few: w('人数不足', 'too few'),
  double: w('重复当班', 'double duty'),
  rest: w('休息不足', 'too little rest'),
  hours: w('工时过多', 'many hours'),
  restday: w('没有休息日', 'no day off'),
  retired: w('已离职', 'retired'),
  role: w('岗位不符', 'other role'),
  outdated: w('班次已改', 'shift changed'),
} as const satisfies Record<string, Words>;

type ProblemKind = keyof typeof PROBLEMS;

export interface Problem extends Span {
  kind: ProblemKind;
  day: Day;
  /** Null where it is about no one shift: a gap, a week. */
  shift: string | null;
  staffId: number | null;
  staff: string | null;
  words: Words;
}

/** A shift of a day and who is planned for it; nobody where it stands in the policy alone. */
export interface ShiftOn extends Span {
  day: Day;
  shift: string;
  turns: readonly Turn[];
}

/** What became of a plan. */
export interface Planned extends DaySpan {
  /** All turns of this plan, also those that stood already. */
  turns: readonly Turn[];
  added: number;
  dropped: number;
}
