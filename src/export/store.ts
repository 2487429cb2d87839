import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Course, Move } from './model.ts';

export interface MoveFilter {
  /** A charge due before this day is overdue. */
  asOf: Day;
  /** From this moment, '' from the first. */
  from: Moment;
  /** Up to this moment, which counts. */
  until: Moment;
}

/** Every move of money there is, its rank among those of one moment, and its row. */
const MOVES = `
  SELECT c.billed_at AS at, 0 AS rank, c.id AS row, 'charge' AS kind, '#' || c.id AS no,
    c.unit_id, NULL AS payer_id, c.tariff, c.due_on < @asOf AS overdue, NULL AS method,
    NULL AS deposit, NULL AS depositNo, c.amount_fen AS amountFen,
    c.period_start AS periodStart, c.period_end AS periodEnd, c.due_on AS dueOn
  FROM charges AS c
  UNION ALL
  SELECT received_at, 1, id, 'receipt', no, unit_id, NULL, NULL, 0, method, NULL, NULL, amount_fen,
    NULL, NULL, NULL
  FROM receipts WHERE received_at IS NOT NULL
  UNION ALL
  SELECT s.settled_at, 2, s.id, s.kind, coalesce(r.no, '#' || c.id), c.unit_id, r.unit_id,
    c.tariff, c.due_on < @asOf, NULL, NULL, NULL, s.amount_fen, NULL, NULL, NULL
  FROM settlements AS s
  JOIN charges AS c ON c.id = s.charge_id
  LEFT JOIN receipts AS r ON r.id = s.receipt_id
  UNION ALL
  SELECT p.paid_at, 3, p.id, p.kind, r.no, r.unit_id, NULL, NULL, 0, p.method, NULL, NULL,
    p.amount_fen, NULL, NULL, NULL
  FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id
  UNION ALL
  SELECT m.moved_at, 4, m.id, iif(m.method IS NULL, 'deduction', 'deposit'), d.no, d.unit_id, NULL,
    NULL, 0, m.method, d.kind, d.no, m.amount_fen, NULL, NULL, NULL
  FROM deposit_moves AS m JOIN deposits AS d ON d.id = m.deposit_id
  UNION ALL
  SELECT handed_at, 5, id, 'hand-in', 'hand-in-' || id, NULL, NULL, NULL, 0, 'cash', NULL, NULL,
    amount_fen, NULL, NULL, NULL
  FROM hand_ins WHERE amount_fen <> 0
  UNION ALL
  SELECT closed_at, 6, id, 'difference', month, NULL, NULL, NULL, 0, 'cash', NULL, NULL,
    counted_fen - booked_fen, NULL, NULL, NULL
  FROM cash_closings WHERE counted_fen <> booked_fen`;

const IN_SPAN = 'm.at >= @from AND m.at <= @until';

const COURSE = `m.kind, u.code AS unit, p.code AS payer, m.tariff, m.overdue, m.method, m.deposit,
  m.depositNo`;

const WITH_UNITS = `LEFT JOIN units AS u ON u.id = m.unit_id LEFT JOIN units AS p ON p.id = m.payer_id`;

/** In the order in which they happened, streamed: the ledger must not be written to meanwhile. */
export const moves = (ledger: Ledger, filter: MoveFilter): IterableIterator<Move> =>
  ledger
    .prepare<MoveFilter, Move>(
      `SELECT m.at, m.no, ${COURSE}, m.amountFen, m.periodStart, m.periodEnd, m.dueOn
       FROM (${MOVES}) AS m ${WITH_UNITS}
       WHERE ${IN_SPAN} ORDER BY m.at, m.rank, m.row`,
    )
    .iterate(filter);

/** Moves that go the same course as one, with the sum of their amounts: also a sum of nothing. */
export const courses = (ledger: Ledger, filter: MoveFilter): IterableIterator<Course> =>
  ledger
    .prepare<MoveFilter, Course>(
      `SELECT ${COURSE}, m.amountFen
       FROM (SELECT kind, unit_id, payer_id, tariff, overdue, method, deposit, depositNo,
               sum(amountFen) AS amountFen
             FROM (${MOVES}) AS m WHERE ${IN_SPAN}
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) AS m ${WITH_UNITS}
       ORDER BY u.sort_key, m.kind, m.tariff`,
    )
    .iterate(filter);
