import { kindsEver } from '../books/gone.ts';
import type { Ctx } from '../context.ts';
import { type DeclaredKinds, headsAgenda } from '../deadlines/kinds.ts';
import type { Duty } from '../deadlines/model.ts';
import { roundsDue } from '../deadlines/rounds.ts';
import { stateOf } from '../deadlines/rules.ts';
import { dutiesDueBy } from '../deadlines/service.ts';
import { limitationDuties } from '../dunning/limitation.ts';
import type { Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { endOfDay, type Moment } from '../lib/moment.ts';
import type { Role } from '../policy/roles.ts';
import { cadenceDuties } from '../rhythms/rhythms.ts';

export interface AgendaQuery {
  role?: Role | undefined;
  /** Members of staff: what is assigned to one of them, and what one of their roles owes unassigned. */
  staff?: readonly { id: number; roles: readonly Role[] }[] | undefined;
  within?: Duration | undefined;
}

export interface Agenda {
  now: Moment;
  today: Day;
  endOfToday: Moment;
  duties: readonly Duty[];
  /** What the books of this desk call their promises. */
  declared: DeclaredKinds;
}

const soonestFirst = (a: Duty, b: Duty) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0);

/** What was to be settled above all and was not stands before everything else (rule 54). */
const gravestFirst = (now: Moment) => (a: Duty, b: Duty) => {
  const isGrave = (duty: Duty) =>
    stateOf(duty, now) === 'overdue' && headsAgenda(duty.kind, duty.role);
  return Number(isGrave(b)) - Number(isGrave(a)) || soonestFirst(a, b);
};

/**
 * Everything open that is due by the end of the horizon: overdue first, of those what heads the agenda,
 * then soonest first.
 */
export function agenda(ctx: Ctx, query: AgendaQuery): Agenda {
  const within = query.within ?? ctx.policy.today.within;
  const endOfToday = endOfDay(ctx.today, ctx.zone);
  const horizon = dueAt(ctx.now, within, ctx.policy.calendar);
  const dueByThen = horizon > endOfToday ? horizon : endOfToday;
  const { role, staff } = query;
  const declared = kindsEver(ctx);
  const owed = [
    ...dutiesDueBy(ctx, dueByThen, declared),
    ...roundsDue(ctx),
    ...limitationDuties(ctx),
    ...cadenceDuties(ctx, dueByThen),
  ].sort(gravestFirst(ctx.now));
  const duties = owed.filter((duty) => {
    if (role && duty.role !== role) return false;
    if (!staff) return true;
    return staff.some(({ id, roles }) =>
      duty.assigneeId === null ? roles.includes(duty.role) : duty.assigneeId === id,
    );
  });
  return { now: ctx.now, today: ctx.today, endOfToday, duties, declared };
}
