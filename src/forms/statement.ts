import type { Balanced, Statement } from '../accounts/model.ts';
import { ENTRY_KINDS } from '../accounts/model.ts';
import { statementOf } from '../accounts/statement.ts';
import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { chargeRecord } from '../fees/charging.ts';
import type { Charge } from '../fees/model.ts';
import { scaledText } from '../lib/decimal.ts';
import { dayOf } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import type { Period } from '../lib/period.ts';
import { longSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { type BilledItem, billedItem, owedTable } from './charge-table.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';

interface Account {
  it: Statement;
  areaThousandths: number;
  owed: readonly BilledItem[];
  /** Only what moved then, with the balance before it. */
  period: Period | undefined;
}

/** 费用明细: the account of a unit today: what is owed, all that moved it (or in a period), the balance. */
export const form: Form = {
  sheets: (ctx, { subject, period }) => {
    const it = statementOf(ctx, { unit: subject, asOf: ctx.today });
    const { areaThousandths } = requireUnit(ctx.ledger, subject);
    const owed = it.charges
      .filter(({ outstandingFen }) => outstandingFen > 0)
      .map((charge) => billedItem(chargeRecord(ctx.policy, charge), ctx.policy.fees.tariffs));
    const account = { it, areaThousandths, owed, period };
    const issue = [it.unit, it.asOf, period?.text].filter(Boolean).join(' ');
    return [{ subject: it.unit, issue, contentOf: (as) => statementContent(account, as) }];
  },
};

function statementContent(account: Account, as: Printing): Content {
  const { it, owed } = account;
  const { lang } = as;
  return {
    title: w('费用明细', 'Statement of account')[lang],
    no: null,
    marks: [],
    parts: [
      { kind: 'rows', rows: headRows(account, as) },
      { kind: 'table', table: owedTable(w('应缴费用', 'Owed'), owed, as) },
      { kind: 'table', table: entryTable(account, as) },
      { kind: 'rows', rows: totalRows(it, as) },
      {
        kind: 'signatures',
        labels: [w('核对人', 'Checked by')[lang], w('客户确认', 'Confirmed by the customer')[lang]],
        seal: w('（收费单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '余额从零开始：正数为尚欠，负数为预存。如有疑问，请与前台核对。',
      'The balance begins with nothing; above it something is owed, below it something is prepaid. With any question, please ask the front desk.',
    )[lang],
  };
}

const headRows = ({ it, areaThousandths, period }: Account, as: Printing): Row[] => [
  half(row('unit', w('房号', 'unit'), it.unit, as)),
  half(row('name', w('业主', 'owner'), it.name?.[as.lang] ?? null, as)),
  half(
    row('area', w('建筑面积', 'area'), `${scaledText(areaThousandths, 3, { trim: true })} ㎡`, as),
  ),
  half(row('asOf', w('截至', 'as of'), it.asOf, as)),
  ...(period
    ? [row('period', w('往来期间', 'entries of'), longSpan(period.from, period.until)[as.lang], as)]
    : []),
];

function entryTable({ it, period }: Account, as: Printing): PaperTable {
  const { lang, zone } = as;
  const charges = new Map(it.charges.map((charge) => [charge.id, charge]));
  const dated = it.entries.map((entry) => ({ entry, on: dayOf(entry.at, zone) }));
  const shown = dated.filter(({ on }) => !period || (on >= period.from && on <= period.until));
  const before = period ? dated.findLast(({ on }) => on < period.from) : undefined;
  return {
    title: w('账户往来', 'Entries')[lang],
    columns: [
      { label: w('日期', 'date')[lang], isShort: true },
      { label: w('事项', 'entry')[lang] },
      { label: w('摘要', 'for')[lang] },
      { label: w('增减（元）', 'amount')[lang], isNumber: true },
      { label: w('余额（元）', 'balance')[lang], isNumber: true },
    ],
    rows: [
      ...(before ? [['', BROUGHT[lang], '', '', yuanText(before.entry.balanceFen)]] : []),
      ...shown.map(({ entry, on }) => [
        on,
        ENTRY_KINDS[entry.kind][lang],
        aboutText(entry, charges, it)[lang],
        yuanText(entry.amountFen),
        yuanText(entry.balanceFen),
      ]),
    ],
  };
}

const BROUGHT = w('期初余额', 'brought forward');

function aboutText(entry: Balanced, charges: Map<number, Charge>, it: Statement): Words {
  const charge = entry.chargeId === null ? undefined : charges.get(entry.chargeId);
  const reason = entry.reason ?? '';
  if (!charge)
    return w(
      [entry.receipt, reason].filter(Boolean).join(' '),
      [entry.receipt, reason].filter(Boolean).join(' '),
    );
  const name = it.nameOf(charge.tariff);
  const span = longSpan(charge.periodStart, charge.periodEnd);
  return w(
    [name.zh, span.zh, reason].filter(Boolean).join(' '),
    [name.en, span.en, reason].filter(Boolean).join(' '),
  );
}

function totalRows(it: Statement, as: Printing): Row[] {
  const { lang } = as;
  const untils = it.paidUntil.map(({ tariff, until }) => `${it.nameOf(tariff)[lang]} ${until}`);
  return [
    half(row('owed', w('应缴', 'owed'), `¥${yuanText(it.owedFen)}`, as)),
    half(row('overdue', w('其中已逾期', 'overdue of it'), `¥${yuanText(it.overdueFen)}`, as)),
    half(row('prepaid', w('预存', 'prepaid'), `¥${yuanText(it.prepaidFen)}`, as)),
    half(row('balance', w('余额', 'balance'), `¥${yuanText(it.balanceFen)}`, as)),
    row('paidUntil', w('各项缴至', 'paid until'), untils.join('\n'), as),
  ];
}
