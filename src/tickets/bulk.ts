import { type Draft, type Fault, MISSING_PLACE, sortPast, warnOnce } from '../cases/bulk.ts';
import { earliest, latest, orNull, says, saysWhen, tryAt } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import type { Moment } from '../lib/moment.ts';
import { each, type Plan } from '../registry/bulk.ts';
import { NO_UNIT } from '../registry/bulk-residents.ts';
import { type Colleagues, colleagues, warnOfStrangers } from '../registry/colleagues.ts';
import type { Staff, Unit } from '../registry/model.ts';
import { listUnits } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { PastTicket, StoredTicket } from './bulk-store.ts';
import * as store from './bulk-store.ts';
import {
  disorderOf,
  type Moments,
  momentsOf,
  type Standing,
  standingOf,
  type TicketContradiction,
  type TicketLine,
} from './past.ts';
import { promisePastTicket } from './past-promises.ts';
import { TICKETS } from './record.ts';
import { proposeCharge } from './rules.ts';

/** A repair that may be written, but for its number and who writes it. */
interface TicketDraft extends Draft {
  ticket: Omit<PastTicket, 'no' | 'formerNo' | 'openedById'>;
  moments: Moments;
  worker: Staff | undefined;
}

interface Known {
  units: ReadonlyMap<string, Unit>;
  staff: Colleagues;
}

/**
 * Repairs of an old list, under the numbers they had, with the promises of their own days and what came
 * of them. Changes no ticket: a number that stands in the ledger must say the same there.
 */
export function planTickets(ctx: Ctx, lines: readonly TicketLine[]): Plan<TicketLine> {
  const known: Known = {
    units: new Map(listUnits(ctx.ledger).map((unit) => [unit.code, unit])),
    staff: colleagues(ctx.ledger),
  };
  const { added, unchanged, faults } = sortPast<TicketLine, TicketDraft, StoredTicket>(ctx, lines, {
    book: TICKETS,
    stored: store.all(ctx.ledger),
    contentOf: (it) => contentOf(it.openedAt, it.unit ?? it.place, it.item),
    contentField: 'opened',
    draft: (row) => draftOf(ctx, known, row),
    agrees: (row, { ticket }, stored) => agrees(ctx, row, ticket, stored),
  });
  const strangers = added.filter(({ row, draft }) => row.worker && !draft.worker);
  warnOfStrangers(
    ctx,
    strangers.map(({ row }) => row.line),
  );

  return {
    added: added.length,
    changed: 0,
    unchanged,
    faults,
    write: (progress) => {
      const quiet = warnOnce(ctx);
      const openedById = ctx.operator().id;
      const write = ({ row, draft, no, formerNo }: (typeof added)[number]) => {
        const ticket = { ...draft.ticket, no, formerNo, openedById };
        store.insert(ctx.ledger, ticket);
        promisePastTicket(quiet, row, ticket, draft.moments.callbackAt);
        tellImport(ctx, row, ticket, draft);
      };
      each(added, write, progress);
    },
  };
}

const contentOf = (openedAt: Moment, where: string | null | undefined, item: string) =>
  JSON.stringify([openedAt, where ?? null, item]);

function draftOf(ctx: Ctx, known: Known, row: TicketLine): TicketDraft | Fault<TicketLine> {
  const unit = known.units.get(row.unit ?? '');
  const moments = momentsOf(row, ctx.now, ctx.zone);
  const standing = standingOf(row);
  const fault = nowhere(row, unit) ?? disorderOf(moments);
  if (fault) return { row, ...fault };
  if (typeof standing !== 'string') return { row, ...standing };

  const worker = known.staff.find(row.worker, standing !== 'underWay');
  return {
    beganOn: row.opened.day,
    content: contentOf(moments.openedAt, unit?.code ?? row.place, row.item),
    ticket: {
      ...endOf(row, moments, standing, worker),
      ...beginningOf(row, unit),
      charge: row.charge ?? chargeOf(ctx, row, unit, moments.openedAt),
      assigneeId: orNull(worker?.id),
    },
    moments,
    worker,
  };
}

const nowhere = (row: TicketLine, unit: Unit | undefined): TicketContradiction | undefined => {
  if (unit) return undefined;
  if (row.unit !== undefined) return { field: 'unit', error: NO_UNIT };
  return row.place === undefined ? { field: 'unit', error: MISSING_PLACE } : undefined;
};

