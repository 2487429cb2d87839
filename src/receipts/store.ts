import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Line, Payout, Receipt, ReceiptMethod, ReceiptState, Source } from './model.ts';

const STATE = `CASE
    WHEN r.reverses_id IS NOT NULL THEN 'reversal'
    WHEN r.voided_at IS NOT NULL THEN 'void'
    WHEN r.received_at IS NULL THEN 'issued'
    WHEN EXISTS (SELECT 1 FROM receipts AS v WHERE v.reverses_id = r.id) THEN 'reversed'
    ELSE 'received' END`;

const payouts = (kind: string) =>
  `coalesce((SELECT sum(amount_fen) FROM payouts WHERE receipt_id = r.id AND kind = '${kind}'), 0)`;

const SELECT = `SELECT *,
    iif(receivedAt IS NULL, 0, amountFen - allocatedFen - refundedFen - transferredFen) AS prepaidFen
  FROM (SELECT r.id, r.no, r.former_no AS formerNo, r.unit_id AS unitId, u.code AS unit, r.payer,
      r.method, r.amount_fen AS amountFen,
      coalesce((SELECT sum(amount_fen) FROM settlements WHERE receipt_id = r.id), 0) AS allocatedFen,
      ${payouts('refund')} AS refundedFen, ${payouts('transfer')} AS transferredFen,
      ${STATE} AS state, r.wanted,
      (SELECT no FROM receipts WHERE id = r.reverses_id) AS reverses,
      (SELECT no FROM receipts WHERE reverses_id = r.id) AS reversedBy,
      r.reason, r.issued_at AS issuedAt, i.name AS issuedBy, r.collect_at AS collectAt,
      r.received_at AS receivedAt, c.name AS receivedBy, r.booked_on AS bookedOn,
      r.voided_at AS voidedAt,
      nullif(max(coalesce(r.received_at, ''),
        coalesce((SELECT max(settled_at) FROM settlements WHERE receipt_id = r.id), ''),
        coalesce((SELECT max(paid_at) FROM payouts WHERE receipt_id = r.id), '')), '') AS lastMovedAt
    FROM receipts AS r
    JOIN units AS u ON u.id = r.unit_id
    JOIN staff AS i ON i.id = r.issued_by
    LEFT JOIN staff AS c ON c.id = r.received_by`;

export interface NewReceipt {
  no: string;
  unitId: number;
  payer: string | null;
  method: ReceiptMethod;
  amountFen: number;
  wanted: string | null;
  reversesId: number | null;
  reason: string | null;
  issuedAt: Moment;
  issuedById: number;
  collectAt: Moment | null;
  receivedAt: Moment | null;
  receivedById: number | null;
  bookedOn: Day | null;
}

export function insert(ledger: Ledger, it: NewReceipt): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO receipts (no, unit_id, payer, method, amount_fen, wanted, reverses_id, reason,
         issued_at, issued_by, collect_at, received_at, received_by, booked_on)
       VALUES (@no, @unitId, @payer, @method, @amountFen, @wanted, @reversesId, @reason,
         @issuedAt, @issuedById, @collectAt, @receivedAt, @receivedById, @bookedOn)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

/** The money of an issued receipt came in. */
export const receive = (
  ledger: Ledger,
  id: number,
  { at, byId, bookedOn }: { at: Moment; byId: number; bookedOn: Day },
): void =>
  void ledger
    .prepare('UPDATE receipts SET received_at = ?, received_by = ?, booked_on = ? WHERE id = ?')
    .run(at, byId, bookedOn, id);

export const makeVoid = (ledger: Ledger, id: number, at: Moment, reason: string): void =>
  void ledger
    .prepare('UPDATE receipts SET voided_at = ?, reason = ? WHERE id = ?')
    .run(at, reason, id);

export const byNumber = (ledger: Ledger, no: string): Receipt | undefined =>
  ledger.prepare<[string], Receipt>(`${SELECT} WHERE r.no = ?)`).get(no);

export interface Filter {
  unitId?: number | undefined;
  method?: ReceiptMethod | undefined;
  state?: ReceiptState | undefined;
  /** Issued, or received where that is later. */
  from?: Moment | undefined;
  until?: Moment | undefined;
}

/** First to last by when they were received, issued ones by when they were issued. */
export function list(ledger: Ledger, { unitId, method, state, from, until }: Filter): Receipt[] {
  const chosen = where(
    unitId === undefined ? undefined : ['r.unit_id = ?', unitId],
    method === undefined ? undefined : ['r.method = ?', method],
    from === undefined ? undefined : ['coalesce(r.received_at, r.issued_at) >= ?', from],
    until === undefined ? undefined : ['coalesce(r.received_at, r.issued_at) <= ?', until],
    state === undefined ? undefined : [`${STATE} = ?`, state],
  );
  return ledger
    .prepare<unknown[], Receipt>(
      `${SELECT} ${chosen.sql}) ORDER BY coalesce(receivedAt, issuedAt), id`,
    )
    .all(...chosen.values);
}

/** What each of these receipts paid, in the order in which it did. */
export const linesOf = (ledger: Ledger, receiptIds: readonly number[]) =>
  ledger
    .prepare<[string], Omit<Line, 'tariffName'> & { receiptId: number }>(
      `SELECT s.receipt_id AS receiptId, c.id AS charge, c.tariff, c.period_start AS periodStart,
         c.period_end AS periodEnd, sum(s.amount_fen) AS amountFen
       FROM settlements AS s JOIN charges AS c ON c.id = s.charge_id
       WHERE s.receipt_id IN (SELECT value FROM json_each(?))
       GROUP BY s.receipt_id, c.id ORDER BY min(s.id)`,
    )
    .all(JSON.stringify(receiptIds));

/** What left each of these receipts, first to last. */
export const payoutsOf = (ledger: Ledger, receiptIds: readonly number[]) =>
  ledger
    .prepare<[string], Payout & { receiptId: number }>(
      `SELECT p.receipt_id AS receiptId, p.kind, p.amount_fen AS amountFen, p.method, t.no AS "to",
         p.reason, a.name AS approvedBy, p.paid_at AS paidAt, b.name AS paidBy
       FROM payouts AS p
       JOIN staff AS b ON b.id = p.paid_by
       LEFT JOIN staff AS a ON a.id = p.approved_by
       LEFT JOIN receipts AS t ON t.id = p.to_receipt_id
       WHERE p.receipt_id IN (SELECT value FROM json_each(?)) ORDER BY p.paid_at, p.id`,
    )
    .all(JSON.stringify(receiptIds));

/** The receipts that the money of these came out of. */
export const sourcesOf = (ledger: Ledger, receiptIds: readonly number[]) =>
  ledger
    .prepare<[string], Source & { toReceiptId: number }>(
      `SELECT p.to_receipt_id AS toReceiptId, r.no AS receipt, p.amount_fen AS amountFen
       FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id
       WHERE p.to_receipt_id IN (SELECT value FROM json_each(?)) ORDER BY p.id`,
    )
    .all(JSON.stringify(receiptIds));
