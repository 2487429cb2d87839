import type { Result } from '../../cases/model.ts';
import { cancelTicket, closeTicket, recordCallback, reopenTicket } from '../../tickets/ending.ts';
import { openTicket } from '../../tickets/opening.ts';
import {
  appointAcceptance,
  arriveAt,
  assignTicket,
  finishTicket,
  informResident,
  noteOn,
  postponeTicket,
  recordLeakTest,
} from '../../tickets/work.ts';
import type { Fault } from '../faults.ts';
import type { Random } from '../random.ts';
import type { Step, When } from '../story.ts';
import { atOnce, later, onDay } from '../story.ts';
import { CAME_BACK, CANCELLED, POSTPONED, PROGRESS, REMARKS, type Sayings } from '../words.ts';
import { ringInVain, visit } from './visit-steps.ts';

/** One repair of the sample estate: what broke where, who called, who mends it. */
export interface Repair {
  readonly random: Random;
  readonly fault: Fault;
  /** One of the two. */
  readonly unit: string | undefined;
  readonly place: string | undefined;
  readonly caller: { readonly name: string; readonly phone: string | null };
  readonly worker: string;
  /** Known once the ticket is open. */
  no: string;
  isPaid: boolean;
}

export type RepairStep = Step<Repair>;

const said = ({ random, unit }: Repair, sayings: Sayings) =>
  random.pick(unit === undefined ? sayings.grounds : sayings.home);

/** The report, with the time agreed for the visit, if any. */
export const open = (agree?: When): RepairStep => ({
  when: atOnce,
  agree,
  act: (ctx, it, agreedAt) => {
    const { item, system, part, damage, category, urgent } = it.fault;
    const ticket = openTicket(ctx, {
      unit: it.unit,
      place: it.place,
      item,
      system,
      part,
      damage,
      caller: it.caller.name,
      phone: it.caller.phone ?? undefined,
      category,
      urgent,
      appointmentAt: agree ? agreedAt : undefined,
      charge: undefined,
    });
    it.no = ticket.no;
    it.isPaid = ticket.charge === 'paid';
  },
});

export const assign = (when: When = later(3, 25)): RepairStep => ({
  when,
  act: (ctx, it) => void assignTicket(ctx, it.no, it.worker, it.random.chance(85)),
});

export const arrive = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void arriveAt(ctx, it.no),
});

export const postpone = (when: When, agree: When): RepairStep => ({
  when,
  agree,
  act: (ctx, it, agreedAt) => {
    if (agreedAt) postponeTicket(ctx, it.no, agreedAt, said(it, POSTPONED));
  },
});

export const inform = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void informResident(ctx, it.no),
});

export const note = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void noteOn(ctx, it.no, said(it, PROGRESS)),
});

/** The work is done; of a leak that was tested there and then also the water test. */
export const finish = (when: When, { tested = false } = {}): RepairStep => ({
  when,
  act: (ctx, it) => {
    const [from, to] = it.fault.yuan;
    const yuan = it.random.between(from / 5, to / 5) * 5;
    finishTicket(ctx, it.no, {
      work: it.random.pick(it.fault.works),
      costFen: it.isPaid && yuan > 0 ? yuan * 100 : undefined,
      leakTestedAt: tested ? ctx.now : undefined,
    });
  },
});

/** Of a defect: a time at which the owner comes to see it (rule 14). */
export const appoint = (when: When, agree: When): RepairStep => ({
  when,
  agree,
  act: (ctx, it, agreedAt) => {
    if (agreedAt) appointAcceptance(ctx, it.no, agreedAt);
  },
});

export const leakTest = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void recordLeakTest(ctx, it.no),
});

/** The slip comes back, signed by whoever called; of a defect this accepts the repair. */
export const slip = (when: When = later(8, 70), satisfied = true): RepairStep => ({
  when,
  act: (ctx, it) => void closeTicket(ctx, it.no, { signedBy: it.caller.name, satisfied }),
});

export const missed = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void ringInVain(ctx, it.no),
});

/** Some are recorded as a call or a visit of its own, which carries the callback out. */
const BY_VISIT_PERCENT = 25;

/** As a rule on the next morning (rule 42). */
export const callBack = (when: When = onDay(1, '09:00', '11:40'), result?: Result): RepairStep => ({
  when,
  act: (ctx, it) => {
    const { random } = it;
    const answer = result ?? (random.chance(86) ? 'satisfied' : 'fair');
    const best = { satisfied: 5, fair: 4, dissatisfied: 2 }[answer];
    const speaks = answer !== 'satisfied' || random.chance(25);
    const quality = random.between(best - 1, best);
    const attitude = random.between(best, Math.min(best + 1, 5));
    const remark = speaks ? said(it, REMARKS[answer]) : undefined;
    const rated = { result: answer, quality, attitude };
    if (random.chance(BY_VISIT_PERCENT)) {
      const way = it.unit !== undefined && random.chance(80) ? 'phone' : 'door';
      visit(ctx, { no: it.no, way, ...rated, opinion: remark });
    } else {
      recordCallback(ctx, it.no, { ...rated, note: remark });
    }
  },
});

export const reopen = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void reopenTicket(ctx, it.no, said(it, CAME_BACK)),
});

export const cancel = (when: When): RepairStep => ({
  when,
  act: (ctx, it) => void cancelTicket(ctx, it.no, said(it, CANCELLED)),
});
