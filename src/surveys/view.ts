import { type Page, RESULTS } from '../cases/model.ts';
import { timeline } from '../cases/view.ts';
import type { Json, Shape } from '../cli/shape.ts';
import { asChoice, asFlag, asMoment, asRecords, asText, asWhole, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { card, table } from '../cli/view.ts';
import { same, w } from '../lib/words.ts';
import { type FilledForm, type Form, type Question, STATES, type Survey } from './model.ts';
import type { SurveyRecord } from './record.ts';
import type { Sending } from './sending.ts';
import { TELLING } from './text.ts';

const cardOnly = { cardOnly: true } as const;

const questionShape: Shape<Question> = [
  asWhole('part', w('题', 'Part'), (it) => it.part),
  asText('text', w('内容', 'Text'), (it) => it.text),
];

const surveyShape: Shape<Survey> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('year', w('年度', 'Year'), (it) => it.year),
  asText('title', w('名称', 'Title'), (it) => it.title),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asMoment('openedAt', w('开始', 'Opened'), (it) => it.openedAt),
  asRecords(
    'questions',
    w('项目', 'Questions'),
    (it) => it.questions,
    questionShape,
    ({ part, text }) => `${part}. ${text}`,
  ),
  asWhole('sent', w('发放', 'Sent'), (it) => it.sent),
  asWhole('returned', w('收回', 'Returned'), (it) => it.returned),
  asWhole('valid', w('有效', 'Valid'), (it) => it.valid),
  asMoment('closedAt', w('上报', 'Closed'), (it) => it.closedAt, cardOnly),
  asText('analysis', w('分析', 'Analysis'), (it) => it.analysis, cardOnly),
  asMoment('cancelledAt', w('取消', 'Cancelled'), (it) => it.cancelledAt, cardOnly),
];

export const surveyCard = card<SurveyRecord>(surveyShape);

export const surveyPage = card<Page<Survey>>([...surveyShape, timeline(TELLING)]);

export const surveyTable = table<SurveyRecord>(surveyShape, {
  none: w('没有意见征询。', 'No surveys.'),
});

/** The survey, and how many forms went out now. */
export const sendingCard: View<Sending> = {
  json: ({ survey, added, already }, as): Json => {
    const record = toJson(surveyShape, survey, as) as { [key: string]: Json };
    return { ...record, added, already };
  },
  text: ({ survey, added, already }, pen) => {
    const counts = w(
      `${survey.no}：新发 ${added} 份，${already} 户已有，共发 ${survey.sent} 份。`,
      `${survey.no}: ${added} sent now, ${already} had one already, ${survey.sent} in all.`,
    );
    return pen.say(counts);
  },
};

const formShape: Shape<Form> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('building', w('楼栋', 'Building'), (it) => it.building),
  asMoment('sentAt', w('发放', 'Sent'), (it) => it.sentAt),
  asMoment('returnedAt', w('收回', 'Returned'), (it) => it.returnedAt),
  asFlag('valid', w('有效', 'Valid'), (it) => it.valid),
];

export const formTable = table(formShape, { none: w('没有问卷。', 'No forms.') });

interface Answered extends Question {
  answer: FilledForm['answers'][number];
}

const answerShape: Shape<Answered> = [
  ...questionShape,
  asChoice('answer', w('答案', 'Answer'), (it) => it.answer, RESULTS),
];

/** One form with its answers, and how far the survey has come. */
export const formCard = card<FilledForm>([
  asText('no', w('编号', 'No'), (it) => it.survey.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asMoment('sentAt', w('发放', 'Sent'), (it) => it.sentAt),
  asMoment('returnedAt', w('收回', 'Returned'), (it) => it.returnedAt),
  asFlag('valid', w('有效', 'Valid'), (it) => it.valid),
  asRecords(
    'answers',
    w('答案', 'Answers'),
    ({ survey, answers }): Answered[] =>
      survey.questions.map((each, at) => ({ ...each, answer: answers[at] ?? null })),
    answerShape,
    ({ part, text, answer }, { lang }) =>
      `${part}. ${text}  ${(answer ? RESULTS[answer] : same('—'))[lang]}`,
  ),
  asText('opinion', w('意见', 'Opinion'), (it) => it.opinion),
  asWhole('sent', w('共发放', 'Sent in all'), (it) => it.survey.sent),
  asWhole('returned', w('共收回', 'Returned in all'), (it) => it.survey.returned),
]);
