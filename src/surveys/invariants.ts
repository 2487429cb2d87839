import { RESULTS } from '../cases/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { STATES } from './model.ts';

const named = (where: string) => `SELECT no FROM surveys AS s WHERE ${where}`;

const FORMS = `survey_forms AS f JOIN surveys AS s ON s.id = f.survey_id
  JOIN units AS u ON u.id = f.unit_id`;

const form = (where: string) => `SELECT s.no || ' ' || u.code FROM ${FORMS} WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'surveys.moments',
    check: w('意见征询的时间有效', 'The moments of the surveys exist'),
    sql: `${named(['opened_at', 'closed_at', 'cancelled_at'].map(badMoment).join(' OR '))}
          UNION ${form(['f.sent_at', 'f.returned_at'].map(badMoment).join(' OR '))}`,
  },
  {
    key: 'surveys.state',
    check: w(
      '意见征询的状态与其记录一致',
      'The state of a survey is what its records say: closed with an analysis, or cancelled',
    ),
    sql: named(
      `${noneOf('state', STATES)} OR (state = 'closed') <> (closed_at IS NOT NULL)
       OR (closed_at IS NULL) <> (analysis IS NULL)
       OR (state = 'cancelled') <> (cancelled_at IS NOT NULL)
       OR closed_at < opened_at OR cancelled_at < opened_at`,
    ),
  },
  {
    key: 'surveys.year',
    check: w('意见征询都有年度', 'Every survey is of a year'),
    sql: named(`year NOT GLOB '[0-9][0-9][0-9][0-9]'`),
  },
  {
    key: 'surveys.round',
    check: w(
      '已上报的意见征询，当年的征询就算做了',
      'A survey that was reported settles that of its year',
    ),
    sql: named(
      `state = 'closed' AND NOT EXISTS (SELECT 1 FROM rounds AS r
         WHERE r.routine = 'survey.yearly' AND r.period = s.year)`,
    ),
  },
  {
    key: 'surveys.questions',
    check: w('题目从 1 起连续编号', 'The questions are numbered from 1 on without a gap'),
    sql: named(
      `1 <> coalesce((SELECT min(part) FROM survey_questions WHERE survey_id = s.id), 0)
       OR (SELECT max(part) - count(*) FROM survey_questions WHERE survey_id = s.id) <> 0`,
    ),
  },
  {
    key: 'surveys.order',
    check: w(
      '问卷在征询期间发出，之后收回',
      'A form is sent while its survey is open, and comes back after that',
    ),
    sql: form(
      `f.sent_at < s.opened_at OR f.returned_at < f.sent_at
       OR f.sent_at > s.closed_at OR f.returned_at > s.closed_at`,
    ),
  },
  {
    key: 'surveys.answers',
    check: w(
      '答案在选项内，属于题目和已收回的问卷',
      'Answers are of the scale, to a question, on a form that is back',
    ),
    sql: `SELECT s.no || ' ' || u.code || ' ' || a.part FROM ${FORMS}
          JOIN survey_answers AS a ON a.form_id = f.id
          WHERE ${noneOf('a.answer', RESULTS)} OR f.returned_at IS NULL
            OR NOT EXISTS (SELECT 1 FROM survey_questions AS q
              WHERE q.survey_id = s.id AND q.part = a.part)`,
  },
  {
    key: 'surveys.valid',
    check: w('有效的问卷至少答了一题', 'A valid form answers one question at least'),
    sql: form(
      'f.valid = 1 AND NOT EXISTS (SELECT 1 FROM survey_answers AS a WHERE a.form_id = f.id)',
    ),
  },
];
