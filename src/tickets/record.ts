import type { CaseKind } from '../cases/kind.ts';
import type { Page, WithDeadlines } from '../cases/model.ts';
import { showCase, withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { overdueSubjects } from '../deadlines/service.ts';
import type { Charge } from '../fees/model.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { chargesOf } from './charging.ts';
import type { State, Ticket } from './model.ts';
import { refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const TICKETS: Book = {
  table: 'tickets',
  prefix: 'T',
  name: w('工单', 'ticket'),
  list: 'ticket list --open',
  keepsFormer: true,
};

/** How repairs are stepped through and shown. */
export const TICKET: CaseKind<Ticket, Step> = {
  book: TICKETS,
  action: 'ticket',
  show: 'ticket show',
  read: store.byNumber,
  beganAt: (ticket) => ticket.openedAt,
  refusalOf,
};

export type TicketRecord = WithDeadlines<Ticket>;

/** With what is charged for it. */
export type Charged<T> = T & { charges: readonly Charge[] };

export const withCharges = <T extends { no: string }>({ ledger }: Ctx, it: T): Charged<T> => ({
  ...it,
  charges: chargesOf(ledger, it.no),
});

export const showTicket = (ctx: Ctx, typed: string): Charged<Page<Ticket>> =>
  withCharges(ctx, showCase(ctx, TICKET, typed));

export interface TicketQuery {
  state?: State | undefined;
  /** Neither closed nor cancelled. */
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  to?: string | undefined;
  unit?: string | undefined;
  /** Only defects found at a move-in; with a number, those of this file. */
  defects?: boolean | string | undefined;
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
    defects: query.defects ?? false,
    unitId: query.unit ? requireUnit(ledger, query.unit).id : null,
    openedFrom: query.since ? startOfDay(query.since, zone) : null,
    openedTo: query.until ? endOfDay(query.until, zone) : null,
  });
  return withDeadlines(ledger, tickets);
}
