import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCharges } from '../../src/fees/charges.ts';
import { reverseCharges, waiveCharge } from '../../src/fees/lessening.ts';
import { transact } from '../../src/ledger/transact.ts';
import { WyError } from '../../src/lib/errors.ts';
import { groupBy } from '../../src/lib/group.ts';
import { addSeconds } from '../../src/lib/moment.ts';
import { invariants } from '../../src/receipts/invariants.ts';
import { applyPrepayments, prepaidOf } from '../../src/receipts/prepayments.ts';
import { listReceipts } from '../../src/receipts/receipts.ts';
import { refund } from '../../src/receipts/refunding.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { collect, makeVoid, takeMoney } from '../../src/receipts/taking.ts';
import { transfer } from '../../src/receipts/transferring.ts';
import { violated } from '../support/checks.ts';
import { at, NOW, type TestCtx } from '../support/ledger.ts';
import { feeDesk, HOME, NEXT, owe, unitOf } from './desk.ts';

const UNITS = [HOME, NEXT] as const;

/** What is done, on which unit, to the how-manieth record, with how much, when. */
interface Deed {
  what: keyof typeof DEEDS;
  unit: 0 | 1;
  nth: number;
  fen: number;
  /** Seconds before or after the desk's time: deeds are written up in any order of times. */
  shift: number;
}

const DEEDS = {
  charge: (ctx: TestCtx, { unit, fen, nth }: Deed) =>
    owe(ctx, fen, `2026-11-${String(20 + (nth % 9))}`, { unit: UNITS[unit] as string }),
  pay: (ctx: TestCtx, { unit, fen }: Deed) =>
    takeMoney(ctx, { unit: UNITS[unit], amountFen: fen, method: 'cash' }),
  payFor: (ctx: TestCtx, { unit, fen, nth }: Deed) =>
    takeMoney(ctx, {
      ...{ unit: UNITS[unit], amountFen: fen, method: 'wechat' },
      for: [pick(ctx, 'charges', nth), pick(ctx, 'charges', nth + 1)],
    }),
  door: (ctx: TestCtx, { unit, fen, nth }: Deed) =>
    takeMoney(ctx, {
      ...{ unit: UNITS[unit], amountFen: fen, method: 'cash' },
      collectAt: addSeconds(ctx.now, 3600),
      ...(nth % 2 === 0 && { for: [pick(ctx, 'charges', nth)] }),
    }),
  collect: (ctx: TestCtx, { nth }: Deed) => collect(ctx, no(ctx, nth, 'issued')),
  void: (ctx: TestCtx, { nth }: Deed) => makeVoid(ctx, no(ctx, nth, 'issued'), '没人'),
  prepaid: (ctx: TestCtx, { unit, nth }: Deed) =>
    transact(ctx, 'fee.bill', () =>
      nth % 2 === 0 ? applyPrepayments(ctx) : applyPrepayments(ctx, [unitOf(ctx, UNITS[unit]).id]),
    ),
  waive: (ctx: TestCtx, { nth, fen }: Deed) =>
    waiveCharge(ctx, {
      ...{ charge: pick(ctx, 'charges', nth), amountFen: fen },
      ...{ reason: '减免', approvedBy: '王芳' },
    }),
  unbill: (ctx: TestCtx, { nth }: Deed) => reverseCharges(ctx, [pick(ctx, 'charges', nth)], '错'),
  reverse: (ctx: TestCtx, { nth }: Deed) => reverseReceipt(ctx, no(ctx, nth, 'received'), '错'),
  refund: (ctx: TestCtx, { unit, fen }: Deed) =>
    refund(ctx, { unit: UNITS[unit], amountFen: fen, method: 'bank', reason: '多缴' }),
  transfer: (ctx: TestCtx, { unit, fen }: Deed) =>
    transfer(ctx, {
      ...{ unit: UNITS[unit], to: UNITS[1 - unit] as string, amountFen: fen, reason: '转' },
    }),
};

function pick({ ledger }: TestCtx, table: string, nth: number): string {
  const ids = ledger.db.prepare<[], number>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
  return String(ids[nth % Math.max(1, ids.length)] ?? 1);
}

function no(ctx: TestCtx, nth: number, state: 'issued' | 'received'): string {
  const those = listReceipts(ctx, { state });
  return those[nth % Math.max(1, those.length)]?.no ?? 'R260101-001';
}

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...(Object.keys(DEEDS) as Deed['what'][])),
  unit: fc.constantFrom(0, 1),
  nth: fc.nat({ max: 7 }),
  fen: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(10, 20, 99_999_999_999)),
  shift: fc.integer({ min: -90_000, max: 90_000 }),
});

const history = fc.array(deed, { minLength: 1, maxLength: 40, size: 'max' });

async function deskAfter(deeds: readonly Deed[], after: (ctx: TestCtx) => void = () => {}) {
  const ctx = await feeDesk({ staff: { name: '王芳', roles: ['supervisor', 'director'] } });
  for (const each of deeds) {
    try {
      DEEDS[each.what](at(ctx, addSeconds(NOW, each.shift)), each);
    } catch (error) {
      if (!(error instanceof WyError)) throw error;
    }
    after(ctx);
  }
  return ctx;
}

