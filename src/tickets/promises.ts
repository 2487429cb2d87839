import { timePassed } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { promise } from '../deadlines/service.ts';
import { addDays } from '../lib/day.ts';
import { dayOf, type Moment, startOfDay } from '../lib/moment.ts';
import type { Ticket } from './model.ts';

type Worked = Pick<Ticket, 'no' | 'assigneeId' | 'openedById'>;

/** On site by the agreed time; an urgent repair without one within its limit; else no promise. */
export function promiseArrival(
  ctx: Ctx,
  no: string,
  it: Pick<Ticket, 'urgent' | 'appointmentAt'>,
): void {
  const term = arrivalTerm(it, ctx.now);
  if (term) promise(ctx, { subject: no, kind: 'ticket.arrive', role: 'engineering', ...term });
}

/** By which clause the arrival is promised, and from when it counts. */
export function arrivalTerm(
  { urgent, appointmentAt }: Pick<Ticket, 'urgent' | 'appointmentAt'>,
  openedAt: Moment,
) {
  if (appointmentAt) {
    return { clause: 'tickets.arrive.appointment', from: appointmentAt } as const;
  }
  return urgent ? ({ clause: 'tickets.arrive.urgent', from: openedAt } as const) : undefined;
}

/** Finished on the day it is meant for; if not, the desk asks for progress from the next day on. */
export function promiseWork(ctx: Ctx, ticket: Worked, meantFor: Moment): void {
  promise(ctx, {
    subject: ticket.no,
    kind: 'ticket.finish',
    role: 'engineering',
    assigneeId: ticket.assigneeId,
    clause: 'tickets.finish',
    from: meantFor,
  });
  promiseProgress(ctx, ticket, meantFor);
}

/** Who took the call asks from the day after this one on, and not before (rule 36). */
export function promiseProgress(ctx: Ctx, ticket: Worked, after: Moment): void {
  const nextDay = addDays(dayOf(after, ctx.zone), 1);
  promise(ctx, {
    subject: ticket.no,
    kind: 'ticket.progress',
    role: 'clerk',
    assigneeId: ticket.openedById,
    clause: 'tickets.progress',
    from: after,
    sinceAt: startOfDay(nextDay, ctx.zone),
  });
}

/** Nobody can agree on a time that has passed. */
export function refusePast(ctx: Ctx, agreedAt: Moment | null): void {
  const refusal = timePassed(agreedAt, ctx.now);
  if (refusal) throw refusal;
}
