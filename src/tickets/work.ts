import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { isPromised, meet, promise, reassign, release, repromise } from '../deadlines/service.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireStaff } from '../registry/staff.ts';
import { note } from '../timeline/service.ts';
import type { Category, Ticket } from './model.ts';
import { promiseProgress, refusePast } from './promises.ts';
import { TICKET, type TicketRecord } from './record.ts';
import * as store from './store.ts';

/** The worker is named; `signed`: they took the slip and signed for it (rule 28). */
export function assignTicket(ctx: Ctx, no: string, to: string, signed: boolean): TicketRecord {
  return step(ctx, TICKET, no, 'assign', (ticket, entry) => {
    const staff = requireStaff(ctx.ledger, to);
    const slipTaken = signed || (ticket.slipTaken && ticket.assigneeId === staff.id);
    store.update(ctx.ledger, ticket.no, { state: 'assigned', assigneeId: staff.id, slipTaken });
    reassign(ctx, ticket.no, staff.id, ['ticket.arrive', 'ticket.finish']);
    note(ctx, ticket.no, 'assigned', { to: staff.name, signed });
    entry.changes = { assigneeId: staff.id, slipTaken };
  });
}

export function arriveAt(ctx: Ctx, no: string): TicketRecord {
  return step(ctx, TICKET, no, 'arrive', (ticket, entry) => {
    if (ticket.arrivedAt) {
      throw refused(
        'already_arrived',
        w(`${ticket.no} 已登记到场。`, `The arrival for ${ticket.no} is recorded already.`),
        w(`查看：wy ticket show ${ticket.no}`, `See wy ticket show ${ticket.no}`),
      );
    }
    store.update(ctx.ledger, ticket.no, { arrivedAt: ctx.now });
    meet(ctx, ticket.no, 'ticket.arrive');
    note(ctx, ticket.no, 'arrived');
    entry.changes = { arrivedAt: ctx.now };
  });
}

/** Another time was found: the promises move there, and the desk owes the resident word of it (rule 35). */
export function postponeTicket(ctx: Ctx, no: string, until: Moment, reason: string): TicketRecord {
  return step(ctx, TICKET, no, 'postpone', (ticket, entry) => {
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
    promiseProgress(ctx, ticket, until);
    repromise(ctx, {
      subject: ticket.no,
      kind: 'ticket.inform',
      role: 'clerk',
      clause: 'tickets.inform',
      from: ctx.now,
    });
    note(ctx, ticket.no, 'postponed', { untilAt: until, reason });
    entry.changes = { appointmentAt: until };
  });
}

export function informResident(ctx: Ctx, no: string): TicketRecord {
  return step(ctx, TICKET, no, 'inform', (ticket) => {
    if (!meet(ctx, ticket.no, 'ticket.inform')) {
      throw refused(
        'nothing_to_tell',
        w(`${ticket.no} 没有要告知的新时间。`, `There is no new time to tell for ${ticket.no}.`),
        w(
          `先登记改期：wy ticket postpone ${ticket.no} --until … --reason "…"`,
          `Postpone it first: wy ticket postpone ${ticket.no} --until … --reason "…"`,
        ),
      );
    }
    note(ctx, ticket.no, 'informed');
  });
}

/** Progress, or anything worth keeping; asks again tomorrow while the work goes on (rule 36). */
export function noteOn(ctx: Ctx, no: string, text: string): TicketRecord {
  return step(ctx, TICKET, no, 'note', (ticket) => {
    if (meet(ctx, ticket.no, 'ticket.progress')) promiseProgress(ctx, ticket, ctx.now);
    note(ctx, ticket.no, 'note', { text });
  });
}

export interface Finish {
  work: string;
  costFen: number | undefined;
  /** When the water test was made; a later one is recorded by `recordLeakTest`. */
  leakTestedAt: Moment | undefined;
}

/** The work is done: needs neither assignment nor arrival, which small repairs never get on paper. */
export function finishTicket(ctx: Ctx, no: string, done: Finish): TicketRecord {
  return step(ctx, TICKET, no, 'finish', (ticket, entry) => {
    const leakTestedAt = done.leakTestedAt ?? null;
    if (leakTestedAt) refuseBadTest(ctx, ticket, leakTestedAt);
    store.update(ctx.ledger, ticket.no, {
      state: 'finished',
      finishedAt: ctx.now,
      work: done.work,
      costFen: done.costFen ?? null,
      leakTestedAt,
      satisfied: null,
      acceptAt: null,
      callbackAt: null,
      callbackResult: null,
      callbackQuality: null,
      callbackAttitude: null,
    });
    meet(ctx, ticket.no, 'ticket.arrive');
    meet(ctx, ticket.no, 'ticket.finish');
    release(ctx, ticket.no, 'ticket.progress', 'ticket.inform');
    const base = { subject: ticket.no, role: 'clerk' } as const;
    if (ticket.defectOf) {
      promise(ctx, { ...base, kind: 'ticket.appoint', clause: 'moves.appoint', from: ctx.now });
    } else {
      promise(ctx, { ...base, kind: 'ticket.slip', clause: 'tickets.slip', from: ctx.now });
    }
    promise(ctx, {
      ...base,
      kind: 'ticket.callback',
      clause: `tickets.callback.${ticket.category}`,
      from: callbackFrom(ticket.category, leakTestedAt, ctx.now),
    });
    note(ctx, ticket.no, 'finished', {
      work: done.work,
      costFen: done.costFen ?? null,
      leakTestedAt,
    });
    entry.changes = { finishedAt: ctx.now, costFen: done.costFen ?? null, leakTestedAt };
  });
}

/** A time is fixed at which the owner comes to accept the repair of a defect (rule 14). */
export function appointAcceptance(ctx: Ctx, no: string, until: Moment): TicketRecord {
  return step(ctx, TICKET, no, 'appoint', (ticket, entry) => {
    if (!ticket.defectOf) throw noDefect(ticket.no);
    refusePast(ctx, until);
    store.update(ctx.ledger, ticket.no, { acceptAt: until });
    meet(ctx, ticket.no, 'ticket.appoint');
    repromise(ctx, {
      subject: ticket.no,
      kind: 'ticket.accept',
      role: 'clerk',
      clause: 'moves.accept',
      from: until,
    });
    note(ctx, ticket.no, 'appointed', { acceptAt: until });
    entry.changes = { acceptAt: until };
  });
}

const noDefect = (no: string) =>
  refused(
    'no_defect',
    w(
      `${no} 不是交房时的缺陷，不用约业主复验。`,
      `${no} is no defect of a move-in; nobody need come to accept it.`,
    ),
    w(
      `收回工单：wy ticket close ${no} --signed-by … --satisfied yes`,
      `Take the slip back: wy ticket close ${no} --signed-by … --satisfied yes`,
    ),
  );

/** A leak's callback counts from the water test, if there was one (rule 42). */
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
  return step(ctx, TICKET, no, 'leak-test', (ticket, entry) => {
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
    note(ctx, ticket.no, 'leakTested');
    entry.changes = { leakTestedAt: ctx.now };
  });
}