/** Every row that moves money, in the order of its table. */
interface Row {
  at: string;
  id: number;
  unitId: number;
  chargeId: number | null;
  receiptId: number | null;
  amountFen: number;
}

const rowsOf = ({ ledger }: TestCtx, sql: string): Row[] =>
  ledger.db
    .prepare<[], Row>(`SELECT at, id, unitId, chargeId, receiptId, amountFen FROM (${sql})`)
    .all();

const CHARGED = `SELECT billed_at AS at, id, unit_id AS unitId, id AS chargeId, NULL AS receiptId,
  amount_fen AS amountFen FROM charges`;
const SETTLED = `SELECT s.settled_at AS at, s.id, c.unit_id AS unitId, s.charge_id AS chargeId,
  s.receipt_id AS receiptId, s.amount_fen AS amountFen
  FROM settlements AS s JOIN charges AS c ON c.id = s.charge_id`;
const RECEIVED = `SELECT received_at AS at, id, unit_id AS unitId, NULL AS chargeId, id AS receiptId,
  amount_fen AS amountFen FROM receipts WHERE received_at IS NOT NULL`;
const PAID_OUT = `SELECT p.paid_at AS at, p.id, r.unit_id AS unitId, NULL AS chargeId,
  p.receipt_id AS receiptId, p.amount_fen AS amountFen
  FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id`;

const sum = (rows: readonly Row[]) => rows.reduce((fen, { amountFen }) => fen + amountFen, 0);

describe('whatever happens to charges and receipts, in whatever order of times', () => {
  it('every invariant holds after every step', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (deeds) => {
        const ctx = await deskAfter(deeds, (there) => {
          expect(violated(there, invariants)).toEqual([]);
        });
        ctx.ledger.close();
      }),
      { numRuns: 60 },
    );
  });

  it('replaying the rows gives the same balances, at every moment', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (deeds) => {
        const ctx = await deskAfter(deeds);
        const [charged, settled, received, paidOut] = [CHARGED, SETTLED, RECEIVED, PAID_OUT].map(
          (sql) => rowsOf(ctx, sql),
        ) as [Row[], Row[], Row[], Row[]];
        const moments = new Set([...charged, ...settled, ...received, ...paidOut].map((r) => r.at));
        for (const asOf of moments) {
          const by = (rows: readonly Row[]) => rows.filter((row) => row.at <= asOf);
          for (const code of UNITS) {
            const { id } = unitOf(ctx, code);
            const of = (rows: readonly Row[]) => by(rows).filter(({ unitId }) => unitId === id);
            const paid = of(settled).filter(({ receiptId }) => receiptId !== null);
            const prepaid = sum(of(received)) - sum(paid) - sum(of(paidOut));
            expect(prepaid).toBeGreaterThanOrEqual(0);
            expect(prepaidOf(ctx.ledger, id, asOf)).toBe(prepaid);
            const owed = listCharges(ctx.ledger, { unitId: id, asOf });
            expect(owed.reduce((fen, { outstandingFen }) => fen + outstandingFen, 0)).toBe(
              sum(of(charged)) - sum(of(settled)),
            );
          }
          for (const receipt of by(received).filter(({ amountFen }) => amountFen > 0)) {
            const of = (rows: readonly Row[]) =>
              sum(by(rows).filter(({ receiptId }) => receiptId === receipt.id));
            expect(receipt.amountFen - of(settled) - of(paidOut)).toBeGreaterThanOrEqual(0);
          }
          for (const charge of by(charged)) {
            const done = sum(by(settled).filter(({ chargeId }) => chargeId === charge.id));
            expect(done).toBeGreaterThanOrEqual(0);
            expect(done).toBeLessThanOrEqual(charge.amountFen);
          }
        }
        ctx.ledger.close();
      }),
      { numRuns: 40 },
    );
  });

  it('every fen of a receipt is allocated, prepaid, refunded or transferred', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (deeds) => {
        const ctx = await deskAfter(deeds);
        const receipts = listReceipts(ctx, {});
        for (const it of receipts) {
          const gone = it.allocatedFen + it.refundedFen + it.transferredFen;
          expect(gone + it.prepaidFen).toBe(it.receivedAt === null ? 0 : it.amountFen);
          expect(it.lines.reduce((fen, line) => fen + line.amountFen, 0)).toBe(it.allocatedFen);
        }
        for (const code of UNITS) {
          const prepaid = receipts
            .filter(({ unit }) => unit === code)
            .reduce((fen, { prepaidFen }) => fen + prepaidFen, 0);
          expect(prepaidOf(ctx.ledger, unitOf(ctx, code).id)).toBe(prepaid);
        }
        const days = groupBy(receipts, (it) => it.no.slice(0, 7));
        for (const ofDay of days.values()) {
          const serials = ofDay.map((it) => Number(it.no.slice(8))).sort((a, b) => a - b);
          expect(serials).toEqual(serials.map((_, index) => index + 1));
        }
        ctx.ledger.close();
      }),
      { numRuns: 40 },
    );
  });
});
