import * as store from '../../src/approval/store.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { promise } from '../../src/deadlines/service.ts';
import { transact } from '../../src/ledger/transact.ts';
import { endOfDay, localText } from '../../src/lib/moment.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { type RenovationRecord, showRenovation } from '../../src/renovations/record.ts';
import { startWorks } from '../../src/renovations/running.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

export const NO = 'D261123-001';

/** Head and technician of engineering, the supervisor, a clerk. */
export const ALL_THERE = ['李强', '孙工', '王芳', '赵敏'];

export interface Site {
  passes?: number;
  contractor?: string | null;
  policy?: Policy;
  /** On the site's clock: when it was permitted. */
  permittedAt?: string;
  untilOn?: string;
}

/** Shanghai's clock, of 2026 unless said: `when(ctx, '11-23 10:00')`. */
export function when<C extends TestCtx>(ctx: C, local: string): C {
  const [day = '', time = ''] = local.split(' ');
  const date = day.length === 5 ? `2026-${day}` : day;
  const moment = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
  return at(ctx, moment.toISOString().replace('.000', ''));
}

/** Works that were permitted, with all that the desk still owes; the supervisor acts. */
export async function runningWorks(given: Site = {}): Promise<TestCtx> {
  const { passes = 2, contractor = '宏达装饰', policy } = given;
  const permittedAt = given.permittedAt ?? '11-23 09:00';
  const untilOn = given.untilOn ?? '2027-03-31';
  const ctx = when(await makeCtx({ ...(policy && { policy }) }), permittedAt);
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addStaff(ctx, { name: '孙工', roles: ['engineering'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  addStaff(ctx, { name: '周全', roles: ['supervisor', 'clerk', 'engineering'], phone: null });
  const unit = addUnit(ctx, {
    code: '3-2-1501',
    areaThousandths: 89_530,
    use: 'residential',
    handoverOn: null,
  });
  transact(ctx, 'test.prepare', () => {
    store.insert(ctx.ledger, {
      no: NO,
      unitId: unit.id,
      applicant: 'owner',
      applicantName: '张伟',
      agent: null,
      contractor,
      foreman: '马师傅',
      phone: null,
      scope: '厨房、卫生间翻新',
      works: [],
      isSmall: false,
      fromOn: ctx.today,
      untilOn,
      appliedAt: ctx.now,
      appliedById: 1,
    });
    store.update(ctx.ledger, NO, { state: 'permitted', permittedAt: ctx.now });
    for (let part = 0; part <= passes; part += 1) issue(ctx, part, untilOn);
    for (const role of ['engineering', 'security'] as const) {
      promise(ctx, {
        subject: NO,
        kind: 'reno.tell',
        role,
        clause: 'renovations.tell',
        from: ctx.now,
      });
    }
    promise(ctx, {
      subject: NO,
      kind: 'reno.utilities',
      role: 'engineering',
      clause: 'renovations.utilities',
      from: ctx.now,
    });
    startWorks(ctx, { no: NO, fromOn: ctx.today, untilOn, lastPatrolAt: null });
  });
  return ctx;
}

function issue(ctx: TestCtx, part: number, untilOn: string): void {
  ctx.ledger
    .prepare(
      `INSERT INTO renovation_permits (renovation_id, part, worker, photos, until_on, issued_at,
         pass_fen)
       SELECT id, ?, ?, 2, ?, ?, ? FROM renovations`,
    )
    .run(part, part === 0 ? null : `工人${part}`, untilOn, ctx.now, part === 0 ? null : 500);
  if (part === 0) return;
  promise(ctx, {
    subject: NO,
    kind: 'reno.pass-expiry',
    part,
    role: 'clerk',
    clause: 'renovations.expiry',
    from: endOfDay(untilOn, ctx.zone),
  });
}

/** A violation that was found, open or put right. */
export function violate(ctx: TestCtx, part: number, rectifiedAt: string | null = null): void {
  transact(ctx, 'test.violate', () => {
    ctx.ledger
      .prepare(
        `INSERT INTO renovation_violations (renovation_id, part, code, found_at, found_by,
           rectified_at, rectified_by)
         SELECT id, ?, 'V09', ?, 1, ?, ? FROM renovations`,
      )
      .run(part, ctx.now, rectifiedAt, rectifiedAt && 1);
    promise(ctx, {
      subject: NO,
      kind: 'reno.rectify',
      part,
      role: 'clerk',
      clause: 'renovations.rectify',
      from: endOfDay('2027-12-31', ctx.zone),
    });
  });
}

/** Acts as another member of staff. */
export const as = <C extends TestCtx>(ctx: C, id: number): C => ({
  ...ctx,
  operator: () => ({ id, name: '' }),
});

export const CLERK = 4;

export const show = (ctx: TestCtx): RenovationRecord => showRenovation(ctx, NO);

/** The promises of a kind as people read them: due, clause, state. */
export const promisesOf = (ctx: TestCtx, kind: string): string[] =>
  show(ctx)
    .deadlines.filter((it) => it.kind === `reno.${kind}`)
    .map(
      (it) =>
        `${localText(it.dueAt, ctx.zone)} ${it.clause.replace('renovations.', '')} ${stateOf(it, ctx.now)}`,
    );

/** Kinds of what is still open, whether it has begun or not. */
export const openKinds = (ctx: TestCtx): string[] => [
  ...new Set(
    show(ctx)
      .deadlines.filter(({ ending }) => ending === null)
      .map(({ kind }) => kind.replace('reno.', '')),
  ),
];

/** Events of the timeline with their details. */
export const told = (ctx: TestCtx): [string, unknown][] =>
  showRenovation(ctx, NO).timeline.map(({ kind, detail }) => [kind, detail]);
