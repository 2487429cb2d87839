import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** Both counted. */
export interface Span {
  from: Moment;
  to: Moment;
}

/** An entry that an approval is asked of. */
export interface Asked {
  id: number;
  no: string;
  at: Moment;
}

/** The entries that owe a signature of this kind, oldest first. */
export const owing = (ledger: Ledger, kind: string): Asked[] =>
  ledger
    .prepare<[string], Asked>(
      `SELECT DISTINCT e.id, e.no, e.entered_at AS at
       FROM deadlines AS d JOIN entries AS e ON e.no = d.subject
       WHERE d.ending IS NULL AND +d.kind = ? ORDER BY e.entered_at, e.id`,
    )
    .all(kind);

/** Whether an entry of a book that was made within a span owes a signature of this kind. */
export const isOwing = (ledger: Ledger, asked: Span & { book: string; kind: string }): boolean =>
  ledger
    .prepare<[object], object>(
      `SELECT 1 FROM entries AS e CROSS JOIN deadlines AS d ON d.subject = e.no
       WHERE e.book = @book AND e.entered_at BETWEEN @from AND @to
         AND d.ending IS NULL AND d.kind = @kind LIMIT 1`,
    )
    .get(asked) !== undefined;

/** The entries of a book made within a span that nobody has given this approval, oldest first. */
export const unsigned = (
  ledger: Ledger,
  asked: Span & { book: string; approval: string },
): Asked[] =>
  ledger
    .prepare<[object], Asked>(
      `SELECT e.id, e.no, e.entered_at AS at FROM entries AS e
       WHERE e.book = @book AND e.entered_at BETWEEN @from AND @to AND e.state <> 'cancelled'
         AND NOT EXISTS (SELECT 1 FROM entry_approvals AS a
                         WHERE a.entry_id = e.id AND a.approval = @approval)
       ORDER BY e.entered_at, e.id`,
    )
    .all(asked);

export function insert(
  ledger: Ledger,
  it: { entryId: number; approval: string; at: Moment; byId: number; note: string | null },
): void {
  ledger
    .prepare(
      `INSERT INTO entry_approvals (entry_id, approval, approved_at, approved_by, note)
       VALUES (@entryId, @approval, @at, @byId, @note)`,
    )
    .run(it);
}
