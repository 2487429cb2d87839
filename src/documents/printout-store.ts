import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

export interface PrintoutRow {
  form: string;
  subject: string;
  copy: number;
  templateHash: string;
  pageHash: string;
  printedAt: Moment;
  printedBy: number;
}

export function insert(ledger: Ledger, row: PrintoutRow): void {
  ledger
    .prepare(
      `INSERT INTO printouts
         (form, subject, copy, template_hash, page_hash, printed_at, printed_by)
       VALUES (@form, @subject, @copy, @templateHash, @pageHash, @printedAt, @printedBy)`,
    )
    .run(row);
}

/** How many copies of a form there are of each of these subjects; none of those that are missing. */
export const copiesOf = (
  ledger: Ledger,
  form: string,
  subjects: readonly string[],
): Map<string, number> =>
  new Map(
    ledger
      .prepare<[string, string], { subject: string; copies: number }>(
        `SELECT subject, max(copy) AS copies FROM printouts
         WHERE form = ? AND subject IN (SELECT value FROM json_each(?)) GROUP BY subject`,
      )
      .all(form, JSON.stringify(subjects))
      .map(({ subject, copies }) => [subject, copies]),
  );

/** Who printed what about a subject, as it came. */
export const printoutsOf = (ledger: Ledger, subject: string) =>
  ledger
    .prepare<[string], { form: string; copy: number; at: Moment; by: string }>(
      `SELECT p.form, p.copy, p.printed_at AS at, s.name AS by
       FROM printouts AS p JOIN staff AS s ON s.id = p.printed_by WHERE p.subject = ? ORDER BY p.id`,
    )
    .all(subject);
