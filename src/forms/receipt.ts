import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { listCharges } from '../fees/charges.ts';
import { chargeRecord } from '../fees/charging.ts';
import { scaledText } from '../lib/decimal.ts';
import { yuanText } from '../lib/money.ts';
import { priceText } from '../lib/price.ts';
import { longSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { PAYOUT_KINDS, RECEIPT_METHODS } from '../receipts/model.ts';
import { type ReceiptRecord, requireReceipt } from '../receipts/receipts.ts';
import { requireUnit } from '../registry/units.ts';
import { type BilledItem, billedItem, itemName, measureText } from './charge-table.ts';
import type { Form } from './form.ts';
import { amountRows, half, row } from './parts.ts';
import { momentText } from './values.ts';

interface Page {
  it: ReceiptRecord;
  areaThousandths: number;
  /** The charges of its lines. */
  items: ReadonlyMap<number, BilledItem>;
}

/** 收据: one number, one amount in figures and in capitals; a spoiled one is kept and says so. */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const { ledger, policy } = ctx;
    const it = requireReceipt(ctx, subject);
    const { areaThousandths } = requireUnit(ledger, it.unit);
    const ids = it.lines.map(({ charge }) => charge);
    const items = new Map(
      listCharges(ledger, { ids }).map((charge) => [
        charge.id,
        billedItem(chargeRecord(policy, charge), policy.fees.tariffs),
      ]),
    );
    const page: Page = { it, areaThousandths, items };
    return [{ subject: it.no, contentOf: (as) => receiptContent(page, as) }];
  },
};

const MARKS: Partial<Record<ReceiptRecord['state'], Words>> = {
  void: w('作废', 'Void'),
  reversed: w('已冲红', 'Reversed'),
  reversal: w('红字', 'Reversal'),
  issued: w('未收款', 'Not collected'),
};

function receiptContent(page: Page, as: Printing): Content {
  const { it } = page;
  const { lang } = as;
  const mark = MARKS[it.state];
  return {
    title: w('收据', 'Receipt')[lang],
    no: it.no,
    marks: mark ? [mark[lang]] : [],
    parts: [
      { kind: 'rows', rows: headRows(page, as) },
      { kind: 'table', table: lineTable(page, as) },
      {
        kind: 'rows',
        rows: [
          ...amountRows(it.amountFen, as, w('实收金额', 'amount received')),
          row('remark', w('备注', 'remarks'), remark(it)?.[lang] ?? null, as),
        ],
      },
      {
        kind: 'signatures',
        labels: [
          w('经办人', 'Handled by'),
          w('部门负责人', 'Head of the department'),
          w('财务收款', 'Received by finance'),
          w('客户确认', 'Confirmed by the payer'),
        ].map((label) => label[lang]),
        seal: w('（收款单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '本收据不作发票使用；需要发票的，请凭本收据到前台开具。',
      'This is no invoice (发票); the front desk issues one against this receipt.',
    )[lang],
  };
}

const headRows = ({ it, areaThousandths }: Page, as: Printing): Row[] => [
  half(row('unit', w('房号', 'unit'), it.unit, as)),
  half(
    row('area', w('建筑面积', 'area'), `${scaledText(areaThousandths, 3, { trim: true })} ㎡`, as),
  ),
  half(row('payer', w('交款人', 'payer'), it.payer, as)),
  half(row('method', w('收款方式', 'paid by'), RECEIPT_METHODS[it.method][as.lang], as)),
  half(row('receivedAt', w('收款时间', 'received'), momentText(it.receivedAt, as), as)),
  half(row('receivedBy', w('收款人', 'received by'), it.receivedBy, as)),
];

const TOTAL = w('合计', 'total');

/** What was paid beyond all charges stands in a row of its own. */
function lineTable({ it, items }: Page, { lang }: Printing): PaperTable {
  const allocatedFen = it.lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const restFen = it.amountFen - allocatedFen;
  const prepaid = w('预交', 'prepaid')[lang];
  return {
    title: w('收费项目', 'For')[lang],
    columns: [
      { label: w('项目', 'item')[lang] },
      { label: w('计费起止', 'period')[lang] },
      { label: w('数量', 'quantity')[lang] },
      { label: w('单价（元）', 'unit price')[lang], isNumber: true },
      { label: w('实收（元）', 'received (yuan)')[lang], isNumber: true },
    ],
    rows: [
      ...it.lines.map((line) => {
        const item = items.get(line.charge);
        return [
          (item ? lineName(item, line.amountFen) : line.tariffName)[lang],
          longSpan(line.periodStart, line.periodEnd)[lang],
          item ? measureText(item)[lang] : '',
          item ? priceText(item.rateTenthousandths) : '',
          yuanText(line.amountFen),
        ];
      }),
      ...(restFen === 0 ? [] : [[prepaid, '', '', '', yuanText(restFen)]]),
    ],
    total: [TOTAL[lang], '', '', '', yuanText(it.amountFen)],
  };
}

/** Where not all of a charge was paid at once, that is said, as quantity and price give all of it. */
function lineName(item: BilledItem, paidFen: number): Words {
  const name = itemName(item);
  if (Math.abs(paidFen) === item.amountFen) return name;
  const all = yuanText(item.amountFen);
  return w(`${name.zh}（应收 ${all} 元中的一部分）`, `${name.en} (part of ${all} yuan)`);
}

/** What else happened with its number or its money. */
function remark(it: ReceiptRecord): Words | null {
  const said: Words[] = [
    ...(it.formerNo === null ? [] : [w(`原编号 ${it.formerNo}`, `former number ${it.formerNo}`)]),
    ...(it.reverses === null ? [] : [w(`冲销 ${it.reverses}`, `takes back ${it.reverses}`)]),
    ...(it.reversedBy === null
      ? []
      : [w(`已由 ${it.reversedBy} 冲红`, `taken back by ${it.reversedBy}`)]),
    ...(it.reason === null ? [] : [w(`原因：${it.reason}`, `because: ${it.reason}`)]),
    ...it.from.map(({ receipt, amountFen }) =>
      w(
        `由 ${receipt} 转入 ${yuanText(amountFen)} 元`,
        `${yuanText(amountFen)} yuan out of ${receipt}`,
      ),
    ),
    ...it.payouts.map(({ kind, amountFen }) =>
      w(
        `${PAYOUT_KINDS[kind].zh} ${yuanText(amountFen)} 元`,
        `${PAYOUT_KINDS[kind].en} of ${yuanText(amountFen)} yuan`,
      ),
    ),
  ];
  if (said.length === 0) return null;
  return w(said.map(({ zh }) => zh).join('；'), said.map(({ en }) => en).join('; '));
}
