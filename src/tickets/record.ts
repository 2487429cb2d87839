import type { Ctx } from '../context.ts';
import type { Deadline } from '../deadlines/model.ts';
import { deadlinesOf, overdueSubjects } from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Book, resolveNumber } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { type Event, timelineOf } from '../timeline/service.ts';
import type { State, Ticket } from './model.ts';
import * as store from './store.ts';

export const TICKETS: Book = {
  table: 'tickets',
  prefix: 'T',
  name: w('工单', 'ticket'),
  list: 'ticket list --open',
};

/** A ticket as others see it: with its promises. */
export interface TicketRecord extends Ticket {
  deadlines: readonly Deadline[];
}

/** A ticket with all that was done and said. */
export interface TicketPage extends TicketRecord {
  timeline: readonly Event[];
}

/** The ticket of a whole number that is known to exist. */
export function requireRecord(ledger: Ledger, no: string): TicketRecord {
  const ticket = store.byNumber(ledger, no);
  if (!ticket) throw new Error(`ticket ${no} was not written`);
  return { ...ticket, deadlines: deadlinesOf(ledger, [no]).get(no) ?? [] };
}

/** The ticket of a number or an unambiguous end of one; refuses an unknown one. */
export function requireTicket(ctx: Ctx, typed: string): Ticket {
  const no = resolveNumber(ctx.ledger, TICKETS, typed, ctx.today);
  return requireRecord(ctx.ledger, no);
}

export function showTicket(ctx: Ctx, typed: string): TicketPage {
  const no = resolveNumber(ctx.ledger, TICKETS, typed, ctx.today);
  return { ...requireRecord(ctx.ledger, no), timeline: timelineOf(ctx.ledger, no) };
}

export interface TicketQuery {
  state?: State | undefined;
  /** Neither closed nor cancelled. */
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  to?: string | undefined;
  unit?: string | undefined;
  /** Opened on this day or later, or earlier. */
  since?: Day | undefined;
  until?: Day | undefined;
}

const NOT_ENDED: readonly State[] = ['open', 'assigned', 'finished'];

export function listTickets(ctx: Ctx, query: TicketQuery): TicketRecord[] {
  const { ledger, zone } = ctx;
  const tickets = store.list(ledger, {
    states: query.state ? [query.state] : query.open ? NOT_ENDED : null,
    nos: query.overdue ? overdueSubjects(ctx) : null,
    assigneeId: query.to ? requireAnyStaff(ledger, query.to).id : null,
    unitId: query.unit ? requireUnit(ledger, query.unit).id : null,
    openedFrom: query.since ? startOfDay(query.since, zone) : null,
    openedTo: query.until ? endOfDay(query.until, zone) : null,
  });
  const deadlines = deadlinesOf(
    ledger,
    tickets.map((ticket) => ticket.no),
  );
  return tickets.map((ticket) => ({ ...ticket, deadlines: deadlines.get(ticket.no) ?? [] }));
}
