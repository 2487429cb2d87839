import { closeComplaint, resolveComplaint } from '../../src/complaints/ending.ts';
import { logComplaint } from '../../src/complaints/opening.ts';
import { promise } from '../../src/deadlines/service.ts';
import { transact } from '../../src/ledger/transact.ts';
import { policyText } from '../../src/policy/template.ts';
import type { Use } from '../../src/registry/model.ts';
import { addUnit } from '../../src/registry/units.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import { finishTicket } from '../../src/tickets/work.ts';
import { note } from '../../src/timeline/service.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import { logVisit, type NewVisit } from '../../src/visits/logging.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, policyOf } from '../support/ledger.ts';

/** Shanghai's clock on a day of November 2026. */
export const on = <C extends TestCtx>(ctx: C, day: number, time = '09:00'): C =>
  at(
    ctx,
    new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`)
      .toISOString()
      .replace('.000', ''),
  );

/** The shipped policy with another size of the sample. */
export const sampling = (least: number, most: number) =>
  policyOf(
    policyText('zh', { siteName: '蓝天新苑', operators: { desk: '王芳' } })
      .replace(/least: \d+/, `least: ${least}`)
      .replace(/most: \d+/, `most: ${most}`),
  );

interface Home {
  use?: Use;
  handoverOn?: string | null;
  /** Who lives there: role, name, phone, from, until. */
  people?: readonly (readonly [
    role: 'owner' | 'tenant' | 'family',
    name: string,
    phone?: string | null,
    from?: string | null,
    until?: string | null,
  ])[];
}

/** A unit with those who live there; one owner unless said. */
export function addHome(ctx: TestCtx, code: string, home: Home = {}): void {
  const { use = 'residential', handoverOn = '2020-06-30', people = [['owner', '张伟']] } = home;
  addUnit(ctx, { code, areaThousandths: 89_530, use, handoverOn });
  transact(ctx, 'resident.add', () => {
    for (const [role, name, phone = null, from = null, until = null] of people) {
      const { lastInsertRowid } = ctx.ledger
        .prepare("INSERT INTO people (name, pinyin, initials, phone) VALUES (?, '', '', ?)")
        .run(name, phone);
      ctx.ledger
        .prepare(
          `INSERT INTO residents (person_id, unit_id, role, from_on, until_on)
           SELECT ?, id, ?, ?, ? FROM units WHERE code = ?`,
        )
        .run(lastInsertRowid, role, from, until, code);
    }
  });
}

/** Homes of some buildings: `1-101`, `1-102`, `2-101`. */
export function addHomes(ctx: TestCtx, ...sizes: number[]): void {
  sizes.forEach((size, building) => {
    for (let room = 0; room < size; room += 1) addHome(ctx, `${building + 1}-${101 + room}`);
  });
}

interface Repair {
  unit?: string | undefined;
  place?: string | undefined;
  item?: string;
  caller?: string | undefined;
  phone?: string | undefined;
  category?: 'safety' | 'leak' | 'general';
}

/** A repair opened and finished at one moment. */
export function finished(ctx: TestCtx, repair: Repair): string {
  const { no } = openTicket(ctx, {
    unit: undefined,
    place: undefined,
    item: '厨房水管漏水',
    system: undefined,
    part: undefined,
    damage: undefined,
    caller: undefined,
    phone: undefined,
    category: 'general',
    urgent: false,
    appointmentAt: undefined,
    charge: 'free',
    ...repair,
  });
  finishTicket(ctx, no, { work: '更换角阀', costFen: undefined, leakTestedAt: undefined });
  return no;
}

interface Grievance {
  unit?: string | undefined;
  who?: string | undefined;
  phone?: string | undefined;
  text?: string;
  category?: string;
}

/** A complaint received, resolved and closed at one moment. */
export function closed(ctx: TestCtx, complaint: Grievance): string {
  const { no } = logComplaint(ctx, {
    text: '楼道垃圾没人清理',
    channel: 'phone',
    grade: 'minor',
    nature: 'valid',
    category: 'cleaning',
    against: 'cleaning',
    ...complaint,
  });
  resolveComplaint(ctx, no, '已清理');
  closeComplaint(ctx, no);
  return no;
}

/** A move-in completed at this moment; its checklist is the business of its own slice. */
export function movedIn(ctx: TestCtx, unit: string): string {
  const no = `M${ctx.today.slice(2).replaceAll('-', '')}-001`;
  transact(ctx, 'resident.complete', () => {
    ctx.ledger
      .prepare(
        `INSERT INTO moves (no, kind, unit_id, papers_case, person_id, effective_on, state,
           opened_at, opened_by, completed_at)
         SELECT ?, 'move-in', u.id, 'owner', r.person_id, ?, 'completed', ?, 1, ?
         FROM units AS u JOIN residents AS r ON r.unit_id = u.id WHERE u.code = ? LIMIT 1`,
      )
      .run(no, ctx.today, ctx.now, ctx.now, unit);
    const callback = { kind: 'move.callback', role: 'clerk', clause: 'moves.callback' } as const;
    promise(ctx, { subject: no, ...callback, from: ctx.now });
    note(ctx, no, 'completed');
  });
  return no;
}

const nothing: Omit<NewVisit, 'result'> = {
  no: undefined,
  unit: undefined,
  way: 'phone',
  opinion: undefined,
  needs: undefined,
  handling: undefined,
  quality: undefined,
  attitude: undefined,
  signedBy: undefined,
  ticket: undefined,
  complaint: undefined,
  against: undefined,
};

export const visit = (ctx: TestCtx, made: Partial<NewVisit> & Pick<NewVisit, 'result'>) =>
  logVisit(ctx, { ...nothing, ...made });

/** Whatever does not hold, of the invariants that begin so. */
export const violated = (ctx: TestCtx, ...beginnings: string[]): string[] =>
  allInvariants
    .filter(({ key }) => beginnings.length === 0 || beginnings.some((each) => key.startsWith(each)))
    .flatMap(({ key, sql }) => {
      const records = ctx.ledger.db.prepare(sql).pluck().all();
      return records.length > 0 ? [`${key}: ${records.join(', ')}`] : [];
    });
