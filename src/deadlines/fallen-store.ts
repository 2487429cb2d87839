import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/**
 * Promises that fell due in a span (`@from`, `@to`), as it was known at `@now`: due by then, kept before
 * they were, or broken when the case moved on. What was waived is owed by nobody.
 */
export const FALLEN = `SELECT d.subject, d.kind, d.part, d.role, d.assignee_id, d.clause, d.due_at,
    d.is_kept AS is_done,
    d.is_kept AND d.ended_at <= d.due_at AS is_met,
    d.is_missed OR (d.is_kept AND d.ended_at > d.due_at) AS is_late,
    NOT d.is_kept AND NOT d.is_missed AS is_overdue
  FROM (
    SELECT *, ending IS 'met' AND ended_at <= @now AS is_kept,
      ending IS 'missed' AND ended_at <= @now AS is_missed
    FROM deadlines WHERE due_at >= @from AND due_at <= @to
      AND NOT (ending IS 'waived' AND ended_at <= @now)) AS d
  WHERE d.is_kept OR d.is_missed OR d.due_at < @now`;

/** How many promises of one kind fell due, were kept at all, and in time. */
export interface Kept {
  kind: string;
  due: number;
  done: number;
  onTime: number;
}

export interface Asked {
  from: Moment;
  to: Moment;
  now: Moment;
  kinds: readonly string[];
}

export const kept = (ledger: Ledger, { kinds, ...span }: Asked): Kept[] =>
  ledger
    .prepare<[object], Kept>(
      `SELECT kind, count(*) AS due, sum(is_done) AS done, sum(is_met) AS onTime
       FROM (${FALLEN}) WHERE kind IN (SELECT value FROM json_each(@kinds)) GROUP BY kind`,
    )
    .all({ ...span, kinds: JSON.stringify(kinds) });
