import type { Ctx } from '../context.ts';
import { type Entry, HIDDEN } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { same, w } from '../lib/words.ts';
import { putFileReading, strikeFileReadings } from '../meters/files.ts';
import { requireStaff } from '../registry/staff.ts';
import { handOver } from '../registry/units.ts';
import type { Category } from '../tickets/model.ts';
import { openTicket } from '../tickets/opening.ts';
import { note } from '../timeline/service.ts';
import { flagLimits } from '../trusts/limits.ts';
import { type Booked, bookedOf } from './booked.ts';
import { codesIn } from './checklist-rules.ts';
import { codeTyped } from './code-rules.ts';
import { codesTyped, type Goods, goodsTyped, putItems } from './items.ts';
import { FORWARDING, INSPECTION } from './model.ts';
import { type Readings, readingsTyped, warnOfReading } from './readings.ts';
import { fileStep, type MoveFile, type MoveRecord } from './record.ts';
import * as store from './store.ts';

/**
 * Papers handed in and forms signed, by their codes or names (rules 1–7); `attendee`: who brought
 * them instead of the person themselves.
 */
export function addPapers(
  ctx: Ctx,
  no: string,
  typed: readonly string[],
  attendee?: string,
): MoveFile {
  return fileStep(ctx, no, 'paper', (move, entry) => {
    const codes = codesTyped(ctx, move, 'paper', typed);
    const there = move.items.filter(({ kind }) => kind === 'paper').map(({ code }) => code);
    const added = codes.filter((code) => !there.includes(code));
    if (added.length === 0) {
      throw refused(
        'papers_there',
        w(`${move.no} 已有这些资料。`, `${move.no} has these papers already.`),
        w(`查看：wy resident file ${move.no}`, `See wy resident file ${move.no}`),
      );
    }
    putItems(ctx, move, { kind: 'paper', codes: added }, entry);
    if (attendee === undefined) return;
    store.update(ctx.ledger, move.no, { attendee });
    note(ctx, move.no, 'attended', { attendee });
    entry.changes = { ...entry.changes, attendee: HIDDEN };
  });
}

/** Goods handed out against a signature (rule 9); with the keys the unit is handed over. */
export function handOut(ctx: Ctx, no: string, goods: Goods & { signedBy: string }): MoveFile {
  return fileStep(ctx, no, 'handout', (move, entry) => {
    const codes = goodsTyped(ctx, move, 'handout', goods);
    putItems(ctx, move, { kind: 'handout', codes, ...goods }, entry);
    if (move.kind === 'move-in' && codes.includes('keys')) handOver(ctx, move.unit, ctx.today);
  });
}

/** Goods given back at a move-out (rule 19). */
export function takeBack(ctx: Ctx, no: string, goods: Goods): MoveFile {
  return fileStep(ctx, no, 'return', (move, entry) => {
    const codes = goodsTyped(ctx, move, 'return', goods);
    putItems(ctx, move, { kind: 'return', codes, ...goods }, entry);
  });
}

/**
 * What was found and done about arrears, vehicles, deposits, the exit pass (rule 19); of arrears and
 * deposits what the books say is noted, too.
 */
export function settle(
  ctx: Ctx,
  no: string,
  it: { items: readonly string[]; detail: string },
): MoveFile {
  return fileStep(ctx, no, 'settle', (move, entry) => {
    const codes = codesTyped(ctx, move, 'settlement', it.items);
    if (codes.includes(FORWARDING)) {
      throw misused(
        'personal_item',
        w('迁往地址另记。', 'The forwarding address is recorded by itself.'),
        same(`wy resident forward ${move.no} --address "…"`),
      );
    }
    const known = bookedOf(ctx, move).filter(({ code }) => codes.includes(code));
    const others = codes.filter((code) => !known.some((each) => each.code === code));
    const { detail } = it;
    if (others.length > 0)
      putItems(ctx, move, { kind: 'settlement', codes: others, detail }, entry);
    for (const each of known) putBooked(ctx, move, each, detail, entry);
    entry.changes = { ...entry.changes, codes };
  });
}

/** What the books say before what the clerk says; it keeps nobody from moving out. */
function putBooked(
  ctx: Ctx,
  move: MoveRecord,
  { code, words, see }: Booked,
  detail: string,
  entry: Entry,
): void {
  const told = w(`${words.zh}；${detail}`, `${words.en}; ${detail}`)[ctx.lang];
  putItems(ctx, move, { kind: 'settlement', codes: [code], detail: told }, entry);
  ctx.warn(
    w(
      `${move.unit} ${words.zh}，已记入。明细：${see}`,
      `${move.unit}: ${words.en}, noted. See ${see}`,
    ),
  );
}

