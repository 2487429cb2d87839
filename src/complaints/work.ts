import { timePassed, tooEarly } from '../cases/rules.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { isPromised, meet, promise, reassign, repromise } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { endOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireStaff } from '../registry/staff.ts';
import { note } from '../timeline/service.ts';
import type { Complaint, Measure } from './model.ts';
import { COMPLAINT, type ComplaintRecord } from './record.ts';
import { isHarming, see } from './rules.ts';
import * as store from './store.ts';

/** The harm that was going on was stopped, now or at a time since the reception (rule 53). */
export function stopHarm(ctx: Ctx, no: string, stoppedAt: Moment | undefined): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'stop', (it, entry) => {
    const refusal = noHarm(it);
    if (refusal) throw refusal;
    const at = stoppedAt ?? ctx.now;
    refuseOutside(ctx, it, at);
    store.update(ctx.ledger, it.no, { harmStoppedAt: at });
    meet({ ...ctx, now: at }, it.no, 'complaint.stop');
    note(ctx, it.no, 'stopped', at === ctx.now ? {} : { stoppedAt: at });
    entry.changes = { harmStoppedAt: at };
  });
}

function noHarm(it: Complaint) {
  const { no, harmAtReception } = it;
  if (isHarming(it)) return undefined;
  if (!harmAtReception) {
    const words = w(`${no} 没有正在发生的损害。`, `No harm is going on in ${no}.`);
    return refused('no_harm', words, see(no));
  }
  const words = w(`${no} 的损害已登记制止。`, `The harm of ${no} was stopped already.`);
  return refused('already_stopped', words, see(no));
}

/** What is written up later happened in the present round, not after now. */
export function refuseOutside(ctx: Ctx, it: Complaint, at: Moment): void {
  const refusal = tooEarly(it.no, COMPLAINT.show, it.reopenedAt ?? it.receivedAt, at);
  if (refusal) throw refusal;
  if (at <= ctx.now) return;
  throw refused(
    'not_happened_yet',
    w('这个时间还没有到。', 'This time is still to come.'),
    w(
      '以前的事请连日期写，如“昨天 23:50”；还没有发生的，到那时再登记。',
      'Write what was before with its day, such as "昨天 23:50"; record what is to come when it has happened.',
    ),
  );
}

/** The facts are verified (rule 60); what is found later replaces them, the timeline keeps both. */
export function investigate(ctx: Ctx, no: string, facts: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'investigate', (it, entry) => {
    const verifiedAt = it.verifiedAt ?? ctx.now;
    store.update(ctx.ledger, it.no, { verifiedAt, facts });
    meet(ctx, it.no, 'complaint.verify');
    note(ctx, it.no, 'verified', { text: facts });
    entry.changes = { verifiedAt, facts: HIDDEN };
  });
}

/** Who handles it; a major one is still the director's to have resolved. */
export function assignComplaint(ctx: Ctx, no: string, to: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'assign', (it, entry) => {
    const staff = requireStaff(ctx.ledger, to);
    store.update(ctx.ledger, it.no, { assigneeId: staff.id });
    reassign(
      ctx,
      it.no,
      staff.id,
      it.grade === 'major' ? ['complaint.verify'] : ['complaint.verify', 'complaint.resolve'],
    );
    note(ctx, it.no, 'assigned', { to: staff.name });
    entry.changes = { assigneeId: staff.id };
  });
}

export interface Remedy {
  text: string;
  /** What it costs, and who bears it is said in the text (rule 58). */
  costFen: number | undefined;
}

/** One of the remedies that are offered or prepared (rule 58). */
export function planRemedy(ctx: Ctx, no: string, { text, costFen }: Remedy): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'plan', (it, entry) => {
    const part = nextPart(it);
    const cost = costFen ?? null;
    const measure = { part, kind: 'remedy', text, costFen: cost } as const;
    store.insertMeasure(ctx.ledger, it.no, {
      ...measure,
      ownerId: null,
      untilOn: null,
      doneAt: null,
    });
    note(ctx, it.no, 'planned', { part, text, costFen: cost });
    entry.changes = { part, kind: 'remedy', costFen: cost };
  });
}

