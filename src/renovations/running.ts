import type { Ctx } from '../context.ts';
import {
  deadlinesOf,
  meet,
  type Promised,
  promise,
  promisePast,
  release,
  repromise,
} from '../deadlines/service.ts';
import { addDays } from '../lib/day.ts';
import { dayOf, endOfDay, startOfDay } from '../lib/moment.ts';
import type { Renovation } from './model.ts';
import { firstPatrolOn, type PatrolTurn, turnFrom, turnsUntil } from './patrol-rules.ts';

type Works = Pick<Renovation, 'no' | 'fromOn' | 'untilOn' | 'lastPatrolAt'>;

/**
 * The works may go on, from the permit or after an acceptance that failed: from their first day on they
 * are patrolled (rule 99), and on their last day they are to be accepted or extended. Past that day
 * nothing stops by itself: this stays open, overdue, and every day owes its patrol.
 */
export function startWorks(ctx: Ctx, { no, fromOn, untilOn, lastPatrolAt }: Works): void {
  const lastPatrolOn = lastPatrolAt === null ? null : dayOf(lastPatrolAt, ctx.zone);
  const firstOn = firstPatrolOn(fromOn, ctx.today, lastPatrolOn);
  promise(ctx, patrolIn(ctx, no, turnFrom(firstOn, everyDays(ctx))));
  promise(ctx, periodEnd(ctx, no, untilOn));
}

/**
 * Acceptance is asked for: the end of the period is kept, if it was not late, and no patrol is owed from
 * today on. Days that passed without one stay missed.
 */
export function endWorks(ctx: Ctx, { no }: Pick<Renovation, 'no'>): void {
  passOver(ctx, no);
  release(ctx, no, 'reno.patrol');
  meet(ctx, no, 'reno.period-end');
}

/**
 * The works were patrolled: today's turn is kept, those that passed stay missed, and the next one
 * begins tomorrow. A second patrol of a turn, or one while none is owed, changes nothing.
 */
export function keepPatrol(ctx: Ctx, { no }: Pick<Renovation, 'no'>): void {
  const turn = passOver(ctx, no);
  if (!turn || ctx.today < turn.fromOn) return;
  meet(ctx, no, 'reno.patrol');
  promise(ctx, patrolIn(ctx, no, turnFrom(addDays(ctx.today, 1), everyDays(ctx))));
}

/** The period is longer: its end moves; one that has passed already stays missed (rule 84). */
export const moveEnd = (ctx: Ctx, { no, untilOn }: Pick<Renovation, 'no' | 'untilOn'>): void =>
  repromise(ctx, periodEnd(ctx, no, untilOn));

/** Ends the turns that passed as missed, each with a deadline of its own; gives the one that has not. */
function passOver(ctx: Ctx, no: string): PatrolTurn | undefined {
  const open = openTurn(ctx, no);
  if (!open) return undefined;
  const { passed, current } = turnsUntil(open, ctx.today, everyDays(ctx));
  if (passed.length === 0) return current;
  release(ctx, no, 'reno.patrol');
  for (const turn of passed.slice(1)) {
    promisePast(ctx, patrolIn(ctx, no, turn), { how: 'dropped', at: ctx.now, isExact: true });
  }
  promise(ctx, patrolIn(ctx, no, current));
  return current;
}

function openTurn(ctx: Ctx, no: string): PatrolTurn | undefined {
  const open = deadlinesOf(ctx.ledger, [no])
    .get(no)
    ?.find(({ kind, ending }) => kind === 'reno.patrol' && ending === null);
  if (!open) return undefined;
  return { fromOn: dayOf(open.sinceAt, ctx.zone), untilOn: dayOf(open.dueAt, ctx.zone) };
}

const everyDays = ({ policy }: Ctx): number => policy.renovations.patrol.amount;

/** Counted from as many days before the last day of the turn as the clause gives. */
const patrolIn = (ctx: Ctx, no: string, { fromOn, untilOn }: PatrolTurn): Promised => ({
  subject: no,
  kind: 'reno.patrol',
  role: 'clerk',
  clause: 'renovations.patrol',
  from: startOfDay(addDays(untilOn, -everyDays(ctx)), ctx.zone),
  sinceAt: startOfDay(fromOn, ctx.zone),
});

/** Of works that go on after their last day: today. */
const periodEnd = (ctx: Ctx, no: string, untilOn: string): Promised => ({
  subject: no,
  kind: 'reno.period-end',
  role: 'clerk',
  clause: 'renovations.end',
  from: endOfDay(untilOn > ctx.today ? untilOn : ctx.today, ctx.zone),
});
