import type { KindName } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import type { Moment } from '../lib/moment.ts';
import type { TermPath } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';
import type { Complaint } from './model.ts';
import { responsible } from './rules.ts';

/** A promise that a complaint makes. */
export interface Planned {
  kind: KindName;
  role: Role;
  clause: TermPath;
  from: Moment;
}

type Graded = Pick<Complaint, 'grade' | 'against' | 'askedUntilAt'>;

/** A harm that is going on is stopped by whoever answers for it (rule 53). */
export const stopping = ({ against }: Pick<Graded, 'against'>, from: Moment): Planned => ({
  kind: 'complaint.stop',
  role: responsible(against),
  clause: 'complaints.stop',
  from,
});

/** Of a repair that became a complaint the supervisor is told (rule 37). */
export const coordination = (from: Moment): Planned => ({
  kind: 'complaint.coordinate',
  role: 'supervisor',
  clause: 'complaints.coordinate',
  from,
});

/** The facts are verified the same day (rule 60). */
export const verification = (from: Moment): Planned => ({
  kind: 'complaint.verify',
  role: 'clerk',
  clause: 'complaints.verify',
  from,
});

/** The result is told on the day it is known (rule 57). */
export const word = (from: Moment): Planned => ({
  kind: 'complaint.tell',
  role: 'clerk',
  clause: 'complaints.tell',
  from,
});

/** The resident is called back (rule 61), after a major one by the director (rule 68). */
export const calling = ({ grade }: Pick<Graded, 'grade'>, from: Moment): Planned => ({
  kind: 'complaint.callback',
  role: grade === 'major' ? 'director' : 'clerk',
  clause: 'complaints.callback',
  from,
});

/**
 * Who must be told of it: of a major one the director the same day (rule 54), of an important one the
 * head of the department within the hour (rule 55), of a minor one nobody. A clear answer within its
 * limit is promised to a major one only.
 */
export function promisesBeforehand(it: Graded, from: Moment): Planned[] {
  const told = { kind: 'complaint.escalate', from } as const;
  switch (it.grade) {
    case 'major':
      return [
        { ...told, role: 'director', clause: 'complaints.escalate.major' },
        { kind: 'complaint.reply', role: 'supervisor', clause: 'complaints.reply', from },
      ];
    case 'important':
      return [{ ...told, role: responsible(it.against), clause: 'complaints.escalate.important' }];
    case 'minor':
      return [];
  }
}

/**
 * Until when it is resolved, and whose duty that is: the director's for a major complaint (rule 54),
 * the department's for an important one (rule 55), the desk's for a minor one, of which nobody else
 * was told: by the moment the resident asked for, else within its limit (rule 56).
 */
export function resolution(it: Graded, from: Moment): Planned {
  const kind = 'complaint.resolve';
  if (it.grade === 'major') {
    return { kind, role: 'director', clause: 'complaints.resolve.major', from };
  }
  if (it.grade === 'important') {
    return { kind, role: responsible(it.against), clause: 'complaints.resolve.important', from };
  }
  const { askedUntilAt } = it;
  return askedUntilAt !== null && askedUntilAt >= from
    ? { kind, role: 'clerk', clause: 'complaints.resolve.asked', from: askedUntilAt }
    : { kind, role: 'clerk', clause: 'complaints.resolve.minor', from };
}

type Standing = Pick<Deadline, 'kind' | 'role' | 'clause' | 'ending'>;

/** The kinds of promises that hang on the grade, and on whom it is about. */
const BY_JUDGEMENT: readonly KindName[] = [
  'complaint.stop',
  'complaint.escalate',
  'complaint.reply',
  'complaint.resolve',
];

/**
 * What a regrade does to the promises: those still open that the new grade makes as well stay as they
 * are, the other open ones fall away, and what is newly promised is made. Whoever was told, and an
 * answer given as promised, count for every grade.
 */
export function revise(
  standing: readonly Standing[],
  planned: readonly Planned[],
): { fallAway: KindName[]; arise: Planned[] } {
  const open = standing.filter(({ ending }) => ending === null);
  const kept = (each: Standing) =>
    planned.some((plan) => sameDuty(plan, each) && plan.clause === each.clause);
  return {
    fallAway: BY_JUDGEMENT.filter((kind) => open.some((each) => each.kind === kind && !kept(each))),
    arise: planned.filter(
      (plan) =>
        !open.some((each) => sameDuty(plan, each) && plan.clause === each.clause) &&
        !standing.some((each) => isKept(each) && sameDuty(plan, each)),
    ),
  };
}

const sameDuty = (a: Pick<Standing, 'kind' | 'role'>, b: Pick<Standing, 'kind' | 'role'>) =>
  a.kind === b.kind && a.role === b.role;

/** An earlier round may have been resolved; this one is not. */
const isKept = ({ kind, ending }: Standing) => ending === 'met' && kind !== 'complaint.resolve';
