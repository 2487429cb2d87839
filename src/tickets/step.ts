import type { Ctx } from '../context.ts';
import { type Entry, transact } from '../ledger/transact.ts';
import { lastStepAt } from '../timeline/service.ts';
import type { Ticket } from './model.ts';
import { requireRecord, requireTicket, type TicketRecord } from './record.ts';
import { refusalOf, type Step, tooEarly } from './rules.ts';

/**
 * One step of a ticket that exists: resolves the number, refuses a wrong order of steps or of times,
 * then works. A note may be written up later, for any time since the ticket was opened.
 */
export function step(
  ctx: Ctx,
  typed: string,
  name: Step,
  work: (ticket: Ticket, entry: Entry) => void,
): TicketRecord {
  return transact(ctx, `ticket.${name}`, (entry) => {
    const ticket = requireTicket(ctx, typed);
    const { no, openedAt } = ticket;
    const notBefore = name === 'note' ? openedAt : (lastStepAt(ctx.ledger, no) ?? openedAt);
    const refusal = refusalOf(name, ticket) ?? tooEarly(no, notBefore, ctx.now);
    if (refusal) throw refusal;
    entry.subject = no;
    work(ticket, entry);
    return requireRecord(ctx.ledger, no);
  });
}
