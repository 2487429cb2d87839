import type { Moment } from '../../src/lib/moment.ts';
import type { TestCtx } from '../support/ledger.ts';

/** A row that moves money, as it stands in its table. */
export interface Row {
  table: 'charge' | 'settlement' | 'receipt' | 'payout' | 'deposit';
  id: number;
  at: Moment;
  unit: string;
  fen: number;
  chargeId: number | null;
  /** Of a reversal the receipt it takes back: the two are one. */
  receiptId: number | null;
  depositId: number | null;
}

const ROWS = `
  SELECT 'charge' AS "table", c.id, billed_at AS at, u.code AS unit, amount_fen AS fen,
    c.id AS chargeId, NULL AS receiptId, NULL AS depositId
  FROM charges AS c JOIN units AS u ON u.id = c.unit_id
  UNION ALL
  SELECT 'receipt', r.id, received_at, u.code, amount_fen, NULL, coalesce(reverses_id, r.id), NULL
  FROM receipts AS r JOIN units AS u ON u.id = r.unit_id WHERE received_at IS NOT NULL
  UNION ALL
  SELECT 'settlement', s.id, settled_at, u.code, s.amount_fen, c.id, coalesce(r.reverses_id, r.id),
    NULL
  FROM settlements AS s JOIN charges AS c ON c.id = s.charge_id JOIN units AS u ON u.id = c.unit_id
  LEFT JOIN receipts AS r ON r.id = s.receipt_id
  UNION ALL
  SELECT 'payout', p.id, paid_at, u.code, p.amount_fen, NULL, r.id, NULL
  FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id JOIN units AS u ON u.id = r.unit_id
  UNION ALL
  SELECT 'deposit', m.id, moved_at, u.code, amount_fen, NULL, NULL, d.id
  FROM deposit_moves AS m JOIN deposits AS d ON d.id = m.deposit_id JOIN units AS u ON u.id = d.unit_id`;

/** All of them, table by table in the order in which they were written. */
export const rowsOf = ({ ledger }: TestCtx): Row[] =>
  ledger.db.prepare<[], Row>(`${ROWS} ORDER BY 1, 2`).all();

/** What is left of something after each of its rows, and how much of it there was at the most. */
export interface Balance {
  wholeFen: number;
  leftFen: number;
}

/**
 * Plays rows one after the other: what is left of each charge, of each receipt with the one that takes
 * it back, of each deposit; the key says which.
 */
export class Replay {
  readonly balances = new Map<string, Balance>();

  play({ table, fen, chargeId, receiptId, depositId }: Row): void {
    if (table === 'charge') this.#add(`charge ${chargeId}`, fen, fen);
    if (table === 'settlement') {
      this.#add(`charge ${chargeId}`, 0, -fen);
      if (receiptId !== null) this.#add(`receipt ${receiptId}`, 0, -fen);
    }
    if (table === 'receipt') this.#add(`receipt ${receiptId}`, fen > 0 ? fen : 0, fen);
    if (table === 'payout') this.#add(`receipt ${receiptId}`, 0, -fen);
    if (table === 'deposit') this.#add(`deposit ${depositId}`, fen > 0 ? fen : 0, fen);
  }

  #add(key: string, wholeFen: number, fen: number): void {
    const was = this.balances.get(key) ?? { wholeFen: 0, leftFen: 0 };
    this.balances.set(key, { wholeFen: was.wholeFen + wholeFen, leftFen: was.leftFen + fen });
  }

  /** Of which less than nothing, or more than there ever was, is left. */
  impossible(): string[] {
    return [...this.balances]
      .filter(([, { wholeFen, leftFen }]) => leftFen < 0 || leftFen > wholeFen)
      .map(([key, { wholeFen, leftFen }]) => `${key}: ${leftFen} of ${wholeFen}`);
  }

  leftOf(key: string): number {
    return this.balances.get(key)?.leftFen ?? 0;
  }
}
