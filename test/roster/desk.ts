import { expect } from 'vitest';
import type { Day } from '../../src/lib/day.ts';
import { localText } from '../../src/lib/moment.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { type PlanRequest, planTurns } from '../../src/roster/planning.ts';
import { listTurns } from '../../src/roster/turns.ts';
import { at, type CtxOptions, makeCtx, type TestCtx } from '../support/ledger.ts';

/** Supervisor 王芳 acts; 李娜 and 赵敏 are clerks, 陈主任 the director. Sunday 2026-11-22, 09:30. */
export async function rosterDesk(options: CtxOptions = {}): Promise<TestCtx> {
  const ctx = await makeCtx(options);
  addStaff(ctx, { name: '李娜', roles: ['clerk'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  return ctx;
}

/** `on(ctx, '11-23 06:40')`, on Shanghai's clock. */
export const on = (ctx: TestCtx, local: string): TestCtx =>
  at(ctx, new Date(`2026-${local.replace(' ', 'T')}+08:00`).toISOString().replace('.000', ''));

export function plan(
  ctx: TestCtx,
  staff: string,
  shift: string,
  days: Day | readonly [Day, Day],
  more: Partial<PlanRequest> = {},
) {
  const [fromOn, untilOn] = typeof days === 'string' ? [days, days] : days;
  return planTurns(ctx, {
    ...{ staff: staff.split(','), shifts: shift.split(','), fromOn, untilOn },
    ...{ rotate: undefined, also: false, replace: false },
    ...more,
  });
}

/** `23 early 王芳` of all that is planned, `-` before what was dropped. */
export const planned = (ctx: TestCtx, dropped = false): string[] =>
  listTurns(ctx, { fromOn: '2026-11-01', untilOn: '2027-12-31', dropped }).map(
    ({ day, shift, staff, droppedAt }) =>
      `${droppedAt === null ? '' : '-'}${day.slice(8)} ${shift} ${staff}`,
  );

export const clock = (ctx: TestCtx, moment: string | null): string | null =>
  moment && localText(moment, ctx.zone).slice(5);

export const lastLine = ({ ledger }: TestCtx) => {
  const line = ledger
    .prepare<[], { action: string; subject: string; changes: string }>(
      'SELECT action, subject, changes FROM journal ORDER BY seq DESC LIMIT 1',
    )
    .get();
  return { ...line, changes: JSON.parse(line?.changes ?? '{}') };
};

export const refusal = (code: string) => expect.objectContaining({ code });
