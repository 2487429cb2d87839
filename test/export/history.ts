import fc from 'fast-check';
import { addDays, type Day } from '../../src/lib/day.ts';
import { atLocal, type Moment } from '../../src/lib/moment.ts';
import type { TestCtx } from '../support/ledger.ts';

/**
 * A history of money: days after the first at which something happens, always later than what it hangs
 * on; what it cannot do (pay more than is there) is cut down when it is played.
 */
export interface History {
  charges: { unit: string; tariff: string; amountFen: number; billed: number; due: number }[];
  receipts: { unit: string; method: string; amountFen: number; received: number }[];
  settlements: { charge: number; receipt: number; kind: string; part: number; later: number }[];
  refunds: { receipt: number; part: number; later: number }[];
  transfers: { receipt: number; to: string; part: number; later: number }[];
  deposits: { unit: string; amountFen: number; taken: number; back: number; kept: number }[];
  handIns: { amountFen: number; on: number }[];
  /** On which it is looked at. */
  days: Day[];
}

const FIRST: Day = '2026-01-01';
const DAYS = 300;
const TARIFFS = ['property', 'water', 'repair', 'parking'];

const offset = fc.integer({ min: 0, max: DAYS });
const fen = fc.oneof(
  fc.integer({ min: 1, max: 60_000 }),
  fc.constantFrom(1, 99_999_999_999, 10_000),
);
const part = fc.constantFrom(1, 0.5, 0.3, 0.01);
const index = fc.nat({ max: 30 });

