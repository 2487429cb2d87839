import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { headingKey } from '../lib/heading.ts';
import { same, w } from '../lib/words.ts';
import { ANSWER_NAMES } from '../surveys/answer-rules.ts';
import { planReturns, type ReturnLine } from '../surveys/bulk-returns.ts';
import type { Answer, Question } from '../surveys/model.ts';
import { requireOpen } from '../surveys/record.ts';
import type { Column } from './columns.ts';
import type { Import } from './import.ts';
import { unitColumns } from './unit-column.ts';

type Columns = Readonly<Record<string, Column<unknown>>>;

const keyOf = ({ part }: Question) => `question${part}`;

const opinion: Column<string> = {
  label: w('意见', 'Opinion'),
  names: [
    '意见',
    '建议',
    '意见建议',
    '意见和建议',
    '意见与建议',
    '其他意见',
    '备注',
    'Opinion',
    'Comments',
    'Suggestions',
    'Remarks',
  ],
  personal: true,
  verbatim: true,
  parse: (text) => text.replace(/\s+/g, ' '),
};

/** By its text or its number: 客服接待, 1、客服接待, 1, 第1题, Q1. */
function questionColumn({ part, text }: Question): Column<Answer> {
  return {
    label: same(text),
    names: [
      text,
      `${part} ${text}`,
      `第${part}题`,
      `第${part}题 ${text}`,
      `${part}`,
      `Q${part}`,
      `Q${part} ${text}`,
      `问题${part}`,
    ],
    required: true,
    mayBeBlank: true,
    parse: answerOf,
  };
}

const ANSWERS = Object.keys(ANSWER_NAMES) as Answer[];

/** In words only: a figure may be a place on a scale that begins at its other end. */
function answerOf(text: string): Answer {
  const wanted = text.toLowerCase();
  const found = ANSWERS.find((answer) => ANSWER_NAMES[answer].includes(wanted));
  if (found) return found;
  throw misused(
    'answer_off_scale',
    w(
      '不在选项内：填 满意、基本满意、不满意，没答的留空',
      'none of the scale: satisfied, fair, dissatisfied, or blank where there is none',
    ),
  );
}

/** One column for each question; names that two columns would have are left to neither. */
function columnsFor(questions: readonly Question[]): Columns {
  const columns: Record<string, Column<unknown>> = {
    ...unitColumns,
    ...Object.fromEntries(questions.map((question) => [keyOf(question), questionColumn(question)])),
    opinion,
  };
  const claims = new Map<string, Set<string>>();
  for (const [key, { names }] of Object.entries(columns)) {
    for (const name of names) {
      const claimed = claims.get(headingKey(name)) ?? new Set();
      claims.set(headingKey(name), claimed.add(key));
    }
  }
  const isOwn = (name: string) => claims.get(headingKey(name))?.size === 1;
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [
      key,
      { ...column, names: column.names.filter(isOwn) },
    ]),
  );
}

/** Returned forms of a survey that is open: a row for each unit, a column for each question. */
export function surveyImport(
  ctx: Ctx,
  no: string,
  options: { unsent: boolean },
): Import<Columns, ReturnLine> {
  const survey = requireOpen(ctx, no);
  const { questions } = survey;
  return {
    action: 'import.survey',
    subject: survey.no,
    key: 'unit',
    layout: { columns: columnsFor(questions) },
    toRow: ({ line, values }) => ({
      line,
      unit: (values.unit as string | undefined) ?? '',
      answers: questions.map((question) => (values[keyOf(question)] as Answer | undefined) ?? null),
      opinion: values.opinion as string | undefined,
    }),
    columnOf: { line: 'unit', unit: 'unit', answers: 'unit', opinion: 'opinion' },
    plan: (at, rows) => planReturns(at, survey.no, rows, options),
  };
}