/** Where post reaches whoever moved out; personal, so the journal only names it. */
export function forwardTo(ctx: Ctx, no: string, address: string): MoveFile {
  return fileStep(ctx, no, 'forward', (move, entry) => {
    store.update(ctx.ledger, move.no, { forwarding: address });
    note(ctx, move.no, 'forwarded', { address });
    entry.changes = { forwarding: HIDDEN };
  });
}

/** Readings that both sides confirm (rule 11); a second one of the same meter corrects the first. */
export function readMeters(
  ctx: Ctx,
  no: string,
  readings: Readings,
  confirmedBy: string | undefined,
): MoveFile {
  return fileStep(ctx, no, 'meter', (move, entry) => {
    const read = readingsTyped(ctx, move, readings);
    for (const it of read) {
      const reading = { ...it, readOn: ctx.today, confirmedBy: confirmedBy ?? null };
      warnOfReading(ctx, move, reading);
      putFileReading(ctx, move, reading);
    }
    flagLimits(ctx, [move.unitId]);
    const told = read.map((it) => [`${it.meter}Thousandths`, it.readingThousandths] as const);
    note(ctx, move.no, 'metered', {
      ...Object.fromEntries(told),
      confirmedBy: confirmedBy ?? null,
    });
    entry.changes = {
      ...Object.fromEntries(told),
      ...(confirmedBy && { confirmedBy: HIDDEN }),
    };
  });
}

/** The house was gone over item by item, the form signed by the owner (rule 10). */
export function inspect(
  ctx: Ctx,
  no: string,
  it: { inspector: string; signedBy: string },
): MoveFile {
  return fileStep(ctx, no, 'inspect', (move, entry) => {
    const inspector = requireStaff(ctx.ledger, it.inspector);
    store.update(ctx.ledger, move.no, {
      inspectedAt: ctx.now,
      inspectorId: inspector.id,
      inspectionSignedBy: it.signedBy,
    });
    note(ctx, move.no, 'inspected', { inspector: inspector.name, signedBy: it.signedBy });
    entry.changes = { inspectedAt: ctx.now, inspectorId: inspector.id, signedBy: HIDDEN };
  });
}

export interface NewDefect {
  item: string;
  /** Where in the house. */
  place: string | undefined;
  category: Category;
  /** When the developer's people come, if that is agreed. */
  appointmentAt: Moment | undefined;
}

/** A defect becomes a repair of the developer's warranty (rules 12, 13). */
export function addDefect(ctx: Ctx, no: string, made: NewDefect): MoveFile {
  return fileStep(ctx, no, 'defect', (move, entry) => {
    const ticket = openTicket(ctx, {
      unit: move.unit,
      place: undefined,
      item: made.place === undefined ? made.item : `${made.place} ${made.item}`,
      system: undefined,
      part: undefined,
      damage: undefined,
      caller: move.who,
      phone: move.phone ?? undefined,
      category: made.category,
      urgent: false,
      appointmentAt: made.appointmentAt,
      charge: 'warranty',
      defectOf: move.no,
    });
    note(ctx, move.no, 'defect', { ticket: ticket.no, item: ticket.item });
    entry.changes = { ticket: ticket.no, category: made.category };
  });
}

/** What was recorded by mistake is struck out; the timeline keeps that it stood there. */
export function strikeOut(
  ctx: Ctx,
  no: string,
  typed: readonly string[],
  reason: string,
): MoveFile {
  return fileStep(ctx, no, 'strike', (move, entry) => {
    const there = codesIn(move);
    if (there.length === 0) throw nothingThere(move.no);
    const codes = [...new Set(typed.map((each) => codeTyped(there, each, ctx.policy.moves)))];
    store.strikeItems(ctx.ledger, move.no, codes);
    strikeFileReadings(ctx, move.no, codes);
    if (codes.includes(INSPECTION)) store.update(ctx.ledger, move.no, NOT_INSPECTED);
    if (codes.includes(FORWARDING)) store.update(ctx.ledger, move.no, { forwarding: null });
    note(ctx, move.no, 'struck', { codes: codes.join(','), reason });
    entry.changes = { codes };
  });
}

const NOT_INSPECTED = { inspectedAt: null, inspectorId: null, inspectionSignedBy: null } as const;

const nothingThere = (no: string) =>
  refused(
    'nothing_there',
    w(`${no} 里还没有登记什么。`, `Nothing is recorded in ${no} yet.`),
    w(`查看：wy resident file ${no}`, `See wy resident file ${no}`),
  );

/** Anything worth keeping. */
export function noteOnFile(ctx: Ctx, no: string, text: string): MoveFile {
  return fileStep(ctx, no, 'note', (move) => note(ctx, move.no, 'note', { text }));
}
