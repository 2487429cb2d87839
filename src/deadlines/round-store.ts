import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Period, RoutineName } from './routines.ts';

/** One turn of a routine that was done, with the clause it was due by. */
export interface Round {
  routine: RoutineName;
  period: Period;
  dueAt: Moment;
  clause: string;
  limit: string;
  doneAt: Moment;
  doneById: number;
  /** What came of it, in the words of whoever did it. */
  text: string | null;
}

export function insert(ledger: Ledger, round: Round): void {
  ledger
    .prepare(
      `INSERT INTO rounds (routine, period, due_at, clause, limit_text, done_at, done_by, text)
       VALUES (@routine, @period, @dueAt, @clause, @limit, @doneAt, @doneById, @text)`,
    )
    .run(round);
}

export const find = (ledger: Ledger, routine: RoutineName, period: Period): Round | undefined =>
  ledger
    .prepare<[string, string], Round>(
      `SELECT routine, period, due_at AS dueAt, clause, limit_text AS "limit", done_at AS doneAt,
         done_by AS doneById, text FROM rounds WHERE routine = ? AND period = ?`,
    )
    .get(routine, period);
