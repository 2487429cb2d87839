import type { Ctx } from '../context.ts';
import type { Deadline } from '../deadlines/model.ts';
import {
  deadlinesOf,
  isPromised,
  meet,
  promise,
  reassign,
  release,
  repromise,
} from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Book } from '../ledger/numbers.ts';
import { nextNumber, resolveNumber } from '../ledger/numbers.ts';
import type { Entry } from '../ledger/transact.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { dayOf, endOfDay, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import type { Event } from '../timeline/service.ts';
import { note as noteEvent, timelineOf } from '../timeline/service.ts';
import type { Category, Charge, Result, State, Ticket } from './model.ts';
import type { Step } from './rules.ts';
import { proposeCharge, refusalOf, tooEarly } from './rules.ts';
import * as store from './store.ts';

export const TICKETS: Book = { table: 'tickets', prefix: 'T', name: w('工单', 'ticket') };

/** A ticket as others see it: with its promises. */
export interface TicketRecord extends Ticket {
  deadlines: readonly Deadline[];
}

/** A ticket with all that was done and said. */
export interface TicketPage extends TicketRecord {
  timeline: readonly Event[];
}

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
}

/** Records a repair as it is reported, with the promises of arrival, completion and progress. */
export function openTicket(ctx: Ctx, made: NewTicket): TicketRecord {
  return transact(ctx, 'ticket.open', (entry) => {
    const { ledger } = ctx;
    const unit = made.unit === undefined ? null : requireUnit(ledger, made.unit);
    const appointmentAt = made.appointmentAt ?? null;
    refusePast(ctx, appointmentAt);
    const charge = made.charge ?? chargeFor(ctx, made.category, unit);
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
      openedAt: ctx.now,
    });
    promiseArrival(ctx, no, { urgent: made.urgent, appointmentAt });
    promiseWork(ctx, no, appointmentAt ?? ctx.now, null);
    noteEvent(ctx, no, 'opened');
    entry.subject = no;
    entry.changes = {
      unit: unit?.code ?? null,
      category: made.category,
      urgent: made.urgent,
      charge,
      appointmentAt,
    };
    return requireRecord(ledger, no);
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

function refusePast(ctx: Ctx, agreedAt: Moment | null): void {
  if (agreedAt === null || agreedAt >= ctx.now) return;
  throw refused(
    'time_passed',
    w('约定的时间已经过去。', 'The agreed time has passed already.'),
    w('补录以前的事请加 --at。', 'To record what happened earlier, add --at.'),
  );
}

/** On site by the agreed time; an urgent repair without one within its limit; else no promise. */
function promiseArrival(ctx: Ctx, no: string, it: Pick<Ticket, 'urgent' | 'appointmentAt'>): void {
  const base = { subject: no, kind: 'ticket.arrive', role: 'engineering' } as const;
  if (it.appointmentAt) {
    promise(ctx, { ...base, clause: 'tickets.arrive.appointment', from: it.appointmentAt });
  } else if (it.urgent) {
    promise(ctx, { ...base, clause: 'tickets.arrive.urgent', from: ctx.now });
  }
}

/** Finished on the day it is meant for; if not, the desk asks for progress from the next day on. */
function promiseWork(ctx: Ctx, no: string, meantFor: Moment, assigneeId: number | null): void {
  promise(ctx, {
    subject: no,
    kind: 'ticket.finish',
    role: 'engineering',
    assigneeId,
    clause: 'tickets.finish',
    from: meantFor,
  });
  promiseProgress(ctx, no, meantFor);
}

/** From the day after this one, and not on the agenda before (rule 36). */
function promiseProgress(ctx: Ctx, no: string, after: Moment): void {
  const nextDay = addDays(dayOf(after, ctx.zone), 1);
  promise(ctx, {
    subject: no,
    kind: 'ticket.progress',
    role: 'clerk',
    clause: 'tickets.progress',
    from: after,
    sinceAt: startOfDay(nextDay, ctx.zone),
  });
}

/** One step of a ticket that exists: resolves the number, refuses a wrong order, then works. */
function step(
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

/** The worker is named; `signed`: they took the slip and signed for it (rule 28). */
export function assignTicket(ctx: Ctx, no: string, to: string, signed: boolean): TicketRecord {
  return step(ctx, no, 'assign', 'ticket.assign', (ticket, entry) => {
    const staff = requireStaff(ctx.ledger, to);
    store.update(ctx.ledger, ticket.no, {
      state: 'assigned',
      assigneeId: staff.id,
      slipTaken: signed,
    });
    reassign(ctx, ticket.no, staff.id, ['ticket.arrive', 'ticket.finish']);
    noteEvent(ctx, ticket.no, 'assigned', { to: staff.name, signed });
    entry.changes = { assignedTo: staff.id, slipTaken: signed };
  });
}

export function arriveAt(ctx: Ctx, no: string): TicketRecord {
  return step(ctx, no, 'arrive', 'ticket.arrive', (ticket, entry) => {
    if (ticket.arrivedAt) {
      throw refused(
        'already_arrived',
        w(`${ticket.no} 已登记到场。`, `The arrival for ${ticket.no} is recorded already.`),
        w(`查看：wy ticket show ${ticket.no}`, `See wy ticket show ${ticket.no}`),
      );
    }
    store.update(ctx.ledger, ticket.no, { arrivedAt: ctx.now });
    meet(ctx, ticket.no, 'ticket.arrive');
    noteEvent(ctx, ticket.no, 'arrived');
    entry.changes = { arrivedAt: ctx.now };
  });
}

/** Another time was found: the promises move there, and the desk owes the resident word of it (rule 35). */
export function postponeTicket(ctx: Ctx, no: string, until: Moment, reason: string): TicketRecord {
  return step(ctx, no, 'postpone', 'ticket.postpone', (ticket, entry) => {
    refusePast(ctx, until);
    const { assigneeId } = ticket;
    store.update(ctx.ledger, ticket.no, { appointmentAt: until });
    const base = { subject: ticket.no, role: 'engineering', assigneeId, from: until } as const;
    if (!ticket.arrivedAt) {
      repromise(ctx, { ...base, kind: 'ticket.arrive', clause: 'tickets.arrive.appointment' });
    }
    repromise(ctx, { ...base, kind: 'ticket.finish', clause: 'tickets.finish' });
    meet(ctx, ticket.no, 'ticket.progress');
    release(ctx, ticket.no, 'ticket.progress');
    promiseProgress(ctx, ticket.no, until);
    repromise(ctx, {
      subject: ticket.no,
      kind: 'ticket.inform',
      role: 'clerk',
      clause: 'tickets.inform',
      from: ctx.now,
    });
    noteEvent(ctx, ticket.no, 'postponed', { until, reason });
    entry.changes = { appointmentAt: until };
  });
}

export function informResident(ctx: Ctx, no: string): TicketRecord {
  return step(ctx, no, 'inform', 'ticket.inform', (ticket) => {
    if (!isPromised(ctx, ticket.no, 'ticket.inform')) {
      throw refused(
        'nothing_to_tell',
        w(`${ticket.no} 没有要告知的新时间。`, `There is no new time to tell for ${ticket.no}.`),
        w(
          `先登记改期：wy ticket postpone ${ticket.no} --until … --reason "…"`,
          `Postpone it first: wy ticket postpone ${ticket.no} --until … --reason "…"`,
        ),
      );
    }
    meet(ctx, ticket.no, 'ticket.inform');
    noteEvent(ctx, ticket.no, 'informed');
  });
}

/** Progress, or anything worth keeping; asks again tomorrow while the work goes on (rule 36). */
export function noteOn(ctx: Ctx, no: string, text: string): TicketRecord {
  return step(ctx, no, 'note', 'ticket.note', (ticket) => {
    if (meet(ctx, ticket.no, 'ticket.progress')) promiseProgress(ctx, ticket.no, ctx.now);
    noteEvent(ctx, ticket.no, 'note', { text });
  });
}

export interface Finish {
  work: string;
  costFen: number | undefined;
  /** When the water test was made; a later one is recorded by `recordLeakTest`. */
  leakTestedAt: Moment | undefined;
}

/** The work is done: needs neither assignment nor arrival (decision 33). */
export function finishTicket(ctx: Ctx, no: string, done: Finish): TicketRecord {
  return step(ctx, no, 'finish', 'ticket.finish', (ticket, entry) => {
    const leakTestedAt = done.leakTestedAt ?? null;
    if (leakTestedAt) refuseBadTest(ctx, ticket, leakTestedAt);
    store.update(ctx.ledger, ticket.no, {
      state: 'finished',
      finishedAt: ctx.now,
      work: done.work,
      costFen: done.costFen ?? null,
      leakTestedAt,
    });
    meet(ctx, ticket.no, 'ticket.arrive');
    meet(ctx, ticket.no, 'ticket.finish');
    release(ctx, ticket.no, 'ticket.progress', 'ticket.inform');
    const base = { subject: ticket.no, role: 'clerk' } as const;
    promise(ctx, { ...base, kind: 'ticket.slip', clause: 'tickets.slip', from: ctx.now });
    promise(ctx, {
      ...base,
      kind: 'ticket.callback',
      clause: `tickets.callback.${ticket.category}`,
      from: callbackFrom(ticket.category, leakTestedAt, ctx.now),
    });
    noteEvent(ctx, ticket.no, 'finished', {
      work: done.work,
      costFen: done.costFen ?? null,
      leakTestedAt,
    });
    entry.changes = { finishedAt: ctx.now, cost: done.costFen ?? null, leakTestedAt };
  });
}

/** A leak's callback counts from the water test, if there was one (decision 5). */
const callbackFrom = (category: Category, testedAt: Moment | null, finishedAt: Moment): Moment =>
  category === 'leak' && testedAt ? testedAt : finishedAt;

function refuseBadTest(ctx: Ctx, ticket: Ticket, testedAt: Moment): void {
  if (ticket.category !== 'leak') {
    throw refused(
      'no_leak',
      w(`${ticket.no} 不是渗漏水，没有试漏。`, `${ticket.no} is no leak and has no water test.`),
      w('渗漏水的工单用 --category leak 登记。', 'A leak is opened with --category leak.'),
    );
  }
  if (testedAt < ticket.openedAt || testedAt > ctx.now) {
    throw refused(
      'bad_test_time',
      w('试漏时间应在报修之后、现在之前。', 'A water test lies between the report and now.'),
      w(
        `完工后再试漏的，届时登记：wy ticket leak-test ${ticket.no}`,
        `One made later is recorded then: wy ticket leak-test ${ticket.no}`,
      ),
    );
  }
}

/** A water test made after the work was finished: the callback counts from it (rule 42). */
export function recordLeakTest(ctx: Ctx, no: string): TicketRecord {
  return step(ctx, no, 'leakTest', 'ticket.leak-test', (ticket, entry) => {
    refuseBadTest(ctx, ticket, ctx.now);
    store.update(ctx.ledger, ticket.no, { leakTestedAt: ctx.now });
    if (isPromised(ctx, ticket.no, 'ticket.callback')) {
      repromise(ctx, {
        subject: ticket.no,
        kind: 'ticket.callback',
        role: 'clerk',
        clause: 'tickets.callback.leak',
        from: ctx.now,
      });
    }
    noteEvent(ctx, ticket.no, 'leakTested');
    entry.changes = { leakTestedAt: ctx.now };
  });
}

/** The slip is back, complete and signed (rules 31–34); dissatisfied sends it back to work. */
export function closeTicket(
  ctx: Ctx,
  no: string,
  slip: { signedBy: string; satisfied: boolean },
): TicketRecord {
  return step(ctx, no, 'close', 'ticket.close', (ticket, entry) => {
    meet(ctx, ticket.no, 'ticket.slip');
    noteEvent(ctx, ticket.no, slip.satisfied ? 'closed' : 'rejected', { signedBy: slip.signedBy });
    entry.changes = { satisfied: slip.satisfied, signedBy: null };
    if (slip.satisfied) {
      store.update(ctx.ledger, ticket.no, { state: 'closed', closedAt: ctx.now, ...slip });
    } else {
      backToWork(ctx, ticket);
    }
  });
}

/** A repeat repair (返修): it was said to be done and was not. */
export function reopenTicket(ctx: Ctx, no: string, reason: string): TicketRecord {
  return step(ctx, no, 'reopen', 'ticket.reopen', (ticket, entry) => {
    noteEvent(ctx, ticket.no, 'reopened', { reason });
    repeat(ctx, ticket);
    entry.changes = { repeats: ticket.repeats + 1 };
  });
}

function repeat(ctx: Ctx, ticket: Ticket): void {
  store.update(ctx.ledger, ticket.no, { repeats: ticket.repeats + 1 });
  backToWork(ctx, ticket);
}

/** A new round: the moments of the last one stay in the timeline, its open promises fall away. */
function backToWork(ctx: Ctx, ticket: Ticket): void {
  const { assigneeId } = ticket;
  store.update(ctx.ledger, ticket.no, {
    state: assigneeId === null ? 'open' : 'assigned',
    appointmentAt: null,
    arrivedAt: null,
    finishedAt: null,
    leakTestedAt: null,
    closedAt: null,
    signedBy: null,
    satisfied: null,
  });
  release(ctx, ticket.no);
  promiseWork(ctx, ticket.no, ctx.now, assigneeId);
}

export function cancelTicket(ctx: Ctx, no: string, reason: string): TicketRecord {
  return step(ctx, no, 'cancel', 'ticket.cancel', (ticket, entry) => {
    store.update(ctx.ledger, ticket.no, { state: 'cancelled', cancelledAt: ctx.now });
    release(ctx, ticket.no);
    noteEvent(ctx, ticket.no, 'cancelled', { reason });
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
  return step(ctx, no, 'callback', 'ticket.callback', (ticket, entry) => {
    const rated = {
      callbackResult: answer.result,
      callbackQuality: answer.quality ?? null,
      callbackAttitude: answer.attitude ?? null,
    };
    store.update(ctx.ledger, ticket.no, { callbackAt: ctx.now, ...rated });
    meet(ctx, ticket.no, 'ticket.callback');
    noteEvent(ctx, ticket.no, 'calledBack', {
      result: answer.result,
      quality: answer.quality ?? null,
      attitude: answer.attitude ?? null,
      note: answer.note ?? null,
    });
    entry.changes = rated;
    if (answer.result === 'dissatisfied') repeat(ctx, ticket);
  });
}

function requireTicket(ctx: Ctx, typed: string): Ticket {
  const no = resolveNumber(ctx.ledger, TICKETS, typed, ctx.today);
  return requireRecord(ctx.ledger, no);
}

function requireRecord(ledger: Ledger, no: string): TicketRecord {
  const ticket = store.byNumber(ledger, no);
  if (!ticket) throw new Error(`ticket ${no} was not written`);
  return { ...ticket, deadlines: deadlinesOf(ledger, [no]).get(no) ?? [] };
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
    overdueAt: query.overdue ? ctx.now : null,
    assigneeId: query.to ? requireStaff(ledger, query.to).id : null,
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
