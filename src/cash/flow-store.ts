import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day, Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Flow } from './model.ts';

export interface FlowFilter {
  /** Days of the journal, both counted. */
  from?: Day | undefined;
  until?: Day | undefined;
  method?: string | undefined;
}

const conditions = ({ from, until, method }: FlowFilter) =>
  where(
    from === undefined ? undefined : ['f.booked_on >= ?', from],
    until === undefined ? undefined : ['f.booked_on <= ?', until],
    method === undefined ? undefined : ['f.method = ?', method],
  );

/**
 * By the day of the journal, then by when they happened, a month's difference last; of one moment what
 * came in before what went out.
 */
export function flowsOf(ledger: Ledger, filter: FlowFilter): Flow[] {
  const { sql, values } = conditions(filter);
  return ledger
    .prepare<unknown[], Flow>(
      `SELECT f.booked_on AS bookedOn, f.at, f.source, f.no, u.code AS unit, f.method,
         f.amount_fen AS amountFen, s.name AS operator
       FROM money_flows AS f
       JOIN staff AS s ON s.id = f.operator_id
       LEFT JOIN units AS u ON u.id = f.unit_id
       ${sql} ORDER BY f.booked_on, f.source = 'difference', f.at, f.amount_fen < 0, f.no,
         f.amount_fen`,
    )
    .all(...values);
}

/** The cash of all days of the journal up to this one. */
export const cashBookedBy = (ledger: Ledger, day: Day): number =>
  cashSince(ledger, closingBefore(ledger, 'end_on <= ?', day), 'booked_on <= ?', day);

/** The cash that had come in, less what had gone out, by this moment. */
export const cashAt = (ledger: Ledger, at: Moment): number =>
  cashSince(ledger, closingBefore(ledger, 'closed_at <= ?', at), 'at <= ?', at);

/** All that is known of, also what happened after the moment that is being written up. */
export const cashOfAllTime = (ledger: Ledger): number =>
  cashSince(ledger, closingBefore(ledger, 'true'), 'true');

/** What had come in by one moment and was not handed in by another. */
export function cashLeftOf(ledger: Ledger, cameBy: Moment, at: Moment): number {
  const closing = closingBefore(ledger, 'closed_at <= min(?, ?)', cameBy, at);
  const left = `at <= ? AND (at <= ? OR source = 'hand-in')`;
  return cashSince(ledger, closing, left, at, cameBy);
}

/** Where a sum begins: the last month closed, whose count stands for all before it. */
interface Base {
  endOn: Day;
  countedFen: number;
}

const closingBefore = (ledger: Ledger, condition: string, ...values: string[]): Base =>
  ledger
    .prepare<string[], Base>(
      `SELECT end_on AS endOn, counted_fen AS countedFen FROM
         (SELECT *, date(month || '-01', '+1 month', '-1 day') AS end_on FROM cash_closings)
       WHERE ${condition} ORDER BY month DESC LIMIT 1`,
    )
    .get(...values) ?? { endOn: '', countedFen: 0 };

/** A closing books its own difference, and nothing is booked before it afterwards. */
function cashSince(
  ledger: Ledger,
  { endOn, countedFen }: Base,
  condition: string,
  ...values: string[]
): number {
  const since = ledger
    .prepare<string[], { sum: number }>(
      `SELECT coalesce(sum(amount_fen), 0) AS sum FROM money_flows
       WHERE method = 'cash' AND booked_on > ? AND ${condition}`,
    )
    .get(endOn, ...values);
  return countedFen + (since?.sum ?? 0);
}

/** Who took cash in after a moment, up to another: by their ids. */
export const cashTakers = (ledger: Ledger, after: Moment, until: Moment): number[] =>
  ledger
    .prepare<[Moment, Moment], { id: number }>(
      `SELECT DISTINCT operator_id AS id FROM money_flows
       WHERE method = 'cash' AND amount_fen > 0 AND source <> 'difference' AND at > ? AND at <= ?`,
    )
    .all(after, until)
    .map(({ id }) => id);

/** Who took cash in on these days of the journal. */
export const cashTakersOf = (ledger: Ledger, from: Day, until: Day): number[] =>
  ledger
    .prepare<[Day, Day], { id: number }>(
      `SELECT DISTINCT operator_id AS id FROM money_flows
       WHERE method = 'cash' AND amount_fen > 0 AND source <> 'difference'
         AND booked_on BETWEEN ? AND ?`,
    )
    .all(from, until)
    .map(({ id }) => id);

/** When cash was handed in last before a moment; undefined where it never was. */
export const lastHandInAt = (ledger: Ledger, before: Moment): Moment | undefined =>
  ledger
    .prepare<[Moment], { at: Moment | null }>(
      'SELECT max(handed_at) AS at FROM hand_ins WHERE handed_at < ?',
    )
    .get(before)?.at ?? undefined;

/** The months in which money moved, of any method, within these days, oldest first. */
export function monthsWithFlows(ledger: Ledger, filter: FlowFilter): Month[] {
  const { sql, values } = conditions(filter);
  return ledger
    .prepare<unknown[], { month: Month }>(
      `SELECT DISTINCT substr(f.booked_on, 1, 7) AS month FROM money_flows AS f ${sql} ORDER BY 1`,
    )
    .all(...values)
    .map(({ month }) => month);
}
