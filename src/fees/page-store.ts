import type { Ledger } from '../ledger/ledger.ts';
import type { SettlementLine } from './model.ts';

/** Who billed a charge. */
export const billerOf = (ledger: Ledger, chargeId: number): string | null =>
  ledger
    .prepare<[number], { name: string }>(
      'SELECT s.name FROM charges AS c JOIN staff AS s ON s.id = c.billed_by WHERE c.id = ?',
    )
    .get(chargeId)?.name ?? null;

/** What lessened a charge, and what was taken back of that, first to last. */
export const settlementsOf = (ledger: Ledger, chargeId: number): SettlementLine[] =>
  ledger
    .prepare<[number], SettlementLine>(
      `SELECT s.kind, s.amount_fen AS amountFen, s.settled_at AS settledAt, b.name AS settledBy,
         r.no AS receipt, s.reason, a.name AS approvedBy
       FROM settlements AS s
       JOIN staff AS b ON b.id = s.settled_by
       LEFT JOIN staff AS a ON a.id = s.approved_by
       LEFT JOIN receipts AS r ON r.id = s.receipt_id
       WHERE s.charge_id = ? ORDER BY s.settled_at, s.id`,
    )
    .all(chargeId);
