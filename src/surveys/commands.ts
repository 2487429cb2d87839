import { RESULTS } from '../cases/model.ts';
import { showCase } from '../cases/record.ts';
import { command, type Guide, type Typed } from '../cli/command.ts';
import { building, file, flag, number, text, unit, whole } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { same, w } from '../lib/words.ts';
import { NO_ANSWER, SCALE } from './answer-rules.ts';
import { cancelSurvey, closeSurvey } from './ending.ts';
import { openSurvey } from './opening.ts';
import { loadQuestions } from './questions-file.ts';
import { listForms, listSurveys, SURVEY, showForm } from './record.ts';
import { reportSurvey } from './report.ts';
import { reportView } from './report-view.ts';
import { awaitForm, recordForm } from './returns.ts';
import { sendForms } from './sending.ts';
import { formCard, formTable, sendingCard, surveyCard, surveyPage, surveyTable } from './view.ts';

const no = number({
  label: w('意见征询编号或其末尾几位', 'number of the survey, or its end'),
  required: true,
  positional: true,
});

const theUnit = unit({ label: w('房号', 'unit'), required: true });

const onlyBuilding = building({ label: w('只看某栋', 'only this building') });

const year = (label: Parameters<typeof whole>[0]['label']) =>
  whole({ label, placeholder: 'YEAR', min: 2000, max: 2100 });

const open = command({
  name: 'survey open',
  about: w('开始一年一次的业主意见征询', 'Begin the yearly survey of the residents'),
  fields: {
    year: year(w('年度；默认今年', 'year; this one by default')),
    title: text({ label: w('名称', 'title') }),
    questions: file({
      label: w('题目文件，每行一题；默认用制度里的', 'a text file of questions, one a line'),
      help: w(
        'UTF-8 或 GB18030；空行和 # 开头的行不算',
        "the policy's by default; blank lines and those with # are passed over",
      ),
    }),
  },
  examples: ['wy survey open --year 2026', 'wy survey open --year 2026 --questions 题目.txt'],
  run: async (ctx, input) =>
    openSurvey(ctx, {
      year: input.year === undefined ? undefined : String(input.year),
      title: input.title,
      questions: input.questions === undefined ? undefined : loadQuestions(input.questions),
    }),
  view: surveyCard,
});

const send = command({
  name: 'survey send',
  about: w(
    '登记发放：今天有人住的房屋，每户一份，已发的不重发',
    'Send the forms: one for each household of today that has none',
  ),
  fields: {
    no,
    all: flag({ label: w('发给所有住户', 'to all households'), ask: true }),
    building: building({ label: w('发给某栋的住户', 'to the households of this building') }),
    unit: unit({ label: w('发给某户', 'to this unit') }),
  },
  oneOf: [['all', 'building', 'unit']],
  examples: ['wy survey send 001 --all', 'wy survey send 001 --building 3'],
  run: (ctx, input) => sendForms(ctx, input.no, input),
  view: sendingCard,
});

/** A form that may be recorded, asked for as it lies on the desk. */
function questionByQuestion(typed: Typed, ctx: Ctx): Guide {
  const { no: survey = '', unit: code = '' } = typed;
  const wanted = { unit: code, unsent: 'unsent' in typed, again: 'again' in typed };
  const { questions } = awaitForm(ctx, survey, wanted).survey;
  return {
    turns: questions.map(({ part, text: asked }) => ({
      label: same(`${part}. ${asked}`),
      choices: { ...RESULTS, [NO_ANSWER]: w('没有回答', 'not answered') },
    })),
  };
}

const record = command({
  name: 'survey record',
  about: w('登记收回的一份问卷', 'Record a form that came back'),
  fields: {
    no,
    unit: theUnit,
    unsent: flag({ label: w('没登记发放，收发一起登记', 'it was not recorded as sent: do both') }),
    again: flag({ label: w('更正已登记的问卷', 'correct what was recorded') }),
    reason: text({ label: w('更正的原因', 'why it is corrected') }),
    answers: text({
      label: w('各题的答案，按顺序', 'the answers, in order'),
      help: SCALE,
      placeholder: '12-3',
      required: true,
    }),
    opinion: text({ label: w('意见和建议', 'opinion'), ask: true }),
  },
  guides: { answers: questionByQuestion },
  examples: [
    'wy survey record 001 --unit 3-2-1501 --answers 1121-311',
    'wy survey record 001 --unit 3-2-1501 --answers "满意,基本满意,-,不满意,满意,满意,满意,满意"',
    'wy survey record 001 --unit 3-2-1501 --answers 11213111 --again --reason "看错一行"',
  ],
  run: (ctx, input) => recordForm(ctx, input.no, input),
  view: formCard,
});

const report = command({
  name: 'survey report',
  about: w(
    '结果：发放、收回、有效，各题和总的满意率',
    'The results: sent, returned, valid, satisfaction by question and over all',
  ),
  fields: {
    no: number({
      label: w('意见征询编号或其末尾几位', 'number of the survey, or its end'),
      positional: true,
    }),
    year: year(w('某年的', 'that of this year')),
    building: onlyBuilding,
  },
  oneOf: [['no', 'year']],
  examples: ['wy survey report --year 2026', 'wy survey report 001 --building 3'],
  run: (ctx, input) =>
    reportSurvey(ctx, {
      no: input.no,
      year: input.year === undefined ? undefined : String(input.year),
      building: input.building,
    }),
  view: reportView,
});

const forms = command({
  name: 'survey forms',
  about: w('问卷清单：哪些房屋发了、收了', 'The forms: which units have one, which gave it back'),
  fields: {
    no,
    missing: flag({ label: w('只看还没收回的', 'only those not back') }),
    building: onlyBuilding,
  },
  examples: ['wy survey forms 001 --missing'],
  run: (ctx, input) => listForms(ctx, input.no, input),
  view: formTable,
});

const form = command({
  name: 'survey form',
  about: w('查看一户的问卷', 'Show the form of one unit'),
  fields: { no, unit: theUnit },
  run: (ctx, input) => showForm(ctx, input.no, input.unit),
  view: formCard,
});

const close = command({
  name: 'survey close',
  about: w('分析已报主任，结束征询', 'The analysis went to the director: close the survey'),
  fields: {
    no,
    analysis: text({ label: w('分析', 'analysis'), required: true, positional: true }),
  },
  examples: ['wy survey close 001 "满意率 92.5%，车辆管理最低，已提整改"'],
  run: (ctx, input) => closeSurvey(ctx, input.no, input.analysis),
  view: surveyCard,
});

const cancel = command({
  name: 'survey cancel',
  about: w('取消', 'Cancel it'),
  fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
  run: (ctx, input) => cancelSurvey(ctx, input.no, input.reason),
  view: surveyCard,
});

const show = command({
  name: 'survey show',
  about: w('查看一次意见征询和经过', 'Show a survey and its timeline'),
  fields: { no },
  run: (ctx, input) => showCase(ctx, SURVEY, input.no),
  view: surveyPage,
});

const list = command({
  name: 'survey list',
  about: w('历年的意见征询', 'The surveys of the years'),
  fields: { year: year(w('只看某年', 'only of this year')) },
  run: (ctx, input) =>
    listSurveys(ctx, { year: input.year === undefined ? undefined : String(input.year) }),
  view: surveyTable,
});

export const commands = [open, send, record, report, forms, form, close, cancel, show, list];
