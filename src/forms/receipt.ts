import type { Content, Printing } from '../documents/model.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { shortSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { RECEIPT_METHODS } from '../receipts/model.ts';
import { type ReceiptRecord, requireReceipt } from '../receipts/receipts.ts';
import type { Form } from './form.ts';
import { amountRows, row } from './parts.ts';

/** 收据: one number, one amount in figures and in capitals; a spoiled one is kept and says so. */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireReceipt(ctx, subject);
    return [{ subject: it.no, contentOf: (as) => receiptContent(it, as) }];
  },
};

const MARKS: Partial<Record<ReceiptRecord['state'], Words>> = {
  void: w('作废', 'Void'),
  reversed: w('已冲红', 'Reversed'),
  reversal: w('红字', 'Reversal'),
  issued: w('未收款', 'Not collected'),
};

function receiptContent(it: ReceiptRecord, as: Printing): Content {
  const { lang, zone } = as;
  const mark = MARKS[it.state];
  const prepaid = it.prepaidFen === 0 ? [] : [[PREPAID[lang], '', yuanText(it.prepaidFen)]];
  return {
    title: w('收据', 'Receipt')[lang],
    no: it.no,
    marks: mark ? [mark[lang]] : [],
    parts: [
      {
        kind: 'rows',
        rows: [
          row('unit', w('房号', 'unit'), it.unit, as),
          row('payer', w('交款人', 'payer'), it.payer, as),
          row('method', w('收款方式', 'paid by'), RECEIPT_METHODS[it.method][lang], as),
          row(
            'receivedAt',
            w('收款时间', 'received'),
            it.receivedAt && localText(it.receivedAt, zone),
            as,
          ),
        ],
      },
      {
        kind: 'table',
        table: {
          title: w('收费项目', 'For')[lang],
          columns: [
            { label: w('项目', 'item')[lang] },
            { label: w('费用期间', 'period')[lang] },
            { label: w('金额（元）', 'amount (yuan)')[lang], isNumber: true },
          ],
          rows: [
            ...it.lines.map(({ tariffName, periodStart, periodEnd, amountFen }) => [
              tariffName[lang],
              shortSpan(periodStart, periodEnd),
              yuanText(amountFen),
            ]),
            ...prepaid,
          ],
          total: [TOTAL[lang], '', yuanText(it.amountFen)],
        },
      },
      { kind: 'rows', rows: amountRows(it.amountFen, as) },
      {
        kind: 'signatures',
        labels: [w('收款人', 'Received by')[lang], w('客户确认', 'Confirmed by the payer')[lang]],
        seal: w('（收款单位盖章）', '(seal)')[lang],
      },
    ],
    foot: null,
  };
}

const PREPAID = w('预交', 'prepaid');
const TOTAL = w('合计', 'total');
