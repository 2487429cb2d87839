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

export function payWords(it: PayQuestion): Words {
  const owedFen = it.owed.reduce((sum, { openFen }) => sum + openFen, 0);
  const paidFen = it.amountFen - it.leftFen;
  const [owed, method] = [yuanText(owedFen), RECEIPT_METHODS[it.method]];
  const paid = list(
    it.paidUntil.map(({ tariffName, until }) =>
      w(`${tariffName.zh} ${until}`, `${tariffName.en} ${until}`),
    ),
  );
  const more = it.owed.length - MOST_OWED;
  return lines([
    w(`${it.unit}  ${it.payer ?? '—'}`, `${it.unit}  ${it.payer ?? '—'}`),
    w(`已缴至：${paid.zh || '—'}`, `Paid until: ${paid.en || '—'}`),
    it.owed.length === 0 ? w('没有待缴。', 'Nothing is owed.') : w('应缴：', 'Owed:'),
    ...it.owed.slice(0, MOST_OWED).map((charge) => owedWords(charge, it.today)),
    ...(more > 0 ? [w(`  … 另有 ${more} 笔`, `  … and ${more} more`)] : []),
    w(
      `合计 ${owed}，已有预存 ${yuanText(it.prepaidFen)}`,
      `${owed} in all; ${yuanText(it.prepaidFen)} are prepaid`,
    ),
    ...(it.othersFen > 0 ? [othersWords(it.othersFen)] : []),
    w(
      `本次${method.zh} ${yuanText(it.amountFen)}（${capitals(it.amountFen)}）：缴 ${yuanText(paidFen)}，仍欠 ${yuanText(owedFen - paidFen)}，转预存 ${yuanText(it.leftFen)}`,
      `${yuanText(it.amountFen)} now, ${method.en}: pays ${yuanText(paidFen)}, leaves ${yuanText(owedFen - paidFen)} owed, prepays ${yuanText(it.leftFen)}`,
    ),
    w('核对无误，收款？', 'Is this right, and is the money taken?'),
  ]);
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
    ...it.lines.map((line) => {
      const { periodStart, periodEnd, amountFen } = line;
      const rest = `${shortSpan(periodStart, periodEnd)}  ${yuanText(amountFen)}`;
      return w(
        `  #${line.charge} ${line.tariffName.zh}  ${rest}  恢复欠款`,
        `  #${line.charge} ${line.tariffName.en}  ${rest}  is owed again`,
      );
    }),
    it.leftFen === it.amountFen
      ? w('整张冲红？', 'Take the whole receipt back?')
      : w(
          `已退出、转出 ${out}；冲红余下的 ${left}？`,
          `${out} of it were refunded or transferred. Take the other ${left} back?`,
        ),
  ]);
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
