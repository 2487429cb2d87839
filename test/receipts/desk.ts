import type { Ctx } from '../../src/context.ts';
import { makeCharge } from '../../src/fees/charges.ts';
import type { NewCharge } from '../../src/fees/model.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { Unit } from '../../src/registry/model.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

export const HOME = '3-2-1501';
export const NEXT = '3-2-1502';

export function ownerOf(
  ctx: Ctx,
  unit: string,
  name: string,
  stay: { fromOn?: string | null; untilOn?: string | null } = {},
) {
  return addResident(
    ctx,
    {
      unit,
      name,
      phone: null,
      identity: null,
      role: 'owner',
      fromOn: null,
      untilOn: null,
      ...stay,
    },
    (text) => ({ pinyin: text, initials: text }),
  );
}

/** Two units, handed over, 1501 owned by 张伟 and 1502 by 李娜. */
export async function feeDesk(options: Parameters<typeof makeCtx>[0] = {}): Promise<TestCtx> {
  const ctx = await makeCtx(options);
  for (const [code, name] of [
    [HOME, '张伟'],
    [NEXT, '李娜'],
  ] as const) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2020-01-01' });
    ownerOf(ctx, code, name);
  }
  return ctx;
}

export const unitOf = ({ ledger }: Ctx, code: string): Unit =>
  ledger.prepare<[string], Unit>('SELECT id, code FROM units WHERE code = ?').get(code) as Unit;

/** A charge of so many fen, due on that day; owed by 张伟 and 李娜 unless said. */
export function owe(
  ctx: Ctx,
  amountFen: number,
  dueOn = '2026-11-25',
  other: Partial<NewCharge> & { unit?: string } = {},
): number {
  const { unit = HOME, ...rest } = other;
  return transact(ctx, 'fee.charge', () =>
    makeCharge(ctx, {
      unitId: unitOf(ctx, unit).id,
      tariff: 'service',
      cycleOn: dueOn,
      periodStart: dueOn,
      periodEnd: dueOn,
      quantityThousandths: 1000,
      rateTenthousandths: 10_000,
      monthParts: null,
      percent: 100,
      amountFen,
      dueOn,
      debtor: 'owner',
      debtorId: unit === HOME ? 1 : 2,
      ...rest,
    }),
  );
}
