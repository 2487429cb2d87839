import { listCharges, makeCharge } from '../../src/fees/charges.ts';
import type { NewCharge, SettlementKind } from '../../src/fees/model.ts';
import { settle } from '../../src/fees/settling.ts';
import { settleAt } from '../../src/fees/settling-rules.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { Day } from '../../src/lib/day.ts';
import { atLocal, type Moment } from '../../src/lib/moment.ts';
import { UTC, type Zone } from '../../src/lib/zone.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit, requireUnit } from '../../src/registry/units.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

/** Two units of 张伟 in building 3, and one in 10 that the developer still has. */
export async function makeBooks(): Promise<TestCtx> {
  const ctx = await makeCtx();
  const unit = { areaThousandths: 89_530, use: 'residential', handoverOn: '2020-06-30' } as const;
  addUnit(ctx, { ...unit, code: '3-2-1501' });
  addUnit(ctx, { ...unit, code: '3-2-1502' });
  addUnit(ctx, { ...unit, code: '10-1-101', handoverOn: null });
  for (const code of ['3-2-1501', '3-2-1502']) own(ctx, code, '张伟', '2020-06-30');
  return ctx;
}

/** Somebody owns a unit from a day on, up to another. */
export function own(
  ctx: TestCtx,
  unit: string,
  name: string,
  fromOn: Day | null,
  untilOn: Day | null = null,
): number {
  const person = { name, phone: '13800005678', identity: null, role: 'owner' } as const;
  const readName = () => ({ pinyin: '', initials: '' });
  return addResident(ctx, { ...person, unit, fromOn, untilOn }, readName).personId;
}

/** Noon of a day at the site, or another time of it. */
export const noon = (ctx: { zone: Zone }, day: Day, time = '12:00'): Moment =>
  atLocal(day, time, ctx.zone ?? UTC);

type Made = Partial<NewCharge> & Pick<NewCharge, 'amountFen' | 'dueOn'>;

/** A charge of a month, billed on the first of it, for the owner. */
export function charge(ctx: TestCtx, code: string, made: Made, billedAt?: Moment): number {
  const unit = requireUnit(ctx.ledger, code);
  const cycleOn = made.cycleOn ?? `${made.dueOn.slice(0, 7)}-01`;
  const whole: NewCharge = {
    unitId: unit.id,
    tariff: 'energy',
    cycleOn,
    periodStart: cycleOn,
    periodEnd: made.periodEnd ?? `${cycleOn.slice(0, 7)}-28`,
    quantityThousandths: 1_000,
    rateTenthousandths: 10_000,
    monthParts: 377_580,
    percent: 100,
    debtor: unit.handoverOn === null ? 'developer' : 'owner',
    debtorId: null,
    ...made,
  };
  return write(at(ctx, billedAt ?? noon(ctx, cycleOn)), (there) => makeCharge(there, whole));
}

/** Money that came in; gives the id of its receipt. */
export function receive(
  ctx: TestCtx,
  code: string,
  amountFen: number,
  receivedAt: Moment,
  reversesId: number | null = null,
  method: 'cash' | 'wechat' = 'cash',
): number {
  const unit = requireUnit(ctx.ledger, code);
  return write(ctx, ({ ledger }) => {
    const { id } = ledger
      .prepare<[], { id: number }>('SELECT count(*) + 1 AS id FROM receipts')
      .get() as { id: number };
    ledger
      .prepare(
        `INSERT INTO receipts (id, no, unit_id, method, amount_fen, reverses_id, issued_at, issued_by,
           received_at, received_by, booked_on) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 1, ?)`,
      )
      .run(
        id,
        `R260101-${String(id).padStart(3, '0')}`,
        unit.id,
        method,
        amountFen,
        reversesId,
        receivedAt,
        receivedAt,
        receivedAt.slice(0, 10),
      );
    return id;
  });
}

interface Settled {
  chargeId: number;
  kind: SettlementKind;
  amountFen: number;
  receiptId?: number;
  reason?: string;
  approvedById?: number;
}

/** At that moment, or when the charge and the receipt can take it. */
export function settled(ctx: TestCtx, it: Settled, moment: Moment): void {
  const [of] = listCharges(ctx.ledger, { ids: [it.chargeId] });
  const settledAt = settleAt(
    moment,
    of?.billedAt ?? null,
    of?.lastSettledAt ?? null,
    it.receiptId === undefined ? null : lastMoved(ctx, it.receiptId),
  );
  write(ctx, (there) => settle(there, { ...it, settledAt }));
}

/** Prepaid money of a receipt goes back to the payer. */
export function refund(ctx: TestCtx, receiptId: number, amountFen: number, moment: Moment): void {
  const paidAt = settleAt(moment, lastMoved(ctx, receiptId));
  write(ctx, ({ ledger }) =>
    ledger
      .prepare(
        `INSERT INTO payouts (receipt_id, kind, amount_fen, method, reason, paid_at, paid_by, booked_on)
         VALUES (?, 'refund', ?, 'cash', '多缴', ?, 1, ?)`,
      )
      .run(receiptId, amountFen, paidAt, paidAt.slice(0, 10)),
  );
}

/** When the last of a receipt's money moved. */
export const lastMoved = ({ ledger }: TestCtx, receiptId: number): Moment =>
  ledger
    .prepare<[object], { at: Moment }>(
      `SELECT max(received_at,
         coalesce((SELECT max(settled_at) FROM settlements WHERE receipt_id = @receiptId), ''),
         coalesce((SELECT max(paid_at) FROM payouts WHERE receipt_id = @receiptId), '')) AS at
       FROM receipts WHERE id = @receiptId`,
    )
    .get({ receiptId })?.at ?? '';

const write = <T>(ctx: TestCtx, work: (ctx: TestCtx) => T): T =>
  transact(ctx, 'test', () => work(ctx));
