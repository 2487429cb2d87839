import type { Ctx } from '../context.ts';
import { type Entry, HIDDEN } from '../ledger/transact.ts';
import { scaledText } from '../lib/decimal.ts';
import { misused, refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireStaff } from '../registry/staff.ts';
import { handOver } from '../registry/units.ts';
import type { Category } from '../tickets/model.ts';
import { openTicket } from '../tickets/opening.ts';
import { note } from '../timeline/service.ts';
import { codeTyped } from './checklist-rules.ts';
import { FORWARDING, type Item, type ItemKind, METERS, type Meter, type Reading } from './model.ts';
import { fileStep, type MoveFile, type MoveRecord } from './record.ts';
import * as store from './store.ts';

/** Papers handed in and forms signed, by their codes or names (rules 1–7). */
export function addPapers(ctx: Ctx, no: string, typed: readonly string[]): MoveFile {
  return fileStep(ctx, no, 'paper', (move, entry) => {
    const codes = codesTyped(ctx, 'paper', typed);
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
  });
}

const codesTyped = (ctx: Ctx, kind: ItemKind, typed: readonly string[]): string[] => [
  ...new Set(typed.map((each) => codeTyped(kind, each, ctx.policy.moves))),
];

interface Goods {
  items: readonly string[];
  quantity: number | undefined;
  detail: string | undefined;
  signedBy: string | undefined;
}

/** Goods handed out against a signature (rule 9); with the keys the unit is handed over. */
export function handOut(ctx: Ctx, no: string, goods: Goods & { signedBy: string }): MoveFile {
  return fileStep(ctx, no, 'handout', (move, entry) => {
    const codes = goodsTyped(ctx, 'handout', goods);
    putItems(ctx, move, { kind: 'handout', codes, ...goods }, entry);
    if (move.kind === 'move-in' && codes.includes('keys')) handOver(ctx, move.unit, ctx.today);
  });
}

/** Goods given back at a move-out (rule 19). */
export function takeBack(ctx: Ctx, no: string, goods: Goods): MoveFile {
  return fileStep(ctx, no, 'return', (move, entry) => {
    const codes = goodsTyped(ctx, 'return', goods);
    putItems(ctx, move, { kind: 'return', codes, ...goods }, entry);
  });
}

/** A quantity or the numbers of keys belong to one thing. */
function goodsTyped(ctx: Ctx, kind: ItemKind, { items, quantity, detail }: Goods): string[] {
  const codes = codesTyped(ctx, kind, items);
  if (codes.length === 1 || (quantity === undefined && detail === undefined)) return codes;
  throw misused(
    'one_item',
    w('数量和说明只能对一种物品。', 'A quantity or a detail belongs to one item.'),
    w('请一种一种地记。', 'Record them one by one.'),
  );
}

/** What was found and done about arrears, vehicles, deposits, the exit pass (rule 19). */
export function settle(
  ctx: Ctx,
  no: string,
  it: { items: readonly string[]; detail: string },
): MoveFile {
  return fileStep(ctx, no, 'settle', (move, entry) => {
    const codes = codesTyped(ctx, 'settlement', it.items);
    if (codes.includes(FORWARDING)) {
      throw misused(
        'personal_item',
        w('迁往地址另记。', 'The forwarding address is recorded by itself.'),
        w(
          `wy resident forward ${move.no} --address "…"`,
          `wy resident forward ${move.no} --address "…"`,
        ),
      );
    }
    putItems(ctx, move, { kind: 'settlement', codes, detail: it.detail }, entry);
  });
}

interface NewItems {
  kind: ItemKind;
  codes: readonly string[];
  quantity?: number | undefined;
  detail?: string | undefined;
  signedBy?: string | undefined;
}

/** Writes items of one kind, all with the same detail, and tells them. */
function putItems(ctx: Ctx, { no }: MoveRecord, made: NewItems, entry: Entry): void {
  const { kind, codes, quantity, detail = null, signedBy = null } = made;
  for (const code of codes) {
    const item: Item = { kind, code, quantity: quantity ?? 1, detail, signedBy, at: ctx.now };
    store.addItem(ctx.ledger, no, item);
  }
  note(ctx, no, kind, {
    codes: codes.join(','),
    ...(quantity !== undefined && { quantity }),
    detail,
    signedBy,
  });
  entry.changes = {
    codes,
    ...(quantity !== undefined && { quantity }),
    ...(detail && { detail: HIDDEN }),
    ...(signedBy && { signedBy: HIDDEN }),
  };
}

/** Where post reaches whoever moved out; personal, so the journal only names it. */
export function forwardTo(ctx: Ctx, no: string, address: string): MoveFile {
  return fileStep(ctx, no, 'forward', (move, entry) => {
    store.update(ctx.ledger, move.no, { forwarding: address });
    note(ctx, move.no, 'forwarded', { address });
    entry.changes = { forwarding: HIDDEN };
  });
}

/** Thousandths of each meter's unit; undefined: not read. */
export type Readings = Readonly<Partial<Record<Meter, number | undefined>>>;

/** Readings that both sides confirm (rule 11); a second one of the same meter corrects the first. */
export function readMeters(
  ctx: Ctx,
  no: string,
  readings: Readings,
  confirmedBy: string | undefined,
): MoveFile {
  return fileStep(ctx, no, 'meter', (move, entry) => {
    const read = (Object.keys(METERS) as Meter[]).flatMap((meter) => {
      const readingThousandths = readings[meter];
      return readingThousandths === undefined ? [] : [{ meter, readingThousandths }];
    });
    if (read.length === 0) throw noReading(move.no);
    for (const it of read) {
      const reading = { ...it, readOn: ctx.today, confirmedBy: confirmedBy ?? null };
      warnOfReading(ctx, move, reading);
      store.putReading(ctx.ledger, move, reading);
    }
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

const readingText = ({ readingThousandths }: Pick<Reading, 'readingThousandths'>) =>
  scaledText(readingThousandths, 3, { trim: true });

const noReading = (no: string) =>
  misused(
    'no_reading',
    w('没有写读数。', 'No reading is given.'),
    w(
      `如：wy resident meter ${no} --water 12.3 --electricity 45 --gas 0`,
      `As in: wy resident meter ${no} --water 12.3 --electricity 45 --gas 0`,
    ),
  );

/** A correction, and a meter that seems to have run backwards. */
function warnOfReading(ctx: Ctx, move: MoveRecord, reading: Reading): void {
  const { meter } = reading;
  const name = METERS[meter];
  const earlier = move.readings.find((it) => it.meter === meter);
  if (earlier && earlier.readingThousandths !== reading.readingThousandths) {
    const [was, is] = [readingText(earlier), readingText(reading)];
    ctx.warn(w(`${name.zh}读数由 ${was} 更正为 ${is}。`, `${name.en}: ${was} corrected to ${is}.`));
  }
  const before = store.readingBefore(ctx.ledger, move, meter, reading.readOn);
  if (before === undefined || before <= reading.readingThousandths) return;
  const last = readingText({ readingThousandths: before });
  ctx.warn(
    w(
      `${name.zh}读数小于上次的 ${last}，请核对（是否换表）。`,
      `${name.en}: less than the last reading ${last}; was the meter replaced?`,
    ),
  );
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

/** Anything worth keeping. */
export function noteOnFile(ctx: Ctx, no: string, text: string): MoveFile {
  return fileStep(ctx, no, 'note', (move) => note(ctx, move.no, 'note', { text }));
}
