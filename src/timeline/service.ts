import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Event } from './model.ts';

/** Writes a step of a case into its timeline, as of now, by the operator. */
export function note(ctx: Ctx, subject: string, kind: string, detail: Event['detail'] = {}): void {
  ctx.ledger
    .prepare('INSERT INTO events (subject, at, operator_id, kind, detail) VALUES (?, ?, ?, ?, ?)')
    .run(subject, ctx.now, ctx.operator().id, kind, JSON.stringify(detail));
}

/** What stands in a timeline and is no step: it may have happened before what is written up later. */
const REMARKS = ['note', 'noAnswer', 'complained'];

/** When the last step of a case happened; `remarks`: kinds of events that are none. */
export function lastStepAt(
  ledger: Ledger,
  subject: string,
  remarks: readonly string[] = REMARKS,
): Moment | undefined {
  return (
    ledger
      .prepare<[string, string], { at: Moment | null }>(
        `SELECT max(at) AS at FROM events
         WHERE subject = ? AND kind NOT IN (SELECT value FROM json_each(?))`,
      )
      .get(subject, JSON.stringify(remarks))?.at ?? undefined
  );
}

/** The steps of a case in the order in which they happened. */
export function timelineOf(ledger: Ledger, subject: string): Event[] {
  return ledger
    .prepare<[string], Omit<Event, 'detail'> & { detail: string }>(
      `SELECT e.at, s.name AS by, e.kind, e.detail FROM events AS e
       JOIN staff AS s ON s.id = e.operator_id
       WHERE e.subject = ? ORDER BY e.at, e.id`,
    )
    .all(subject)
    .map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}
