import { requireRecord } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { householdsOn } from '../registry/households.ts';
import type { Unit } from '../registry/model.ts';
import { requireStaff } from '../registry/staff.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import { PLAN, PLANS, type PlanRecord, plannedFor, promiseVisit, refuseDay } from './plans.ts';
import { dayPassed } from './rules.ts';
import * as store from './store.ts';

interface NewVisit {
  plannedOn: Day;
  visitor: string | undefined;
  purpose: string | undefined;
}

/** Plans a visit to one unit (rule 71). */
export function planUnit(ctx: Ctx, typed: string, made: NewVisit): PlanRecord {
  return transact(ctx, 'plan.add', (entry) => {
    const unit = requireUnit(ctx.ledger, typed);
    refuseDay(ctx, unit.id, made.plannedOn);
    const visitorId = visitorOf(ctx, made);
    const no = write(ctx, unit, visitorId, made);
    entry.subject = no;
    entry.changes = { unit: unit.code, plannedOn: made.plannedOn, visitorId };
    return requireRecord(ctx.ledger, PLAN, no);
  });
}

/**
 * Plans a visit to every household that a building has on that day; those planned for the day already
 * are left as they are.
 */
export function planBuilding(ctx: Ctx, typed: string, made: NewVisit): PlanRecord[] {
  return transact(ctx, 'plan.add', (entry) => {
    const { ledger } = ctx;
    const building = knownBuilding(ledger, typed);
    const passed = dayPassed(made.plannedOn, ctx.today);
    if (passed) throw passed;
    const households = householdsOn(ledger, made.plannedOn, { building });
    const planned = new Set(plannedFor(ctx, { on: made.plannedOn }).map(({ unit }) => unit));
    const units = households.filter(({ code }) => !planned.has(code));
    if (units.length === 0) throw nobodyToVisit(building, made.plannedOn, households.length);
    if (units.length < households.length) warnOfPlanned(ctx, households.length - units.length);
    const visitorId = visitorOf(ctx, made);
    const nos = units.map((unit) => write(ctx, unit, visitorId, made));
    entry.subject = nos[0] ?? null;
    entry.changes = { building, added: nos.length, plannedOn: made.plannedOn, visitorId };
    return nos.map((no) => requireRecord(ledger, PLAN, no));
  });
}

const visitorOf = ({ ledger }: Ctx, { visitor }: NewVisit): number | null =>
  visitor === undefined ? null : requireStaff(ledger, visitor).id;

/** Gives its number. */
function write(ctx: Ctx, unit: Pick<Unit, 'id'>, visitorId: number | null, made: NewVisit): string {
  const no = nextNumber(ctx.ledger, PLANS, ctx.today);
  store.insert(ctx.ledger, {
    no,
    unitId: unit.id,
    plannedOn: made.plannedOn,
    purpose: made.purpose ?? null,
    visitorId,
    plannedAt: ctx.now,
    plannedById: ctx.operator().id,
  });
  promiseVisit(ctx, { no, plannedOn: made.plannedOn, visitorId });
  note(ctx, no, 'planned', { on: made.plannedOn });
  return no;
}

const nobodyToVisit = (building: string, on: Day, households: number) =>
  households > 0
    ? refused(
        'plan_exists',
        w(
          `楼栋 ${building} 的住户在 ${on} 都已列入走访。`,
          `All households of building ${building} are planned for ${on} already.`,
        ),
        w('查看：wy visit plan list', 'See wy visit plan list.'),
      )
    : refused(
        'nobody_lives_there',
        w(
          `楼栋 ${building} 在 ${on} 没有住户。`,
          `There are no households in building ${building} on ${on}.`,
        ),
        w(
          `查看：wy resident list --building ${building}`,
          `See wy resident list --building ${building}`,
        ),
      );

function warnOfPlanned(ctx: Ctx, count: number): void {
  ctx.warn(
    w(
      `${count} 户那天已列入走访，没有重复列。`,
      `${count} of them are planned for that day already and were left out.`,
    ),
  );
}
