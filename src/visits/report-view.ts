import type { Pen } from '../cli/pen.ts';
import type { Json, Rendering, Shape } from '../cli/shape.ts';
import { asChoice, asRate, asText, asWhole, asWords, KINDS, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { localIso, localText } from '../lib/moment.ts';
import { same, type Words, w } from '../lib/words.ts';
import { CATEGORIES } from '../tickets/model.ts';
import { OUTCOMES, REASON_WORDS } from './model.ts';
import type { Owed, Recurring, Report, Said, Tally, Topic } from './report-model.ts';

const tally: Shape<Tally> = [
  asWhole('count', w('次数', 'Count'), (it) => it.count),
  asWhole('satisfied', w('满意', 'Satisfied'), (it) => it.satisfied),
  asWhole('fair', w('基本满意', 'Fair'), (it) => it.fair),
  asWhole('dissatisfied', w('不满意', 'Dissatisfied'), (it) => it.dissatisfied),
  asRate('rate', w('满意率', 'Satisfaction'), (it) => it.rate),
];

const reason = w('事由', 'Reason');

const owedShape: Shape<Owed> = [
  asChoice('reason', reason, (it) => it.reason, REASON_WORDS),
  asRate('rate', w('回访率', 'Done of due'), (it) => it.done),
  asRate('onTime', w('按期', 'On time'), (it) => it.onTime),
];

const resultShape: Shape<Report['results'][number]> = [
  asChoice('result', w('结果', 'Result'), (it) => it.result, OUTCOMES),
  asWhole('count', w('次数', 'Count'), (it) => it.count),
];

const reasonShape: Shape<Report['reasons'][number]> = [
  asChoice('reason', reason, (it) => it.reason, REASON_WORDS),
  ...tally,
];

const PUBLIC = w('公共部位', 'public places');

const buildingShape: Shape<Report['buildings'][number]> = [
  asText('building', w('楼栋', 'Building'), (it) => it.building),
  ...tally,
];
const buildingLine: Shape<Report['buildings'][number]> = [
  asWords('building', w('楼栋', 'Building'), ({ building }) =>
    building === null ? PUBLIC : same(building),
  ),
  ...tally,
];

/** With what the site calls its categories of complaints. */
export interface ReportPage extends Report {
  complaintCategories: Readonly<Record<string, Words>>;
}

const REPAIRS: Readonly<Record<string, Words>> = CATEGORIES;

/** A repair's category by its own words, a complaint's by the site's. */
function topicWords({ complaintCategories }: ReportPage, { of, name }: Topic): Words {
  if (of === 'words') return w(`“${name}”`, `"${name}"`);
  if (of === 'complaint') return complaintCategories[name] ?? same(name);
  const { zh, en } = REPAIRS[name] ?? same(name);
  return w(`维修·${zh}`, `repair: ${en}`);
}

const what: Shape<Said> = [
  asChoice('reason', reason, (it) => it.reason, REASON_WORDS),
  asChoice('result', w('结果', 'Result'), (it) => it.result, OUTCOMES),
  asText('text', w('内容', 'What was said'), (it) => it.text),
  asText('no', w('编号', 'No'), (it) => it.no),
];
const saidShape: Shape<Said> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('place', w('地点', 'Place'), (it) => it.place),
  ...what,
];
const saidLine: Shape<Said> = [
  asText('where', w('地点', 'Where'), (it) => it.unit ?? it.place),
  ...what,
];

const recurringJson = ({ unit, topic, count, records }: Recurring): Json => ({
  unit,
  topic: topic && { ...topic },
  count,
  records: [...records],
});

const MOST_RECORDS = 5;

const recurringLines = (page: ReportPage): Shape<Recurring> => [
  asWords('what', w('问题', 'What'), ({ unit, topic }) =>
    topic ? topicWords(page, topic) : same(unit ?? ''),
  ),
  asWhole('count', w('次数', 'Count'), (it) => it.count),
  asText('records', w('记录', 'Records'), (it) => {
    const shown = it.records.slice(0, MOST_RECORDS).join(' ');
    return it.records.length > MOST_RECORDS ? `${shown} …` : shown;
  }),
];

const jsonOf = (report: ReportPage, as: Rendering): Json => ({
  month: report.month,
  ...(toJson(tally, report.all, as) as { [key: string]: Json }),
  callbacks: report.owed.map((each) => toJson(owedShape, each, as)),
  results: report.results.map((each) => toJson(resultShape, each, as)),
  reasons: report.reasons.map((each) => toJson(reasonShape, each, as)),
  buildings: report.buildings.map((each) => toJson(buildingShape, each, as)),
  recurring: report.recurring.map(recurringJson),
  opinions: report.opinions.map((each) => toJson(saidShape, each, as)),
  needs: report.needs.map((each) => toJson(saidShape, each, as)),
  sample: report.sample && { ...report.sample },
  summary: report.summary && {
    text: report.summary.text,
    doneAt: localIso(report.summary.doneAt, as.zone),
  },
});

/** The month's summary (rules 73, 162): sums and units, never a name. */
export const reportPage: View<ReportPage> = {
  json: jsonOf,
  text: (report, pen) => {
    const { month, owed, results, reasons, buildings, recurring, opinions, needs } = report;
    return [
      `${pen.heading(w(`${month} 走访回访汇总`, `Visits and callbacks of ${month}`))}\n${totals(report, pen)}`,
      section(pen, w('应回访', 'Callbacks due'), owedShape, owed),
      section(pen, w('按结果', 'By result'), resultShape, results),
      section(pen, w('按事由', 'By reason'), reasonShape, reasons),
      section(pen, w('按楼栋', 'By building'), buildingLine, buildings),
      section(pen, w('反复出现的问题', 'What recurs'), recurringLines(report), recurring),
      section(pen, w('意见', 'Opinions'), saidLine, opinions),
      section(pen, w('需求', 'Needs'), saidLine, needs),
    ]
      .filter((each) => each !== '')
      .join('\n\n');
  },
};

function totals({ all, sample, summary, month }: ReportPage, pen: Pen): string {
  const rate = KINDS.rate.text(all.rate, pen.as, {});
  const unwritten = w(
    `未写：wy visit conclude --month ${month} "…"`,
    `not written: wy visit conclude --month ${month} "…"`,
  );
  return pen.pairs([
    [w('次数', 'Count'), String(all.count)],
    [w('满意率', 'Satisfaction'), rate],
    [
      w('抽样', 'Sample'),
      sample
        ? pen.say(
            w(
              `${sample.visited}/${sample.drawn} 户，至少 ${sample.least} 户`,
              `${sample.visited}/${sample.drawn} households, ${sample.least} at the least`,
            ),
          )
        : pen.say(
            w(
              `未抽：wy visit sample --month ${month}`,
              `not drawn: wy visit sample --month ${month}`,
            ),
          ),
    ],
    [
      w('汇总分析', 'Summary'),
      summary
        ? `${summary.text ?? ''}  ${localText(summary.doneAt, pen.as.zone)}`
        : pen.say(unwritten),
    ],
  ]);
}

/** Nothing where there is nothing to list. */
const section = <Row>(pen: Pen, title: Words, shape: Shape<Row>, rows: readonly Row[]): string =>
  rows.length === 0 ? '' : `${pen.heading(title)}\n${pen.table(shape, rows)}`;
