import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { OpenCharge, PayoutKind, Rest } from './model.ts';

const of = (column: string, unitIds: readonly number[] | undefined) =>
  unitIds ? `AND ${column} IN (SELECT value FROM json_each(@units))` : '';

const PAID = 'coalesce((SELECT sum(amount_fen) FROM settlements WHERE receipt_id = r.id), 0)';
const OUT = 'coalesce((SELECT sum(amount_fen) FROM payouts WHERE receipt_id = r.id), 0)';
const REST = `r.amount_fen - ${PAID} - ${OUT}`;

/**
 * Receipts of which something is left, oldest first; of these units, or of all. Of millions almost all
 * have paid out to the last fen, which is asked first.
 */
export function rests(ledger: Ledger, unitIds?: readonly number[]): Rest[] {
  return ledger
    .prepare<{ units: string }, Rest>(
      `SELECT r.id AS receiptId, r.no, r.unit_id AS unitId, r.payer, r.received_at AS receivedAt,
         ${REST} AS restFen,
         max(r.received_at,
           coalesce((SELECT max(settled_at) FROM settlements WHERE receipt_id = r.id), ''),
           coalesce((SELECT max(paid_at) FROM payouts WHERE receipt_id = r.id), '')) AS lastMovedAt
       FROM receipts AS r
       WHERE r.received_at IS NOT NULL AND r.amount_fen > 0 AND r.amount_fen > ${PAID}
         AND ${REST} > 0
         AND NOT EXISTS (SELECT 1 FROM receipts AS v WHERE v.reverses_id = r.id)
         ${of('r.unit_id', unitIds)}
       -- The few are sorted: reading all in this order costs more.
       ORDER BY +r.unit_id, r.received_at, r.id`,
    )
    .all({ units: JSON.stringify(unitIds ?? []) });
}

/** What of a unit's money had paid for nothing yet, at that moment or as it is now. */
export function prepaidOf(ledger: Ledger, unitId: number, asOf: Moment): number {
  const row = ledger
    .prepare<{ unitId: number; asOf: Moment }, { fen: number }>(
      `SELECT coalesce(sum(r.amount_fen
           - coalesce((SELECT sum(amount_fen) FROM settlements
               WHERE receipt_id = r.id AND settled_at <= @asOf), 0)
           - coalesce((SELECT sum(amount_fen) FROM payouts
               WHERE receipt_id = r.id AND paid_at <= @asOf), 0)), 0) AS fen
       FROM receipts AS r WHERE r.unit_id = @unitId AND r.received_at <= @asOf`,
    )
    .get({ unitId, asOf });
  return row?.fen ?? 0;
}

const MOVES = {
  in: 'FROM receipts WHERE received_at <= @asOf',
  settled: 'FROM settlements WHERE receipt_id IS NOT NULL AND settled_at <= @asOf',
  out: 'FROM payouts WHERE paid_at <= @asOf',
};

/** What of all money had paid for nothing yet at that moment. */
export function prepaidOfAll(ledger: Ledger, asOf: Moment): number {
  const sum = (of: string) => `(SELECT coalesce(sum(amount_fen), 0) ${of})`;
  const row = ledger
    .prepare<{ asOf: Moment }, { fen: number }>(
      `SELECT ${sum(MOVES.in)} - ${sum(MOVES.settled)} - ${sum(MOVES.out)} AS fen`,
    )
    .get({ asOf });
  return row?.fen ?? 0;
}

/** Of each unit that has any, in the order of the estate. */
export const prepaidByUnit = (ledger: Ledger, asOf: Moment): Prepaid[] =>
  ledger
    .prepare<{ asOf: Moment }, Prepaid>(
      `SELECT u.code AS unit, u.building, m.fen FROM (
         SELECT r.unit_id, sum(m.fen) AS fen FROM (
           SELECT id, amount_fen AS fen ${MOVES.in}
           UNION ALL SELECT receipt_id, -amount_fen ${MOVES.settled}
           UNION ALL SELECT receipt_id, -amount_fen ${MOVES.out}) AS m
         JOIN receipts AS r ON r.id = m.id GROUP BY r.unit_id HAVING sum(m.fen) <> 0) AS m
       JOIN units AS u ON u.id = m.unit_id ORDER BY u.sort_key`,
    )
    .all({ asOf });

interface Prepaid {
  unit: string;
  building: string;
  fen: number;
}

/** Of a charge `c`: when it was billed, or last settled. */
const MOVED_AT = `max(c.billed_at,
  coalesce((SELECT max(settled_at) FROM settlements WHERE charge_id = c.id), ''))`;

/** What is owed of these units, in no order. */
export const openCharges = (ledger: Ledger, unitIds: readonly number[]): OpenCharge[] =>
  ledger
    .prepare<[string], Omit<OpenCharge, 'isPenalty'> & { isPenalty: 0 | 1 }>(
      `SELECT * FROM (
         SELECT c.id, c.unit_id AS unitId, c.tariff, c.period_start AS periodStart,
           c.period_end AS periodEnd, c.due_on AS dueOn, c.penalty_of IS NOT NULL AS isPenalty,
           c.debtor, c.debtor_id AS debtorId, coalesce(p.name, b.party) AS debtorName,
           c.amount_fen - coalesce((SELECT sum(amount_fen) FROM settlements
             WHERE charge_id = c.id), 0) AS openFen,
           ${MOVED_AT} AS lastMovedAt
         FROM charges AS c
         LEFT JOIN people AS p ON p.id = c.debtor_id
         LEFT JOIN subscriptions AS b ON b.id = c.subscription_id AND c.debtor = 'party'
         WHERE c.unit_id IN (SELECT value FROM json_each(?)))
       WHERE openFen > 0`,
    )
    .all(JSON.stringify(unitIds))
    .map((row) => ({ ...row, isPenalty: row.isPenalty === 1 }));

/** When each of these charges last moved, settled or not. */
export const chargesMovedAt = (ledger: Ledger, ids: readonly number[]): Map<number, Moment> =>
  new Map(
    ledger
      .prepare<[string], { id: number; at: Moment }>(
        `SELECT c.id, ${MOVED_AT} AS at
         FROM charges AS c WHERE c.id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(ids))
      .map(({ id, at }) => [id, at]),
  );

/** The lessees who owe something of these units in place of their households. */
export const partiesOf = (ledger: Ledger, unitIds: readonly number[]) =>
  ledger
    .prepare<[string], { unitId: number; name: string }>(
      `SELECT unit_id AS unitId, party AS name FROM subscriptions
       WHERE party IS NOT NULL AND unit_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(unitIds));

export interface NewPayout {
  receiptId: number;
  kind: PayoutKind;
  amountFen: number;
  method: string;
  toReceiptId: number | null;
  reason: string;
  approvedById: number | null;
  paidAt: Moment;
  paidById: number;
  bookedOn: Day;
}

export const insertPayout = (ledger: Ledger, it: NewPayout): void =>
  void ledger
    .prepare(
      `INSERT INTO payouts (receipt_id, kind, amount_fen, method, to_receipt_id, reason,
         approved_by, paid_at, paid_by, booked_on)
       VALUES (@receiptId, @kind, @amountFen, @method, @toReceiptId, @reason,
         @approvedById, @paidAt, @paidById, @bookedOn)`,
    )
    .run(it);
