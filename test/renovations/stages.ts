import { close } from '../../src/acceptance/closing.ts';
import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { refund } from '../../src/acceptance/refunding.ts';
import { reinspect } from '../../src/acceptance/reinspecting.ts';
import { applyFor, type NewApplication } from '../../src/approval/applying.ts';
import { approve, passReview, refuse } from '../../src/approval/deciding.ts';
import { cancelRenovation } from '../../src/approval/ending.ts';
import { takeFees } from '../../src/approval/fees.ts';
import { addPapers } from '../../src/approval/papers.ts';
import { issuePermit } from '../../src/approval/permit.ts';
import { commit } from '../../src/approval/promising.ts';
import type { Day } from '../../src/lib/day.ts';
import { atLocal } from '../../src/lib/moment.ts';
import type { Role } from '../../src/policy/roles.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff, listStaff } from '../../src/registry/staff.ts';
import { addUnit, listUnits } from '../../src/registry/units.ts';
import type { State } from '../../src/renovations/model.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { at, type TestCtx } from '../support/ledger.ts';

/** Who is at the desk: one for each role, and engineering's technician. */
const PEOPLE = [
  { name: '王芳', role: 'supervisor' },
  { name: '陈主任', role: 'director' },
  { name: '李强', role: 'engineering' },
  { name: '孙工', role: 'engineering' },
  { name: '赵敏', role: 'clerk' },
  { name: '刘会计', role: 'finance' },
] as const satisfies readonly { name: string; role: Role }[];

/** Head and technician of engineering, the supervisor, a clerk. */
export const INSPECTORS = ['李强', '孙工', '王芳', '赵敏'];

/** The ledger with everybody who is asked for. */
export function staffed(ctx: TestCtx): TestCtx {
  const known = listStaff(ctx.ledger).map(({ name }) => name);
  for (const { name, role } of PEOPLE) {
    if (!known.includes(name)) addStaff(ctx, { name, roles: [role], phone: null });
  }
  return ctx;
}

/** Acts as the first member of staff who has this role. */
export function as<C extends TestCtx>(ctx: C, role: Role): C {
  const found = listStaff(ctx.ledger).find(({ roles }) => roles.includes(role));
  if (!found) throw new Error(`nobody is ${role}`);
  return { ...ctx, operator: () => ({ id: found.id, name: found.name }) };
}

/** At a time of the site's clock: `when(ctx, '2026-11-23 10:00')`. */
export function when<C extends TestCtx>(ctx: C, local: string): C {
  const [day = '', time = ''] = local.split(' ');
  return at(ctx, atLocal(day as Day, time, ctx.zone));
}

export const application = {
  unit: '3-2-1501',
  applicant: 'owner',
  name: '张伟',
  agent: undefined,
  contractor: '宏达装饰',
  foreman: '马师傅',
  phone: undefined,
  scope: '厨房、卫生间翻新',
  works: [],
  isSmall: false,
  fromOn: '2026-11-24',
  untilOn: '2026-12-20',
  papers: [],
} as const satisfies NewApplication;

export interface Staged {
  no: string;
  /** A minute after the last step, with the supervisor acting. */
  ctx: TestCtx;
}

type Act = (ctx: TestCtx, no: string) => unknown;

