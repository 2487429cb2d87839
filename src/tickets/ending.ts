import type { Result } from '../cases/model.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { meet, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { chargeRepair, takeBackCharge } from './charging.ts';
import type { Ticket } from './model.ts';
import { promiseWork } from './promises.ts';
import { TICKET, type TicketRecord } from './record.ts';
import * as store from './store.ts';

/**
 * The slip is back, complete and signed (rules 31–34); of a defect this is the owner's acceptance
 * (rule 15). Dissatisfied sends it back to work.
 */
export function closeTicket(
  ctx: Ctx,
  no: string,
  slip: { signedBy: string; satisfied: boolean },
): TicketRecord {
  return step(ctx, TICKET, no, 'close', (ticket, entry) => {
    meet(ctx, ticket.no, 'ticket.slip');
    meet(ctx, ticket.no, 'ticket.appoint');
    meet(ctx, ticket.no, 'ticket.accept');
    const { signedBy, satisfied } = slip;
    entry.changes = { satisfied, signedBy: HIDDEN };
    if (satisfied) {
      const chargedFen = chargeRepair(ctx, ticket);
      note(ctx, ticket.no, 'closed', { signedBy, ...(chargedFen && { chargedFen }) });
      store.update(ctx.ledger, ticket.no, { state: 'closed', closedAt: ctx.now, ...slip });
      if (chargedFen !== undefined) entry.changes = { ...entry.changes, chargedFen };
    } else {
      note(ctx, ticket.no, 'rejected', { signedBy });
      backToWork(ctx, ticket);
      store.update(ctx.ledger, ticket.no, { satisfied: false });
    }
  });
}

/** A repeat repair (返修): it was said to be done and was not. */
export function reopenTicket(ctx: Ctx, no: string, reason: string): TicketRecord {
  return step(ctx, TICKET, no, 'reopen', (ticket, entry) => {
    note(ctx, ticket.no, 'reopened', { reason });
    repeat(ctx, ticket);
    entry.changes = { repeats: ticket.repeats + 1 };
  });
}

function repeat(ctx: Ctx, ticket: Ticket): void {
  store.update(ctx.ledger, ticket.no, { repeats: ticket.repeats + 1 });
  backToWork(ctx, ticket);
}

/**
 * A new round: what belonged to the last one stays in the timeline, its open promises fall away, and
 * its charge with them. The answer that sent it back stands until the work is finished again.
 */
function backToWork(ctx: Ctx, ticket: Ticket): void {
  const { assigneeId } = ticket;
  store.update(ctx.ledger, ticket.no, {
    state: assigneeId === null ? 'open' : 'assigned',
    appointmentAt: null,
    arrivedAt: null,
    finishedAt: null,
    work: null,
    costFen: null,
    leakTestedAt: null,
    acceptAt: null,
    closedAt: null,
    signedBy: null,
    satisfied: null,
  });
  release(ctx, ticket.no);
  promiseWork(ctx, ticket, ctx.now);
  const takenBackFen = takeBackCharge(ctx, ticket.no);
  if (takenBackFen !== undefined) note(ctx, ticket.no, 'chargeTakenBack', { takenBackFen });
}

export function cancelTicket(ctx: Ctx, no: string, reason: string): TicketRecord {
  return step(ctx, TICKET, no, 'cancel', (ticket, entry) => {
    store.update(ctx.ledger, ticket.no, { state: 'cancelled', cancelledAt: ctx.now });
    release(ctx, ticket.no);
    note(ctx, ticket.no, 'cancelled', { reason });
    entry.changes = { cancelledAt: ctx.now };
  });
}

export interface Callback {
  result: Result;
  /** 1 to 5 (rule 39). */
  quality: number | undefined;
  attitude: number | undefined;
  note: string | undefined;
}

/** The resident was asked; a dissatisfied one sets the work going again at once (rule 43). */
export function recordCallback(ctx: Ctx, no: string, answer: Callback): TicketRecord {
  return step(ctx, TICKET, no, 'callback', (ticket, entry) => {
    if (ticket.callbackAt) {
      throw refused(
        'already_called_back',
        w(`${ticket.no} 已回访。`, `The callback for ${ticket.no} is recorded already.`),
        w(
          `返修：wy ticket reopen ${ticket.no} --reason "…"`,
          `Reopen it if need be: wy ticket reopen ${ticket.no} --reason "…"`,
        ),
      );
    }
    const rated = {
      callbackResult: answer.result,
      callbackQuality: answer.quality ?? null,
      callbackAttitude: answer.attitude ?? null,
    };
    store.update(ctx.ledger, ticket.no, { callbackAt: ctx.now, ...rated });
    meet(ctx, ticket.no, 'ticket.callback');
    note(ctx, ticket.no, 'calledBack', {
      result: answer.result,
      quality: answer.quality ?? null,
      attitude: answer.attitude ?? null,
      note: answer.note ?? null,
    });
    entry.changes = rated;
    if (answer.result === 'dissatisfied') repeat(ctx, ticket);
  });
}
