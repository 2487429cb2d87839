import { close } from '../../acceptance/closing.ts';
import { deduct } from '../../acceptance/deducting.ts';
import { accept, reject, requestAcceptance } from '../../acceptance/inspecting.ts';
import { takeBackPermits } from '../../acceptance/permits.ts';
import { refund } from '../../acceptance/refunding.ts';
import { fault, reinspect } from '../../acceptance/reinspecting.ts';
import { applyFor, resubmit } from '../../approval/applying.ts';
import { approve, object, passReview, refuse } from '../../approval/deciding.ts';
import { cancelRenovation, noteOnRenovation } from '../../approval/ending.ts';
import { takeFees } from '../../approval/fees.ts';
import { addPapers } from '../../approval/papers.ts';
import { issuePermit, openUtilities } from '../../approval/permit.ts';
import { commit } from '../../approval/promising.ts';
import type { Method } from '../../cash/model.ts';
import type { Party } from '../../deposits/model.ts';
import { addDays } from '../../lib/day.ts';
import { atLocal, endOfDay } from '../../lib/moment.ts';
import type { Staff } from '../../registry/model.ts';
import type { Applicant, Measure } from '../../renovations/model.ts';
import { extendWorks } from '../../works/extending.ts';
import { addWorker, renewPasses } from '../../works/issuing.ts';
import { grantOvertime } from '../../works/overtime.ts';
import { patrolWorks } from '../../works/patrolling.ts';
import { rectifyViolation } from '../../works/rectifying.ts';
import { reportViolation } from '../../works/reporting.ts';
import type { Random } from '../random.ts';
import type { Step, When } from '../story.ts';
import { atOnce, later, onDay } from '../story.ts';

/** Who has a hand in it at the office. */
export interface Office {
  supervisor: Staff;
  director: Staff;
  /** The head of engineering, and who of it knows buildings. */
  head: Staff;
  builder: Staff;
  clerk: Staff;
}

/** A household that has its flat or shop renovated. */
export interface Renovating extends Office {
  readonly random: Random;
  readonly unit: string;
  readonly applicant: Applicant;
  readonly name: string;
  /** Undefined: the household does the works itself. */
  readonly contractor: string | undefined;
  readonly foreman: string;
  readonly phone: string | undefined;
  readonly scope: string;
  readonly works: readonly string[];
  readonly isSmall: boolean;
  /** First and last day of the works, in days after the application. */
  readonly period: readonly [from: number, until: number];
  no: string;
}

export type RenovationStep = Step<Renovating>;

const bySupervisor = ({ supervisor }: Renovating) => supervisor;
const byDirector = ({ director }: Renovating) => director;

const apply: RenovationStep = {
  when: atOnce,
  act: (ctx, it) => {
    const { unit, applicant, name, contractor, foreman, phone, scope, works, isSmall } = it;
    const [from, until] = it.period;
    const period = { fromOn: addDays(ctx.today, from), untilOn: addDays(ctx.today, until) };
    const who = { unit, applicant, name, agent: undefined, contractor, foreman, phone };
    it.no = applyFor(ctx, { ...who, scope, works, isSmall, ...period, papers: [] }).no;
  },
};

/** Without codes whatever is missing. */
export const papers = (when: When, ...codes: readonly string[]): RenovationStep => ({
  when,
  act: (ctx, { no }) =>
    void addPapers(ctx, no, { add: codes.length > 0 ? codes : ['all'], detail: undefined }),
});

const promise: RenovationStep = {
  when: later(20, 40),
  by: bySupervisor,
  act: (ctx, it) => {
    const { no, name: signedBy, foreman, contractor } = it;
    const team = contractor === undefined ? undefined : foreman;
    commit(ctx, no, { items: undefined, signedBy, foreman: team, explainedBy: undefined });
  },
};

export const review = (when: When, opinion: string): RenovationStep => ({
  when,
  by: bySupervisor,
  act: (ctx, { no, builder }) => void passReview(ctx, no, { opinion, opinionBy: builder.name }),
});

export const turnDown = (when: When, ground: string, text: string): RenovationStep => ({
  when,
  by: bySupervisor,
  act: (ctx, { no, builder }) => {
    const opinion = { opinion: text, opinionBy: builder.name };
    object(ctx, no, { grounds: [ground], text: undefined, ...opinion });
  },
});

