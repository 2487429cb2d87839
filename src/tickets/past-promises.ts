import { recall, type When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import { promise, promisePast } from '../deadlines/service.ts';
import type { Moment } from '../lib/moment.ts';
import type { PastTicket } from './bulk-store.ts';
import type { TicketLine } from './past.ts';
import { arrivalTerm, promiseArrival, promiseWork } from './promises.ts';

/**
 * The promises of a repair of the past, by the clauses of today and the dates of its row, with what came
 * of them. One under way owes what it would owe had it been reported here. Of one that is over nothing
 * stays open: what nobody wrote down is waived, and nobody asks for its progress any more.
 * `calledBackAt` is known even where the answer is not; a call that nobody answered keeps nothing.
 */
export function promisePastTicket(
  ctx: Ctx,
  row: TicketLine,
  it: PastTicket,
  calledBackAt: Moment | null,
): void {
  const then: Ctx = { ...ctx, now: it.openedAt };
  if (it.finishedAt !== null) {
    promisePastArrival(then, row, it);
    recall(then, finishOf(it), [meantFor(row), row.finished], it.finishedAt);
    promisePastEnd({ ...ctx, now: it.finishedAt }, row, it, calledBackAt);
  } else if (it.cancelledAt !== null) {
    promisePastArrival(then, row, it);
    const how = row.cancelled ? 'dropped' : 'untold';
    promisePast(then, finishOf(it), { how, at: it.cancelledAt, isExact: true });
  } else {
    if (it.arrivedAt === null) promiseArrival(then, it.no, it);
    else promisePastArrival(then, row, it);
    promiseWork(then, it, it.appointmentAt ?? it.openedAt);
  }
}

const meantFor = (row: TicketLine): When => row.appointment ?? row.opened;

const finishOf = (it: PastTicket) =>
  ({
    subject: it.no,
    kind: 'ticket.finish',
    role: 'engineering',
    assigneeId: it.assigneeId,
    clause: 'tickets.finish',
    from: it.appointmentAt ?? it.openedAt,
  }) as const;

function promisePastArrival(then: Ctx, row: TicketLine, it: PastTicket): void {
  const term = arrivalTerm(it, it.openedAt);
  if (!term) return;
  const made = { subject: it.no, kind: 'ticket.arrive', role: 'engineering', ...term } as const;
  const over = it.finishedAt ?? it.cancelledAt ?? it.openedAt;
  recall(then, made, [meantFor(row), row.arrived], it.arrivedAt ?? over);
}

/** The slip and the callback of a finished repair; `ctx.now` is when it was finished. */
function promisePastEnd(
  ctx: Ctx,
  row: TicketLine,
  it: PastTicket,
  calledBackAt: Moment | null,
): void {
  const base = { subject: it.no, role: 'clerk', from: ctx.now } as const;
  const slip = { ...base, kind: 'ticket.slip', clause: 'tickets.slip' } as const;
  const over = it.closedAt ?? ctx.now;
  if (it.state === 'closed') recall(ctx, slip, [row.finished, row.closed], over);
  else promise(ctx, slip);

  const clause = `tickets.callback.${it.category}` as const;
  const callback = { ...base, kind: 'ticket.callback', clause } as const;
  const isAwaited = it.state === 'finished' || row.state === 'finished';
  const called = row.callbackResult === null ? undefined : row.calledBack;
  if (isAwaited && !called && !row.callbackResult) promise(ctx, callback);
  else recall(ctx, callback, [row.finished, called], (called && calledBackAt) ?? over);
}
