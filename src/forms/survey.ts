import { RESULTS } from '../cases/model.ts';
import type { Ctx } from '../context.ts';
import type { Content, PaperTable, Part, Printing, Sheet } from '../documents/model.ts';
import { refused } from '../lib/errors.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import type { Answers, Survey } from '../surveys/model.ts';
import { listForms, listSurveys, requireOpen, showForm } from '../surveys/record.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';

/** The form of one unit; what came back is printed in. */
interface Page {
  survey: Pick<Survey, 'no' | 'year' | 'title' | 'questions'>;
  unit: string;
  sentAt: Moment;
  answers: Answers;
  opinion: string | null;
}

/**
 * 业主意见征询表 (rules 72, 79): of a survey all that were sent and are not back, or of a unit its form in
 * the survey that is open.
 */
export const form: Form = {
  sheets: (ctx, { subject }) =>
    (tryUnitCode(subject) ? [unitPage(ctx, subject)] : surveyPages(ctx, subject)).map(sheetOf),
};

const sheetOf = (page: Page): Sheet => ({
  subject: `${page.survey.no}-${page.unit}`,
  contentOf: (as) => surveyContent(page, as),
});

function unitPage(ctx: Ctx, unit: string): Page {
  const open = listSurveys(ctx).find(({ state }) => state === 'open');
  if (!open) throw noneOpen();
  return showForm(ctx, open.no, unit);
}

function surveyPages(ctx: Ctx, typed: string): Page[] {
  const survey = requireOpen(ctx, typed);
  if (survey.sent === 0) throw notSent(survey.no);
  const forms = listForms(ctx, survey.no, { missing: true });
  if (forms.length === 0) throw allBack(survey.no);
  return forms.map(({ unit, sentAt }) => ({
    ...{ survey, unit, sentAt, opinion: null },
    answers: survey.questions.map(() => null),
  }));
}

function surveyContent({ survey, unit, sentAt, answers, opinion }: Page, as: Printing): Content {
  const { lang, zone } = as;
  return {
    title: w('业主意见征询表', "Survey of the residents' opinions")[lang],
    no: survey.no,
    marks: [],
    parts: [
      {
        kind: 'rows',
        rows: [
          half(row('unit', w('房号', 'unit'), unit, as)),
          half(row('sentAt', w('发放日期', 'sent'), dayOf(sentAt, zone), as)),
          row('title', w('征询', 'survey'), survey.title, as),
        ],
      },
      { kind: 'letter', paragraphs: OPENING[lang] },
      { kind: 'table', table: questionsTable(survey, answers, as) },
      opinionPart(opinion, as),
      {
        kind: 'signatures',
        labels: [
          w('业主签字（可不签）', 'Resident (if you like)'),
          w('回收人', 'Collected by'),
        ].map((label) => label[lang]),
      },
    ],
    foot: w(
      '填写后请交回前台或楼栋管家。您的意见只用于改进服务，公布时不列房号和姓名。',
      'Please hand it in at the front desk. What you say serves to improve the service and is published without units and names.',
    )[lang],
  };
}

const OPENING = {
  zh: [
    '尊敬的业主（住户）：',
    '感谢您对我们工作的支持。请在每一项里选一格打“√”，并写下您的意见和建议。',
  ],
  en: [
    'Dear resident,',
    'Thank you for your support. Please tick one box in each line and tell us what you think.',
  ],
} as const;

const ANSWERS = Object.keys(RESULTS) as (keyof typeof RESULTS)[];

const questionsTable = (
  { questions }: Page['survey'],
  answers: Answers,
  { lang }: Printing,
): PaperTable => ({
  title: w('征询项目', 'How satisfied are you with')[lang],
  columns: [
    { label: w('项目', 'what')[lang] },
    ...ANSWERS.map((answer) => ({ label: RESULTS[answer][lang], isBox: true as const })),
  ],
  rows: questions.map(({ text }, at) => [
    text,
    ...ANSWERS.map((answer) => (answers[at] === answer ? '☑' : '☐')),
  ]),
});

const OPINION = w('意见和建议', 'What else you would like to say');
const LINES = 5;

const opinionPart = (opinion: string | null, { lang }: Printing): Part =>
  opinion === null
    ? { kind: 'blank', title: OPINION[lang], lines: LINES }
    : { kind: 'text', title: OPINION[lang], text: opinion };

const noneOpen = () =>
  refused(
    'no_open_survey',
    w('现在没有进行中的意见征询。', 'No survey is open.'),
    w(
      '开始一次：wy survey open；全部：wy survey list',
      'Open one: wy survey open; all: wy survey list',
    ),
  );

const notSent = (no: string) =>
  refused(
    'survey_not_sent',
    w(`${no} 还没有发放。`, `${no} was sent to nobody yet.`),
    w(`先登记发放：wy survey send ${no} --all`, `Send it first: wy survey send ${no} --all`),
  );

const allBack = (no: string) =>
  refused(
    'survey_all_back',
    w(`${no} 的问卷都已收回。`, `All forms of ${no} are back.`),
    w(`看结果：wy survey report ${no}`, `See its results: wy survey report ${no}`),
  );
