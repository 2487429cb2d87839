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

/** Behind which line of the journal, of what had happened by when, recorded when. */
interface Late {
  seq: number;
  happenedBy: Moment;
  from: Moment;
  to: Moment;
}

/**
 * Whether anything was recorded in that time behind a line of the journal that had happened by then. A list
 * brought in tells of days long before its own line; the closing of a month tells nothing new.
 */
export const hasLateRecords = (ledger: Ledger, late: Late): boolean =>
  ledger
    .prepare<[Late], { found: number }>(
      `SELECT EXISTS (SELECT 1 FROM journal
         WHERE seq > @seq AND recorded_at >= @from AND recorded_at <= @to AND action <> 'report.close'
           AND (happened_at <= @happenedBy OR action GLOB 'import.*' OR action GLOB 'books.*.import'))
       AS found`,
    )
    .get(late)?.found === 1;
