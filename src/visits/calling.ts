import type { Ctx } from '../context.ts';
import { isDone, roundDueAt } from '../deadlines/rounds.ts';
import { ROUTINES } from '../deadlines/routines.ts';
import { monthOf } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { shorten } from '../lib/shorten.ts';
import type { Role } from '../policy/roles.ts';
import * as contacts from './contact-store.ts';
import { duties } from './duties.ts';
import { type Call, causeOf } from './model.ts';
import { householdsTogether, inCallingOrder, isToCall, type ListDay } from './rules.ts';
import * as samples from './sample-store.ts';
import { triesOf } from './visit-store.ts';

export interface CallQuery {
  role?: Role | undefined;
  /** Only what is due by then. */
  within?: Duration | undefined;
}

/** Who is to be called or visited, in calling order, with what to ask. */
export function callList(ctx: Ctx, query: CallQuery): Call[] {
  const day = listDay(ctx, query.within);
  const due = [...owedByCases(ctx, day), ...owedToSample(ctx, day)].filter(
    ({ role }) => query.role === undefined || role === query.role,
  );
  const units = due.flatMap(({ unit }) => unit ?? []);
  const households = contacts.householdsOf(ctx.ledger, units, ctx.today);
  const calls = due.map(({ caller, role, ...call }) => {
    const household = households.get(call.unit ?? '');
    const name = caller?.name ?? household?.name ?? null;
    const phone = caller?.phone ?? household?.phone ?? null;
    return { ...call, name, phone, sortKey: household?.sortKey ?? null };
  });
  return householdsTogether(calls.sort(inCallingOrder));
}

function listDay({ now, today, zone, policy }: Ctx, within: Duration | undefined): ListDay {
  return {
    startOfToday: startOfDay(today, zone),
    endOfToday: endOfDay(today, zone),
    dueBy: within && dueAt(now, within, policy.calendar),
  };
}

/** Of what a record is about, as it is asked. */
const LONGEST_TITLE = 40;

interface Owed extends Omit<Call, 'name' | 'phone'> {
  role: Role;
  /** Who reported it. */
  caller: { name: string | null; phone: string | null } | undefined;
}

function owedByCases(ctx: Ctx, day: ListDay): Owed[] {
  const due = duties(ctx).filter((duty) => isToCall(duty, day));
  const subjects = due.map(({ subject }) => subject);
  const callers = contacts.callersOf(ctx.ledger, subjects);
  const tries = triesOf(ctx.ledger, subjects);
  return due.map(({ subject, unit, place, title, reason, role, sinceAt, dueAt }) => ({
    subject,
    unit,
    place,
    reason,
    ask: causeOf(reason).ask(shorten(title, LONGEST_TITLE)),
    dueAt,
    tries: tries.filter((each) => each.subject === subject && each.at >= sinceAt).length,
    role,
    caller: callers.get(subject),
  }));
}

/** The month's sample until enough of it were reached: the rest was drawn in reserve. */
function owedToSample(ctx: Ctx, { endOfToday, dueBy }: ListDay): Owed[] {
  const month = monthOf(ctx.today);
  const sample = samples.ofMonth(ctx.ledger, month);
  if (!sample || sample.drawnAt > ctx.now || isDone(ctx, 'visit.sample', month)) return [];
  const due = roundDueAt(ctx, 'visit.sample', month);
  if (dueBy !== undefined && due > dueBy && due > endOfToday) return [];
  return samples
    .unitsOf(ctx.ledger, sample.id, ctx.now)
    .filter(({ visit }) => visit === null)
    .map(({ unit, tries }) => ({
      subject: month,
      unit,
      place: null,
      reason: 'sample',
      ask: causeOf('sample').ask(''),
      dueAt: due,
      tries,
      role: ROUTINES['visit.sample'].role,
      caller: undefined,
    }));
}
