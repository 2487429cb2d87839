import type { Pen } from '../cli/pen.ts';
import type { Json, Shape } from '../cli/shape.ts';
import { asChoice, asRate, asRecords, asText, asWhole, KINDS, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import type { Rate } from '../lib/rate.ts';
import { same, type Words, w } from '../lib/words.ts';
import { STATES, type UnitOpinion } from './model.ts';
import type { SurveyReport } from './report.ts';
import type { BuildingResult, QuestionResult } from './report-rules.ts';
import { DEFINITIONS } from './text.ts';

const RATE = w('满意率', 'Satisfaction');
const RETURN_RATE = w('收回率', 'Return rate');

const questionShape: Shape<QuestionResult> = [
  asWhole('part', w('题', 'Part'), (it) => it.part),
  asText('text', w('内容', 'Text'), (it) => it.text),
  asWhole('satisfied', w('满意', 'Satisfied'), (it) => it.satisfied),
  asWhole('fair', w('基本满意', 'Fair'), (it) => it.fair),
  asWhole('dissatisfied', w('不满意', 'Dissatisfied'), (it) => it.dissatisfied),
  asWhole('answered', w('已答', 'Answered'), (it) => it.answered),
  asRate('rate', RATE, (it) => it.rate),
];

const buildingShape: Shape<BuildingResult> = [
  asText('building', w('楼栋', 'Building'), (it) => it.building),
  asWhole('households', w('入住户', 'Households'), (it) => it.households),
  asWhole('sent', w('发放', 'Sent'), (it) => it.sent),
  asWhole('returned', w('收回', 'Returned'), (it) => it.returned),
  asWhole('valid', w('有效', 'Valid'), (it) => it.valid),
  asRate('returnRate', RETURN_RATE, (it) => it.returnRate),
  asRate('rate', RATE, (it) => it.rate),
];

const opinionShape: Shape<UnitOpinion> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('opinion', w('意见', 'Opinion'), (it) => it.opinion),
];

/** For programs; people get a page. */
const reportShape: Shape<SurveyReport> = [
  asText('no', w('编号', 'No'), (it) => it.survey.no),
  asText('year', w('年度', 'Year'), (it) => it.survey.year),
  asText('title', w('名称', 'Title'), (it) => it.survey.title),
  asChoice('state', w('状态', 'State'), (it) => it.survey.state, STATES),
  asText('building', w('楼栋', 'Building'), (it) => it.building),
  asWhole('households', w('入住户', 'Households'), (it) => it.households),
  asWhole('sent', w('发放', 'Sent'), (it) => it.sent),
  asWhole('returned', w('收回', 'Returned'), (it) => it.returned),
  asWhole('valid', w('有效', 'Valid'), (it) => it.valid),
  asRate('rate', RATE, (it) => it.rate),
  asText('target', w('目标', 'Target'), (it) => it.target),
  asRate('returnRate', RETURN_RATE, (it) => it.returnRate),
  asRate('distributionRate', w('发放率', 'Distribution rate'), (it) => it.distributionRate),
  asText('averageOfQuestions', w('各题平均', 'Average'), (it) => it.averageOfQuestions),
  asRecords(
    'questions',
    w('各题', 'Questions'),
    (it) => it.questions,
    questionShape,
    () => '',
  ),
  asRecords(
    'buildings',
    w('各楼', 'Buildings'),
    (it) => it.buildings,
    buildingShape,
    () => '',
  ),
  asRecords(
    'opinions',
    w('意见', 'Opinions'),
    (it) => it.opinions,
    opinionShape,
    () => '',
  ),
];

/** The figures with what each is made of, then question by question, building by building, the opinions. */
export const reportView: View<SurveyReport> = {
  json: (report, as) => {
    const definitions = Object.entries(DEFINITIONS).map(([key, words]) => [key, words[as.lang]]);
    const figures = toJson(reportShape, report, as) as { [key: string]: Json };
    return { ...figures, definitions: Object.fromEntries(definitions) };
  },
  text: (report, pen) => {
    const { survey, questions, buildings, opinions } = report;
    return [
      `${heading(report, pen)}\n${pen.say(countsOf(report))}`,
      figures(report, pen),
      section(w('各题', 'By question'), pen.table(questionShape, questions), pen),
      ...(buildings.length > 1
        ? [section(w('各楼', 'By building'), pen.table(buildingShape, buildings), pen)]
        : []),
      ...(opinions.length > 0
        ? [section(w('意见', 'Opinions'), pen.table(opinionShape, opinions), pen)]
        : []),
      ...(survey.state === 'open' ? [pen.dim(toReport(survey.no))] : []),
    ].join('\n\n');
  },
};

const toReport = (no: string) =>
  w(
    `分析报主任后：wy survey close ${no} "…"`,
    `Once the director has the analysis: wy survey close ${no} "…"`,
  );

const section = (title: Words, text: string, pen: Pen) => `${pen.heading(title)}\n${text}`;

function heading({ survey, building }: SurveyReport, pen: Pen): string {
  const where = building === null ? [] : [w(`${building} 栋`, `building ${building}`)];
  const parts = [same(survey.no), same(survey.title), ...where, STATES[survey.state]];
  return parts.map((part) => pen.heading(part)).join('  ');
}

const countsOf = ({ households, sent, returned, valid, countedOn }: SurveyReport): Words =>
  w(
    `入住 ${households} 户（${countedOn}），发放 ${sent} 份，收回 ${returned} 份，有效 ${valid} 份。`,
    `${households} households (${countedOn}), ${sent} sent, ${returned} returned, ${valid} valid.`,
  );

function figures(report: SurveyReport, pen: Pen): string {
  const rateText = (rate: Rate) => KINDS.rate.text(rate, pen.as, {});
  const percent = (text: string | null) => (text === null ? '—' : `${text} %`);
  const lines: [label: Words, value: string, definition?: Words][] = [
    [RATE, rateText(report.rate), DEFINITIONS.rate],
    [w('目标', 'Target'), percent(report.target)],
    [RETURN_RATE, rateText(report.returnRate), DEFINITIONS.returnRate],
    [
      w('发放率', 'Distribution rate'),
      rateText(report.distributionRate),
      DEFINITIONS.distributionRate,
    ],
    [
      w('各题平均（另一种算法）', 'Average of the questions (the other way)'),
      percent(report.averageOfQuestions),
      DEFINITIONS.averageOfQuestions,
    ],
  ];
  const cells = lines.map(([label, value, definition]) => [
    pen.dim(label),
    value,
    definition ? pen.dim(definition) : '',
  ]);
  return pen.grid(cells);
}
