import type { Pen } from '../cli/pen.ts';
import type { Shape } from '../cli/shape.ts';
import {
  asChoice,
  asDay,
  asFlag,
  asMoment,
  asMoney,
  asRecords,
  asText,
  asWords,
  toJson,
} from '../cli/shape.ts';
import { card, type View } from '../cli/view.ts';
import { dayOf } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Journal } from './journal.ts';
import { type Closing, type HandIn, METHODS, type Method, SOURCES } from './model.ts';
import { FINDINGS, type Finding, type MethodLine, nextLine } from './reconcile-rules.ts';
import type { Reconciliation } from './reconciling.ts';
import type { SafeCheck } from './safe.ts';
import type { MethodTotal } from './totals-rules.ts';

const methodWords = (method: string): Words => METHODS[method as Method] ?? same(method);

const METHOD = w('方式', 'Method');
const none = () => '';

type Line = Journal['lines'][number];

const lineShape: Shape<Line> = [
  asDay('bookedOn', w('日期', 'Day'), (it) => it.bookedOn),
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asChoice('source', w('事项', 'What'), (it) => it.source, SOURCES),
  asText('no', w('单据', 'Document'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoice('method', METHOD, (it) => it.method as Method, METHODS),
  asMoney('in', w('收入', 'In'), (it) => (it.amountFen > 0 ? it.amountFen : null)),
  asMoney('out', w('支出', 'Out'), (it) => (it.amountFen < 0 ? -it.amountFen : null)),
  asMoney('balance', w('现金结余', 'Cash'), (it) => it.balanceFen),
  asText('operator', w('经办', 'By'), (it) => it.operator),
];

/** People see the day of the journal only where it is another than that of the moment. */
const pageShape: Shape<Line> = [
  ...lineShape.filter(({ key }) => key !== 'bookedOn'),
  asText('bookedOn', w('记入', 'Booked on'), (it, { zone }) =>
    it.bookedOn === dayOf(it.at, zone) ? null : it.bookedOn,
  ),
];

const totalShape: Shape<MethodTotal> = [
  asWords('method', METHOD, (it) => methodWords(it.method)),
  asMoney('in', w('收入', 'In'), (it) => it.inFen),
  asMoney('out', w('支出', 'Out'), (it) => it.outFen),
  asMoney('net', w('净额', 'Net'), (it) => it.netFen),
];

const journalShape: Shape<Journal> = [
  asDay('from', w('自', 'From'), (it) => it.from),
  asDay('until', w('至', 'Until'), (it) => it.until),
  asText('method', METHOD, (it) => it.method),
  asMoney('opening', w('期初现金', 'Cash before'), (it) => it.openingFen),
  asRecords('lines', w('明细', 'Lines'), (it) => it.lines, lineShape, none),
  asRecords(
    'totals',
    w('合计', 'Totals'),
    (it) => it.totals,
    [asText<MethodTotal>('method', METHOD, (it) => it.method), ...totalShape.slice(1)],
    none,
  ),
  asMoney('closing', w('期末现金', 'Cash after'), (it) => it.closingFen),
];

/** 2026-11-22, or 2026-11-01 – 2026-11-30. */
const spanWords = (from: string | null, until: string): Words =>
  from === until ? same(until) : w(`${from ?? '开始'} 至 ${until}`, `${from ?? ''} – ${until}`);

function title(pen: Pen, name: Words, from: string | null, until: string): string {
  const span = spanWords(from, until);
  return pen.heading(w(`${name.zh}  ${span.zh}`, `${name.en}  ${span.en}`));
}

const balance = (pen: Pen, label: Words, amountFen: number | null): string[] =>
  amountFen === null ? [] : [pen.pairs([[label, yuanText(amountFen)]])];

/** What came in and went out line by line, with the cash before and after. */
export const journalView: View<Journal> = {
  json: (journal, as) => toJson(journalShape, journal, as),
  text: (journal, pen) => {
    const { lines, totals, from, until } = journal;
    const isLate = lines.some((it) => it.bookedOn !== dayOf(it.at, pen.as.zone));
    const shape = isLate ? pageShape : pageShape.filter(({ key }) => key !== 'bookedOn');
    const nothing = pen.dim(w('没有收支。', 'Nothing came in or went out.'));
    return [
      title(pen, w('现金日记账', 'Cash journal'), from, until),
      ...balance(pen, w('期初现金', 'Cash before'), journal.openingFen),
      lines.length === 0 ? nothing : pen.table(shape, lines),
      ...(totals.length === 0 ? [] : [pen.table(totalShape, totals)]),
      ...balance(pen, w('期末现金', 'Cash after'), journal.closingFen),
    ].join('\n\n');
  },
};

export const handInCard = card<HandIn>([
  asMoney('amount', w('交财务', 'Handed in'), (it) => it.amountFen),
  asMoney('expected', w('账上现金', 'By the journal'), (it) => it.expectedFen),
  asMoney('difference', w('差额', 'Difference'), (it) => it.amountFen - it.expectedFen),
  asText('explanation', w('说明', 'Explanation'), (it) => it.explanation),
  asText('handedBy', w('交款人', 'Handed in by'), (it) => it.handedBy),
  asText('takenBy', w('接收人', 'Taken by'), (it) => it.takenBy),
  asMoment('handedAt', w('交款时间', 'Handed in'), (it) => it.handedAt),
  asDay('bookedOn', w('记入', 'Booked on'), (it) => it.bookedOn),
]);

export const closingCard = card<Closing>([
  asText('month', w('月份', 'Month'), (it) => it.month),
  asMoney('booked', w('账面现金', 'By the journal'), (it) => it.bookedFen),
  asMoney('counted', w('盘点现金', 'Counted'), (it) => it.countedFen),
  asMoney('difference', w('差额', 'Difference'), (it) => it.countedFen - it.bookedFen),
  asText('explanation', w('说明', 'Explanation'), (it) => it.explanation),
  asText('closedBy', w('结账人', 'Closed by'), (it) => it.closedBy),
  asText('reviewedBy', w('复核人', 'Reviewed by'), (it) => it.reviewedBy),
  asMoment('closedAt', w('结账时间', 'Closed'), (it) => it.closedAt),
]);

export const safeCard = card<SafeCheck>([
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asMoment('dueAt', w('期限', 'Due'), (it) => it.dueAt),
  asMoment('doneAt', w('检查时间', 'Checked'), (it) => it.doneAt),
  asText('note', w('备注', 'Note'), (it) => it.note),
]);

const methodShape: Shape<MethodLine> = [
  asWords('method', METHOD, (it) => methodWords(it.method)),
  asMoney('received', w('收款', 'Received'), (it) => it.receivedFen),
  asMoney('reversed', w('冲红', 'Reversed'), (it) => it.reversedFen),
  asMoney('refunded', w('退款', 'Refunded'), (it) => it.refundedFen),
  asMoney('depositsIn', w('收押金', 'Deposits in'), (it) => it.depositsInFen),
  asMoney('depositsOut', w('退押金', 'Deposits out'), (it) => it.depositsOutFen),
  asMoney('handedIn', w('交财务', 'Handed in'), (it) => it.handedInFen),
  asMoney('difference', w('差额', 'Difference'), (it) => it.differenceFen),
  asMoney('net', w('净额', 'Net'), (it) => it.netFen),
];

const findingShape: Shape<Finding> = [
  asDay('on', w('日期', 'Day'), (it) => it.on),
  asChoice('kind', w('问题', 'What'), (it) => it.kind, FINDINGS),
  asText('no', w('单据', 'Record'), (it) => it.no),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asText('explanation', w('说明', 'Explanation'), (it) => it.explanation),
  asText('next', w('办理', 'To settle it'), nextLine),
];

type Receipts = Reconciliation['receipts'];

const receiptsShape: Shape<Receipts> = [
  asMoney('received', w('收款', 'Received'), (it) => it.receivedFen),
  asMoney('allocated', w('缴入应收', 'Paid charges'), (it) => it.allocatedFen),
  asMoney('refunded', w('已退', 'Refunded'), (it) => it.refundedFen),
  asMoney('transferred', w('已转出', 'Transferred'), (it) => it.transferredFen),
  asMoney('prepaid', w('预存', 'Prepaid'), (it) => it.prepaidFen),
];

const reconciliationShape: Shape<Reconciliation> = [
  asDay('from', w('自', 'From'), (it) => it.from),
  asDay('until', w('至', 'Until'), (it) => it.until),
  asFlag('agrees', w('相符', 'Agrees'), (it) => it.findings.length === 0),
  asMoney('opening', w('期初现金', 'Cash before'), (it) => it.openingFen),
  asMoney('closing', w('期末现金', 'Cash after'), (it) => it.closingFen),
  asRecords(
    'methods',
    w('各方式', 'By method'),
    (it) => it.methods,
    [asText<MethodLine>('method', METHOD, (it) => it.method), ...methodShape.slice(1)],
    none,
  ),
];

/** The figures beside each other, then what does not agree with its record. */
export const reconciliationView: View<Reconciliation> = {
  json: (it, as) => ({
    ...(toJson(reconciliationShape, it, as) as object),
    receipts: toJson(receiptsShape, it.receipts, as),
    findings: it.findings.map((each) => toJson(findingShape, each, as)),
  }),
  text: (it, pen) => {
    const moved = it.methods.filter((each) => Object.values(each).some((value) => isMoved(value)));
    const agrees = pen.dim(w('账款相符，没有问题。', 'Everything agrees.'));
    const sections = [
      ...balance(pen, w('期初现金', 'Cash before'), it.openingFen),
      pen.table(methodShape, moved),
      ...balance(pen, w('期末现金', 'Cash after'), it.closingFen),
      `${pen.heading(w('收款去向', 'Where the receipts went'))}\n${pen.table(receiptsShape, [it.receipts])}`,
      it.findings.length === 0
        ? agrees
        : `${pen.heading(w('不符', 'Does not agree'))}\n${pen.table(findingShape, it.findings)}`,
    ];
    return [title(pen, w('核对', 'Reconciliation'), it.from, it.until), ...sections].join('\n\n');
  },
};

const isMoved = (value: unknown) => typeof value === 'number' && value !== 0;
