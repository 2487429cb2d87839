import type { Ledger } from '../ledger/ledger.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';

/** A closed month as it is kept. */
export interface ClosingRow {
  month: Month;
  /** A `Report` as JSON. */
  report: string;
  hash: string;
  seq: number;
  closedAt: Moment;
  closedBy: string;
}

export function insert(
  ledger: Ledger,
  row: Omit<ClosingRow, 'closedBy'> & { closedById: number },
): void {
  ledger
    .prepare(
      `INSERT INTO report_closings (month, report, hash, seq, closed_at, closed_by)
       VALUES (@month, @report, @hash, @seq, @closedAt, @closedById)`,
    )
    .run(row);
}

const SELECT = `SELECT c.month, c.report, c.hash, c.seq, c.closed_at AS closedAt, s.name AS closedBy
  FROM report_closings AS c JOIN staff AS s ON s.id = c.closed_by`;

export const find = (ledger: Ledger, month: Month): ClosingRow | undefined =>
  ledger.prepare<[Month], ClosingRow>(`${SELECT} WHERE c.month = ?`).get(month);

/** Those before a month, the oldest first. */
export const closedBefore = (ledger: Ledger, month: Month): ClosingRow[] =>
  ledger.prepare<[Month], ClosingRow>(`${SELECT} WHERE c.month < ? ORDER BY c.month`).all(month);

/** Whether anything was recorded behind a line of the journal that had happened by then. */
export const hasLateRecords = (ledger: Ledger, seq: number, happenedBy: Moment): boolean =>
  ledger
    .prepare<[number, Moment], { found: number }>(
      'SELECT EXISTS (SELECT 1 FROM journal WHERE seq > ? AND happened_at <= ?) AS found',
    )
    .get(seq, happenedBy)?.found === 1;
