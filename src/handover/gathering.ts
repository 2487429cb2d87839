import { agenda } from '../agenda/service.ts';
import { cashOnHand } from '../cash/handing-in.ts';
import { listComplaints } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import { isUnnumbered, kindWords } from '../deadlines/kinds.ts';
import type { Duty } from '../deadlines/model.ts';
import { isRoutine } from '../deadlines/routines.ts';
import { listEntries } from '../entries/listing.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { same, type Words, w } from '../lib/words.ts';
import { listRenovations } from '../renovations/record.ts';
import { STATES as TICKET_STATES } from '../tickets/model.ts';
import { listTickets } from '../tickets/record.ts';
import type { HandoverItem } from './model.ts';
import * as store from './store.ts';

/** What the next shift must know as it stands now, in the desk's language (rules 36, 151). */
export function itemsNow(ctx: Ctx): HandoverItem[] {
  const owed = owedToday(ctx);
  const records = [...repairs(ctx), ...complaints(ctx), ...renovations(ctx), ...entries(ctx)];
  const told = new Set(records.map(({ subject }) => subject));
  return [
    ...notes(ctx),
    ...records.map((item) => ({ ...item, text: withDue(ctx, item, owed) })),
    ...promises(
      ctx,
      owed.filter(({ subject, role }) => role === 'clerk' && !told.has(subject)),
    ),
    ...cash(ctx),
  ];
}

/** What is overdue or due by the end of today, but for the handover itself. */
function owedToday(ctx: Ctx): OwedDuty[] {
  const { duties, declared, endOfToday } = agenda(ctx, {});
  return duties
    .filter(({ kind, dueAt }) => dueAt <= endOfToday && kind !== 'handover.sign')
    .map((duty) => ({
      ...duty,
      words: kindWords(duty.kind, declared),
      isRecord: !isUnnumbered(duty.kind, declared) && !isRoutine(duty.kind),
    }));
}

interface OwedDuty extends Duty {
  words: Words;
  isRecord: boolean;
}

/** A record's line says what it owes first. */
function withDue(ctx: Ctx, { subject, text }: HandoverItem, owed: readonly OwedDuty[]): string {
  const first = owed.find((duty) => duty.subject === subject);
  if (!first) return text;
  return joined(ctx, [same(text), first.words, dueWords(ctx, first)]);
}

const notes = (ctx: Ctx): HandoverItem[] =>
  store.waitingNotes(ctx.ledger).map(({ at, by, text }) => ({
    kind: 'note',
    subject: null,
    text: joined(ctx, [same(localText(at, ctx.zone)), same(by), same(text)]),
  }));

const repairs = (ctx: Ctx): HandoverItem[] =>
  listTickets(ctx, { open: true })
    .filter(({ state }) => state !== 'finished')
    .map(({ no, unit, place, item, state, assignedTo }) => ({
      kind: 'repair',
      subject: no,
      text: joined(ctx, [
        same(unit ?? place ?? ''),
        same(item),
        TICKET_STATES[state],
        same(assignedTo ?? ''),
      ]),
    }));

const complaints = (ctx: Ctx): HandoverItem[] =>
  listComplaints(ctx, { open: true }).map(({ no, unit, place, text, assignedTo }) => ({
    kind: 'complaint',
    subject: no,
    text: joined(ctx, [same(unit ?? place ?? ''), same(text), same(assignedTo ?? '')]),
  }));

/** What else the desk owes by tonight. */
const promises = (ctx: Ctx, owed: readonly OwedDuty[]): HandoverItem[] =>
  owed.map(({ subject, isRecord, unit, title, words, dueAt }) => ({
    kind: 'promise',
    subject: isRecord ? subject : null,
    text: joined(ctx, [words, same(unit ?? ''), same(title), dueWords(ctx, { dueAt })]),
  }));

/** `11-22 18:00 前`, by the end of the day `11-22 前`; what is over says so. */
function dueWords({ zone, now }: Ctx, { dueAt }: Pick<OwedDuty, 'dueAt'>): Words {
  const [day, time] = localText(dueAt, zone).slice('2026-'.length).split(' ');
  const when = time === DAY_END ? day : `${day} ${time}`;
  return dueAt < now ? w(`超期（${when}）`, `overdue (${when})`) : w(`${when} 前`, `by ${when}`);
}

const DAY_END = '23:59';

const renovations = (ctx: Ctx): HandoverItem[] =>
  listRenovations(ctx, { state: 'permitted' }).map(({ no, unit, scope }) => ({
    kind: 'renovation',
    subject: no,
    text: joined(ctx, [same(unit), same(scope)]),
  }));

/** The open entries of books that say so: keys out, parcels waiting, passes not checked out. */
const entries = (ctx: Ctx): HandoverItem[] =>
  ctx.books
    .filter(({ isEnabled, isHandedOver }) => isEnabled && isHandedOver)
    .flatMap((book) =>
      listEntries(ctx, book, { open: true, fields: {} }).map(({ no, unit, title }) => ({
        kind: book.key,
        subject: no,
        text: joined(ctx, [same(unit ?? ''), same(title)]),
      })),
    );

function cash(ctx: Ctx): HandoverItem[] {
  const fen = cashOnHand(ctx);
  const text = joined(ctx, [w(`现金 ${yuanText(fen)} 元`, `${yuanText(fen)} yuan in cash`)]);
  return fen === 0 ? [] : [{ kind: 'cash', subject: null, text }];
}

const joined = ({ lang }: Ctx, words: readonly Words[]): string =>
  words
    .map((each) => each[lang])
    .filter((text) => text !== '')
    .join('  ');
