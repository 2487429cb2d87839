import { owingWords } from '../accounts/owing.ts';
import { requireCase, requireRecord } from '../cases/record.ts';
import { timePassed, tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import type { Ticket } from '../tickets/model.ts';
import { TICKET } from '../tickets/record.ts';
import { note } from '../timeline/service.ts';
import { categoryByWords, requireCategory } from './categories.ts';
import { refuseFaceless, unitOfComplainant } from './complainant.ts';
import type { Against, Channel, Grade, Nature } from './model.ts';
import { promiseAtReception } from './promises.ts';
import { COMPLAINT, COMPLAINTS, type ComplaintRecord, remindOfHarm } from './record.ts';
import { earlierLike, newlyRecurring, pointOut, promiseAnalysis } from './repeats.ts';
import * as store from './store.ts';

export interface NewComplaint {
  text: string;
  /** At least one of unit, who, phone and place; what it is about brings its own. */
  unit?: string | undefined;
  who?: string | undefined;
  phone?: string | undefined;
  place?: string | undefined;
  channel: Channel;
  grade: Grade;
  nature: Nature;
  /** A code or name of the policy; undefined: by the words of the text. */
  category?: string | undefined;
  against: Against;
  againstPerson?: string | undefined;
  happenedAt?: Moment | undefined;
  wants?: string | undefined;
  askedUntilAt?: Moment | undefined;
  harmOngoing?: boolean | undefined;
  /** The repair that became this complaint. */
  about?: string | undefined;
}

/**
 * Records a complaint as it is received (rules 50–56), with all that it promises; points out what it
 * repeats. Refuses one of whom nobody could say whose it is or where, and times that cannot be.
 */
export function logComplaint(ctx: Ctx, typed: NewComplaint): ComplaintRecord {
  return transact(ctx, 'complaint.log', (entry) => {
    const { ledger } = ctx;
    const made = { ...typed, who: typed.who === undefined ? undefined : plainName(typed.who) };
    refuseFaceless(made);
    refuseBadTimes(ctx, made);
    const ticket = made.about === undefined ? null : repairOf(ctx, made.about);
    const unit = unitOfComplainant(ctx, made, ticket?.unit ?? null);
    const category = made.category
      ? requireCategory(ctx.policy, made.category)
      : supposedCategory(ctx, made.text);
    const earlier = earlierLike(ctx, { no: null, unitId: unit?.id ?? null, category });
    const recurring = newlyRecurring(ctx, earlier);

    const no = nextNumber(ledger, COMPLAINTS, ctx.today);
    const row = { ...rowOf(ctx, made, unit, ticket), no, category, recurring };
    store.insert(ledger, row);
    promiseAtReception(ctx, { ...row, assigneeId: null });
    if (recurring) promiseAnalysis(ctx, no);
    note(ctx, no, 'received', { channel: row.channel, grade: row.grade });
    if (ticket) note(ctx, ticket.no, 'complained', { complaint: no });
    entry.subject = no;
    entry.changes = changesOf(row, unit?.code ?? null);

    pointOut(ctx, earlier);
    if (unit && COMMUNICATIVE.includes(made.nature)) showArrears(ctx, unit);
    const complaint = requireRecord(ledger, COMPLAINT, no);
    remindOfHarm(ctx, complaint);
    return complaint;
  });
}

/** Asked and answered: the clerk looks up what is owed (rule 51). */
const COMMUNICATIVE: readonly Nature[] = ['help', 'enquiry', 'venting'];

/** For the clerk to know, never a condition. */
function showArrears(ctx: Ctx, unit: Unit): void {
  const owing = owingWords(ctx, unit.id);
  if (!owing) return;
  ctx.warn(
    w(
      `${unit.code} ${owing.zh}；仅供了解，不影响受理。明细：wy fee statement --unit ${unit.code}`,
      `${unit.code}: ${owing.en}; only for you to know, the service does not hang on it. See wy fee statement --unit ${unit.code}`,
    ),
  );
}

/** A complaint as it is written, but for its number and what its category makes of it. */
const rowOf = (ctx: Ctx, made: NewComplaint, unit: Unit | null, ticket: Ticket | null) => ({
  unitId: unit?.id ?? null,
  place: made.place ?? ticket?.place ?? null,
  caller: made.who ?? null,
  phone: made.phone ?? null,
  text: made.text,
  channel: made.channel,
  grade: made.grade,
  nature: made.nature,
  against: made.against,
  againstPerson: made.againstPerson ?? null,
  happenedAt: made.happenedAt ?? null,
  wants: made.wants ?? null,
  askedUntilAt: made.askedUntilAt ?? null,
  harmAtReception: made.harmOngoing ?? false,
  about: ticket?.no ?? null,
  receivedAt: ctx.now,
  receivedById: ctx.operator().id,
});

const changesOf = (row: store.NewComplaint, unit: string | null) => ({
  unit,
  channel: row.channel,
  grade: row.grade,
  nature: row.nature,
  category: row.category,
  against: row.against,
  askedUntilAt: row.askedUntilAt,
  harmAtReception: row.harmAtReception,
  about: row.about,
  ...(row.caller && { caller: HIDDEN }),
  ...(row.phone && { phone: HIDDEN }),
  ...(row.againstPerson && { againstPerson: HIDDEN }),
});

function repairOf(ctx: Ctx, typed: string): Ticket {
  const ticket = requireCase(ctx, TICKET, typed);
  const refusal = tooEarly(ticket.no, TICKET.show, ticket.openedAt, ctx.now);
  if (refusal) throw refusal;
  return ticket;
}

function refuseBadTimes(ctx: Ctx, { happenedAt, askedUntilAt }: NewComplaint): void {
  const passed = timePassed(askedUntilAt ?? null, ctx.now);
  if (passed) throw passed;
  if (happenedAt === undefined || happenedAt <= ctx.now) return;
  throw refused(
    'not_happened_yet',
    w('发生时间晚于接到投诉的时间。', 'It would have happened after the complaint was received.'),
    w(
      '请核对 --happened；补录以前的投诉请加 --at。',
      'Check --happened; of an earlier complaint say --at.',
    ),
  );
}

/** The category of the words; says aloud when it may as well be another. */
function supposedCategory(ctx: Ctx, text: string): string {
  const { value, name, others } = categoryByWords(ctx.policy, text);
  if (others.zh !== '') {
    ctx.warn(
      w(
        `按用词归入“${name.zh}”，也可能是：${others.zh}（--category）。`,
        `Taken as "${name.en}" by its words; it may as well be: ${others.en} (--category).`,
      ),
    );
  }
  return value;
}
