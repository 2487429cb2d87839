import { makeCharge } from '../../src/fees/charges.ts';
import type { NewCharge } from '../../src/fees/model.ts';
import { settle } from '../../src/fees/settling.ts';
import { transact } from '../../src/ledger/transact.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { policyText } from '../../src/policy/template.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';

export const HOME = '3-2-1501';

/** The shipped policy with parking charged, and whatever else is said of tariffs. */
export async function policyWith(tariffs = ''): Promise<Policy> {
  const text = policyText('zh', { siteName: '蓝天新苑', operators: { desk: '王芳' } }).replace(
    'parking: {name: 车位费, english: Parking, active: no',
    `${tariffs}parking: {name: 车位费, english: Parking, active: yes`,
  );
  const compiled = await compilePolicy(text);
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.policy;
}

/** Supervisor 王芳 acts; 陈主任 is the director, 李强 an engineer. 张伟 owns 3-2-1501. */
export async function feeDesk(options: Parameters<typeof makeCtx>[0] = {}): Promise<TestCtx> {
  const ctx = await makeCtx({ policy: await policyWith(), ...options });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addHome(ctx, HOME);
  return ctx;
}

/** A charge of so many fen to the owner of 3-2-1501. */
export function owe(ctx: TestCtx, amountFen: number, other: Partial<NewCharge> = {}): number {
  const dueOn = '2026-11-25';
  return transact(ctx, 'fee.charge', () =>
    makeCharge(ctx, {
      unitId: requireUnit(ctx.ledger, HOME).id,
      tariff: 'service',
      cycleOn: dueOn,
      periodStart: dueOn,
      periodEnd: dueOn,
      quantityThousandths: 1000,
      rateTenthousandths: amountFen * 100,
      monthParts: null,
      percent: 100,
      amountFen,
      dueOn,
      debtor: 'owner',
      debtorId: 1,
      ...other,
    }),
  );
}

/** So many fen came in for it, with a receipt of their own. */
export function pay(ctx: TestCtx, chargeId: number, amountFen: number): string {
  return transact(ctx, 'fee.pay', () => {
    const { count } = ctx.ledger.prepare('SELECT count(*) AS count FROM receipts').get() as {
      count: number;
    };
    const no = `R261122-${String(count + 1).padStart(3, '0')}`;
    const { lastInsertRowid } = ctx.ledger
      .prepare(
        `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
           received_by, booked_on)
         SELECT ?, unit_id, 'wechat', ?, ?, 1, ?, 1, ? FROM charges WHERE id = ?`,
      )
      .run(no, amountFen, ctx.now, ctx.now, ctx.today, chargeId);
    const receiptId = Number(lastInsertRowid);
    settle(ctx, { chargeId, kind: 'payment', amountFen, receiptId, settledAt: ctx.now });
    return no;
  });
}
