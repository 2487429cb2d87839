import { requireRecord } from '../cases/record.ts';
import { timePassed } from '../cases/rules.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { meet, promise, release, repromise } from '../deadlines/service.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { misused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { Channel, Enquiry, Kind, State } from './model.ts';
import { NOBODY, recipientOf, told } from './recipient.ts';
import { ENQUIRIES, ENQUIRY, type EnquiryRecord } from './record.ts';
import { endsWithPassing, usualKind } from './rules.ts';
import * as store from './store.ts';

export interface NewEnquiry {
  channel: Channel;
  /** Undefined: by the channel. */
  kind: Kind | undefined;
  who: string | undefined;
  phone: string | undefined;
  unit: string | undefined;
  text: string;
  /** Answered at once, or promised until then: not both. */
  answer: string | undefined;
  promisedAt: Moment | undefined;
  /** Staff, a role or a name. */
  passTo: string | undefined;
}

/**
 * Records a call, a visit or a message (rules 65–67, 178). What is neither answered nor handed over
 * is owed an answer: by the time promised, else within the policy's limit.
 */
export function logEnquiry(ctx: Ctx, made: NewEnquiry): EnquiryRecord {
  return transact(ctx, 'enquiry.log', (entry) => {
    const { ledger } = ctx;
    if (made.answer !== undefined && made.promisedAt !== undefined) throw bothAnswers();
    refusePast(made.promisedAt ?? null, ctx.now);
    const to = made.passTo === undefined ? NOBODY : recipientOf(ctx, made.passTo);
    const no = nextNumber(ledger, ENQUIRIES, ctx.today);
    store.insert(ledger, { no, ...to, ...rowOf(ctx, made) });
    const enquiry = requireRecord(ledger, ENQUIRY, no);
    tellFirst(ctx, enquiry);
    if (enquiry.state === 'open') promise(ctx, owed(ctx, enquiry));
    warnOf(ctx, enquiry);
    const { channel, kind, unit, state, promisedAt } = enquiry;
    entry.subject = no;
    entry.changes = {
      ...{ channel, kind, unit, state, promisedAt },
      ...told(to),
      ...(made.who && { who: HIDDEN }),
      ...(made.phone && { phone: HIDDEN }),
    };
    return requireRecord(ledger, ENQUIRY, no);
  });
}

function rowOf(ctx: Ctx, made: NewEnquiry) {
  const promisedAt = made.promisedAt ?? null;
  const kind = made.kind ?? usualKind(made.channel);
  const state = firstState(made, { kind, promisedAt });
  return {
    channel: made.channel,
    kind,
    who: made.who ?? null,
    phone: made.phone ?? null,
    unitId: made.unit === undefined ? null : requireUnit(ctx.ledger, made.unit).id,
    text: made.text,
    state,
    promisedAt,
    answer: made.answer ?? null,
    receivedAt: ctx.now,
    receivedById: ctx.operator().id,
    answeredAt: state === 'answered' ? ctx.now : null,
    closedAt: state === 'closed' ? ctx.now : null,
  };
}

const bothAnswers = () =>
  misused(
    'answered_and_promised',
    w('已经答复的不必再约定答复时间。', 'What is answered needs no promise of an answer.'),
    w(
      '--answer 和 --promise 只写一个；还要补充的，约定时间，先答的写进 --text。',
      'Say --answer or --promise; with more to come, promise it, and put the first answer into --text.',
    ),
  );

function refusePast(promisedAt: Moment | null, now: Moment): void {
  const refusal = timePassed(promisedAt, now);
  if (refusal) throw refusal;
}

function firstState(
  { answer, passTo }: Pick<NewEnquiry, 'answer' | 'passTo'>,
  it: Pick<Enquiry, 'kind' | 'promisedAt'>,
): State {
  if (answer !== undefined) return 'answered';
  return passTo !== undefined && endsWithPassing(it) ? 'closed' : 'open';
}

function tellFirst(ctx: Ctx, { no, passedTo, promisedAt, answer }: Enquiry): void {
  note(ctx, no, 'received');
  if (passedTo !== null) note(ctx, no, 'passed', { to: passedTo });
  if (promisedAt !== null) note(ctx, no, 'promised', { untilAt: promisedAt });
  if (answer !== null) note(ctx, no, 'answered', { answer });
}

/** The answer owed: by the time promised (rule 63), else within the policy's limit (rule 69). */
const owed = (ctx: Ctx, { no, promisedAt }: Pick<Enquiry, 'no' | 'promisedAt'>) => ({
  subject: no,
  kind: 'enquiry.answer' as const,
  role: 'clerk' as const,
  ...(promisedAt === null
    ? { clause: 'enquiries.settle' as const, from: ctx.now }
    : { clause: 'enquiries.answer' as const, from: promisedAt }),
});

function warnOf(ctx: Ctx, { no, kind, state, phone, unit, passedTo }: Enquiry): void {
  if (state !== 'open') return;
  if (kind === 'official' && passedTo === null) {
    ctx.warn(
      w(
        `公务来访来电应转给对口人员：wy visit enquiry pass ${no} --to …`,
        `Officials go to whom it concerns: wy visit enquiry pass ${no} --to …`,
      ),
    );
  } else if (phone === null && unit === null) {
    ctx.warn(
      w(
        `没有留下电话或房号，到哪里答复请补记：wy visit enquiry note ${no} "…"`,
        `Neither a phone nor a unit is known; add where to answer: wy visit enquiry note ${no} "…"`,
      ),
    );
  }
}

export function answerEnquiry(ctx: Ctx, no: string, answer: string): EnquiryRecord {
  return step(ctx, ENQUIRY, no, 'answer', (enquiry, entry) => {
    store.update(ctx.ledger, enquiry.no, { state: 'answered', answer, answeredAt: ctx.now });
    meet(ctx, enquiry.no, 'enquiry.answer');
    note(ctx, enquiry.no, 'answered', { answer });
    entry.changes = { answeredAt: ctx.now };
  });
}

/** The caller was told when to expect the answer (rule 63); a later promise takes the earlier one's place. */
export function promiseAnswer(ctx: Ctx, no: string, untilAt: Moment): EnquiryRecord {
  return step(ctx, ENQUIRY, no, 'promise', (enquiry, entry) => {
    refusePast(untilAt, ctx.now);
    store.update(ctx.ledger, enquiry.no, { promisedAt: untilAt });
    repromise(ctx, owed(ctx, { no: enquiry.no, promisedAt: untilAt }));
    note(ctx, enquiry.no, 'promised', { untilAt });
    entry.changes = { promisedAt: untilAt };
  });
}

/** Staff, a role or a name now has it; a message and an official are settled by that. */
export function passEnquiry(ctx: Ctx, no: string, to: string): EnquiryRecord {
  return step(ctx, ENQUIRY, no, 'pass', (enquiry, entry) => {
    const recipient = recipientOf(ctx, to);
    store.update(ctx.ledger, enquiry.no, { ...recipient });
    const { passedTo } = requireRecord(ctx.ledger, ENQUIRY, enquiry.no);
    note(ctx, enquiry.no, 'passed', { to: passedTo });
    entry.changes = told(recipient);
    if (!endsWithPassing(enquiry)) return;
    store.update(ctx.ledger, enquiry.no, { state: 'closed', closedAt: ctx.now });
    meet(ctx, enquiry.no, 'enquiry.answer');
    entry.changes = { ...entry.changes, closedAt: ctx.now };
  });
}

/** Nothing more is owed, though there was no answer: the caller withdrew it, it became a complaint. */
export function closeEnquiry(ctx: Ctx, no: string, reason: string): EnquiryRecord {
  return step(ctx, ENQUIRY, no, 'close', (enquiry, entry) => {
    store.update(ctx.ledger, enquiry.no, { state: 'closed', closedAt: ctx.now });
    release(ctx, enquiry.no);
    note(ctx, enquiry.no, 'closed', { reason });
    entry.changes = { closedAt: ctx.now };
  });
}

export function noteOnEnquiry(ctx: Ctx, no: string, text: string): EnquiryRecord {
  return step(ctx, ENQUIRY, no, 'note', (enquiry) => note(ctx, enquiry.no, 'note', { text }));
}
