import type { FieldType } from '../books/model.ts';
import type { Pen } from '../cli/pen.ts';
import type { Column, Json, Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asMoment,
  asMoney,
  asRate,
  asText,
  asTold,
  asWhole,
  asWords,
  jsonOf,
  KINDS,
  textOf,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { scaledText } from '../lib/decimal.ts';
import { shortSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { TURN_STATES, type Turn } from '../rhythms/model.ts';
import type {
  BookFigures,
  BookReport,
  BooksReport,
  ChoiceCounts,
  FieldSum,
  RateFigure,
  SheetAverage,
} from './model.ts';

type Count = (it: BookFigures) => number | undefined;

/** Zeros hide the rest. */
const whole = (key: string, label: Words, count: Count, look: { spare?: boolean } = {}) =>
  asWhole(key, label, (it: BookFigures) => count(it) || undefined, look);

const figureLine: Shape<BookFigures> = [
  asText('book', w('命令', 'Key'), (it) => it.book, { spare: true }),
  asWords('name', w('登记簿', 'Book'), (it) => it.name),
  whole('carried', w('期初未了', 'Carried'), (it) => it.carried, { spare: true }),
  whole('entries', w('登记', 'Entries'), (it) => it.entries),
  whole('closed', w('了结', 'Closed'), (it) => it.closed),
  whole('open', w('期末未了', 'Open'), (it) => it.open),
  whole('cancelled', w('作废', 'Cancelled'), (it) => it.cancelled, { spare: true }),
  whole('met', w('按时', 'In time'), (it) => it.deadlines.met),
  whole('late', w('超期办结', 'Late'), (it) => it.deadlines.late),
  whole('overdue', w('超期未办', 'Overdue'), (it) => it.deadlines.overdue),
  asText('turns', w('应登期数', 'Turns kept'), (it) => turnsText(it)),
  asMoney('charged', w('收费', 'Charged'), (it) => it.charges.amountFen || undefined, {
    spare: true,
  }),
];

/** `3/4`: of the turns that are over or kept. */
function turnsText({ turns }: BookFigures): string | undefined {
  if (!turns) return undefined;
  const { kept, late, missed } = turns;
  const judged = kept + late + missed;
  return judged === 0 ? undefined : `${kept + late}/${judged}`;
}

const amount = asMoney('amount', w('金额', 'Amount'), (it: BookFigures) => it.charges.amountFen);

const figuresJson = (it: BookFigures, as: Rendering): { [key: string]: Json } => ({
  book: it.book,
  name: it.name[as.lang],
  carried: it.carried,
  entries: it.entries,
  closed: it.closed,
  open: it.open,
  cancelled: it.cancelled,
  deadlines: { ...it.deadlines },
  turns: it.turns && { ...it.turns },
  charges: { count: it.charges.count, amount: jsonOf(amount, it, as) },
});

const turnShape: Shape<Turn> = [
  asText('name', w('期', 'Turn'), (it) => it.name),
  asMoment('sinceAt', w('起', 'Since'), (it) => it.sinceAt),
  asMoment('dueAt', w('期限', 'Due'), (it) => it.dueAt),
  asMoment('metAt', w('登记', 'Kept'), (it) => it.metAt),
  asChoice('state', w('状态', 'State'), (it) => it.state, TURN_STATES),
];

const fieldColumns = <R extends { field: { key: string; label: Words } }>(): Column<R>[] => [
  asText('field', w('字段', 'Field'), (it) => it.field.key, { cardOnly: true }),
  asWords('label', w('项目', 'Item'), (it) => it.field.label),
];

const choiceShape: Shape<ChoiceCounts['choices'][number]> = [
  asText('key', w('选项', 'Key'), (it) => it.key, { cardOnly: true }),
  asWords('label', w('选项', 'Choice'), (it) => it.words),
  asWhole('count', w('数量', 'Count'), (it) => it.count),
];

/** A number of a field, as values of its type are read. */
const numberText = (type: FieldType, value: number): string =>
  type === 'money' ? scaledText(value, 2) : scaledText(value, 3, { trim: true });

const sumShape: Shape<FieldSum> = [
  ...fieldColumns<FieldSum>(),
  asWhole('count', w('条数', 'Entries'), (it) => it.count),
  asTold('sum', w('合计', 'Sum'), ({ field: { type }, sum }) => ({
    json: () => (type === 'whole' ? sum : numberText(type, sum)),
    line: () => (type === 'whole' ? String(sum) : numberText(type, sum)),
  })),
];

const sheetShape: Shape<SheetAverage> = [
  ...fieldColumns<SheetAverage>(),
  asWhole('count', w('份数', 'Sheets'), (it) => it.count),
  asRate('average', w('平均得分率', 'Average'), (it) => it.rate),
];

const rateShape: Shape<RateFigure> = [
  asText('key', w('比率', 'Key'), (it) => it.key, { cardOnly: true }),
  asWords('label', w('比率', 'Rate'), (it) => it.words),
  asTold('rate', w('数值', 'Value'), ({ type, rate }, as) => ({
    json: () => rateJson(type, rate, as),
    line: () => rateText(type, rate, as),
  })),
];

type AnyRate = RateFigure['rate'];

function rateText(type: FieldType, rate: AnyRate, as: Rendering): string {
  if (type === 'whole') return KINDS.rate.text(rate, as, {});
  if (type === 'money') return KINDS.moneyRate.text(rate, as, {});
  const parts = `${numberText(type, rate.numerator)}/${numberText(type, rate.denominator)}`;
  const percent = rate.percent === null ? '—' : `${rate.percent} %`;
  return as.lang === 'zh' ? `${percent}（${parts}）` : `${percent} (${parts})`;
}

function rateJson(type: FieldType, rate: AnyRate, as: Rendering): Json {
  if (type === 'whole') return KINDS.rate.json(rate, as);
  return {
    numerator: numberText(type, rate.numerator),
    denominator: numberText(type, rate.denominator),
    percent: rate.percent,
  };
}

const all = <R>(shape: Shape<R>, rows: readonly R[], as: Rendering): Json =>
  rows.map((row) => toJson(shape, row, as));

const periodJson = ({ period }: BooksReport | BookReport): { [key: string]: Json } => ({
  period: period.text,
  from: period.from,
  until: period.until,
});

const reportJson = (it: BookReport, as: Rendering): Json => ({
  ...periodJson(it),
  ...figuresJson(it, as),
  turnList: all(turnShape, it.turnList, as),
  choices: it.choices.map(({ field, choices }) => ({
    field: field.key,
    label: field.label[as.lang],
    choices: all(choiceShape, choices, as),
  })),
  sums: all(sumShape, it.sums, as),
  sheets: all(sheetShape, it.sheets, as),
  rates: all(rateShape, it.rates, as),
});

/** Of all books a line each; of one everything that can be counted. */
export const reportView: View<BooksReport | BookReport> = {
  json: (it, as) =>
    'books' in it
      ? { ...periodJson(it), books: it.books.map((each) => figuresJson(each, as)) }
      : reportJson(it, as),
  text: (it, pen) => ('books' in it ? allText(it, pen) : oneText(it, pen)),
};

function allText({ period, books }: BooksReport, pen: Pen): string {
  const span = shortSpan(period.from, period.until);
  const busy = books.filter((it) =>
    figureLine.slice(2).some((of) => textOf(of, it, pen.as) !== ''),
  );
  const idle = books.length - busy.length;
  return [
    pen.heading(w(`${span} 登记簿统计`, `The books in ${span}`)),
    pen.table(figureLine, busy, { spareOneByOne: true }),
    ...(idle > 0
      ? [pen.dim(w(`没有登记也没有到期的：${idle} 本`, `Without entries or anything due: ${idle}`))]
      : []),
  ].join('\n\n');
}

function oneText(it: BookReport, pen: Pen): string {
  const { zh, en } = it.name;
  const span = shortSpan(it.period.from, it.period.until);
  return [
    `${pen.heading(w(`${span} ${zh}统计`, `${en}, ${span}`))}\n${pen.pairs(totals(it, pen))}`,
    section(pen, w('应登各期', 'Turns'), turnShape, it.turnList),
    ...it.choices.map(({ field: { label }, choices }) =>
      section(pen, w(`按${label.zh}`, `By ${label.en}`), choiceShape, choices),
    ),
    section(pen, w('合计', 'Sums'), sumShape, it.sums),
    section(pen, w('评分', 'Scores'), sheetShape, it.sheets),
    section(pen, w('比率', 'Rates'), rateShape, it.rates),
  ]
    .filter((each) => each !== '')
    .join('\n\n');
}

function totals(it: BookReport, pen: Pen): [Words, string][] {
  const { deadlines, turns, charges } = it;
  const owed = deadlines.met + deadlines.late + deadlines.overdue;
  const pairs: [Words, string][] = [
    [w('期初未了', 'Carried'), String(it.carried)],
    [w('登记', 'Entries'), String(it.entries)],
    [w('了结', 'Closed'), String(it.closed)],
    [w('期末未了', 'Open'), String(it.open)],
    [w('作废', 'Cancelled'), String(it.cancelled)],
  ];
  if (owed > 0) {
    const words = w(
      `按时 ${deadlines.met}，超期办结 ${deadlines.late}，超期未办 ${deadlines.overdue}`,
      `${deadlines.met} in time, ${deadlines.late} late, ${deadlines.overdue} overdue`,
    );
    pairs.push([w('时限', 'Deadlines'), pen.say(words)]);
  }
  if (turns) {
    const words = w(
      `按时 ${turns.kept}，超期 ${turns.late}，缺 ${turns.missed}，未到期 ${turns.open}`,
      `${turns.kept} kept, ${turns.late} late, ${turns.missed} missed, ${turns.open} open`,
    );
    pairs.push([w('应登各期', 'Turns'), pen.say(words)]);
  }
  if (charges.count > 0) {
    const fen = KINDS.money.text(charges.amountFen, pen.as, {});
    const words = w(`${charges.count} 笔，${fen} 元`, `${charges.count}, ${fen} yuan`);
    pairs.push([w('收费', 'Charges'), pen.say(words)]);
  }
  return pairs;
}

/** Nothing where there is nothing to list. */
const section = <Row>(pen: Pen, title: Words, shape: Shape<Row>, rows: readonly Row[]): string =>
  rows.length === 0 ? '' : `${pen.heading(title)}\n${pen.table(shape, rows)}`;
