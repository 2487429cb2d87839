import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Overtime, Patrol, Permit, Violation } from '../renovations/model.ts';

/** A worker's pass that is out (rule 95). */
export interface PassOut {
  /** Of the renovation. */
  no: string;
  part: number;
  unit: string;
  name: string;
  idNo: string | null;
  phone: string | null;
  /** Null: the household does the works itself. */
  contractor: string | null;
  untilOn: Day;
}

export type NewPass = Pick<
  Permit,
  'part' | 'worker' | 'idNo' | 'phone' | 'photos' | 'untilOn' | 'issuedAt'
>;

export type NewPatrol = Pick<Patrol, 'ok' | 'note' | 'at'> & { byId: number };

export type NewOvertime = Omit<Overtime, 'approvedBy'> & {
  grantedAt: Moment;
  grantedById: number;
  approvedById: number;
};

/** A violation with the renovation it was found in. */
export interface FoundViolation extends Violation {
  /** Of the renovation. */
  no: string;
  unit: string;
}

/** How a violation stands: overdue, where it is to be put right or reported and was not in time. */
export const VIOLATION_STATES = {
  open: w('未整改', 'open'),
  overdue: w('超期', 'overdue'),
  rectified: w('整改合格', 'put right'),
} as const satisfies Record<string, Words>;

export type ViolationState = keyof typeof VIOLATION_STATES;
