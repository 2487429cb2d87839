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
import { asPeriod, unlessNone } from '../fees/view.ts';
import { capitals } from '../lib/capitals.ts';
import { yuanText } from '../lib/money.ts';
import { shortSpan } from '../lib/span.ts';
import { w } from '../lib/words.ts';
import { type Line, RECEIPT_METHODS, RECEIPT_STATES, type Refund } from './model.ts';
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

type Source = Refund['from'][number];

const sourceShape: Shape<Source> = [
  asText('receipt', w('收据', 'Receipt'), (it) => it.receipt),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

const refundShape: Shape<Refund> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asMoney('amount', w('退款', 'Refunded'), (it) => it.amountFen),
  asText('capitals', w('大写', 'In capitals'), (it) => capitals(it.amountFen)),
  asChoice('method', w('方式', 'Method'), (it) => it.method, RECEIPT_METHODS),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy),
  asMoment('refundedAt', w('退款时间', 'Refunded at'), (it) => it.refundedAt),
  asRecords(
    'from',
    w('出自', 'Out of'),
    (it) => it.from,
    sourceShape,
    (it) => `${it.receipt}  ${yuanText(it.amountFen)}`,
  ),
  asMoney('prepaid', w('尚余预存', 'Still prepaid'), (it) => it.prepaidFen),
];

export const refundCard = card(refundShape);
