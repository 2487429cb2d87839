import type { Shape } from '../cli/shape.ts';
import {
  asChoice,
  asFlag,
  asMoment,
  asPhone,
  asText,
  asWhole,
  asWords,
  toJson,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { kindWords } from '../deadlines/kinds.ts';
import { STATES } from '../deadlines/model.ts';
import { stateOf } from '../deadlines/rules.ts';
import { localIso } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Monthly } from './concluding.ts';
import type { Call, Contact, SampleUnit, Visit } from './model.ts';
import { OUTCOMES, REASON_WORDS, WAYS } from './model.ts';
import type { SamplePage } from './sampling.ts';

const cardOnly = { cardOnly: true } as const;

const visitShape: Shape<Visit> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('place', w('地点', 'Place'), (it) => it.place, cardOnly),
  asText('subject', w('回访的记录', 'About'), (it) => it.subject),
  asText('sample', w('抽样月份', 'Sample of'), (it) => it.sample, cardOnly),
  asChoice('reason', w('事由', 'Reason'), (it) => it.reason, REASON_WORDS),
  asChoice('way', w('方式', 'Way'), (it) => it.way, WAYS),
  asChoice('result', w('结果', 'Result'), (it) => it.result, OUTCOMES),
  asText('opinion', w('意见', 'Opinion'), (it) => it.opinion, cardOnly),
  asText('needs', w('需求', 'Needs'), (it) => it.needs, cardOnly),
  asText('handling', w('处理意见', 'Handling'), (it) => it.handling, cardOnly),
  asText('ledTo', w('转为', 'Led to'), (it) => it.ledTo),
  asMoment('visitedAt', w('时间', 'At'), (it) => it.visitedAt),
  asText('visitedBy', w('走访人', 'By'), (it) => it.visitedBy),
];

export const visitCard = card(visitShape);

const visitLine: Shape<Visit> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('where', w('地点', 'Where'), (it) => it.unit ?? it.place),
  ...visitShape.filter(({ key }) => key !== 'no' && key !== 'unit'),
];

const none = { none: w('没有走访记录。', 'No visits.') };

/** Public places stand in the column of the units. */
export const visitTable: View<readonly Visit[]> = {
  json: table(visitShape, none).json,
  text: table(visitLine, none).text,
};

const reason = asChoice('reason', w('事由', 'Reason'), (it: Call) => it.reason, REASON_WORDS);
const whom: Shape<Call> = [
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
];
const ask = asWords('ask', w('问什么', 'What to ask'), (it: Call) => it.ask);
const dueAt = asMoment('dueAt', w('期限', 'Due'), (it: Call) => it.dueAt);
const tries = asWhole('tries', w('未接', 'Tries'), (it: Pick<Call, 'tries'>) => it.tries);

const callShape: Shape<Call> = [
  asText('subject', w('编号', 'No'), (it) => it.subject),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('place', w('地点', 'Place'), (it) => it.place),
  ...whom,
  reason,
  ask,
  dueAt,
  tries,
];

const callLine: Shape<Call> = [
  asText('where', w('地点', 'Where'), (it) => it.unit ?? it.place),
  ...whom,
  reason,
  asText('subject', w('编号', 'No'), (it) => it.subject),
  dueAt,
  tries,
  ask,
];

const callTable = table(callLine, { none: w('没有要回访的。', 'Nobody is to be called.') });

/** As the journal names what a call list showed. */
export const callName = ({ subject, unit, reason }: Call): string =>
  reason === 'sample' && unit !== null ? unit : subject;

const RECORD_CASE = w(
  '登记：wy visit log 编号 --way phone --result satisfied（没人接：no-answer）',
  'Record it: wy visit log NO --way phone --result satisfied (or no-answer)',
);
const RECORD_SAMPLE = w(
  '抽样的：wy visit log --unit 房号 --way door --result satisfied（没人在：no-answer）',
  'Of the sample: wy visit log --unit CODE --way door --result satisfied (or no-answer)',
);

/** The call list; programs get it in the same order. */
export const calls: View<readonly Call[]> = {
  json: (list, as) => list.map((call) => toJson(callShape, call, as)),
  text: (list, pen) => {
    const drawn = callTable.text(list, pen);
    const hasCases = list.some((call) => call.reason !== 'sample');
    const hasSample = list.some((call) => call.reason === 'sample');
    const lines = [...(hasCases ? [RECORD_CASE] : []), ...(hasSample ? [RECORD_SAMPLE] : [])];
    return [drawn, ...lines.map((line) => pen.dim(line))].join('\n');
  },
};

type Drawn = SampleUnit & Contact;

const drawnShape: Shape<Drawn> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('building', w('楼栋', 'Building'), (it) => it.building, cardOnly),
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asFlag('visited', w('已回访', 'Visited'), (it) => it.visit !== null),
  asChoice('result', w('结果', 'Result'), (it) => it.result, OUTCOMES),
  asWhole('tries', w('未接', 'Tries'), (it) => it.tries),
  asText('visit', w('走访记录', 'Visit'), (it) => it.visit),
  asMoment('visitedAt', w('时间', 'At'), (it) => it.visitedAt, cardOnly),
];

/** The sample of a month; `units` are codes, `households` says more of each. */
export const samplePage: View<SamplePage> = {
  json: (sample, as) => ({
    month: sample.month,
    seed: sample.seed,
    units: sample.units.map(({ unit }) => unit),
    visited: sample.visited,
    least: sample.least,
    drawnAt: localIso(sample.drawnAt, as.zone),
    households: sample.units.map((unit) => toJson(drawnShape, unit, as)),
  }),
  text: (sample, pen) => {
    const { month, seed, units, visited, least, isOpen } = sample;
    const head = w(
      `${month} 抽样 ${units.length} 户，已回访 ${visited} 户，至少 ${least} 户`,
      `Sample of ${month}: ${units.length} households, ${visited} visited, ${least} at the least`,
    );
    const from = w(`种子：${seed}`, `Seed: ${seed}`);
    const drawn = [pen.heading(head), pen.dim(from), '', pen.table(drawnShape, units)];
    const isToVisit = isOpen && visited < units.length;
    return [...drawn, ...(isToVisit ? [pen.dim(RECORD_SAMPLE)] : [])].join('\n');
  },
};

export const monthlyCard = card<Monthly>([
  asWords('routine', w('事项', 'What'), (it) => kindWords(it.routine)),
  asText('month', w('月份', 'Month'), (it) => it.month),
  asText('text', w('内容', 'Text'), (it) => it.text),
  asMoment('dueAt', w('期限', 'Due'), (it) => it.dueAt),
  asMoment('doneAt', w('完成', 'Done'), (it) => it.doneAt),
  asChoice(
    'state',
    w('状态', 'State'),
    (it, { now }) => stateOf({ dueAt: it.dueAt, ending: 'met', endedAt: it.doneAt }, now),
    STATES,
  ),
]);
