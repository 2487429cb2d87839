import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Entry, ReceiptLine } from './model.ts';

interface Asked {
  unitId: number;
  /** The last moment that counts. */
  at: Moment;
}

/** What moved the account of a unit, first to last; at one moment charges before what settles them. */
export const entries = (ledger: Ledger, asked: Asked): Entry[] =>
  ledger
    .prepare<[Asked], Entry>(
      `SELECT at, kind, chargeId, tariff, receipt, amountFen, reason,
         (SELECT name FROM staff WHERE id = approver) AS approvedBy
       FROM (
         SELECT 1 AS turn, id, billed_at AS at, 'charge' AS kind, id AS chargeId, tariff,
           NULL AS receipt, amount_fen AS amountFen, NULL AS reason, NULL AS approver
         FROM charges WHERE unit_id = @unitId AND billed_at <= @at
         UNION ALL
         SELECT 2, s.id, s.settled_at, s.kind, c.id, c.tariff, NULL, -s.amount_fen, s.reason,
           s.approved_by
         FROM charges AS c JOIN settlements AS s ON s.charge_id = c.id
         WHERE c.unit_id = @unitId AND s.kind <> 'payment' AND s.settled_at <= @at
         UNION ALL
         SELECT 3, id, received_at, iif(reverses_id IS NULL, 'receipt', 'receipt-reversal'), NULL,
           NULL, no, -amount_fen, reason, NULL
         FROM receipts WHERE unit_id = @unitId AND received_at <= @at
         UNION ALL
         SELECT 4, p.id, p.paid_at, p.kind, NULL, NULL, r.no, p.amount_fen, p.reason, p.approved_by
         FROM receipts AS r JOIN payouts AS p ON p.receipt_id = r.id
         WHERE r.unit_id = @unitId AND p.paid_at <= @at)
       ORDER BY at, turn, id`,
    )
    .all(asked);

/** Money that had come in for a unit by then, first to last. */
export const receipts = (ledger: Ledger, asked: Asked): ReceiptLine[] =>
  ledger
    .prepare<[Asked], ReceiptLine>(
      `SELECT r.no, r.received_at AS receivedAt, r.method, r.amount_fen AS amountFen,
         coalesce((SELECT sum(amount_fen) FROM settlements
           WHERE receipt_id = r.id AND settled_at <= @at), 0) AS allocatedFen,
         coalesce((SELECT sum(amount_fen) FROM payouts
           WHERE receipt_id = r.id AND paid_at <= @at), 0) AS paidOutFen
       FROM receipts AS r WHERE r.unit_id = @unitId AND r.received_at <= @at
       ORDER BY r.received_at, r.id`,
    )
    .all(asked);
