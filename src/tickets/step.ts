import type { Ctx } from '../context.ts';
import { type Entry, transact } from '../ledger/transact.ts';
import type { Moment } from '../lib/moment.ts';
import type { Ticket } from './model.ts';
import { requireRecord, requireTicket, type TicketRecord } from './record.ts';
import { refusalOf, type Step, tooEarly } from './rules.ts';

/** One step of a ticket that exists: resolves the number, refuses a wrong order, then works. */
export function step(
  ctx: Ctx,
  typed: string,
  name: Step,
  action: string,
  work: (ticket: Ticket, entry: Entry) => void,
): TicketRecord {
  return transact(ctx, action, (entry) => {
    const ticket = requireTicket(ctx, typed);
    const refusal = refusalOf(name, ticket) ?? tooEarlyFor(name, ticket, ctx.now);
    if (refusal) throw refusal;
    entry.subject = ticket.no;
    work(ticket, entry);
    return requireRecord(ctx.ledger, ticket.no);
  });
}

/** A note may be written up later, for any time since the ticket was opened. */
const tooEarlyFor = (name: Step, ticket: Ticket, now: Moment) =>
  tooEarly(
    name === 'note' ? { ...ticket, arrivedAt: null, finishedAt: null, closedAt: null } : ticket,
    now,
  );
