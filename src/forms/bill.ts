import type { Ctx } from '../context.ts';
import type { Content, Printing, Row, Sheet } from '../documents/model.ts';
import { type Day, lastDayOfMonth, monthOf } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { endOfDay } from '../lib/moment.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { longSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { prepaidOf } from '../receipts/prepayments.ts';
import { type BilledItem, billedItem, owedTable } from './charge-table.ts';
import { type Owing, owingsOf, unitsAsked } from './debtors.ts';
import type { Asked, Form } from './form.ts';
import { amountRows, half, row } from './parts.ts';
import { type Payee, payingRows } from './paying.ts';

type Span = { from: Day; until: Day };

/** One bill, ready to be written. */
interface Bill {
  no: string;
  unit: string;
  areaThousandths: number;
  name: Words | null;
  on: Day;
  span: Span;
  /** What is owed of the period, and of before. */
  now: readonly BilledItem[];
  before: readonly BilledItem[];
  prepaidFen: number;
  payee: Payee;
}

/**
 * 收费通知单: what is owed of a period, and of before, a sheet for each unit of a building that owes
 * something (one more where somebody else owes part of it). The period is this month unless said.
 */
export const form: Form = {
  sheets: (ctx, asked) => {
    const { isUnit, units } = unitsAsked(ctx, asked.subject);
    const span = spanAsked(ctx.today, asked);
    const no = numberOf(ctx.today, asked);
    const sheets = units.flatMap((unit) =>
      owingsOf(ctx, unit).flatMap((owing) => sheetOf(ctx, owing, span, no(owing.subject))),
    );
    if (sheets.length === 0) throw nothingOwed(asked.subject, isUnit, span);
    return sheets;
  },
};

const spanAsked = (today: Day, { period }: Asked): Span =>
  period ?? { from: `${monthOf(today)}-01`, until: lastDayOfMonth(monthOf(today)) };

/** `261122-3-1-101` is this month's; of another period `261122-3-1-101/2026Q3`. */
function numberOf(today: Day, { period }: Asked): (subject: string) => string {
  const day = today.slice(2).replaceAll('-', '');
  const suffix = !period || period.text === monthOf(today) ? '' : `/${period.text}`;
  return (subject) => `${day}-${subject}${suffix}`;
}

/** Charges of days after the period stand on a later bill. */
function sheetOf(ctx: Ctx, owing: Owing, span: Span, no: string): Sheet[] {
  const items = owing.charges
    .map((charge) => billedItem(charge, ctx.policy.fees.tariffs))
    .filter(({ periodStart }) => periodStart <= span.until);
  if (items.length === 0) return [];
  const { unit, subject, name } = owing;
  const isBefore = ({ periodEnd }: BilledItem) => periodEnd < span.from;
  const bill: Bill = {
    ...{ no, unit: unit.code, areaThousandths: unit.areaThousandths, name, span, on: ctx.today },
    now: items.filter((it) => !isBefore(it)),
    before: items.filter(isBefore),
    prepaidFen: owing.isOwner ? prepaidOf(ctx.ledger, unit.id, endOfDay(ctx.today, ctx.zone)) : 0,
    payee: ctx.policy.site,
  };
  return [{ subject, issue: no, contentOf: (as) => billContent(bill, as) }];
}

function nothingOwed(subject: string, isUnit: boolean, { from, until }: Span): WyError {
  const span = longSpan(from, until);
  return isUnit
    ? refused(
        'nothing_owed',
        w(
          `${subject} 没有欠费（到 ${span.zh} 为止），不用打印收费通知单。`,
          `Nothing is owed of ${subject} up to ${span.en}; there is no bill to print.`,
        ),
        w(`账户明细：wy print statement ${subject}`, `Its account: wy print statement ${subject}`),
      )
    : refused(
        'nothing_owed',
        w(
          `这栋楼没有哪一户欠费（到 ${span.zh} 为止），没有通知单可打。`,
          `No unit of this building owes anything up to ${span.en}; there are no bills to print.`,
        ),
        w(
          '还没有出账的：wy fee bill --period …；换一个期间：--period …',
          'If it is not billed yet: wy fee bill --period …; or say another --period.',
        ),
      );
}

function billContent(it: Bill, as: Printing): Content {
  const { lang } = as;
  const all = [...it.now, ...it.before];
  const owedFen = totalFen(all.map(({ outstandingFen }) => outstandingFen));
  return {
    title: w('收费通知单', 'Bill')[lang],
    no: it.no,
    marks: [],
    parts: [
      { kind: 'rows', rows: headRows(it, as) },
      { kind: 'table', table: owedTable(w('本期费用', 'This period'), it.now, as) },
      {
        kind: 'table',
        table: owedTable(w('以前期间尚欠', 'Still owed of before'), it.before, as),
      },
      {
        kind: 'rows',
        rows: [
          ...totalRows(it, as),
          ...amountRows(owedFen, as, w('应缴合计', 'to be paid')).map(half),
        ],
      },
      { kind: 'rows', rows: payingRows(it.payee, as) },
      {
        kind: 'signatures',
        labels: [w('签收人', 'Received by')[lang]],
        seal: w('（收费单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '通知单打印以后缴纳的款项未计入；对金额有疑问的，请与前台核对。感谢您的支持！',
      'What was paid after this was printed is not counted. With any question about an amount, please ask the front desk. Thank you.',
    )[lang],
  };
}

const headRows = (it: Bill, as: Printing): Row[] => [
  half(row('unit', w('房号', 'unit'), it.unit, as)),
  half(row('name', w('收费对象', 'to'), it.name?.[as.lang] ?? null, as)),
  half(
    row(
      'area',
      w('建筑面积', 'area'),
      `${scaledText(it.areaThousandths, 3, { trim: true })} ㎡`,
      as,
    ),
  ),
  half(row('period', w('费用期间', 'period'), longSpan(it.span.from, it.span.until)[as.lang], as)),
  row('on', w('通知日期', 'date'), it.on, as),
];

function totalRows(it: Bill, as: Printing): Row[] {
  const overdueFen = totalFen(
    [...it.now, ...it.before]
      .filter(({ dueOn }) => dueOn < it.on)
      .map(({ outstandingFen }) => outstandingFen),
  );
  const dueDays = [...new Set(it.now.map(({ dueOn }) => dueOn))].filter((day) => day >= it.on);
  const yuan = (fen: number) => `¥${yuanText(fen)}`;
  return [
    ...known(
      'dueOn',
      w('缴费期限', 'please pay by'),
      dueDays.sort().join(as.lang === 'zh' ? '、' : ', '),
      as,
    ),
    ...known('overdue', w('其中已逾期', 'overdue of it'), overdueFen && yuan(overdueFen), as),
    ...known('prepaid', w('账上预存', 'prepaid'), it.prepaidFen && yuan(it.prepaidFen), as),
  ];
}

/** Nothing of nothing. */
const known = (key: string, label: Words, value: string | 0, as: Printing): Row[] =>
  value ? [half(row(key, label, value, as))] : [];
