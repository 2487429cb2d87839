import type { Ctx } from '../context.ts';
import { addDays, type Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { dayOf, type Moment, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Staff } from '../registry/model.ts';
import { listStaff } from '../registry/staff.ts';
import type { ShiftOn, Span, Turn } from './model.ts';
import * as around from './now-rules.ts';
import { onPostAt } from './rules.ts';
import * as store from './store.ts';

/** A shift lasts a day at most, so what is on now began today or yesterday. */
const turnsNear = ({ ledger, zone }: Ctx, moment: Moment): Turn[] => {
  const day = dayOf(moment, zone);
  return store.list(ledger, { fromOn: addDays(day, -1), untilOn: day });
};

/**
 * The turns that are on at a moment, whoever heads the duty first: of a shift that heads it, then
 * director, then supervisor (rules 150, 160). Without those on leave, sick, absent, or gone already.
 */
export const turnAt = (ctx: Ctx, moment: Moment): Turn[] =>
  onPostAt(turnsNear(ctx, moment), ctx.policy.roster.shifts, moment);

/** Who is on duty at this moment by the roster (rule 150), in the same order; nobody where none is planned. */
export function onDuty(ctx: Ctx): Staff[] {
  const acting = new Map(listStaff(ctx.ledger).map((staff) => [staff.id, staff]));
  const ids = new Set(turnAt(ctx, ctx.now).map(({ staffId }) => staffId));
  return [...ids].flatMap((id) => acting.get(id) ?? []);
}

/** The same; refuses where nobody is (`nobody_on_duty`). */
export function requireOnDuty(ctx: Ctx): Staff[] {
  const staff = onDuty(ctx);
  if (staff.length > 0) return staff;
  throw refused(
    'nobody_on_duty',
    w('值班表上现在没有人当班。', 'By the roster nobody is on duty now.'),
    w('查看：wy roster now；排班：wy roster plan', 'See wy roster now; plan with wy roster plan.'),
  );
}

function shiftsNear({ ledger, policy, zone }: Ctx, moment: Moment): ShiftOn[] {
  const turns = store.list(ledger, around.daysAround(dayOf(moment, zone)));
  return around.shiftsAround(turns, policy.roster.shifts, { moment, zone });
}

/**
 * The shift of the desk that is on at a moment: by the roster, else by the policy's hours, with nobody
 * in it. Shifts that head the duty are none of the desk's. Of several the one that began last.
 */
export const shiftNow = (ctx: Ctx, moment: Moment = ctx.now): ShiftOn | undefined =>
  around.shiftAt(shiftsNear(ctx, moment), moment);

/** Of the shifts of this key that have begun by now the last one. */
export const lastBegun = (ctx: Ctx, shift: string): ShiftOn | undefined =>
  shiftsNear(ctx, ctx.now).findLast((each) => each.shift === shift && each.fromAt <= ctx.now);

/** A shift of a day, whenever that is; undefined where it was not held. */
export const shiftOf = (ctx: Ctx, day: Day, shift: string): ShiftOn | undefined =>
  shiftsNear(ctx, startOfDay(day, ctx.zone)).find(
    (each) => each.day === day && each.shift === shift,
  );

/** Whichever takes over from a shift. */
export const shiftAfter = (ctx: Ctx, it: Span): ShiftOn | undefined =>
  around.shiftAfter(shiftsNear(ctx, it.fromAt), it);

/** Whichever hands over to a shift. */
export const shiftBefore = (ctx: Ctx, it: Span): ShiftOn | undefined =>
  around.shiftBefore(shiftsNear(ctx, it.fromAt), it);

export interface Now {
  now: Moment;
  on: ShiftOn | undefined;
  next: ShiftOn | undefined;
  /** All who are on duty, whoever heads it first. */
  turns: readonly Turn[];
}

/** Who is on duty now, and which shift comes next. */
export function rosterNow(ctx: Ctx): Now {
  const near = shiftsNear(ctx, ctx.now);
  const on = around.shiftAt(near, ctx.now);
  const next = on ? around.shiftAfter(near, on) : around.shiftFrom(near, ctx.now);
  return { now: ctx.now, on, next, turns: turnAt(ctx, ctx.now) };
}
