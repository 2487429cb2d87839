import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Source } from './model.ts';

/** What one source moved by one method on some days, each way. */
export interface SourceSum {
  method: string;
  source: Source;
  inFen: number;
  outFen: number;
}

export const sumsOf = (ledger: Ledger, from: Day, until: Day): SourceSum[] =>
  ledger
    .prepare<[Day, Day], SourceSum>(
      `SELECT method, source, sum(max(amount_fen, 0)) AS inFen, sum(max(-amount_fen, 0)) AS outFen
       FROM money_flows WHERE booked_on BETWEEN ? AND ? GROUP BY method, source`,
    )
    .all(from, until);

/** Of the days of the journal on which cash moved, what it came to. */
export const cashByDay = (ledger: Ledger, from: Day, until: Day): { on: Day; netFen: number }[] =>
  ledger
    .prepare<[Day, Day], { on: Day; netFen: number }>(
      `SELECT booked_on AS "on", sum(amount_fen) AS netFen FROM money_flows
       WHERE method = 'cash' AND booked_on BETWEEN ? AND ? GROUP BY booked_on ORDER BY booked_on`,
    )
    .all(from, until);

/** Where the money of the receipts of some days went; with those that take them back. */
export interface Allocation {
  receivedFen: number;
  allocatedFen: number;
  refundedFen: number;
  transferredFen: number;
}

const RECEIPT_SUMS = `SELECT r.id, r.no, r.received_at AS at, r.amount_fen AS received,
    (SELECT coalesce(sum(amount_fen), 0) FROM settlements WHERE receipt_id = r.id) AS allocated,
    (SELECT coalesce(sum(amount_fen), 0) FROM payouts
     WHERE receipt_id = r.id AND kind = 'refund') AS refunded,
    (SELECT coalesce(sum(amount_fen), 0) FROM payouts
     WHERE receipt_id = r.id AND kind <> 'refund') AS transferred
  FROM receipts AS r`;

export const allocationOf = (ledger: Ledger, from: Day, until: Day): Allocation =>
  ledger
    .prepare<[Day, Day], Allocation>(
      `SELECT coalesce(sum(received), 0) AS receivedFen,
         coalesce(sum(allocated), 0) AS allocatedFen,
         coalesce(sum(refunded), 0) AS refundedFen,
         coalesce(sum(transferred), 0) AS transferredFen
       FROM (${RECEIPT_SUMS} WHERE r.booked_on BETWEEN ? AND ?)`,
    )
    .get(from, until) ?? { receivedFen: 0, allocatedFen: 0, refundedFen: 0, transferredFen: 0 };

interface Document {
  no: string;
  at: Moment;
  amountFen: number;
}

/** Receipts of some days, none of them taken back, out of which more went than came in. */
export const overAllocated = (ledger: Ledger, from: Day, until: Day): Document[] =>
  ledger
    .prepare<[Day, Day], Document>(
      `SELECT no, at, received - allocated - refunded - transferred AS amountFen FROM (
         ${RECEIPT_SUMS} WHERE r.booked_on BETWEEN ? AND ? AND r.amount_fen > 0
           AND NOT EXISTS (SELECT 1 FROM receipts AS b WHERE b.reverses_id = r.id))
       WHERE amountFen < 0 ORDER BY id`,
    )
    .all(from, until);

/** Issued for the door and not collected by the time agreed. */
export const uncollected = (ledger: Ledger, before: Moment): Document[] =>
  ledger
    .prepare<[Moment], Document>(
      `SELECT no, collect_at AS at, amount_fen AS amountFen FROM receipts
       WHERE received_at IS NULL AND voided_at IS NULL AND collect_at < ? ORDER BY collect_at, id`,
    )
    .all(before);
