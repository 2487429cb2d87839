import type { Against, Grade, Nature } from '../complaints/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Facts } from './facts-model.ts';
import type { Span } from './model.ts';

interface OpenRow {
  no: string;
  unit: string | null;
  place: string | null;
  grade: Grade;
  nature: Nature;
  category: string;
  against: Against;
  receivedAt: Moment;
  /** The kind of the last step that was taken by the end. */
  lastStep: string | null;
  overdueSince: Moment | null;
}

/** Those that the figure `open` of these facts counts. */
export const openAtEnd = (ledger: Ledger, { select, figures }: Facts, span: Span): OpenRow[] =>
  ledger
    .prepare<[Span], OpenRow>(
      `SELECT no, unit, place, grade, nature, category, against, at AS receivedAt,
         (SELECT e.kind FROM events AS e
          WHERE e.subject = no AND e.at <= @end AND e.kind NOT IN ('signed', 'analysed', 'noAnswer')
          ORDER BY e.at DESC, e.id DESC LIMIT 1) AS lastStep,
         (SELECT min(d.due_at) FROM deadlines AS d
          WHERE d.subject = no AND d.kind = 'complaint.resolve' AND d.due_at < @end
            AND (d.ended_at IS NULL OR d.ended_at > @end)) AS overdueSince
       FROM (${select}) WHERE ${figures.open?.where} ORDER BY at, no`,
    )
    .all(span);
