import type { Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asDay,
  asMoment,
  asMoney,
  asPrice,
  asReading,
  asRecords,
  asText,
  asTold,
  asWhole,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import type { Day } from '../lib/day.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { periodText, shortSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { tariffColumn } from '../tariffs/view.ts';
import type { ChargeRecord } from './charging.ts';
import { CHARGE_STATES, DEBTORS, SETTLEMENT_KINDS, type SettlementLine } from './model.ts';
import type { ChargePage } from './page.ts';

const cardOnly = { cardOnly: true } as const;
const spare = { spare: true } as const;

interface Periodic {
  periodStart: Day;
  periodEnd: Day;
}

/** Days that both count: as they are for programs, shortened for people. */
export const asPeriod = <Row extends Periodic>() =>
  asTold<Row>('period', w('周期', 'Period'), ({ periodStart, periodEnd }) => ({
    json: () => periodText({ periodStart, periodEnd }),
    line: () => shortSpan(periodStart, periodEnd),
  }));

/** People are not told of nothing: little is waived, refunded or taken back. */
export const unlessNone = (amountFen: number) => ({
  json: () => yuanText(amountFen),
  line: () => (amountFen === 0 ? '' : yuanText(amountFen)),
});

const chargeShape: Shape<ChargeRecord> = [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  tariffColumn,
  asDay('periodStart', w('起', 'From'), (it) => it.periodStart),
  asDay('periodEnd', w('止', 'Until'), (it) => it.periodEnd),
  asReading('quantity', w('数量', 'Quantity'), (it) => it.quantityThousandths, cardOnly),
  asPrice('rate', w('单价', 'Rate'), (it) => it.rateTenthousandths, cardOnly),
  asWhole('percent', w('计收比例（%）', 'Percent'), (it) => it.percent, cardOnly),
  asMoney('amount', w('应收', 'Amount'), (it) => it.amountFen),
  asMoney('paid', w('已缴', 'Paid'), (it) => it.paidFen, spare),
  asTold('waived', w('减免', 'Waived'), (it) => unlessNone(it.waivedFen), cardOnly),
  asTold('reversed', w('冲销', 'Reversed'), (it) => unlessNone(it.reversedFen), cardOnly),
  asMoney('outstanding', w('未缴', 'Owed'), (it) => it.outstandingFen),
  asDay('dueOn', w('应缴日', 'Due'), (it) => it.dueOn),
  asChoice('state', w('状态', 'State'), (it) => it.state, CHARGE_STATES),
  asChoice('debtor', w('由谁承担', 'Owed by'), (it) => it.debtor, DEBTORS, cardOnly),
  asText('name', w('姓名', 'Name'), (it) => it.debtorName, cardOnly),
  asDay('cycleOn', w('周期首日', 'Cycle of'), (it) => it.cycleOn, cardOnly),
  asText('about', w('所为单据', 'For'), (it) => it.subject, cardOnly),
  asWhole('penaltyOf', w('违约金所属应收', 'Penalty for'), (it) => it.penaltyOf, cardOnly),
  asText('note', w('备注', 'Note'), (it) => it.note, cardOnly),
  asMoment('billedAt', w('出账时间', 'Billed'), (it) => it.billedAt, cardOnly),
];

const settlementShape: Shape<SettlementLine> = [
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, SETTLEMENT_KINDS),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asMoment('at', w('时间', 'At'), (it) => it.settledAt),
  asText('by', w('经办', 'By'), (it) => it.settledBy),
  asText('receipt', w('收据', 'Receipt'), (it) => it.receipt),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy),
];

/** Who did something with money, and who approved it. */
export const doneBy = (by: string, approvedBy: string | null): Words =>
  approvedBy === null
    ? w(`（${by}）`, `(${by})`)
    : w(`（${by}，${approvedBy} 批准）`, `(${by}, approved by ${approvedBy})`);

function settlementLine(it: SettlementLine, { lang, zone }: Rendering): string {
  const kind = SETTLEMENT_KINDS[it.kind][lang];
  const parts = [
    localText(it.settledAt, zone),
    kind,
    yuanText(it.amountFen),
    it.receipt,
    it.reason,
  ];
  return [...parts, doneBy(it.settledBy, it.approvedBy)[lang]].filter(Boolean).join('  ');
}

const chargePageShape: Shape<ChargePage> = [
  ...chargeShape,
  asText('billedBy', w('出账人', 'Billed by'), (it) => it.billedBy),
  asRecords(
    'settlements',
    w('缴费及减免', 'Settled by'),
    (it) => it.settlements,
    settlementShape,
    settlementLine,
  ),
];

export const chargeCard = card(chargePageShape);

/** In tables people read the first and the last day in one column. */
export const withPeriods = <Row extends Periodic>(shape: Shape<Row>): Shape<Row> =>
  shape.flatMap((column) => {
    if (column.key === 'periodStart') return [asPeriod<Row>()];
    return column.key === 'periodEnd' ? [] : [column];
  });

const none = w('没有应收。', 'No charges.');

export const chargeTable: View<readonly ChargeRecord[]> = {
  json: table(chargeShape, { none }).json,
  text: table(withPeriods(chargeShape), { none }).text,
};
