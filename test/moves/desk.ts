import { stateOf } from '../../src/deadlines/rules.ts';
import type { Day } from '../../src/lib/day.ts';
import { localText } from '../../src/lib/moment.ts';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { completeFile } from '../../src/moves/ending.ts';
import * as handing from '../../src/moves/handing-over.ts';
import * as movingIn from '../../src/moves/moving-in.ts';
import * as movingOut from '../../src/moves/moving-out.ts';
import { type MoveFile, requireFile } from '../../src/moves/record.ts';
import * as work from '../../src/moves/work.ts';
import type { ResidentRole } from '../../src/registry/model.ts';
import { addResident, listResidents } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { at, type CtxOptions, makeCtx, type TestCtx } from '../support/ledger.ts';

export const UNIT = '3-2-1501';

const readName = await loadPinyin();

/** Sunday 2026-11-22, 09:30 in Shanghai; one empty unit, an inspector. */
export async function makeDesk(options: CtxOptions = {}): Promise<TestCtx> {
  const ctx = await makeCtx({ now: '2026-11-22T01:30:00Z', ...options });
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addUnit(ctx, { code: UNIT, areaThousandths: 89_530, use: 'residential', handoverOn: null });
  return ctx;
}

/** Shanghai's clock: `on(ctx, '2026-11-23 10:00')`. */
export function on(ctx: TestCtx, local: string): TestCtx {
  const moment = new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();
  return at(ctx, moment.replace('.000', ''));
}

export function live(
  ctx: TestCtx,
  name: string,
  role: ResidentRole,
  more: { phone?: string; identity?: string; fromOn?: Day } = {},
) {
  const { phone = null, identity = null, fromOn = '2026-01-01' } = more;
  return addResident(
    ctx,
    { unit: UNIT, name, phone, identity, role, fromOn, untilOn: null },
    readName,
  );
}

export const moveIn = (ctx: TestCtx, change: Partial<movingIn.NewMoveIn> = {}): MoveFile =>
  movingIn.openMoveIn(
    ctx,
    {
      unit: UNIT,
      attendance: 'owner',
      name: '张伟',
      phone: '13800000002',
      identity: undefined,
      attendee: undefined,
      fromOn: undefined,
      ...change,
    },
    readName,
  );

export const moveOut = (ctx: TestCtx, change: Partial<movingOut.NewMoveOut> = {}): MoveFile =>
  movingOut.openMoveOut(ctx, {
    unit: UNIT,
    who: undefined,
    leaving: 'person',
    attendee: undefined,
    lastOn: undefined,
    ...change,
  });

export const transfer = (ctx: TestCtx, change: Partial<handing.NewTransfer> = {}): MoveFile =>
  handing.openTransfer(
    ctx,
    {
      unit: UNIT,
      name: '周敏',
      phone: '13800000006',
      identity: undefined,
      fromOn: '2026-12-01',
      ownerId: undefined,
      attendee: undefined,
      ...change,
    },
    readName,
  );

/** Adds whatever is missing, as a clerk who types the commands that are shown. */
export function supply(ctx: TestCtx, no: string): void {
  const { missing } = requireFile(ctx, no);
  for (const { step, codes: items } of missing) {
    const goods = { items, quantity: undefined, detail: undefined, signedBy: '张伟' };
    if (step === 'paper') work.addPapers(ctx, no, items);
    if (step === 'inspect') work.inspect(ctx, no, { inspector: '李强', signedBy: '张伟' });
    if (step === 'handout') work.handOut(ctx, no, goods);
    if (step === 'return') work.takeBack(ctx, no, goods);
    if (step === 'settle') work.settle(ctx, no, { items, detail: '无' });
    if (step === 'forward') work.forwardTo(ctx, no, '临江市海棠路 8 号');
    if (step === 'meter') {
      const readings = Object.fromEntries(items.map((code) => [code, 12_300]));
      work.readMeters(ctx, no, readings, '张伟');
    }
  }
}

export function completed(ctx: TestCtx, no: string): MoveFile {
  supply(ctx, no);
  return completeFile(ctx, no);
}

export const missingOf = ({ missing }: MoveFile): string[] =>
  missing.flatMap(({ codes }) => [...codes]);

/** The promises of a record as people read them: kind, due, state. */
export const promises = (ctx: TestCtx, { deadlines }: Pick<MoveFile, 'deadlines'>) =>
  deadlines.map((each) => {
    const due = localText(each.dueAt, ctx.zone).slice('2026-'.length);
    return `${each.kind} ${due} ${stateOf(each, ctx.now)}`;
  });

/** Who lives in the unit on a day: `张伟 owner`. */
export const whoOn = (ctx: TestCtx, day: Day): string[] =>
  listResidents(ctx.ledger, { unit: UNIT, on: day }).map(({ name, role }) => `${name} ${role}`);

/** All of the journal as one text. */
export const journal = (ctx: TestCtx): string =>
  JSON.stringify(ctx.ledger.db.prepare('SELECT action, subject, changes FROM journal').all());

export const countRows = (ctx: TestCtx): unknown[] =>
  [
    'moves',
    'move_items',
    'meter_readings',
    'tickets',
    'people',
    'residents',
    'events',
    'journal',
  ].map((table) => ctx.ledger.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
