import type { KindName } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import type { Day } from '../lib/day.ts';
import { addDays, addMonths } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { TermPath } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';
import type { Against, Complaint, State } from './model.ts';

const ANY = ['open', 'resolved', 'closed', 'invalid'] as const;

/** Which states each step may be taken from. */
export const STEPS = {
  escalate: ['open', 'resolved'],
  stop: ['open'],
  investigate: ['open'],
  assign: ['open', 'resolved'],
  plan: ['open'],
  measure: ANY,
  done: ANY,
  reply: ANY,
  promise: ANY,
  resolve: ['open'],
  tell: ['resolved', 'closed', 'invalid'],
  close: ['resolved'],
  callback: ['closed', 'invalid'],
  sign: ANY,
  note: ANY,
  regrade: ['open', 'resolved'],
  reopen: ['resolved', 'closed', 'invalid'],
  analyse: ANY,
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The refusal of a step that the complaint's state does not allow, naming the step that is missing. */
export function refusalOf(step: Step, { no, state }: Pick<Complaint, 'no' | 'state'>) {
  const allowed: readonly State[] = STEPS[step];
  if (allowed.includes(state)) return undefined;
  const [code, words, hint] = state === 'open' ? notResolved(no) : over(no, state, step);
  return refused(code, words, hint);
}

type Refusal = readonly [code: string, words: Words, hint: Words];

const notResolved = (no: string): Refusal => [
  'complaint_not_resolved',
  w(`${no} 还没有处理完毕。`, `${no} is not resolved yet.`),
  w(
    `先登记处理结果：wy complaint resolve ${no} --result "…"`,
    `Resolve it first: wy complaint resolve ${no} --result "…"`,
  ),
];

function over(no: string, state: State, step: Step): Refusal {
  if (state === 'resolved' && step === 'callback') {
    return [
      'complaint_not_closed',
      w(`${no} 还没有结案，回访在结案之后。`, `${no} is not closed yet; the callback follows.`),
      w(`先结案：wy complaint close ${no}`, `Close it first: wy complaint close ${no}`),
    ];
  }
  const again = w(
    `重新处理：wy complaint reopen ${no} --reason "…"`,
    `Reopen it first: wy complaint reopen ${no} --reason "…"`,
  );
  return state === 'resolved'
    ? ['complaint_resolved', w(`${no} 已处理完毕。`, `${no} is resolved already.`), again]
    : ['complaint_closed', w(`${no} 已结案。`, `${no} is closed.`), again];
}

/** Of these nobody in the house is the head but the supervisor, who also leads the desk itself. */
const UNDER_SUPERVISOR: readonly Against[] = ['clerk', 'developer', 'neighbour'];

/** The head who answers inside the house for what a complaint is about (rules 53, 55). */
export const responsible = (against: Against): Role =>
  UNDER_SUPERVISOR.includes(against) ? 'supervisor' : (against as Role);

/** A promise that a complaint makes by its grade. */
export interface Planned {
  kind: KindName;
  role: Role;
  clause: TermPath;
  from: Moment;
}

type Graded = Pick<Complaint, 'grade' | 'against' | 'askedUntilAt'>;

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
 * was told: by the moment the resident asked for, else within its limit (rule 56, decision 6).
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

/** The kinds of promises that hang on the grade. */
const BY_GRADE: readonly KindName[] = [
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
    fallAway: BY_GRADE.filter((kind) => open.some((each) => each.kind === kind && !kept(each))),
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

/** The first day of those that reach so far back from today. */
export const daysBack = (today: Day, { amount, unit }: Duration): Day =>
  unit === 'mo' ? addMonths(today, -amount) : addDays(today, -amount);

/** Who may sign for a department after the callback: it, or who stands above it (rule 62). */
export const maySign = (roles: readonly Role[], against: Against): boolean =>
  roles.some((role) => [responsible(against), 'supervisor', 'director'].includes(role));
