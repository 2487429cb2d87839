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

/** The attempts at which nobody answered. */
export const missedVisits = (ledger: Ledger, span: Span) =>
  ledger
    .prepare<
      [Span],
      { no: string; unit: string | null; building: string | null; reason: Reason; at: Moment }
    >(
      `SELECT v.no, u.code AS unit, u.building, v.reason, v.visited_at AS at
       FROM visits AS v LEFT JOIN units AS u ON u.id = v.unit_id
       WHERE v.visited_at >= @from AND v.visited_at <= @to AND v.result = 'no-answer'`,
    )
    .all(span);

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
