import { type Page, RESULTS } from '../cases/model.ts';
import { deadlines, timeline } from '../cases/view.ts';
import type { Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asChoices,
  asDay,
  asFlag,
  asMoment,
  asMoney,
  asPhone,
  asRecords,
  asText,
  asTold,
  asWhole,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import {
  AGAINST,
  CHANNELS,
  type Complaint,
  GRADES,
  MEASURES,
  type Measure,
  NATURES,
  RECURRING,
  STATES,
} from './model.ts';
import type { ComplaintRecord } from './record.ts';
import type { Repeated } from './repeats.ts';
import { isHarming } from './rules.ts';
import { tellingOf } from './text.ts';

type Names = Readonly<Record<string, Words>>;

/** A result with the names that the site gives its categories. */
export interface Named<T> {
  it: T;
  categories: Names;
}

const cardOnly = { cardOnly: true } as const;

const measureShape: Shape<Measure> = [
  asWhole('part', w('序号', 'Part'), (it) => it.part),
  asChoice('kind', w('种类', 'Kind'), (it) => it.kind, MEASURES),
  asText('text', w('内容', 'Text'), (it) => it.text),
  asMoney('cost', w('费用（元）', 'Cost'), (it) => it.costFen),
  asText('owner', w('责任人', 'Owner'), (it) => it.owner),
  asDay('until', w('期限', 'Until'), (it) => it.untilOn),
  asMoment('doneAt', w('落实时间', 'Done'), (it) => it.doneAt),
];

function measureLine(it: Measure, { lang, zone }: Rendering): string {
  const done = it.doneAt === null ? undefined : localText(it.doneAt, zone);
  const parts = [
    `${it.part}`,
    MEASURES[it.kind][lang],
    it.text,
    it.costFen === null ? undefined : `¥${yuanText(it.costFen)}`,
    it.owner,
    it.untilOn === null ? undefined : w(`${it.untilOn} 前`, `by ${it.untilOn}`)[lang],
    done === undefined ? undefined : w(`已落实 ${done}`, `done ${done}`)[lang],
  ];
  return parts.filter((part) => part !== undefined && part !== null).join('  ');
}

const no = asText('no', w('编号', 'No'), (it: Complaint) => it.no);
const text = asText('text', w('投诉内容', 'Text'), (it: Complaint) => it.text);
const grade = asChoice('grade', w('级别', 'Grade'), (it: Complaint) => it.grade, GRADES);
const state = asChoice('state', w('状态', 'State'), (it: Complaint) => it.state, STATES);
const receivedAt = asMoment(
  'receivedAt',
  w('接到时间', 'Received'),
  (it: Complaint) => it.receivedAt,
);

/** People read it while the harm goes on; then they read when it was stopped. */
const harm = (it: Complaint, { lang }: Rendering) => ({
  json: () => isHarming(it),
  line: () => (isHarming(it) ? w('是', 'yes')[lang] : ''),
});

const repeats = (it: Complaint) => ({
  json: () => it.repeats,
  line: () => (it.repeats === 0 ? '' : String(it.repeats)),
});

const complaintShape = (categories: Names): Shape<ComplaintRecord> => [
  no,
  asText('formerNo', w('原编号', 'Former no'), (it) => it.formerNo, cardOnly),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('place', w('地点', 'Place'), (it) => it.place),
  asText('caller', w('投诉人', 'Caller'), (it) => it.caller, cardOnly),
  asPhone('phone', w('联系电话', 'Phone'), (it) => it.phone, cardOnly),
  text,
  asChoice('channel', w('来源', 'Channel'), (it) => it.channel, CHANNELS, cardOnly),
  grade,
  asChoice('nature', w('性质', 'Nature'), (it) => it.nature, NATURES, cardOnly),
  asChoice('category', w('类别', 'Category'), (it) => it.category, categories),
  asChoice('against', w('被投诉', 'Against'), (it) => it.against, AGAINST),
  asText('againstPerson', w('被投诉人', 'Person'), (it) => it.againstPerson, cardOnly),
  asMoment('happenedAt', w('发生时间', 'Happened'), (it) => it.happenedAt, cardOnly),
  asText('wants', w('住户要求', 'Wants'), (it) => it.wants, cardOnly),
  asMoment('askedUntilAt', w('要求时限', 'Asked for by'), (it) => it.askedUntilAt, cardOnly),
  asTold('harmOngoing', w('损害正在发生', 'Harm ongoing'), harm, cardOnly),
  asMoment('harmStoppedAt', w('制止时间', 'Harm stopped'), (it) => it.harmStoppedAt, cardOnly),
  asText('about', w('相关工单', 'About'), (it) => it.about, cardOnly),
  state,
  asText('assignedTo', w('经办人', 'Assigned to'), (it) => it.assignedTo, cardOnly),
  receivedAt,
  asMoment('verifiedAt', w('核实时间', 'Verified'), (it) => it.verifiedAt, cardOnly),
  asText('facts', w('核实情况', 'Facts'), (it) => it.facts, cardOnly),
  asMoment('repliedAt', w('答复时间', 'Answered'), (it) => it.repliedAt, cardOnly),
  asMoment('resolvedAt', w('处理时间', 'Resolved'), (it) => it.resolvedAt, cardOnly),
  asText('result', w('处理结果', 'Result'), (it) => it.result, cardOnly),
  asMoment('toldAt', w('告知时间', 'Told'), (it) => it.toldAt, cardOnly),
  asMoment('closedAt', w('结案时间', 'Closed'), (it) => it.closedAt, cardOnly),
  asMoment('callbackAt', w('回访时间', 'Called back'), (it) => it.callbackAt, cardOnly),
  asChoice('callback', w('回访结果', 'Callback'), (it) => it.callbackResult, RESULTS, cardOnly),
  asText('callbackSignedBy', w('回访签字', 'Signed by'), (it) => it.callbackSignedBy, cardOnly),
  asMoment('reopenedAt', w('重新处理', 'Reopened'), (it) => it.reopenedAt, cardOnly),
  asTold('repeats', w('重办次数', 'Repeats'), repeats, cardOnly),
  asChoice('recurring', w('重复出现', 'Recurring'), (it) => it.recurring, RECURRING, cardOnly),
  asRecords('measures', w('措施', 'Measures'), (it) => it.measures, measureShape, measureLine),
  deadlines,
];

const pageShape = (categories: Names): Shape<Page<Complaint>> => [
  ...complaintShape(categories),
  timeline(tellingOf(categories)),
];

/** One record, whose shape hangs on the site's names. */
const cardOf = <T>(shape: (categories: Names) => Shape<T>): View<Named<T>> => ({
  json: ({ it, categories }, as) => toJson(shape(categories), it, as),
  text: ({ it, categories }, pen) => pen.card(shape(categories), it),
});

/** Several of them; `narrow`: what a narrow terminal has room for. */
const tableOf = <T>(
  shape: (categories: Names) => Shape<T>,
  none: Words,
  narrow?: Shape<T>,
): View<Named<readonly T[]>> => ({
  json: ({ it, categories }, as) => it.map((row) => toJson(shape(categories), row, as)),
  text: ({ it, categories }, pen) => {
    const isNarrow = pen.width !== undefined && pen.width < WIDE;
    const drawn = pen.table((isNarrow && narrow) || shape(categories), it);
    return it.length === 0 ? `${drawn}\n${pen.dim(none)}` : drawn;
  },
});

/** Columns of a terminal that hold the whole list. */
const WIDE = 120;

const narrowShape: Shape<Complaint> = [
  no,
  asText('where', w('房号/地点', 'Where'), (it) => it.unit ?? it.place),
  text,
  grade,
  state,
  receivedAt,
];

export const complaintCard = cardOf<ComplaintRecord>(complaintShape);

export const complaintPage = cardOf<Page<Complaint>>(pageShape);

export const complaintTable = tableOf<ComplaintRecord>(
  complaintShape,
  w('没有投诉。', 'No complaints.'),
  narrowShape,
);

const BY = {
  unit: w('同一房', 'unit'),
  category: w('同一类别', 'category'),
} as const;

const repeatedShape = (categories: Names): Shape<Repeated> => [
  asChoice('by', w('重复的是', 'Same'), (it) => it.by, BY),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoice('category', w('类别', 'Category'), (it) => it.category, categories),
  asWhole('count', w('件数', 'Count'), (it) => it.count),
  asFlag('recurring', w('重复出现', 'Recurring'), (it) => it.recurring),
  asFlag('analysisOpen', w('待写报告', 'Analysis due'), (it) => it.analysisOpen),
  asMoment('firstAt', w('最早', 'First'), (it) => it.firstAt, cardOnly),
  asMoment('lastAt', w('最近', 'Last'), (it) => it.lastAt, cardOnly),
  asChoices('nos', w('编号', 'Numbers'), (it) => it.nos, {}),
];

export const repeatsTable = tableOf<Repeated>(
  repeatedShape,
  w('没有重复的投诉。', 'Nothing repeats.'),
);