const SAME = { works: undefined, fromOn: undefined, untilOn: undefined, papers: [] };

export const changed = (when: When, scope: string, text: string): RenovationStep => ({
  when,
  act: (ctx, { no }) => void resubmit(ctx, no, { ...SAME, scope, text }),
});

export const approved: RenovationStep = {
  when: later(30, 90),
  by: byDirector,
  act: (ctx, { no }) => void approve(ctx, no, undefined),
};

export const refused = (when: When, reason: string): RenovationStep => ({
  when,
  by: byDirector,
  act: (ctx, { no }) => void refuse(ctx, no, reason),
});

export const pay = (party: Party, method: Method, when = later(3, 9)): RenovationStep => ({
  when,
  act: (ctx, { no }) => void takeFees(ctx, { no, method, party, holder: undefined }),
});

const permit: RenovationStep = {
  when: later(10, 20),
  act: (ctx, { no }) => {
    const told = ['engineering', 'security'] as const;
    issuePermit(ctx, no, { told, untilOn: undefined, approvedBy: undefined });
  },
};

const PHOTOS = 2;

/** Until the end of the works, or so many days from now. */
const pass = ({ name, idNo }: Worker, days?: number): RenovationStep => ({
  when: later(2, 5),
  act: (ctx, { no }) => {
    const until = days === undefined ? undefined : addDays(ctx.today, days);
    addWorker(ctx, no, { name, idNo, phone: undefined, photos: PHOTOS, until });
  },
});

const utilities: RenovationStep = {
  when: later(40, 120),
  by: ({ head }) => head,
  act: (ctx, { no, head }) => void openUtilities(ctx, no, head.name),
};

/** A worker of a team, invented; the number is that of no place. */
export interface Worker {
  name: string;
  idNo: string;
}

/** Applied for and promised, all papers there. */
export const APPLIED: readonly RenovationStep[] = [apply, papers(later(3, 10)), promise];

/** Applied for and promised, with these papers alone. */
export const appliedWith = (...codes: readonly string[]): RenovationStep[] => [
  apply,
  papers(later(3, 10), ...codes),
  promise,
];

/** Approved on the day of the application. */
export const approvedAs = (opinion: string): RenovationStep[] => [
  ...APPLIED,
  review(onDay(0, '14:10', '14:40'), opinion),
  approved,
];

/** The morning after: paid, permitted, a pass for each worker, water and power opened. */
export const begun = (workers: readonly Worker[], passDays?: number): RenovationStep[] => [
  papers(onDay(1, '09:20', '09:40')),
  pay('household', 'wechat'),
  pay('team', 'bank'),
  permit,
  ...workers.map((worker) => pass(worker, passDays)),
  pay('team', 'cash'),
  utilities,
];

/** As `begun`, where the household does the works itself with somebody's help. */
export const begunAlone = (helper: Worker, passDays?: number): RenovationStep[] => [
  papers(onDay(1, '09:20', '09:40')),
  pay('household', 'alipay'),
  permit,
  pass(helper, passDays),
  pay('household', 'cash'),
  utilities,
];

const SEEN = [
  '材料堆放整齐，灭火器两具',
  '施工人员都带出入证',
  '垃圾已装袋，当天清运',
  '公共走道已铺保护',
  '按时停工，无人留宿',
] as const;

const NOTED_PERCENT = 15;

/** Patrolled on so many days in a row; the first of them so many days after the last step. */
export const patrols = (count: number, first = 1): RenovationStep[] =>
  Array.from({ length: count }, (_, index) => ({
    when: onDay(index === 0 ? first : 1, '14:10', '16:30'),
    act: (ctx, { no, random }) => {
      const note = random.chance(NOTED_PERCENT) ? random.pick(SEEN) : undefined;
      patrolWorks(ctx, no, { note, violation: undefined });
    },
  }));

/** What the patrol of the next day finds, to be put right in so many days (rule 109). */
export const violated = (
  code: string,
  measures: readonly Measure[],
  text: string,
  fixDays: number,
): RenovationStep => ({
  when: onDay(1, '14:10', '16:30'),
  act: (ctx, { no }) => {
    const fixBy = endOfDay(addDays(ctx.today, fixDays), ctx.zone);
    patrolWorks(ctx, no, { note: text, violation: { code, measures, note: text, fixBy } });
  },
});