/** What was reported. A place beside a unit is a part of it. */
const beginningOf = (row: TicketLine, unit: Unit | undefined) => ({
  unitId: orNull(unit?.id),
  place: unit ? null : orNull(row.place),
  item: row.item,
  system: orNull(row.system),
  part: orNull(row.part ?? (unit && row.place)),
  damage: orNull(row.damage),
  caller: orNull(row.caller),
  phone: orNull(row.phone),
  category: row.category ?? 'general',
  urgent: row.urgent === true,
});

/** What came of it. An answer without its time was given by the end. */
function endOf(row: TicketLine, moments: Moments, standing: Standing, worker: Staff | undefined) {
  const isDone = standing === 'finished' || standing === 'closed';
  const finishedAt = isDone ? finishOf(moments) : null;
  const closedAt = standing === 'closed' ? (moments.closedAt ?? finishedAt) : null;
  const cancelledAt = standing === 'cancelled' ? (moments.cancelledAt ?? stepAt(moments)) : null;
  const underWay = worker ? 'assigned' : 'open';
  return {
    ...moments,
    state: standing === 'underWay' ? underWay : standing,
    finishedAt,
    work: orNull(row.work),
    costFen: orNull(row.costFen),
    leakTestedAt: null,
    closedAt,
    signedBy: orNull(row.signedBy),
    satisfied: orNull(row.satisfied),
    cancelledAt,
    callbackAt: row.callbackResult ? (moments.callbackAt ?? closedAt ?? finishedAt) : null,
    callbackResult: row.callbackResult ?? null,
    callbackQuality: null,
    callbackAttitude: null,
  } as const;
}

/** Finished at the latest when it was closed or called back; else nobody knows. */
const finishOf = ({ finishedAt, closedAt, callbackAt, arrivedAt, openedAt }: Moments): Moment =>
  finishedAt ?? earliest([closedAt, callbackAt]) ?? arrivedAt ?? openedAt;

/** The last step the list tells of. */
const stepAt = (moments: Moments): Moment => latest({ ...moments, appointmentAt: null });

/** As for a repair reported here; one that cost something was paid for. */
function chargeOf(ctx: Ctx, row: TicketLine, unit: Unit | undefined, openedAt: Moment) {
  if (row.costFen !== undefined && row.costFen > 0) return 'paid';
  const proposed = proposeCharge({
    isPublic: unit === undefined,
    handoverOn: unit?.handoverOn ?? null,
    openedAt,
    warranty: ctx.policy.tickets.warranty[row.category ?? 'general'],
    calendar: ctx.policy.calendar,
  });
  return proposed ?? 'paid';
}

/** Whether what the row tells is what the ledger says; it tells no state while under way. */
function agrees(
  { zone }: Ctx,
  row: TicketLine,
  ticket: TicketDraft['ticket'],
  stored: StoredTicket,
): boolean {
  const isOver = ticket.state !== 'open' && ticket.state !== 'assigned';
  return (
    (!isOver || ticket.state === stored.state) &&
    saysWhen(row.opened, stored.openedAt, zone) &&
    saysWhen(row.arrived, stored.arrivedAt, zone) &&
    saysWhen(row.finished, stored.finishedAt, zone) &&
    saysWhen(row.closed, stored.closedAt, zone) &&
    saysWhen(row.cancelled, stored.cancelledAt, zone) &&
    (!row.callbackResult || saysWhen(row.calledBack, stored.callbackAt, zone)) &&
    says(row.unit, stored.unit) &&
    (stored.unit !== null || says(row.place, stored.place)) &&
    says(row.item, stored.item) &&
    says(row.caller, stored.caller) &&
    says(row.phone, stored.phone) &&
    says(row.work, stored.work) &&
    says(row.costFen, stored.costFen) &&
    says(row.signedBy, stored.signedBy) &&
    says(row.callbackResult ?? undefined, stored.callbackResult)
  );
}

/** One step in the timeline, at the last moment the list tells of: what follows comes after it. */
function tellImport(
  ctx: Ctx,
  row: TicketLine,
  ticket: PastTicket,
  { moments, worker }: TicketDraft,
): void {
  const isAlone = worker !== undefined && worker.name === row.worker;
  const isUnanswered = moments.callbackAt !== null && ticket.callbackAt === null;
  note({ ...ctx, now: stepAt(moments) }, ticket.no, 'imported', {
    formerNo: ticket.formerNo,
    ...(ticket.finishedAt !== null && { finishedAt: ticket.finishedAt }),
    ...(row.worker !== undefined && !isAlone && { worker: row.worker }),
    ...(row.callbackResult === null
      ? tryAt(moments.callbackAt)
      : isUnanswered && { calledBackAt: moments.callbackAt }),
    ...(row.remark !== undefined && { remark: row.remark }),
  });
}
