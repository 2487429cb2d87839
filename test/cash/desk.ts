import type { Method } from '../../src/cash/model.ts';
import { takeDeposit } from '../../src/deposits/moving.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

export const UNIT = '3-2-1501';

/** A clerk 王芳 at the desk, 李会计 of finance, 陈主任, 李强 of engineering; one unit. */
export async function cashDesk(): Promise<TestCtx> {
  const ctx = await makeCtx({ staff: { name: '王芳', roles: ['clerk'] } });
  addStaff(ctx, { name: '李会计', roles: ['finance'], phone: null });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addUnit(ctx, { code: UNIT, areaThousandths: 80_000, use: 'residential', handoverOn: null });
  return ctx;
}

/** Shanghai's clock. */
export const on = (ctx: TestCtx, text: string): TestCtx =>
  at(ctx, new Date(`${text.replace(' ', 'T')}+08:00`).toISOString().replace('.000', ''));

/** Somebody else at the desk. */
export const by = (ctx: TestCtx, id: number, name: string): TestCtx => ({
  ...ctx,
  operator: () => ({ id, name }),
});

/** Money comes in: the simplest way to it is a deposit. */
export const take = (ctx: TestCtx, amountFen: number, method: Method = 'cash') =>
  takeDeposit(ctx, {
    unit: UNIT,
    kind: 'renovation',
    amountFen,
    method,
    holder: '张伟',
    subject: undefined,
    note: undefined,
  });