export interface NewMeasure {
  kind: 'corrective' | 'preventive';
  text: string;
  /** A member of staff. */
  owner: string;
  untilOn: Day;
}

/** A measure against the cause or against the next such case, with who and until when (rule 68). */
export function addMeasure(ctx: Ctx, no: string, made: NewMeasure): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'measure', (it, entry) => {
    const until = endOfDay(made.untilOn, ctx.zone);
    const refusal = timePassed(until, ctx.now);
    if (refusal) throw refusal;
    const owner = requireStaff(ctx.ledger, made.owner);
    const part = nextPart(it);
    const { kind, text, untilOn } = made;
    store.insertMeasure(ctx.ledger, it.no, {
      part,
      kind,
      text,
      costFen: null,
      ownerId: owner.id,
      untilOn,
      doneAt: null,
    });
    promise(ctx, {
      subject: it.no,
      kind: 'complaint.measure',
      part,
      role: owner.roles[0] ?? 'supervisor',
      assigneeId: owner.id,
      clause: 'complaints.measure',
      from: until,
    });
    note(ctx, it.no, 'measure', { part, kind, text, to: owner.name, untilOn });
    entry.changes = { part, kind, ownerId: owner.id, untilOn };
  });
}

const nextPart = ({ measures }: Complaint): number => (measures.at(-1)?.part ?? 0) + 1;

/** A remedy or a measure was carried out. */
export function carryOut(ctx: Ctx, no: string, part: number): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'done', (it, entry) => {
    const measure = requirePart(it, part);
    store.finishMeasure(ctx.ledger, it.no, part, ctx.now);
    meet(ctx, it.no, 'complaint.measure', part);
    note(ctx, it.no, 'carriedOut', { part, kind: measure.kind, text: measure.text });
    entry.changes = { part, doneAt: ctx.now };
  });
}

function requirePart({ no, measures }: Complaint, part: number): Measure {
  const measure = measures.find((each) => each.part === part);
  if (!measure) {
    const words = w(`${no} 没有第 ${part} 项措施。`, `${no} has no measure ${part}.`);
    throw refused('unknown_part', words, see(no));
  }
  if (measure.doneAt) {
    const words = w(
      `${no} 的第 ${part} 项措施已落实。`,
      `Measure ${part} of ${no} is done already.`,
    );
    throw refused('already_done', words, see(no));
  }
  return measure;
}

/** A clear answer to the resident (rule 54), which also keeps an appointed time (rule 63). */
export function replyTo(ctx: Ctx, no: string, text: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'reply', (it, entry) => {
    const repliedAt = it.repliedAt ?? ctx.now;
    store.update(ctx.ledger, it.no, { repliedAt });
    meet(ctx, it.no, 'complaint.reply');
    meet(ctx, it.no, 'complaint.answer');
    note(ctx, it.no, 'replied', { text });
    entry.changes = { repliedAt };
  });
}

/** What nobody can answer at once is answered by a time agreed upon (rule 63); another time moves it. */
export function promiseReply(
  ctx: Ctx,
  no: string,
  until: Moment,
  text: string | undefined,
): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'promise', (it, entry) => {
    const refusal = timePassed(until, ctx.now);
    if (refusal) throw refusal;
    repromise(ctx, {
      subject: it.no,
      kind: 'complaint.answer',
      role: 'clerk',
      clause: 'complaints.answer',
      from: until,
    });
    note(ctx, it.no, 'promised', { untilAt: until, text: text ?? null });
    entry.changes = { untilAt: until };
  });
}

export function noteOn(ctx: Ctx, no: string, text: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'note', (it) => {
    note(ctx, it.no, 'note', { text });
  });
}

/** The written analysis of what recurs (rule 73). */
export function analyse(ctx: Ctx, no: string, text: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'analyse', (it) => {
    if (!isPromised(ctx, it.no, 'complaint.analyse')) {
      throw refused(
        'nothing_to_analyse',
        w(`${it.no} 没有待写的统计分析报告。`, `No analysis is due for ${it.no}.`),
        w('查看重复投诉：wy complaint repeats', 'See what recurs: wy complaint repeats'),
      );
    }
    meet(ctx, it.no, 'complaint.analyse');
    note(ctx, it.no, 'analysed', { text });
  });
}
