import type { CaseKind } from '../cases/kind.ts';
import type { WithDeadlines } from '../cases/model.ts';
import { withDeadlines } from '../cases/record.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireAnyStaff, requireStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { Plan } from './model.ts';
import { dayPassed, refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const PLANS: Book = {
  table: 'visit_plans',
  prefix: 'P',
  name: w('走访计划', 'planned visit'),
  list: 'visit plan list',
};

/** How planned visits are stepped through and shown. */
export const PLAN: CaseKind<Plan, Step> = {
  book: PLANS,
  action: 'plan',
  show: 'visit plan show',
  read: store.byNumber,
  beganAt: (plan) => plan.plannedAt,
  refusalOf,
};

export type PlanRecord = WithDeadlines<Plan>;

export interface PlanQuery {
  month?: Month | undefined;
  /** Not visited yet. */
  open?: boolean | undefined;
  unit?: string | undefined;
  visitor?: string | undefined;
}

export function listPlans(ctx: Ctx, query: PlanQuery): PlanRecord[] {
  const { ledger } = ctx;
  const { month } = query;
  const plans = store.list(ledger, {
    state: query.open ? 'planned' : undefined,
    unitId: query.unit === undefined ? undefined : requireUnit(ledger, query.unit).id,
    visitorId: query.visitor === undefined ? undefined : requireAnyStaff(ledger, query.visitor).id,
    from: month && `${month}-01`,
    to: month && lastDayOfMonth(month),
  });
  return withDeadlines(ledger, plans);
}

/** The visit is owed on its day, by the visitor named, and stands on no agenda before. */
export function promiseVisit(ctx: Ctx, plan: Pick<Plan, 'no' | 'plannedOn' | 'visitorId'>): void {
  const from = startOfDay(plan.plannedOn, ctx.zone);
  promise(ctx, {
    subject: plan.no,
    kind: 'plan.visit',
    role: 'clerk',
    assigneeId: plan.visitorId,
    clause: 'visits.plan',
    from,
    ...(from > ctx.now && { sinceAt: from }),
  });
}

/** Refuses a day that is over, and a unit that is planned for that day already, but for this plan. */
export function refuseDay(ctx: Ctx, unitId: number, plannedOn: Day, but?: string): void {
  const passed = dayPassed(plannedOn, ctx.today);
  if (passed) throw passed;
  const twin = plannedFor(ctx, { unitId, on: plannedOn }).find(({ no }) => no !== but);
  if (!twin) return;
  throw refused(
    'plan_exists',
    w(
      `${twin.unit} 在 ${plannedOn} 已列入走访（${twin.no}）。`,
      `${twin.unit} is planned for ${plannedOn} already (${twin.no}).`,
    ),
    w(
      `改期：wy visit plan move ${twin.no} --on …`,
      `Move it: wy visit plan move ${twin.no} --on …`,
    ),
  );
}

/** What is still to be visited on a day, of one unit or of all. */
export const plannedFor = (ctx: Ctx, { unitId, on }: { unitId?: number; on: Day }): Plan[] =>
  store.list(ctx.ledger, { state: 'planned', unitId, from: on, to: on });

/** To another day, or to another visitor, who may go on the same day; undefined leaves the visitor. */
export function movePlan(ctx: Ctx, no: string, plannedOn: Day, to?: string): PlanRecord {
  return step(ctx, PLAN, no, 'move', (plan, entry) => {
    const visitor = to === undefined ? undefined : requireStaff(ctx.ledger, to);
    const visitorId = visitor?.id ?? plan.visitorId;
    const isOtherVisitor = visitorId !== plan.visitorId;
    const unitId = requireUnit(ctx.ledger, plan.unit).id;
    refuseDay(ctx, unitId, plannedOn, isOtherVisitor ? plan.no : undefined);
    store.update(ctx.ledger, plan.no, { plannedOn, visitorId });
    release(ctx, plan.no);
    promiseVisit(ctx, { no: plan.no, plannedOn, visitorId });
    note(ctx, plan.no, 'moved', {
      to: plannedOn,
      ...(isOtherVisitor && { visitor: visitor?.name ?? null }),
    });
    entry.changes = { plannedOn, ...(isOtherVisitor && { visitorId }) };
  });
}

export function cancelPlan(ctx: Ctx, no: string, reason: string): PlanRecord {
  return step(ctx, PLAN, no, 'cancel', (plan, entry) => {
    store.update(ctx.ledger, plan.no, { state: 'cancelled', cancelledAt: ctx.now });
    release(ctx, plan.no);
    note(ctx, plan.no, 'cancelled', { reason });
    entry.changes = { cancelledAt: ctx.now };
  });
}

/**
 * The household was visited, as a visit of its own tells: the plan is done, before its day as well.
 * Where nobody answered it is not, and stays due.
 */
export function keepPlan(ctx: Ctx, no: string): PlanRecord {
  return step(ctx, PLAN, no, 'keep', (plan, entry) => {
    store.update(ctx.ledger, plan.no, { state: 'done', visitedAt: ctx.now });
    if (!meet(ctx, plan.no, 'plan.visit')) meetEarly(ctx, plan);
    note(ctx, plan.no, 'visited');
    entry.changes = { visitedAt: ctx.now };
  });
}

/** Before its day the promise has not begun: it begins with the visit, or it would count as none. */
function meetEarly(ctx: Ctx, plan: Plan): void {
  release(ctx, plan.no);
  promise(ctx, {
    subject: plan.no,
    kind: 'plan.visit',
    role: 'clerk',
    assigneeId: plan.visitorId,
    clause: 'visits.plan',
    from: startOfDay(plan.plannedOn, ctx.zone),
  });
  meet(ctx, plan.no, 'plan.visit');
}
