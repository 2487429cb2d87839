import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { ReceiptMethod } from './model.ts';

export interface KnownReceipt {
  id: number;
  unitId: number;
  amountFen: number;
}

/** By the number it has here, or had before. */
export const byAnyNumber = (ledger: Ledger, no: string): KnownReceipt | undefined =>
  ledger
    .prepare<[string, string], KnownReceipt>(
      `SELECT id, unit_id AS unitId, amount_fen AS amountFen FROM receipts
       WHERE former_no = ? OR no = ?`,
    )
    .get(no, no);

/** Those of a unit that came in at one moment in this way and amount. */
export const alike = (
  ledger: Ledger,
  at: { unitId: number; receivedAt: Moment; method: ReceiptMethod; amountFen: number },
): number[] =>
  ledger
    .prepare<[number, Moment, string, number], { id: number }>(
      `SELECT id FROM receipts WHERE unit_id = ? AND received_at = ? AND method = ? AND amount_fen = ?
       ORDER BY id`,
    )
    .all(at.unitId, at.receivedAt, at.method, at.amountFen)
    .map(({ id }) => id);

export interface KnownCharge {
  id: number;
  amountFen: number;
  settledFen: number;
  reversed: number;
  /** When it was billed, or settled last. */
  lastMovedAt: Moment;
}

/** What a unit was charged for a period, first to last. */
export const chargesOf = (
  ledger: Ledger,
  at: { tariff: string; cycleOn: Day; unitId: number; from: Day; until: Day },
): KnownCharge[] =>
  ledger
    .prepare<[string, Day, number, Day, Day], KnownCharge>(
      `SELECT c.id, c.amount_fen AS amountFen, coalesce(sum(s.amount_fen), 0) AS settledFen,
         coalesce(max(s.kind = 'reversal'), 0) AS reversed,
         coalesce(max(s.settled_at), c.billed_at) AS lastMovedAt
       FROM charges AS c LEFT JOIN settlements AS s ON s.charge_id = c.id
       WHERE c.tariff = ? AND c.cycle_on = ? AND c.unit_id = ? AND c.period_start = ?
         AND c.period_end = ?
       GROUP BY c.id ORDER BY c.id`,
    )
    .all(at.tariff, at.cycleOn, at.unitId, at.from, at.until);

export const chargesPaidBy = (ledger: Ledger, receiptId: number): number[] =>
  ledger
    .prepare<[number], { id: number }>(
      'SELECT DISTINCT charge_id AS id FROM settlements WHERE receipt_id = ?',
    )
    .all(receiptId)
    .map(({ id }) => id);

export interface PastReceipt {
  no: string;
  formerNo: string | null;
  unitId: number;
  method: ReceiptMethod;
  amountFen: number;
  receivedAt: Moment;
  receivedById: number;
  bookedOn: Day;
}

export function insertPast(ledger: Ledger, it: PastReceipt): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO receipts (no, former_no, unit_id, method, amount_fen, issued_at, issued_by,
         received_at, received_by, booked_on)
       VALUES (@no, @formerNo, @unitId, @method, @amountFen, @receivedAt, @receivedById,
         @receivedAt, @receivedById, @bookedOn)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

/** Of all receipts, and of all payments, there are. */
export const moneySums = (ledger: Ledger): { receivedFen: number; settledFen: number } =>
  ledger
    .prepare<[], { receivedFen: number; settledFen: number }>(
      `SELECT (SELECT coalesce(sum(amount_fen), 0) FROM receipts) AS receivedFen,
         (SELECT coalesce(sum(amount_fen), 0) FROM settlements WHERE kind = 'payment') AS settledFen`,
    )
    .get() ?? { receivedFen: 0, settledFen: 0 };
