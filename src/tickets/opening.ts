import { requireRecord } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { Category, Charge } from './model.ts';
import { promiseArrival, promiseWork, refusePast } from './promises.ts';
import { TICKET, TICKETS, type TicketRecord } from './record.ts';
import { proposeCharge } from './rules.ts';
import * as store from './store.ts';

export interface NewTicket {
  /** Exactly one of unit and place. */
  unit: string | undefined;
  place: string | undefined;
  item: string;
  system: string | undefined;
  part: string | undefined;
  damage: string | undefined;
  caller: string | undefined;
  phone: string | undefined;
  category: Category;
  urgent: boolean;
  appointmentAt: Moment | undefined;
  /** Undefined: proposed from the handover and the warranty (rule 27). */
  charge: Charge | undefined;
  /** The number of the move-in's file in which the defect stands (rule 12). */
  defectOf?: string;
}

/** Records a repair as it is reported, with the promises of arrival, completion and progress. */
export function openTicket(ctx: Ctx, made: NewTicket): TicketRecord {
  return transact(ctx, 'ticket.open', (entry) => {
    const { ledger } = ctx;
    const unit = made.unit === undefined ? null : requireUnit(ledger, made.unit);
    const appointmentAt = made.appointmentAt ?? null;
    refusePast(ctx, appointmentAt);
    const charge = made.charge ?? chargeFor(ctx, made.category, unit);
    const openedById = ctx.operator().id;
    const no = nextNumber(ledger, TICKETS, ctx.today);
    store.insert(ledger, {
      no,
      unitId: unit?.id ?? null,
      place: made.place ?? null,
      item: made.item,
      system: made.system ?? null,
      part: made.part ?? null,
      damage: made.damage ?? null,
      caller: made.caller ?? null,
      phone: made.phone ?? null,
      category: made.category,
      urgent: made.urgent,
      charge,
      appointmentAt,
      defectOf: made.defectOf ?? null,
      openedAt: ctx.now,
      openedById,
    });
    promiseArrival(ctx, no, { urgent: made.urgent, appointmentAt });
    promiseWork(ctx, { no, assigneeId: null, openedById }, appointmentAt ?? ctx.now);
    note(ctx, no, 'opened');
    entry.subject = no;
    entry.changes = {
      unit: unit?.code ?? null,
      category: made.category,
      urgent: made.urgent,
      charge,
      appointmentAt,
      ...(made.defectOf && { defectOf: made.defectOf }),
      ...(made.caller && { caller: HIDDEN }),
      ...(made.phone && { phone: HIDDEN }),
    };
    return requireRecord(ledger, TICKET, no);
  });
}

function chargeFor(ctx: Ctx, category: Category, unit: { handoverOn: Day | null } | null): Charge {
  const proposed = proposeCharge({
    isPublic: unit === null,
    handoverOn: unit?.handoverOn ?? null,
    openedAt: ctx.now,
    warranty: ctx.policy.tickets.warranty[category],
    calendar: ctx.policy.calendar,
  });
  if (proposed) return proposed;
  ctx.warn(
    w(
      '交房日期未登记，暂按有偿；可用 --charge 指定。',
      'The day of handover is unknown: taken as paid; say --charge to decide.',
    ),
  );
  return 'paid';
}
