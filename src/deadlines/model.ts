import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';

export const STATES = {
  open: w('未到期', 'open'),
  overdue: w('已超期', 'overdue'),
  met: w('按时', 'met'),
  late: w('超期完成', 'late'),
  waived: w('已免', 'waived'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/**
 * How a promise ended. `missed`: it was already broken when the case moved on without it, so it
 * counts as late for ever; `waived`: it fell away before it was due.
 */
export type Ending = 'met' | 'waived' | 'missed';

/** One promise: what is owed for which record, by whom, from when, until when, by which clause. */
export interface Deadline {
  subject: string;
  kind: string;
  /** Which part of the record it is about (its second measure), where there are several. */
  part: number | null;
  role: Role;
  assignee: string | null;
  assigneeId: number | null;
  sinceAt: Moment;
  dueAt: Moment;
  /** The policy key it was made under, and the value it had then. */
  clause: string;
  limit: string;
  ending: Ending | null;
  endedAt: Moment | null;
}

/** A promise on the agenda, with the record it belongs to. */
export interface Duty extends Deadline {
  unit: string | null;
  place: string | null;
  title: string;
}

/** Of a duty of the whole desk: nobody's yet, of no unit or place. */
export const OF_THE_DESK = {
  part: null,
  assignee: null,
  assigneeId: null,
  ending: null,
  endedAt: null,
  unit: null,
  place: null,
} as const satisfies Partial<Duty>;
