import type { Ledger } from '../ledger/ledger.ts';
import type { Day, Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Closing, HandIn } from './model.ts';

/** Undefined where none has been closed. */
export const lastClosedMonth = (ledger: Ledger): Month | undefined =>
  ledger
    .prepare<[], { month: Month }>('SELECT month FROM cash_closings ORDER BY month DESC LIMIT 1')
    .get()?.month;

/** Of several times a day the first counts. */
export const openDay = (ledger: Ledger, day: Day, at: Moment): void =>
  void ledger
    .prepare('INSERT INTO cash_days (no, opened_at) VALUES (?, ?) ON CONFLICT (no) DO NOTHING')
    .run(day, at);

export interface NewHandIn {
  amountFen: number;
  expectedFen: number;
  explanation: string | null;
  handedAt: Moment;
  handedById: number;
  takenById: number | null;
  bookedOn: Day;
}

export function insertHandIn(ledger: Ledger, it: NewHandIn): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO hand_ins (amount_fen, expected_fen, explanation, handed_at, handed_by, taken_by,
         booked_on)
       VALUES (@amountFen, @expectedFen, @explanation, @handedAt, @handedById, @takenById,
         @bookedOn)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

const HAND_IN = `SELECT h.id, h.amount_fen AS amountFen, h.expected_fen AS expectedFen,
    h.explanation, h.handed_at AS handedAt, b.name AS handedBy, t.name AS takenBy,
    h.booked_on AS bookedOn
  FROM hand_ins AS h
  JOIN staff AS b ON b.id = h.handed_by
  LEFT JOIN staff AS t ON t.id = h.taken_by`;

export const handInOf = (ledger: Ledger, id: number): HandIn | undefined =>
  ledger.prepare<[number], HandIn>(`${HAND_IN} WHERE h.id = ?`).get(id);

/** Those of these days of the journal, oldest first. */
export const handInsOf = (ledger: Ledger, from: Day, until: Day): HandIn[] =>
  ledger
    .prepare<[Day, Day], HandIn>(
      `${HAND_IN} WHERE h.booked_on BETWEEN ? AND ? ORDER BY h.booked_on, h.handed_at, h.id`,
    )
    .all(from, until);

export type NewClosing = Pick<
  Closing,
  'month' | 'bookedFen' | 'countedFen' | 'explanation' | 'closedAt'
> & { closedById: number; reviewedById: number | null };

export function insertClosing(ledger: Ledger, it: NewClosing): void {
  ledger
    .prepare(
      `INSERT INTO cash_closings (month, booked_fen, counted_fen, explanation, closed_at, closed_by,
         reviewed_by)
       VALUES (@month, @bookedFen, @countedFen, @explanation, @closedAt, @closedById,
         @reviewedById)`,
    )
    .run(it);
}

/** The closings of these months, oldest first. */
export const closingsOf = (ledger: Ledger, from: Month, until: Month): Closing[] =>
  ledger
    .prepare<[Month, Month], Closing>(
      `SELECT c.month, c.booked_fen AS bookedFen, c.counted_fen AS countedFen, c.explanation,
         c.closed_at AS closedAt, b.name AS closedBy, r.name AS reviewedBy
       FROM cash_closings AS c
       JOIN staff AS b ON b.id = c.closed_by
       LEFT JOIN staff AS r ON r.id = c.reviewed_by
       WHERE c.month BETWEEN ? AND ? ORDER BY c.month`,
    )
    .all(from, until);
