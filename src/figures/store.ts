import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** A time of which both ends count, as it was known at a moment; of one book or of all. */
interface Span {
  from: Moment;
  to: Moment;
  now: Moment;
  book: string | null;
}

const OF_BOOK = '(@book IS NULL OR e.book = @book)';
const CANCELLED = '(e.cancelled_at IS NOT NULL AND e.cancelled_at <= @now)';

interface EntryCounts {
  book: string;
  carried: number;
  entries: number;
  closed: number;
  open: number;
  cancelled: number;
}

/** In one pass over the entries made by the end of the time. */
export const entryCounts = (ledger: Ledger, span: Span) =>
  ledger
    .prepare<[object], EntryCounts>(
      `SELECT book,
         count(*) FILTER (WHERE stands AND NOT is_new AND (closed_at IS NULL OR closed_at >= @from))
           AS carried,
         count(*) FILTER (WHERE stands AND is_new) AS entries,
         count(*) FILTER (WHERE stands AND closed_at >= @from AND closed_at <= @end) AS closed,
         count(*) FILTER (WHERE stands AND (closed_at IS NULL OR closed_at > @end)) AS open,
         count(*) FILTER (WHERE NOT stands AND is_new) AS cancelled
       FROM (SELECT e.book, e.closed_at, e.entered_at >= @from AS is_new, NOT ${CANCELLED} AS stands
             FROM entries AS e WHERE ${OF_BOOK} AND e.entered_at <= @end)
       GROUP BY book`,
    )
    .all({ ...span, end: endOf(span) });

/** Nothing is known of what comes after the present. */
const endOf = ({ to, now }: Span): Moment => (to < now ? to : now);

interface PromiseCounts {
  kind: string;
  met: number;
  late: number;
  overdue: number;
}

/**
 * Promises of the books that fell due in the time, or were kept before they did; what was waived is
 * owed by nobody.
 */
export const promiseCounts = (ledger: Ledger, { book, ...span }: Span) =>
  ledger
    .prepare<[object], PromiseCounts>(
      `WITH fallen AS (
         SELECT kind, due_at, ended_at, CASE WHEN ended_at <= @now THEN ending END AS ending
         FROM deadlines
         WHERE kind >= @kinds || '.' AND kind < @kinds || '/' AND due_at >= @from AND due_at <= @to)
       SELECT kind,
         count(*) FILTER (WHERE ending = 'met' AND ended_at <= due_at) AS met,
         count(*) FILTER (WHERE ending = 'missed' OR (ending = 'met' AND ended_at > due_at)) AS late,
         count(*) FILTER (WHERE ending IS NULL AND due_at < @now) AS overdue
       FROM fallen GROUP BY kind`,
    )
    .all({ ...span, kinds: book === null ? 'books' : `books.${book}` });

/** Charges that entries made, with what was not reversed of them. */
export const chargeCounts = (ledger: Ledger, span: Span) =>
  ledger
    .prepare<[object], { book: string; count: number; amountFen: number }>(
      `SELECT book, count(*) AS count, sum(fen) AS amountFen
       FROM (SELECT e.book, c.amount_fen - coalesce(
               (SELECT sum(s.amount_fen) FROM settlements AS s
                WHERE s.charge_id = c.id AND s.kind = 'reversal' AND s.settled_at <= @now), 0) AS fen
             FROM charges AS c JOIN entries AS e ON e.no = c.subject
             WHERE c.subject IS NOT NULL AND c.billed_at >= @from AND c.billed_at <= @end
               AND ${OF_BOOK})
       WHERE fen > 0 GROUP BY book`,
    )
    .all({ ...span, end: endOf(span) });

/**
 * What the entries of a book that were made in the time hold in these fields: how often each value, or
 * the sum of those to be summed. In one pass over their JSON.
 */
export const valueCounts = (
  ledger: Ledger,
  span: Span & { book: string },
  { fields, summed }: { fields: readonly string[]; summed: readonly string[] },
) =>
  ledger
    .prepare<
      [object],
      { field: string; value: string | number | null; count: number; sum: number | null }
    >(
      `SELECT field, value, count(*) AS count, sum(number) AS sum
       FROM (SELECT f.key AS field, iif(f.key IN (SELECT value FROM json_each(@summed)), NULL, f.value)
               AS value, iif(f.key IN (SELECT value FROM json_each(@summed)), f.value, NULL) AS number
             FROM entries AS e, json_each(e.fields) AS f
             WHERE e.book = @book AND e.entered_at >= @from AND e.entered_at <= @end
               AND NOT ${CANCELLED} AND f.key IN (SELECT value FROM json_each(@fields)))
       GROUP BY field, value`,
    )
    .all({
      ...span,
      end: endOf(span),
      fields: JSON.stringify(fields),
      summed: JSON.stringify(summed),
    });
