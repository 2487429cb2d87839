import { requireCase, requireRecord } from '../cases/record.ts';
import { timePassed, tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { list, w } from '../lib/words.ts';
import type { Ticket } from '../tickets/model.ts';
import { TICKET } from '../tickets/record.ts';
import { note } from '../timeline/service.ts';
import { categoriesInUse, requireCategory } from './categories.ts';
import { refuseFaceless, unitOfComplainant } from './complainant.ts';
import type { Against, Channel, Grade, Nature } from './model.ts';
import { promiseAtReception } from './promises.ts';
import { proposeCategory } from './proposal-rules.ts';
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
  /** The number it had elsewhere. */
  former?: string | undefined;
}

/**
 * Records a complaint as it is received (rules 50–56), with all that it promises; points out what it
 * repeats. Refuses one of whom nobody could say whose it is or where, and times that cannot be.
 */
export function logComplaint(ctx: Ctx, made: NewComplaint): ComplaintRecord {
  return transact(ctx, 'complaint.log', (entry) => {
    const { ledger } = ctx;
    const named = { ...made, who: made.who === undefined ? undefined : plainName(made.who) };
    refuseFaceless(named);
    refuseBadTimes(ctx, made);
    const ticket = made.about === undefined ? null : repairOf(ctx, made.about);
    const unit = unitOfComplainant(ctx, named, ticket?.unit ?? null);
    const category = made.category
      ? requireCategory(ctx.policy, made.category)
      : categoryByWords(ctx, made.text);
    const earlier = earlierLike(ctx, { no: null, unitId: unit?.id ?? null, category });
    const recurring = newlyRecurring(ctx, earlier);
    const no = nextNumber(ledger, COMPLAINTS, ctx.today);
    const row: store.NewComplaint = {
      ...optional(named),
      no,
      unitId: unit?.id ?? null,
      place: made.place ?? ticket?.place ?? null,
      text: made.text,
      channel: made.channel,
      grade: made.grade,
      nature: made.nature,
      category,
      against: made.against,
      harmOngoing: made.harmOngoing ?? false,
      about: ticket?.no ?? null,
      receivedAt: ctx.now,
      receivedById: ctx.operator().id,
      recurring,
    };
    store.insert(ledger, row);
    promiseAtReception(ctx, { ...row, assigneeId: null });
    if (recurring) promiseAnalysis(ctx, no);
    note(ctx, no, 'received', { channel: row.channel, grade: row.grade });
    if (ticket) note(ctx, ticket.no, 'complained', { complaint: no });
    pointOut(ctx, earlier);
    entry.subject = no;
    entry.changes = changesOf(row, unit?.code ?? null);
    const complaint = requireRecord(ledger, COMPLAINT, no);
    remindOfHarm(ctx, complaint);
    return complaint;
  });
}

/** What need not be known of a complaint. */
const optional = (made: NewComplaint) => ({
  former: made.former ?? null,
  caller: made.who ?? null,
  phone: made.phone ?? null,
  againstPerson: made.againstPerson ?? null,
  happenedAt: made.happenedAt ?? null,
  wants: made.wants ?? null,
  askedUntilAt: made.askedUntilAt ?? null,
});

const changesOf = (row: store.NewComplaint, unit: string | null) => ({
  unit,
  channel: row.channel,
  grade: row.grade,
  nature: row.nature,
  category: row.category,
  against: row.against,
  askedUntilAt: row.askedUntilAt,
  harmOngoing: row.harmOngoing,
  about: row.about,
  former: row.former,
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

function categoryByWords(ctx: Ctx, text: string): string {
  const { value, equals } = proposeCategory(text, ctx.policy.complaints.categories);
  if (equals.length > 0) {
    const names = categoriesInUse(ctx.policy);
    const named = (code: string) => names[code] ?? w(code, code);
    const others = list(equals.map(named));
    ctx.warn(
      w(
        `按用词归入“${named(value).zh}”，也可能是：${others.zh}（--category）。`,
        `Taken as "${named(value).en}" by its words; it may as well be: ${others.en} (--category).`,
      ),
    );
  }
  return value;
}
