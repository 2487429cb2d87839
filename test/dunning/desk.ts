import type { NewContact } from '../../src/dunning/contacts.ts';
import { makeCharge } from '../../src/fees/charges.ts';
import type { NewCharge } from '../../src/fees/model.ts';
import { settle } from '../../src/fees/settling.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { Day } from '../../src/lib/day.ts';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit, requireUnit } from '../../src/registry/units.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

const readName = await loadPinyin();

/** 09:00 in Shanghai on a day. */
export const on = (ctx: TestCtx, day: Day): TestCtx => at(ctx, `${day}T01:00:00Z`);

/** A call to 3-1-101 in which somebody was reached. */
export const call: NewContact = {
  unit: '3-1-101',
  about: undefined,
  debtor: undefined,
  way: 'phone',
  result: 'reached',
  promiseOn: undefined,
  tracking: undefined,
  deliveredOn: undefined,
  signedBy: undefined,
  relation: undefined,
  reason: undefined,
};

/**
 * Units 3-1-101 (张伟, with a telephone), 3-1-102 (李娜, without), 3-1-103 (not handed over); the staff
 * is 王芳, supervisor, and 赵刚, director.
 */
export async function estate(): Promise<TestCtx> {
  const ctx = on(await makeCtx(), '2026-01-01');
  addStaff(ctx, { name: '赵刚', roles: ['director'], phone: null });
  for (const code of ['3-1-101', '3-1-102', '3-1-103', '5-1-101']) {
    addUnit(ctx, { code, areaThousandths: 80_000, use: 'residential', handoverOn: null });
  }
  live(ctx, '3-1-101', '张伟', '13900005678');
  live(ctx, '3-1-102', '李娜', null);
  return ctx;
}

/** Gives the person's id. */
export const live = (
  ctx: TestCtx,
  unit: string,
  name: string,
  phone: string | null,
  change: { fromOn?: Day; untilOn?: Day; role?: 'owner' | 'tenant' } = {},
): number =>
  addResident(
    ctx,
    {
      ...{ unit, name, phone, identity: null, role: 'owner', fromOn: '2020-01-01', untilOn: null },
      ...change,
    },
    readName,
  ).personId;

/** A charge of 100 yuan for the month before its due day, owed by this person. */
export function charge(
  ctx: TestCtx,
  unit: string,
  dueOn: Day,
  change: Partial<NewCharge> = {},
): number {
  const month = dueOn.slice(0, 7);
  return transact(ctx, 'test.charge', () =>
    makeCharge(ctx, {
      unitId: requireUnit(ctx.ledger, unit).id,
      tariff: 'energy',
      cycleOn: `${month}-01`,
      periodStart: `${month}-01`,
      periodEnd: `${month}-20`,
      quantityThousandths: 1000,
      rateTenthousandths: 1_000_000,
      monthParts: null,
      percent: 100,
      amountFen: 10_000,
      dueOn,
      debtor: 'owner',
      debtorId: null,
      ...change,
    }),
  );
}

/** Waives or pays a part of a charge; a payment by a receipt of its own. */
export function pay(ctx: TestCtx, chargeId: number, amountFen: number): number {
  return transact(ctx, 'test.pay', () => {
    const { ledger } = ctx;
    const { lastInsertRowid } = ledger
      .prepare(
        `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
           received_by, booked_on)
         SELECT 'R' || hex(randomblob(4)), unit_id, 'cash', ?, ?, 1, ?, 1, ? FROM charges WHERE id = ?`,
      )
      .run(amountFen, ctx.now, ctx.now, ctx.today, chargeId);
    const receiptId = Number(lastInsertRowid);
    settle(ctx, { chargeId, kind: 'payment', amountFen, receiptId, settledAt: ctx.now });
    return receiptId;
  });
}
