import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Question, Survey } from './model.ts';

const SELECT = `SELECT s.id, s.no, s.year, s.title, s.state, s.opened_at AS openedAt,
    s.closed_at AS closedAt, s.analysis, s.cancelled_at AS cancelledAt,
    count(f.id) AS sent, count(f.returned_at) AS returned, coalesce(sum(f.valid), 0) AS valid
  FROM surveys AS s LEFT JOIN survey_forms AS f ON f.survey_id = s.id`;

type Row = Omit<Survey, 'questions'>;

const withQuestions = (ledger: Ledger, row: Row): Survey => ({
  ...row,
  questions: questionsOf(ledger, row.id),
});

const questionsOf = (ledger: Ledger, surveyId: number): Question[] =>
  ledger
    .prepare<[number], Question>(
      'SELECT part, text FROM survey_questions WHERE survey_id = ? ORDER BY part',
    )
    .all(surveyId);

export function byNumber(ledger: Ledger, no: string): Survey | undefined {
  const row = ledger.prepare<[string], Row>(`${SELECT} WHERE s.no = ? GROUP BY s.id`).get(no);
  return row && withQuestions(ledger, row);
}

/** The number of the one survey of this year that was not cancelled. */
export const ofYear = (ledger: Ledger, year: string): string | undefined =>
  ledger
    .prepare<[string], { no: string }>(
      "SELECT no FROM surveys WHERE year = ? AND state <> 'cancelled'",
    )
    .get(year)?.no;

/** The newest year first. */
export function list(ledger: Ledger, { year }: { year: string | undefined }): Survey[] {
  const asked = where(year === undefined ? undefined : ['s.year = ?', year]);
  return ledger
    .prepare<unknown[], Row>(`${SELECT} ${asked.sql} GROUP BY s.id ORDER BY s.year DESC, s.id DESC`)
    .all(...asked.values)
    .map((row) => withQuestions(ledger, row));
}

export interface NewSurvey {
  no: string;
  year: string;
  title: string;
  openedAt: Moment;
  openedById: number;
  questions: readonly string[];
}

export function insert(ledger: Ledger, { questions, ...made }: NewSurvey): void {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO surveys (no, year, title, state, opened_at, opened_by)
       VALUES (@no, @year, @title, 'open', @openedAt, @openedById)`,
    )
    .run(made);
  const ask = ledger.prepare(
    'INSERT INTO survey_questions (survey_id, part, text) VALUES (?, ?, ?)',
  );
  questions.forEach((text, at) => void ask.run(lastInsertRowid, at + 1, text));
}

export function close(ledger: Ledger, no: string, closedAt: Moment, analysis: string): void {
  ledger
    .prepare("UPDATE surveys SET state = 'closed', closed_at = ?, analysis = ? WHERE no = ?")
    .run(closedAt, analysis, no);
}

export function cancel(ledger: Ledger, no: string, cancelledAt: Moment): void {
  ledger
    .prepare("UPDATE surveys SET state = 'cancelled', cancelled_at = ? WHERE no = ?")
    .run(cancelledAt, no);
}
