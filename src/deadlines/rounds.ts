import type { Ctx } from '../context.ts';
import { dueAt } from '../lib/due.ts';
import type { Moment } from '../lib/moment.ts';
import { startOfDay } from '../lib/moment.ts';
import { term } from '../policy/policy.ts';
import { firstDayOf, lastDayOf, periodBefore, periodOf } from './cadence.ts';
import { type Duty, OF_THE_DESK } from './model.ts';
import * as store from './round-store.ts';
import { type Period, ROUTINE_NAMES, ROUTINES, type RoutineName } from './routines.ts';

/**
 * The turn of a routine is done now, kept with the clause it was due by; false when it was done
 * before. A turn long over can still be done, late.
 */
export function doRound(
  ctx: Ctx,
  routine: RoutineName,
  period: Period,
  text: string | null = null,
): boolean {
  if (isDone(ctx, routine, period)) return false;
  const { clause, limit, dueAt } = dueOf(ctx, routine, period);
  store.insert(ctx.ledger, {
    routine,
    period,
    dueAt,
    clause,
    limit,
    doneAt: ctx.now,
    doneById: ctx.operator().id,
    text,
  });
  return true;
}

export const isDone = (ctx: Ctx, routine: RoutineName, period: Period): boolean =>
  store.find(ctx.ledger, routine, period) !== undefined;

/** The turn that was done: when, and what came of it. */
export const roundOf = (ctx: Ctx, routine: RoutineName, period: Period) =>
  store.find(ctx.ledger, routine, period);

/** By when the turn is due. */
export const roundDueAt = (ctx: Ctx, routine: RoutineName, period: Period): Moment =>
  dueOf(ctx, routine, period).dueAt;

function dueOf(ctx: Ctx, routine: RoutineName, period: Period) {
  const { clause, limit } = term(ctx.policy, `rounds.${ROUTINES[routine].round}.due`);
  const lastDay = startOfDay(lastDayOf(period), ctx.zone);
  return { clause, limit: limit.text, dueAt: dueAt(lastDay, limit, ctx.policy.calendar) };
}

/**
 * What each routine owes in its present turn, if it is not done: on the agenda from its lead before
 * the due time on. A turn that ended without it is over, unless it may still be done in time.
 */
export function roundsDue(ctx: Ctx): Duty[] {
  return ROUTINE_NAMES.flatMap((routine) => {
    const { cadence, role, round } = ROUTINES[routine];
    if (ctx.policy.rounds[round].held === 'no') return [];
    const present = periodOf(cadence, ctx.today);
    const { limit: lead } = term(ctx.policy, `rounds.${round}.lead`);
    const horizon = dueAt(ctx.now, lead, ctx.policy.calendar);
    return [periodBefore(present), present].flatMap((period) => {
      const due = dueOf(ctx, routine, period);
      const isNear = due.dueAt >= ctx.now && due.dueAt <= horizon;
      if (!isNear || isDone(ctx, routine, period)) return [];
      return [duty(routine, role, period, startOfDay(firstDayOf(period), ctx.zone), due)];
    });
  });
}

const duty = (
  kind: RoutineName,
  role: Duty['role'],
  subject: Period,
  sinceAt: Moment,
  due: { clause: string; limit: string; dueAt: Moment },
): Duty => ({ ...OF_THE_DESK, subject, kind, role, sinceAt, ...due, title: '' });
