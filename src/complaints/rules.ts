import type { Day } from '../lib/day.ts';
import { addDays, addMonths } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import { refused } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
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
  const [code, words, hint] = state === 'open' ? underWay(no, step) : over(no, state, step);
  return refused(code, words, hint);
}

/** Where to look, for a refusal that asks for nothing else. */
export const see = (no: string): Words =>
  w(`查看：wy complaint show ${no}`, `See wy complaint show ${no}`);

type Refusal = readonly [code: string, words: Words, hint: Words];

const underWay = (no: string, step: Step): Refusal =>
  step === 'reopen'
    ? ['complaint_open', w(`${no} 还在处理中。`, `${no} is still under way.`), see(no)]
    : [
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

/** The harm goes on, as far as the record knows (rule 53). */
export const isHarming = (it: Pick<Complaint, 'harmAtReception' | 'harmStoppedAt'>): boolean =>
  it.harmAtReception && it.harmStoppedAt === null;

/** Of these nobody in the house is the head but the supervisor, who also leads the desk itself. */
const UNDER_SUPERVISOR: readonly Against[] = ['clerk', 'developer', 'neighbour'];

/** The head who answers inside the house for what a complaint is about (rules 53, 55). */
export const responsible = (against: Against): Role =>
  UNDER_SUPERVISOR.includes(against) ? 'supervisor' : (against as Role);

/** The first day of those that reach so far back from today. */
export const daysBack = (today: Day, { amount, unit }: Duration): Day =>
  unit === 'mo' ? addMonths(today, -amount) : addDays(today, -amount);

/** Who may sign for a department after the callback: it, or who stands above it (rule 62). */
export const signers = (against: Against): Role[] => [
  ...new Set<Role>([responsible(against), 'supervisor', 'director']),
];

export const maySign = (roles: readonly Role[], against: Against): boolean =>
  signers(against).some((role) => roles.includes(role));