export const reported = (when: When, part: number): RenovationStep => ({
  when,
  by: bySupervisor,
  act: (ctx, { no }) => void reportViolation(ctx, no, { part, to: AUTHORITY, at: undefined }),
});

const AUTHORITY = '区住房和城乡建设局';

export const rectified = (when: When, part: number, note: string): RenovationStep => ({
  when,
  act: (ctx, { no }) => void rectifyViolation(ctx, no, { part, note }),
});

/** On an evening so many days from now. */
export const overtime = (when: When, days: number, reason: string): RenovationStep => ({
  when,
  act: (ctx, { no, supervisor }) => {
    const at = (time: string) => atLocal(addDays(ctx.today, days), time, ctx.zone);
    const span = { from: at('18:00'), until: at('20:30') };
    grantOvertime(ctx, no, { ...span, reason, approvedBy: supervisor.name });
  },
});

/** The works, and the passes of the team with them, last so many days from now. */
export const extended = (when: When, days: number, reason: string): RenovationStep => ({
  when,
  act: (ctx, { no, supervisor }) => {
    const until = addDays(ctx.today, days);
    extendWorks(ctx, no, { until, reason, approvedBy: supervisor.name });
    renewPasses(ctx, no, { pass: undefined, until });
  },
});

const request: RenovationStep = {
  when: onDay(1, '08:50', '09:30'),
  act: (ctx, { no }) => void requestAcceptance(ctx, no, {}),
};

const inspectors = ({ head, builder, supervisor, clerk }: Renovating): string[] =>
  [head, builder, supervisor, clerk].map(({ name }) => name);

/** What the household has done otherwise than drawn, and signs for (rule 102). */
export const accepted = (changes?: string): RenovationStep[] => [
  request,
  {
    when: onDay(0, '14:30', '15:30'),
    by: bySupervisor,
    act: (ctx, it) => {
      const signed = changes === undefined ? {} : { changes, changesSignedBy: it.name };
      accept(ctx, it.no, { inspectors: inspectors(it), ...signed });
    },
  },
];

/** Asked for, and not accepted. */
export const rejected = (note: string): RenovationStep[] => [
  request,
  {
    when: onDay(0, '14:30', '15:30'),
    by: bySupervisor,
    act: (ctx, it) => void reject(ctx, it.no, { inspectors: inspectors(it), note }),
  },
];

/** Permits and passes come back and the site is cleared the same day, but for those that were lost. */
export const cleared = (...lost: readonly string[]): RenovationStep => ({
  when: later(40, 90),
  act: (ctx, { no }) => {
    const gone = lost.length > 0 ? lost : undefined;
    takeBackPermits(ctx, no, { returned: ['all'], lost: gone, cleared: true });
  },
});

/** The director consents to what engineering has assessed (rule 110). */
export const deducted = (when: When, amountFen: number, reason: string): RenovationStep => ({
  when,
  by: byDirector,
  act: (ctx, { no, builder, director }) => {
    const approval = { assessedBy: builder.name, approvedBy: director.name };
    deduct(ctx, no, { amountFen, ground: undefined, reason, ...approval });
  },
});

/** So many days after the last step. */
export const reinspected = (days: number): RenovationStep => ({
  when: onDay(days, '10:00', '11:30'),
  by: bySupervisor,
  act: (ctx, { no, builder }) => void reinspect(ctx, no, { inspectors: [builder.name] }),
});

export const faulted = (days: number, note: string): RenovationStep => ({
  when: onDay(days, '10:00', '11:30'),
  by: bySupervisor,
  act: (ctx, { no, builder }) => void fault(ctx, no, { inspectors: [builder.name], note }),
});

export const refunded = (days: number): RenovationStep => ({
  when: onDay(days, '09:30', '11:30'),
  act: (ctx, { no }) => void refund(ctx, no, { method: undefined, reason: undefined }),
});

export const closed = (days: number): RenovationStep => ({
  when: onDay(days, '16:00', '17:00'),
  act: (ctx, { no }) => void close(ctx, no, '档案柜 3 号'),
});

export const cancelled = (when: When, reason: string): RenovationStep => ({
  when,
  act: (ctx, { no }) => void cancelRenovation(ctx, no, { reason, method: undefined }),
});

export const note = (when: When, text: string): RenovationStep => ({
  when,
  act: (ctx, { no }) => void noteOnRenovation(ctx, no, text),
});