/** What is done, by whom and when, from one state to the next. */
const WAY: Readonly<Record<State, readonly (readonly [string, Role, Act])[]>> = {
  applied: [],
  reviewed: [
    [
      '2026-11-23 10:00',
      'clerk',
      (ctx, no) => addPapers(ctx, no, { add: ['all'], detail: undefined }),
    ],
    ['2026-11-23 10:10', 'supervisor', (ctx, no) => commit(ctx, no, PROMISED)],
    ['2026-11-23 10:20', 'supervisor', (ctx, no) => passReview(ctx, no, OPINION)],
  ],
  approved: [['2026-11-23 11:00', 'director', (ctx, no) => approve(ctx, no, undefined)]],
  permitted: [
    [
      '2026-11-23 14:00',
      'clerk',
      (ctx, no) => addPapers(ctx, no, { add: ['all'], detail: undefined }),
    ],
    ['2026-11-23 14:10', 'clerk', (ctx, no) => takeFees(ctx, { no, ...PAID })],
    ['2026-11-23 14:20', 'clerk', (ctx, no) => issuePermit(ctx, no, PERMITTED)],
    ['2026-11-23 14:30', 'clerk', (ctx, no) => addWorker(ctx, no, WORKER)],
    ['2026-11-23 14:40', 'clerk', (ctx, no) => takeFees(ctx, { no, ...PAID })],
  ],
  accepted: [
    ['2026-12-18 09:00', 'clerk', (ctx, no) => requestAcceptance(ctx, no, {})],
    ['2026-12-18 15:00', 'supervisor', (ctx, no) => accept(ctx, no, { inspectors: INSPECTORS })],
  ],
  reinspected: [['2027-03-18 10:00', 'supervisor', (ctx, no) => reinspect(ctx, no, {})]],
  settled: [
    ['2027-03-18 14:00', 'clerk', (ctx, no) => takeBackPermits(ctx, no, CLEARED)],
    [
      '2027-03-18 14:10',
      'clerk',
      (ctx, no) => refund(ctx, no, { method: undefined, reason: undefined }),
    ],
  ],
  closed: [['2027-03-19 09:00', 'clerk', (ctx, no) => close(ctx, no, undefined)]],
  refused: [['2026-11-23 11:00', 'director', (ctx, no) => refuse(ctx, no, '方案不完整')]],
  cancelled: [
    [
      '2026-11-23 09:30',
      'clerk',
      (ctx, no) => cancelRenovation(ctx, no, { reason: '改期', method: undefined }),
    ],
  ],
};

const PROMISED = {
  ...{ items: undefined, signedBy: '张伟', foreman: '马师傅', explainedBy: undefined },
};

const OPINION = { opinion: '不影响结构', opinionBy: '李强' };

const PAID = { method: 'cash', party: undefined, holder: undefined } as const;

const PERMITTED = { told: [], untilOn: undefined, approvedBy: undefined };

const WORKER = { name: '马师傅', idNo: undefined, phone: undefined, photos: 2, until: undefined };

const CLEARED = { returned: ['all'], lost: undefined, cleared: true };

const BEFORE: Readonly<Record<State, State | null>> = {
  ...{ applied: null, reviewed: 'applied', approved: 'reviewed', permitted: 'approved' },
  ...{ accepted: 'permitted', reinspected: 'accepted', settled: 'reinspected', closed: 'settled' },
  ...{ refused: 'reviewed', cancelled: 'applied' },
};

/** The states on the way to this one, which is the last. */
const wayTo = (state: State): State[] => {
  const before = BEFORE[state];
  return before === null ? [state] : [...wayTo(before), state];
};

/**
 * Brings a renovation of a unit into a state, by the use cases of the desk: applied for on Monday
 * 2026-11-23, 09:00; accepted on 2026-12-18; re-inspected on 2027-03-18. Adds the staff and the unit.
 */
export function stageOf(ctx: TestCtx, state: State, change: Partial<NewApplication> = {}): Staged {
  const made = { ...application, ...change };
  const desk = staffed(ctx);
  housed(desk, made.unit);
  let last = as(when(desk, '2026-11-23 09:00'), 'clerk');
  const { no } = applyFor(last, made);
  for (const [time, role, act] of wayTo(state).flatMap((each) => WAY[each])) {
    last = as(when(desk, time), role);
    act(last, no);
  }
  const after = new Date(Date.parse(last.now) + 60_000).toISOString().replace('.000Z', 'Z');
  return { no, ctx: as(at(desk, after), 'supervisor') };
}

/** A unit that was handed over to its owner, unless it is there. */
export function housed(ctx: TestCtx, code: string): void {
  if (listUnits(ctx.ledger).some((unit) => unit.code === code)) return;
  addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2026-01-10' });
  const owner = { unit: code, name: '张伟', phone: null, identity: null, role: 'owner' } as const;
  const since = { fromOn: '2026-01-10', untilOn: null };
  addResident(ctx, { ...owner, ...since }, (name) => ({ pinyin: name, initials: name }));
}
