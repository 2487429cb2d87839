import { capitals } from '../lib/capitals.ts';
import type { Day } from '../lib/day.ts';
import { yuanText } from '../lib/money.ts';
import { shortSpan } from '../lib/span.ts';
import { list, type Words, w } from '../lib/words.ts';
import {
  type Line,
  type OpenCharge,
  RECEIPT_METHODS,
  type Receipt,
  type ReceiptMethod,
} from './model.ts';

/** Words one under the other. */
const lines = (words: readonly Words[]): Words =>
  w(words.map(({ zh }) => zh).join('\n'), words.map(({ en }) => en).join('\n'));

interface Named {
  tariffName: Words;
}

/** What is shown before money is taken (rule 131): name, unit, paid until, due, what this pays. */
export interface PayQuestion {
  unit: string;
  payer: string | null;
  paidUntil: readonly (Named & { until: Day })[];
  owed: readonly (OpenCharge & Named & { paysFen: number })[];
  /** What a former owner, the developer or a lessee owes of the unit. */
  othersFen: number;
  prepaidFen: number;
  method: ReceiptMethod;
  amountFen: number;
  leftFen: number;
  today: Day;
}

/** A person reads no more of a long list. */
const MOST_OWED = 24;

export const payWords = (it: PayQuestion): Words =>
  lines([
    ...whoWords(it),
    ...owedLines(it),
    ...sumWords(it),
    w('核对无误，收款？', 'Is this right, and is the money taken?'),
  ]);

function whoWords({ unit, payer, paidUntil }: PayQuestion): Words[] {
  const who = `${unit}  ${payer ?? '—'}`;
  const paid = list(
    paidUntil.map(({ tariffName, until }) =>
      w(`${tariffName.zh} ${until}`, `${tariffName.en} ${until}`),
    ),
  );
  return [w(who, who), w(`已缴至：${paid.zh || '—'}`, `Paid until: ${paid.en || '—'}`)];
}

function owedLines({ owed, today }: PayQuestion): Words[] {
  const more = owed.length - MOST_OWED;
  return [
    owed.length === 0 ? w('没有待缴。', 'Nothing is owed.') : w('应缴：', 'Owed:'),
    ...owed.slice(0, MOST_OWED).map((charge) => owedWords(charge, today)),
    ...(more > 0 ? [w(`  … 另有 ${more} 笔`, `  … and ${more} more`)] : []),
  ];
}

/** What is owed in all, by others too, and what this money makes of it. */
function sumWords(it: PayQuestion): Words[] {
  const owedFen = it.owed.reduce((sum, { openFen }) => sum + openFen, 0);
  const paidFen = it.amountFen - it.leftFen;
  const method = RECEIPT_METHODS[it.method];
  const [owed, prepaid, amount] = [owedFen, it.prepaidFen, it.amountFen].map(yuanText);
  const [paid, still, left] = [paidFen, owedFen - paidFen, it.leftFen].map(yuanText);
  return [
    w(`合计 ${owed}，已有预存 ${prepaid}`, `${owed} in all; ${prepaid} are prepaid`),
    ...(it.othersFen > 0 ? [othersWords(it.othersFen)] : []),
    w(
      `本次${method.zh} ${amount}（${capitals(it.amountFen)}）：缴 ${paid}，仍欠 ${still}，转预存 ${left}`,
      `${amount} now, ${method.en}: pays ${paid}, leaves ${still} owed, prepays ${left}`,
    ),
  ];
}

const othersWords = (othersFen: number): Words =>
  w(
    `本房另有别人（现业主、前业主、开发商或承租方）欠 ${yuanText(othersFen)}，本次不缴；要缴，重来时加 --all-debtors`,
    `Others (present or former owner, developer, lessee) owe ${yuanText(othersFen)}, not paid by this; to pay it, begin anew with --all-debtors`,
  );

function owedWords(it: PayQuestion['owed'][number], today: Day): Words {
  const late = it.dueOn < today ? w('，逾期', ', overdue') : w('', '');
  const paid = yuanText(it.paysFen);
  const pays = it.paysFen === 0 ? w('', '') : w(`  缴 ${paid}`, `  pays ${paid}`);
  const rest = `${shortSpan(it.periodStart, it.periodEnd)}  ${yuanText(it.openFen)}`;
  return w(
    `  #${it.id} ${it.tariffName.zh}  ${rest}（${it.dueOn} 到期${late.zh}）${pays.zh}`,
    `  #${it.id} ${it.tariffName.en}  ${rest} (due ${it.dueOn}${late.en})${pays.en}`,
  );
}

/** What is shown before a receipt is taken back. */
export function reverseWords(
  it: Pick<Receipt, 'no' | 'unit' | 'payer' | 'method' | 'amountFen'> & {
    /** What a reversal takes back. */
    leftFen: number;
    lines: readonly Line[];
  },
): Words {
  const method = RECEIPT_METHODS[it.method];
  const [out, left] = [yuanText(it.amountFen - it.leftFen), yuanText(it.leftFen)];
  const [amount, who] = [yuanText(it.amountFen), `${it.unit}  ${it.payer ?? '—'}`];
  return lines([
    w(
      `${it.no}  ${who}  ${method.zh} ${amount}（${capitals(it.amountFen)}）`,
      `${it.no}  ${who}  ${amount}, ${method.en}`,
    ),
    ...it.lines.map(againWords),
    it.leftFen === it.amountFen
      ? w('整张冲红？', 'Take the whole receipt back?')
      : w(
          `已退出、转出 ${out}；冲红余下的 ${left}？`,
          `${out} of it were refunded or transferred. Take the other ${left} back?`,
        ),
  ]);
}

function againWords({ charge, tariffName, periodStart, periodEnd, amountFen }: Line): Words {
  const rest = `${shortSpan(periodStart, periodEnd)}  ${yuanText(amountFen)}`;
  return w(
    `  #${charge} ${tariffName.zh}  ${rest}  恢复欠款`,
    `  #${charge} ${tariffName.en}  ${rest}  is owed again`,
  );
}

/** What is shown before prepaid money goes back. */
export function refundWords(it: {
  unit: string;
  amountFen: number;
  method: ReceiptMethod;
  restFen: number;
  from: readonly { no: string; amountFen: number }[];
}): Words {
  const method = RECEIPT_METHODS[it.method];
  const [amount, rest] = [yuanText(it.amountFen), yuanText(it.restFen)];
  return lines([
    w(`${it.unit}  预存 ${rest}`, `${it.unit}  ${rest} prepaid`),
    ...it.from.map(({ no, amountFen }) => {
      const of = yuanText(amountFen);
      return w(`  ${no} 退 ${of}`, `  ${of} of ${no}`);
    }),
    w(
      `${method.zh}退款 ${amount}（${capitals(it.amountFen)}），余预存 ${yuanText(it.restFen - it.amountFen)}`,
      `${amount} go back, ${method.en}; ${yuanText(it.restFen - it.amountFen)} stay prepaid`,
    ),
    w('退款？', 'Pay it back?'),
  ]);
}
