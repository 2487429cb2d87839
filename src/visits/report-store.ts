import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Reason, Reply } from './model.ts';

export interface Span {
  from: Moment;
  to: Moment;
}

/** The visits of that time that were answered. */
export const answeredVisits = (ledger: Ledger, span: Span) =>
  ledger
    .prepare<
      [Span],
      {
        no: string;
        subject: string | null;
        ledTo: string | null;
        unit: string | null;
        building: string | null;
        reason: Reason;
        result: Reply;
        opinion: string | null;
        needs: string | null;
        at: Moment;
      }
    >(
      `SELECT v.no, v.subject, v.led_to AS ledTo, u.code AS unit, u.building, v.reason, v.result,
         v.opinion, v.needs, v.visited_at AS at
       FROM visits AS v LEFT JOIN units AS u ON u.id = v.unit_id
       WHERE v.visited_at >= @from AND v.visited_at <= @to AND v.result <> 'no-answer'`,
    )
    .all(span);

/** How often nobody answered. */
export const missedVisits = (ledger: Ledger, span: Span): number =>
  ledger
    .prepare<[Span], { count: number }>(
      `SELECT count(*) AS count FROM visits
       WHERE visited_at >= @from AND visited_at <= @to AND result = 'no-answer'`,
    )
    .get(span)?.count ?? 0;

/** Where these cases are, and their category, of a repair or of a complaint. */
export function casesOf(ledger: Ledger, nos: readonly string[]) {
  const rows = ledger
    .prepare<
      [object],
      {
        no: string;
        unit: string | null;
        building: string | null;
        place: string | null;
        repair: string | null;
        complaint: string | null;
      }
    >(
      `SELECT r.no, u.code AS unit, u.building, r.place, t.category AS repair,
         c.category AS complaint
       FROM (SELECT no, unit_id, place FROM subjects
             WHERE no IN (SELECT value FROM json_each(@nos))) AS r
       LEFT JOIN units AS u ON u.id = r.unit_id
       LEFT JOIN tickets AS t ON t.no = r.no
       LEFT JOIN complaints AS c ON c.no = r.no`,
    )
    .all({ nos: JSON.stringify(nos) });
  return new Map(rows.map(({ no, ...found }) => [no, found]));
}

/**
 * Promises of these kinds that fell due in that time, as of a moment: those that are due by then or
 * were kept before. What was waived is owed by nobody.
 */
export const promisesDue = (
  ledger: Ledger,
  asked: Span & { now: Moment; kinds: readonly string[] },
) =>
  ledger
    .prepare<[object], { kind: string; due: number; done: number; onTime: number }>(
      `WITH fallen AS (
         SELECT kind, due_at, ended_at, ending IS 'met' AND ended_at <= @now AS is_done
         FROM deadlines
         WHERE due_at >= @from AND due_at <= @to AND ending IS NOT 'waived'
           AND kind IN (SELECT value FROM json_each(@kinds)))
       SELECT kind, count(*) AS due, sum(is_done) AS done,
         sum(is_done AND ended_at <= due_at) AS onTime
       FROM fallen WHERE is_done OR due_at < @now GROUP BY kind`,
    )
    .all({ ...asked, kinds: JSON.stringify(asked.kinds) });
