import type { Ledger } from '../ledger/ledger.ts';
import { type Condition, where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Answer, Answers, Form } from './model.ts';

/** A form for each of these units that has none, in their order; tells how many. */
export function insertMissing(
  ledger: Ledger,
  surveyId: number,
  unitIds: readonly number[],
  sentAt: Moment,
): number {
  return ledger
    .prepare(
      `INSERT INTO survey_forms (survey_id, unit_id, sent_at)
       SELECT @surveyId, wanted.value, @sentAt FROM json_each(@unitIds) AS wanted
       WHERE NOT EXISTS (SELECT 1 FROM survey_forms AS f
         WHERE f.survey_id = @surveyId AND f.unit_id = wanted.value)
       ORDER BY wanted.key`,
    )
    .run({ surveyId, sentAt, unitIds: JSON.stringify(unitIds) }).changes;
}

export function insert(ledger: Ledger, surveyId: number, unitId: number, sentAt: Moment): number {
  const { lastInsertRowid } = ledger
    .prepare('INSERT INTO survey_forms (survey_id, unit_id, sent_at) VALUES (?, ?, ?)')
    .run(surveyId, unitId, sentAt);
  return Number(lastInsertRowid);
}

const SELECT = `SELECT f.id, u.code AS unit, u.building, f.sent_at AS sentAt,
    f.returned_at AS returnedAt, f.valid, f.opinion
  FROM survey_forms AS f JOIN units AS u ON u.id = f.unit_id`;

type Row = Omit<Form, 'valid'> & { valid: 0 | 1 | null };

const toForm = (row: Row): Form => ({ ...row, valid: row.valid === null ? null : row.valid === 1 });

export interface Filter {
  building?: string | undefined;
  /** Only those that are not back. */
  missing?: boolean | undefined;
}

/** In the order of their units. */
export function list(ledger: Ledger, surveyId: number, filter: Filter): Form[] {
  const { building, missing } = filter;
  const asked = where(
    ['f.survey_id = ?', surveyId],
    building === undefined ? undefined : ['u.building = ?', building],
    missing ? (['f.returned_at IS NULL'] as Condition) : undefined,
  );
  return ledger
    .prepare<unknown[], Row>(`${SELECT} ${asked.sql} ORDER BY u.sort_key`)
    .all(...asked.values)
    .map(toForm);
}

export function ofUnit(ledger: Ledger, surveyId: number, unitId: number): Form | undefined {
  const row = ledger
    .prepare<[number, number], Row>(`${SELECT} WHERE f.survey_id = ? AND f.unit_id = ?`)
    .get(surveyId, unitId);
  return row && toForm(row);
}

/** When the last form of a survey came back. */
export const lastReturnedAt = (ledger: Ledger, surveyId: number): Moment | undefined =>
  ledger
    .prepare<[number], { at: Moment | null }>(
      'SELECT max(returned_at) AS at FROM survey_forms WHERE survey_id = ?',
    )
    .get(surveyId)?.at ?? undefined;

interface StoredAnswer {
  formId: number;
  part: number;
  answer: Answer;
}

/** What stands on each returned form of a survey, by the form's id. */
export function answersByForm(
  ledger: Ledger,
  surveyId: number,
  questions: number,
): Map<number, Answers> {
  const rows = ledger
    .prepare<[number], StoredAnswer>(
      `SELECT a.form_id AS formId, a.part, a.answer FROM survey_forms AS f
       JOIN survey_answers AS a ON a.form_id = f.id WHERE f.survey_id = ?`,
    )
    .all(surveyId);
  return gathered(rows, questions);
}

export function answersOf(ledger: Ledger, formId: number, questions: number): Answers {
  const rows = ledger
    .prepare<[number], StoredAnswer>(
      'SELECT form_id AS formId, part, answer FROM survey_answers WHERE form_id = ?',
    )
    .all(formId);
  return gathered(rows, questions).get(formId) ?? none(questions);
}

const none = (questions: number): (Answer | null)[] =>
  Array.from({ length: questions }, () => null);

function gathered(rows: readonly StoredAnswer[], questions: number): Map<number, Answers> {
  const byForm = new Map<number, (Answer | null)[]>();
  for (const { formId, part, answer } of rows) {
    const answers = byForm.get(formId) ?? none(questions);
    answers[part - 1] = answer;
    byForm.set(formId, answers);
  }
  return byForm;
}

export interface Returned {
  returnedAt: Moment;
  valid: boolean;
  opinion: string | null;
  answers: Answers;
}

/** Puts down what came back, in the place of what stood there. */
export function takeBack(ledger: Ledger, formId: number, back: Returned): void {
  ledger
    .prepare('UPDATE survey_forms SET returned_at = ?, valid = ?, opinion = ? WHERE id = ?')
    .run(back.returnedAt, Number(back.valid), back.opinion, formId);
  ledger.prepare('DELETE FROM survey_answers WHERE form_id = ?').run(formId);
  const put = ledger.prepare('INSERT INTO survey_answers (form_id, part, answer) VALUES (?, ?, ?)');
  back.answers.forEach((answer, at) => {
    if (answer !== null) put.run(formId, at + 1, answer);
  });
}
