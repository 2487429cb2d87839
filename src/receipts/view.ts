import { deadlines } from '../cases/view.ts';
import type { Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asDay,
  asMoment,
  asMoney,
  asRecords,
  asText,
  asTold,
  asWhole,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { asPeriod, doneBy, unlessNone } from '../fees/view.ts';
import { capitals } from '../lib/capitals.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { shortSpan } from '../lib/span.ts';
import { w } from '../lib/words.ts';
import {
  type Line,
  PAYOUT_KINDS,
  type Payout,
  RECEIPT_METHODS,
  RECEIPT_STATES,
  type Refund,
  type Source,
} from './model.ts';
import type { ReceiptRecord } from './receipts.ts';

const cardOnly = { cardOnly: true } as const;

const lineShape: Shape<Line> = [
  asWhole('charge', w('应收', 'Charge'), (it) => it.charge),
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff),
  asPeriod(),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

const lineText = (it: Line, { lang }: Rendering): string =>
  [
    it.tariffName[lang],
    shortSpan(it.periodStart, it.periodEnd),
    yuanText(it.amountFen),
    `#${it.charge}`,
  ].join('  ');

const sourceShape: Shape<Source> = [
  asText('receipt', w('收据', 'Receipt'), (it) => it.receipt),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

const sourceLine = (it: Source): string => `${it.receipt}  ${yuanText(it.amountFen)}`;

const payoutShape: Shape<Payout> = [
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, PAYOUT_KINDS),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asMoment('at', w('时间', 'At'), (it) => it.paidAt),
  asText('by', w('经办', 'By'), (it) => it.paidBy),
  asChoice('method', w('方式', 'Method'), (it) => it.method, RECEIPT_METHODS),
  asText('to', w('转入的收据', 'To'), (it) => it.to),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy),
];

function payoutLine(it: Payout, { lang, zone }: Rendering): string {
  const parts = [localText(it.paidAt, zone), PAYOUT_KINDS[it.kind][lang], yuanText(it.amountFen)];
  const where = it.to ?? RECEIPT_METHODS[it.method][lang];
  return [...parts, where, it.reason, doneBy(it.paidBy, it.approvedBy)[lang]].join('  ');
}

const receiptShape: Shape<ReceiptRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('formerNo', w('原编号', 'Former no'), (it) => it.formerNo, cardOnly),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('payer', w('缴款人', 'Payer'), (it) => it.payer),
  asChoice('method', w('方式', 'Method'), (it) => it.method, RECEIPT_METHODS),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asText('capitals', w('大写', 'In capitals'), (it) => capitals(it.amountFen), cardOnly),
  asRecords('lines', w('明细', 'Lines'), (it) => it.lines, lineShape, lineText),
  asMoney('allocated', w('缴入应收', 'Paid'), (it) => it.allocatedFen, { spare: true }),
  asMoney('prepaid', w('预存', 'Prepaid'), (it) => it.prepaidFen),
  asTold('refunded', w('已退', 'Refunded'), (it) => unlessNone(it.refundedFen), cardOnly),
  asTold(
    'transferred',
    w('已转出', 'Transferred'),
    (it) => unlessNone(it.transferredFen),
    cardOnly,
  ),
  asRecords('payouts', w('退出、转出', 'Paid out'), (it) => it.payouts, payoutShape, payoutLine),
  asRecords('from', w('转自', 'Out of'), (it) => it.from, sourceShape, sourceLine),
  asChoice('state', w('状态', 'State'), (it) => it.state, RECEIPT_STATES),
  asText('reverses', w('冲销的收据', 'Reverses'), (it) => it.reverses, cardOnly),
  asText('reversedBy', w('冲红收据', 'Reversed by'), (it) => it.reversedBy, cardOnly),
  asText('reason', w('原因', 'Reason'), (it) => it.reason, cardOnly),
  asMoment('issuedAt', w('开具时间', 'Issued'), (it) => it.issuedAt, cardOnly),
  asText('issuedBy', w('开具人', 'Issued by'), (it) => it.issuedBy, cardOnly),
  asMoment('collectAt', w('约定上门', 'At the door'), (it) => it.collectAt, cardOnly),
  asMoment('receivedAt', w('收款时间', 'Received'), (it) => it.receivedAt),
  asText('receivedBy', w('收款人', 'Received by'), (it) => it.receivedBy, cardOnly),
  asDay('bookedOn', w('记账日', 'Booked on'), (it) => it.bookedOn, cardOnly),
  asMoment('voidedAt', w('作废时间', 'Void since'), (it) => it.voidedAt, cardOnly),
  deadlines,
];

export const receiptCard = card(receiptShape);

export const receiptTable = table(receiptShape, { none: w('没有收据。', 'No receipts.') });

const refundShape: Shape<Refund> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asMoney('amount', w('退款', 'Refunded'), (it) => it.amountFen),
  asText('capitals', w('大写', 'In capitals'), (it) => capitals(it.amountFen)),
  asChoice('method', w('方式', 'Method'), (it) => it.method, RECEIPT_METHODS),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy),
  asMoment('refundedAt', w('退款时间', 'Refunded at'), (it) => it.refundedAt),
  asRecords('from', w('出自', 'Out of'), (it) => it.from, sourceShape, sourceLine),
  asMoney('prepaid', w('尚余预存', 'Still prepaid'), (it) => it.prepaidFen),
];

export const refundCard = card(refundShape);
