import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Reply } from './model.ts';

/** A callback that was answered: of which case, what was said, and whether a visit carried it out. */
export interface Callback {
  subject: string;
  result: Reply;
  opinion: string | null;
  at: Moment;
  isVisit: boolean;
}

/** Of a case that came from an old list: its callback stands in the record alone. */
const fromOldList = (table: string) => `
  SELECT c.no, c.callback_result, NULL, c.callback_at FROM ${table} AS c
  WHERE c.callback_at >= @from AND c.callback_at <= @to AND NOT EXISTS (
    SELECT 1 FROM events AS e WHERE e.subject = c.no AND e.kind = 'calledBack')`;

/** All callbacks of that time, of every kind of case, in the order in which they happened. */
export function callbacksIn(ledger: Ledger, span: { from: Moment; to: Moment }): Callback[] {
  return ledger
    .prepare<[object], Omit<Callback, 'isVisit'> & { isVisit: 0 | 1 }>(
      `WITH called (subject, result, opinion, at) AS (
         SELECT subject, detail ->> '$.result', detail ->> '$.note', at FROM events
         WHERE kind = 'calledBack' AND at >= @from AND at <= @to
         UNION ALL ${fromOldList('tickets')}
         UNION ALL ${fromOldList('complaints')})
       SELECT called.*, EXISTS (SELECT 1 FROM visits AS v WHERE v.subject = called.subject
         AND v.visited_at = called.at AND v.result <> 'no-answer') AS isVisit
       FROM called ORDER BY at, subject`,
    )
    .all(span)
    .map((row) => ({ ...row, isVisit: row.isVisit === 1 }));
}
