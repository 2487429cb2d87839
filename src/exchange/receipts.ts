import { METHODS, type Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import type { WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { planPayments } from '../receipts/bulk.ts';
import type { PaymentLine } from '../receipts/past.ts';
import { requireTariff } from '../tariffs/tariffs.ts';
import { nameColumn, parseImportText, pastColumn } from './case-columns.ts';
import type { ImportRecord, Layout } from './columns.ts';
import { feeColumns, moneyColumn, periodCells } from './fee-columns.ts';
import type { Import } from './import.ts';
import { oneOf } from './import.ts';
import { unknownChoice } from './unit-column.ts';

const METHOD_NAMES: Readonly<Record<Method, readonly string[]>> = {
  cash: ['现金', '现金支付', '现金收款', METHODS.cash.en, 'cash'],
  wechat: ['微信', '微信支付', '微信扫码', '微信转账', 'wechat', 'wechat pay'],
  alipay: ['支付宝', '支付宝支付', '支付宝扫码', 'alipay'],
  bank: [
    '转账',
    '银行转账',
    '银行',
    '汇款',
    '银行汇款',
    '对公转账',
    '网银',
    '托收',
    '银行托收',
    'bank',
    'transfer',
    'bank transfer',
  ],
  pos: ['pos', 'pos机', 'pos 机', 'pos刷卡', '刷卡', '银行卡', 'card'],
};

/** What lists write in place of a tariff where money was paid ahead. */
const PREPAID = /^(?:预存|预缴|预交|预收|预付|充值|prepa(?:id|yment))/i;

const columns = (ctx: Ctx) => {
  const shared = feeColumns(ctx);
  return {
    ...shared,
    tariff: {
      ...shared.tariff,
      parse: (text: string) => (PREPAID.test(text) ? 'prepaid' : requireTariff(ctx, text)),
    },
    paid: {
      ...pastColumn(ctx, w('缴费时间', 'Paid at'), [
        ...['缴费时间', '缴费日期', '收款时间', '收款日期', '收费时间', '收费日期', '实收日期'],
        ...['缴款日期', '交费时间', '交费日期', '付款时间', '付款日期', '日期', '时间'],
        ...['Paid At', 'Paid On', 'Payment Date', 'Date'],
      ]),
      required: true,
      mayBeBlank: true,
    },
    due: moneyColumn(w('应缴', 'Amount due'), [
      ...['应缴', '应缴金额', '应收', '应收金额', '应交', '应交金额', 'Amount Due', 'Due Amount'],
    ]),
    received: {
      ...moneyColumn(w('实缴', 'Amount paid'), [
        ...['实缴', '实缴金额', '实收', '实收金额', '实交', '实交金额', '收款金额', '缴费金额'],
        ...['已缴', '已缴金额', 'Paid', 'Amount Paid', 'Received'],
      ]),
      required: true,
      mayBeBlank: true,
    },
    method: {
      label: w('收款方式', 'Method'),
      names: [
        ...['收款方式', '缴费方式', '支付方式', '付款方式', '交费方式', '收费方式', '结算方式'],
        ...['Method', 'Payment Method'],
      ],
      dependsOn: [],
      parse: oneOf(
        METHOD_NAMES,
        unknownChoice('现金、微信、支付宝、转账、POS 机 / cash, wechat, alipay, bank, pos'),
      ),
    },
    no: {
      label: w('收据号', 'Receipt no.'),
      names: [
        ...[
          '收据号',
          '单号',
          '票据号',
          '收据编号',
          '票号',
          '收款单号',
          '发票号',
          '流水号',
          '凭证号',
        ],
        ...['编号', 'Receipt No', 'Receipt', 'No'],
      ],
      parse: (text: string) => parseImportText(text.normalize('NFKC')),
    },
    collector: nameColumn(w('收银员', 'Collector'), [
      ...['收银员', '收款人', '收费员', '经办人', '操作员', '收费人', 'Collector', 'Cashier'],
    ]),
  };
};

type Columns = ReturnType<typeof columns>;

/** A row, or where its period is wrong: why. */
type Row = PaymentLine & {
  wrong: { key: 'tariff' | 'from' | 'until'; error: WyError } | undefined;
};

/**
 * The payments of an old list (房号 收费项目 周期 开始 结束 缴费时间 应缴 实缴 收银员 …), with the charges they
 * were for. `method` holds where the list does not say how it was paid.
 */
export function paymentImport(ctx: Ctx, method: Method): Import<Columns, Row> {
  const layout: Layout<Columns> = { columns: columns(ctx) };
  const periodOf = periodCells();
  return {
    action: 'import.receipts',
    key: 'unit',
    layout,
    toRow: (record) => rowOf(record, method, periodOf),
    columnOf: {
      line: 'unit',
      unit: 'unit',
      wrong: 'tariff',
      period: 'from',
      dueFen: 'due',
      paidFen: 'received',
      paid: 'paid',
      method: 'method',
      no: 'no',
      collector: 'collector',
      dueOn: 'dueOn',
      quantityThousandths: 'quantity',
      rateTenthousandths: 'rate',
      note: 'remark',
    },
    plan,
  };
}

function rowOf(
  { line, values }: ImportRecord<Columns>,
  method: Method,
  periodOf: ReturnType<typeof periodCells>,
): Row {
  const { unit, tariff } = values;
  if (!unit) throw new Error(`line ${line} has no unit`);
  const period = tariff === 'prepaid' ? null : periodOf({ ...values, tariff });
  const wrong = period && 'error' in period ? period : undefined;
  return {
    line,
    unit,
    wrong,
    period: period && 'error' in period ? null : period,
    dueFen: tariff === 'prepaid' ? 0 : (values.due ?? 0),
    paidFen: values.received ?? 0,
    paid: values.paid,
    method: values.method ?? method,
    no: values.no,
    collector: values.collector,
    dueOn: values.dueOn,
    quantityThousandths: values.quantity,
    rateTenthousandths: values.rate,
    note: values.remark,
  };
}

/** Rows whose period is wrong are not planned. */
const plan: Import<Columns, Row>['plan'] = (at, rows) => {
  const planned = planPayments(
    at,
    rows.filter(({ wrong }) => !wrong),
  );
  const wrong = rows.flatMap((row) =>
    row.wrong ? [{ row, field: FIELDS[row.wrong.key], error: row.wrong.error }] : [],
  );
  const faults = planned.faults.map((it) => ({ ...it, row: it.row as Row }));
  return { ...planned, sums: { ...planned.sums }, faults: [...wrong, ...faults] };
};

/** The field of a row by which a fault of its period names the column. */
const FIELDS = { tariff: 'wrong', from: 'period', until: 'period' } as const;
