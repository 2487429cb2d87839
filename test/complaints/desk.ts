import { showCase } from '../../src/cases/record.ts';
import * as opening from '../../src/complaints/opening.ts';
import { COMPLAINT } from '../../src/complaints/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { localText } from '../../src/lib/moment.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai: a supervisor at the desk, a director, a repairman, two units. */
export async function complaintDesk(policy?: Policy): Promise<TestCtx> {
  const ctx = await makeCtx({ now: '2026-11-22T01:30:00Z', ...(policy && { policy }) });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  for (const code of ['3-2-1501', '3-2-1502']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: null });
  }
  return ctx;
}

/** The desk at a time of the site's clock: '11-22 10:30', '2027-01-02 10:30', '11-22 10:30:59'. */
export function when<C extends TestCtx>(ctx: C, local: string): C {
  const [day = '', time = ''] = local.split(' ');
  const date = day.length === 5 ? `2026-${day}` : day;
  const moment = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
  return at(ctx, moment.toISOString().replace('.000', ''));
}

export const complaint = {
  text: '楼道没有打扫',
  unit: '3-2-1501',
  channel: 'phone',
  grade: 'minor',
  nature: 'valid',
  category: 'other',
  against: 'engineering',
} as const satisfies opening.NewComplaint;

export const log = (ctx: TestCtx, change: Partial<opening.NewComplaint> = {}) =>
  opening.logComplaint(ctx, { ...complaint, ...change });

export const show = (ctx: TestCtx, no: string) => showCase(ctx, COMPLAINT, no);

/** The promises of a complaint as people read them: kind, role, due, state. */
export const promises = (ctx: TestCtx, no: string): string[] =>
  show(ctx, no).deadlines.map(
    (it) =>
      `${it.kind.replace('complaint.', '')} ${it.role} ${localText(it.dueAt, ctx.zone).slice(5)} ${stateOf(it, ctx.now)}`,
  );