export const historyArbitrary = (units: readonly string[]): fc.Arbitrary<History> => {
  const unit = fc.constantFrom(...units);
  const later = fc.nat({ max: 90 });
  return fc.record({
    charges: fc.array(
      fc.record({
        unit,
        tariff: fc.constantFrom(...TARIFFS),
        amountFen: fen,
        billed: offset,
        due: fc.integer({ min: -30, max: DAYS + 30 }),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    receipts: fc.array(
      fc.record({
        unit,
        method: fc.constantFrom('cash', 'wechat', 'bank', 'pos'),
        amountFen: fen,
        received: offset,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    settlements: fc.array(
      fc.record({
        charge: index,
        receipt: index,
        kind: fc.constantFrom('payment', 'payment', 'payment', 'waiver', 'reversal'),
        part,
        later,
      }),
      { maxLength: 30 },
    ),
    refunds: fc.array(fc.record({ receipt: index, part, later }), { maxLength: 4 }),
    transfers: fc.array(fc.record({ receipt: index, to: unit, part, later }), { maxLength: 4 }),
    deposits: fc.array(fc.record({ unit, amountFen: fen, taken: offset, back: part, kept: part }), {
      maxLength: 4,
    }),
    handIns: fc.array(fc.record({ amountFen: fen, on: offset }), { maxLength: 3 }),
    days: fc.uniqueArray(
      offset.map((days) => addDays(FIRST, days)),
      { minLength: 2, maxLength: 2 },
    ),
  });
};

/** Writes its rows as they stand in a ledger, without the use cases: other tests are about those. */
export function play(ctx: TestCtx, history: History): void {
  const { ledger, zone } = ctx;
  const db = ledger.db;
  const unitId = (code: string) =>
    db.prepare('SELECT id FROM units WHERE code = ?').pluck().get(code) as number;
  const dayAt = (days: number) => addDays(FIRST, days);
  /** Late in the evening of the site, when it is still the day before in UTC+0 or already the next. */
  const at = (days: number): Moment => atLocal(dayAt(days), days % 2 ? '00:30' : '23:30', zone);

  const charges = history.charges.map((it) => {
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
           quantity_thousandths, rate_tenthousandths, percent, amount_fen, due_on, debtor,
           billed_at, billed_by)
         VALUES (?, ?, ?, ?, ?, 1000, ?, 100, ?, ?, 'developer', ?, 1)`,
      )
      .run(
        ...[unitId(it.unit), it.tariff, dayAt(it.billed), dayAt(it.billed), dayAt(it.billed)],
        ...[it.amountFen * 100, it.amountFen, dayAt(it.due), at(it.billed)],
      );
    return { id: Number(lastInsertRowid), leftFen: it.amountFen, on: it.billed };
  });
  const addReceipt = (unit: string, method: string, amountFen: number, on: number) => {
    const count = db.prepare('SELECT count(*) FROM receipts').pluck().get() as number;
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
           received_by, booked_on)
         VALUES (?, ?, ?, ?, ?, 1, ?, 1, ?)`,
      )
      .run(
        `R260101-${String(count + 1).padStart(3, '0')}`,
        ...[unitId(unit), method, amountFen, at(on), at(on), dayAt(on)],
      );
    return { id: Number(lastInsertRowid), leftFen: amountFen, on };
  };
  const receipts = history.receipts.map((it) =>
    addReceipt(it.unit, it.method, it.amountFen, it.received),
  );
  const cut = (wholeFen: number, share: number) => Math.max(1, Math.floor(wholeFen * share));

  for (const it of history.settlements) {
    const charge = charges[it.charge % charges.length];
    const receipt = receipts[it.receipt % receipts.length];
    if (!charge || !receipt || charge.leftFen === 0) continue;
    const isPayment = it.kind === 'payment';
    if (isPayment && receipt.leftFen === 0) continue;
    const most = isPayment ? Math.min(charge.leftFen, receipt.leftFen) : charge.leftFen;
    const amountFen = cut(most, it.part);
    const on = Math.max(charge.on, isPayment ? receipt.on : 0) + it.later;
    db.prepare(
      `INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at, settled_by)
       VALUES (?, ?, ?, ?, ?, 1)`,
    ).run(charge.id, it.kind, amountFen, isPayment ? receipt.id : null, at(on));
    charge.leftFen -= amountFen;
    charge.on = on;
    if (isPayment) {
      receipt.leftFen -= amountFen;
      receipt.on = on;
    }
  }
  const payOut = db.prepare(
    `INSERT INTO payouts (receipt_id, kind, amount_fen, method, to_receipt_id, reason, paid_at,
       paid_by, booked_on)
     VALUES (?, ?, ?, ?, ?, '退', ?, 1, ?)`,
  );
  for (const it of history.refunds) {
    const receipt = receipts[it.receipt % receipts.length];
    if (!receipt || receipt.leftFen === 0) continue;
    const amountFen = cut(receipt.leftFen, it.part);
    const on = receipt.on + it.later;
    payOut.run(receipt.id, 'refund', amountFen, 'cash', null, at(on), dayAt(on));
    receipt.leftFen -= amountFen;
  }
  for (const it of history.transfers) {
    const receipt = receipts[it.receipt % receipts.length];
    if (!receipt || receipt.leftFen === 0) continue;
    const amountFen = cut(receipt.leftFen, it.part);
    const on = receipt.on + it.later;
    const to = addReceipt(it.to, 'transfer', amountFen, on);
    payOut.run(receipt.id, 'transfer', amountFen, 'transfer', to.id, at(on), dayAt(on));
    receipt.leftFen -= amountFen;
  }
  history.deposits.forEach((it, count) => {
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO deposits (no, unit_id, party, kind, taken_at)
         VALUES (?, ?, 'household', 'renovation', ?)`,
      )
      .run(`Y260101-${String(count + 1).padStart(3, '0')}`, unitId(it.unit), at(it.taken));
    const move = db.prepare(
      `INSERT INTO deposit_moves (deposit_id, kind, amount_fen, method, moved_at, moved_by, booked_on)
       VALUES (?, ?, ?, ?, ?, 1, ?)`,
    );
    const kept = Math.floor((it.amountFen * it.kept) / 2);
    const back = Math.floor((it.amountFen * it.back) / 2);
    const on = it.taken;
    move.run(lastInsertRowid, 'take', it.amountFen, 'cash', at(on), dayAt(on));
    if (kept > 0) move.run(lastInsertRowid, 'deduct', -kept, null, at(on + 1), dayAt(on + 1));
    if (back > 0) move.run(lastInsertRowid, 'refund', -back, 'bank', at(on + 2), dayAt(on + 2));
  });
  for (const { amountFen, on } of history.handIns) {
    db.prepare(
      `INSERT INTO hand_ins (amount_fen, expected_fen, handed_at, handed_by, booked_on)
       VALUES (?, ?, ?, 1, ?)`,
    ).run(amountFen, amountFen, at(on), dayAt(on));
  }
}
