import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Deadline, Duty, Ending } from './model.ts';

const COLUMNS = `d.subject, d.kind, d.part, d.role, d.since_at AS sinceAt, d.due_at AS dueAt, d.clause,
  d.limit_text AS "limit", d.ending, d.ended_at AS endedAt, s.name AS assignee,
  d.assignee_id AS assigneeId`;

export type NewDeadline = Omit<Deadline, 'assignee'>;

export function insert(ledger: Ledger, it: NewDeadline): void {
  ledger
    .prepare(
      `INSERT INTO deadlines
         (subject, kind, part, role, assignee_id, since_at, due_at, clause, limit_text, ending,
          ended_at)
       VALUES (@subject, @kind, @part, @role, @assigneeId, @sinceAt, @dueAt, @clause, @limit,
         @ending, @endedAt)`,
    )
    .run(it);
}

export interface OpenDeadline {
  id: number;
  kind: string;
  part: number | null;
  role: Deadline['role'];
  sinceAt: Moment;
  dueAt: Moment;
}

export const openOf = (ledger: Ledger, subject: string): OpenDeadline[] =>
  ofEnding(ledger, subject, 'IS NULL');

export const metOf = (ledger: Ledger, subject: string): OpenDeadline[] =>
  ofEnding(ledger, subject, "= 'met'");

const ofEnding = (ledger: Ledger, subject: string, ending: string): OpenDeadline[] =>
  ledger
    .prepare<[string], OpenDeadline>(
      `SELECT id, kind, part, role, since_at AS sinceAt, due_at AS dueAt FROM deadlines
       WHERE subject = ? AND ending ${ending} ORDER BY id`,
    )
    .all(subject);

export function end(ledger: Ledger, id: number, ending: Ending, at: Moment): void {
  ledger.prepare('UPDATE deadlines SET ending = ?, ended_at = ? WHERE id = ?').run(ending, at, id);
}

export const reopen = (ledger: Ledger, id: number): void =>
  void ledger.prepare('UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE id = ?').run(id);

export function remove(ledger: Ledger, id: number): void {
  ledger.prepare('DELETE FROM deadlines WHERE id = ?').run(id);
}

export function reschedule(
  ledger: Ledger,
  id: number,
  to: { dueAt: Moment; clause: string; limit: string },
): void {
  ledger
    .prepare('UPDATE deadlines SET due_at = ?, clause = ?, limit_text = ? WHERE id = ?')
    .run(to.dueAt, to.clause, to.limit, id);
}

export const beginAt = (ledger: Ledger, id: number, at: Moment): void =>
  void ledger.prepare('UPDATE deadlines SET since_at = ? WHERE id = ?').run(at, id);

export function reassign(ledger: Ledger, subject: string, kind: string, staffId: number): void {
  ledger
    .prepare(
      'UPDATE deadlines SET assignee_id = ? WHERE subject = ? AND kind = ? AND ending IS NULL',
    )
    .run(staffId, subject, kind);
}

/** The promises of these records, in the order in which they were made. */
export function ofSubjects(ledger: Ledger, subjects: readonly string[]): Deadline[] {
  return ledger
    .prepare<[string], Deadline>(
      `SELECT ${COLUMNS} FROM json_each(?) AS wanted
       JOIN deadlines AS d ON d.subject = wanted.value
       LEFT JOIN staff AS s ON s.id = d.assignee_id
       ORDER BY wanted.key, d.id`,
    )
    .all(JSON.stringify(subjects));
}

const OPEN_NOW = `d.ending IS NULL AND d.since_at <= @now
  AND (d.due_at <= @dueBy OR d.kind IN (SELECT value FROM json_each(@early)))`;

/** What is open, has begun by now and is due by then, of the `early` kinds at any time; soonest first. */
export function openDuties(
  ledger: Ledger,
  now: Moment,
  dueBy: Moment,
  earlyKinds: readonly string[],
): Duty[] {
  const asked = { now, dueBy, early: JSON.stringify(earlyKinds) };
  const deadlines = ledger
    .prepare<[object], Deadline>(
      `SELECT ${COLUMNS} FROM deadlines AS d LEFT JOIN staff AS s ON s.id = d.assignee_id
       WHERE ${OPEN_NOW} ORDER BY d.due_at, d.id`,
    )
    .all(asked);
  // Apart from the first statement: joined to the view, SQLite would read every record there is.
  const subjects = ledger
    .prepare<[object], Pick<Duty, 'unit' | 'place' | 'title'> & { no: string }>(
      `SELECT r.no, u.code AS unit, r.place, r.title
       FROM subjects AS r LEFT JOIN units AS u ON u.id = r.unit_id
       WHERE r.no IN (SELECT d.subject FROM deadlines AS d WHERE ${OPEN_NOW})`,
    )
    .all(asked);
  const byNumber = new Map(subjects.map(({ no, ...subject }) => [no, subject]));
  return deadlines.flatMap((deadline) => {
    const subject = byNumber.get(deadline.subject);
    return subject ? [{ ...deadline, ...subject }] : [];
  });
}

/** How many open promises this member of staff owes by name. */
export function openCountOf(ledger: Ledger, staffId: number): number {
  const row = ledger
    .prepare<[number], { count: number }>(
      'SELECT count(*) AS count FROM deadlines WHERE ending IS NULL AND assignee_id = ?',
    )
    .get(staffId);
  return row?.count ?? 0;
}

/** The records that owe something which was due before this moment. */
export function overdueSubjects(ledger: Ledger, now: Moment): string[] {
  return ledger
    .prepare<[Moment], { subject: string }>(
      'SELECT DISTINCT subject FROM deadlines WHERE ending IS NULL AND due_at < ?',
    )
    .all(now)
    .map((row) => row.subject);
}
