import type { Pen } from '../cli/pen.ts';
import {
  asChoice,
  asDay,
  asMoment,
  asMoney,
  asPrice,
  asReading,
  asText,
  asTold,
  asWhole,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { CHARGE_STATES, type Charge } from '../fees/model.ts';
import { withPeriods } from '../fees/view.ts';
import { yuanText } from '../lib/money.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { RECEIPT_METHODS } from '../receipts/model.ts';
import { type Balanced, ENTRY_KINDS, type ReceiptLine, type Statement } from './model.ts';

/** Which columns need the words of the policy. */
type NameOf = Statement['nameOf'];

const TARIFF = w('收费项目', 'Tariff');
const cardOnly = { cardOnly: true } as const;
const spare = { spare: true } as const;

/** Programs read the key, people the name. */
const tariffColumn = <Row extends { tariff: string | null }>(nameOf: NameOf) =>
  asTold<Row>('tariff', TARIFF, ({ tariff }, as) =>
    tariff === null ? null : { json: () => tariff, line: () => nameOf(tariff)[as.lang] },
  );

const chargeShape = (nameOf: NameOf): Shape<Charge> => [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('unit', w('房号', 'Unit'), (it) => it.unit, cardOnly),
  tariffColumn(nameOf),
  asDay('periodStart', w('起', 'From'), (it) => it.periodStart),
  asDay('periodEnd', w('止', 'Until'), (it) => it.periodEnd),
  asReading('quantity', w('数量', 'Quantity'), (it) => it.quantityThousandths, spare),
  asPrice('rate', w('单价', 'Rate'), (it) => it.rateTenthousandths, spare),
  asMoney('amount', w('应收', 'Amount'), (it) => it.amountFen),
  asMoney('paid', w('已缴', 'Paid'), (it) => it.paidFen),
  asMoney('waived', w('减免', 'Waived'), (it) => it.waivedFen, spare),
  asMoney('reversed', w('冲销', 'Reversed'), (it) => it.reversedFen, cardOnly),
  asMoney('outstanding', w('未缴', 'Owed'), (it) => it.outstandingFen),
  asDay('dueOn', w('应缴日', 'Due'), (it) => it.dueOn),
  asChoice('state', w('状态', 'State'), (it) => it.state, CHARGE_STATES),
];

const receiptShape: Shape<ReceiptLine> = [
  asText('no', w('收据', 'Receipt'), (it) => it.no),
  asMoment('receivedAt', w('收款时间', 'Received'), (it) => it.receivedAt),
  asChoice('method', w('方式', 'Method'), (it) => it.method, RECEIPT_METHODS),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asMoney('allocated', w('缴入应收', 'Allocated'), (it) => it.allocatedFen, spare),
  asMoney('paidOut', w('退出、转出', 'Paid out'), (it) => it.paidOutFen, spare),
  asMoney('prepaid', w('预存', 'Prepaid'), (it) => it.amountFen - it.allocatedFen - it.paidOutFen),
];

const entryShape = (nameOf: NameOf): Shape<Balanced> => [
  asMoment('at', w('时间', 'Time'), (it) => it.at),
  asChoice('kind', w('事项', 'Entry'), (it) => it.kind, ENTRY_KINDS),
  asWhole('charge', w('应收编号', 'Charge'), (it) => it.chargeId),
  tariffColumn(nameOf),
  asText('receipt', w('收据', 'Receipt'), (it) => it.receipt),
  asMoney('amount', w('增减', 'Amount'), (it) => it.amountFen),
  asMoney('balance', w('余额', 'Balance'), (it) => it.balanceFen),
];

const WHY: Shape<Balanced> = [
  asText('reason', w('原因', 'Reason'), (it) => it.reason, spare),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy, spare),
];

const rows = <Row>(shape: Shape<Row>, all: readonly Row[], as: Rendering): Json =>
  all.map((row) => toJson(shape, row, as));

/** One page of an account: what is owed, charge by charge, what came in, and how the balance came about. */
export const statementView: View<Statement> = {
  json: (it, as) => ({
    unit: it.unit,
    name: it.name?.[as.lang] ?? null,
    asOf: it.asOf,
    owed: yuanText(it.owedFen),
    overdue: yuanText(it.overdueFen),
    notYetDue: yuanText(it.notYetDueFen),
    prepaid: yuanText(it.prepaidFen),
    balance: yuanText(it.balanceFen),
    paidUntil: it.paidUntil.map((each) => ({ ...each })),
    charges: rows(chargeShape(it.nameOf), it.charges, as),
    receipts: rows(receiptShape, it.receipts, as),
    entries: rows([...entryShape(it.nameOf), ...WHY], it.entries, as),
  }),
  text: (it, pen) => {
    const why = it.entries.some(({ reason }) => reason !== null) ? WHY : [];
    return [
      heading(it, pen),
      totals(it, pen),
      section(w('应收', 'Charges'), withPeriods(chargeShape(it.nameOf)), it.charges, pen),
      section(w('收款', 'Receipts'), receiptShape, it.receipts, pen),
      section(w('往来', 'Entries'), [...entryShape(it.nameOf), ...why], it.entries, pen),
      pen.dim(BALANCE),
    ].join('\n\n');
  },
};

const BALANCE = w(
  '余额从零开始：正数为尚欠，负数为预存。',
  'The balance begins with nothing; above it something is owed, below it something is prepaid.',
);

const heading = ({ unit, name, asOf }: Statement, pen: Pen) =>
  [
    pen.heading(w('账户明细', 'Statement')),
    pen.heading(same(unit)),
    pen.heading(name ?? same('—')),
    pen.heading(w(`截至 ${asOf}`, `as of ${asOf}`)),
  ].join('  ');

function totals(it: Statement, pen: Pen): string {
  const paidUntil = list(
    it.paidUntil.map(({ tariff, until }) => {
      const { zh, en } = it.nameOf(tariff);
      return w(`${zh} ${until}`, `${en} ${until}`);
    }),
  );
  const amounts: [Words, number][] = [
    [w('尚欠', 'Owed'), it.owedFen],
    [w('其中逾期', 'Overdue'), it.overdueFen],
    [w('未到期', 'Not yet due'), it.notYetDueFen],
    [w('预存', 'Prepaid'), it.prepaidFen],
    [w('余额', 'Balance'), it.balanceFen],
  ];
  return pen.pairs([
    ...amounts.map(([label, fen]) => [label, yuanText(fen)] as const),
    [w('已缴至', 'Paid until'), it.paidUntil.length === 0 ? '—' : pen.say(paidUntil)],
  ]);
}

function section<Row>(title: Words, shape: Shape<Row>, all: readonly Row[], pen: Pen): string {
  const none = all.length === 0 ? `\n${pen.dim(w('没有。', 'None.'))}` : '';
  return `${pen.heading(title)}\n${pen.table(shape, all)}${none}`;
}
