import type { Content, Printing } from '../documents/model.ts';
import type { Debtor } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { totalFen } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { type BilledItem, owedTable } from './charge-table.ts';
import { amountRows, half, row } from './parts.ts';
import { type Payee, payingRows } from './paying.ts';

/** What the agreement says about late payment of a tariff. */
export interface AgreedPenalty {
  name: Words;
  dailyMillionths: number;
  graceDays: number;
  capPercent: number;
}

/** One letter, ready to be written. */
export interface Letter {
  no: string;
  unit: string;
  debtor: Debtor;
  name: Words | null;
  hasMailThere: boolean;
  on: Day;
  until: Day;
  items: readonly BilledItem[];
  penalties: readonly AgreedPenalty[];
  tracking: string | null;
  payee: Payee;
}

/** Of these tariffs those for which a penalty was agreed, each once. */
export const penaltiesOf = (
  keys: readonly string[],
  tariffs: Readonly<Record<string, Tariff>>,
): AgreedPenalty[] =>
  [...new Set(keys)].flatMap((key) => {
    const tariff = Object.hasOwn(tariffs, key) ? tariffs[key] : undefined;
    if (!tariff || tariff.penalty.dailyMillionths === null) return [];
    const { dailyMillionths, ...rest } = tariff.penalty;
    return [{ name: w(tariff.name, tariff.english), dailyMillionths, ...rest }];
  });

const PERCENT_DIGITS = 4;

function penaltyText({ name, dailyMillionths, graceDays, capPercent }: AgreedPenalty): Words {
  const daily = `${scaledText(dailyMillionths, PERCENT_DIGITS, { trim: true })}%`;
  const from =
    graceDays === 0 ? w('', '') : w(`宽限 ${graceDays} 天后`, ` after ${graceDays} days of grace`);
  return w(
    `${name.zh}${from.zh}按每日 ${daily} 计，累计不超过本金的 ${capPercent}%`,
    `${name.en} ${daily} a day${from.en}, ${capPercent}% of the principal at the most`,
  );
}

/**
 * The letter: what is owed and how it comes about, on what ground, until when, how to pay, whom to ask.
 * What may follow is a court's or an arbitrator's judgement and, where it was agreed, a penalty; nothing
 * is cut off and nobody is threatened (rule 133; Civil Code art. 944).
 */
export function letterContent(it: Letter, as: Printing): Content {
  const { lang } = as;
  const owedFen = totalFen(it.items.map(({ outstandingFen }) => outstandingFen));
  return {
    title: w('催缴函', 'Demand for payment')[lang],
    no: it.no,
    marks: [],
    parts: [
      {
        kind: 'rows',
        rows: [
          half(row('name', w('致', 'to'), it.name?.[lang] ?? null, as)),
          half(row('unit', w('房号', 'unit'), it.unit, as)),
          row('address', w('邮寄地址', 'postal address'), addressOf(it), as),
        ],
      },
      { kind: 'letter', paragraphs: opening(it).map((words) => words[lang]) },
      { kind: 'table', table: owedTable(w('欠费明细', 'What is owed'), it.items, as) },
      { kind: 'rows', rows: amountRows(owedFen, as, w('合计', 'in all')).map(half) },
      { kind: 'letter', paragraphs: demand(it).map((words) => words[lang]) },
      { kind: 'rows', rows: payingRows(it.payee, as) },
      {
        kind: 'signatures',
        labels: [w('经办人', 'Handled by')[lang]],
        seal: sealText(it)[lang],
      },
      {
        kind: 'rows',
        title: w('送达', 'Delivery')[lang],
        rows: [
          half(row('sentOn', w('发函日期', 'date of the letter'), it.on, as)),
          half(row('tracking', w('EMS 单号', 'EMS number'), it.tracking, as)),
          half(row('signedBy', w('签收人', 'received by'), null, as)),
          half(row('signedOn', w('签收日期', 'received on'), null, as)),
          row('relation', w('与收函人关系', 'signatory is'), RELATIONS[lang], as),
        ],
      },
    ],
    foot: null,
  };
}

/** Who writes, and the day. */
const sealText = ({ payee, on }: Letter): Words => {
  const who = payee.company || payee.name;
  return w(`${who}（盖章）\n${on}`, `${who} (seal)\n${on}`);
};

const RELATIONS = w(
  '☐ 本人　☐ 同住成年家属　☐ 受托人　☐ 其他：',
  '☐ the addressee　☐ adult relative living there　☐ authorised　☐ other:',
);

const addressOf = ({ payee, unit, hasMailThere }: Letter): string | null =>
  hasMailThere ? [payee.address, payee.name, unit].filter(Boolean).join(' ') : null;

const NAMELESS: Readonly<Record<Debtor, Words>> = {
  owner: w('尊敬的业主', 'Dear owner'),
  developer: w('贵公司', 'Dear Sir or Madam'),
  party: w('尊敬的承租方', 'Dear lessee'),
};

const salutation = ({ debtor, name }: Letter): Words =>
  debtor === 'owner' && name !== null
    ? w(`尊敬的${name.zh}业主：`, `Dear ${name.en},`)
    : w(`${NAMELESS[debtor].zh}：`, `${NAMELESS[debtor].en},`);

const opening = (it: Letter): Words[] => [
  salutation(it),
  w(
    `您好！感谢您对我们工作的理解和支持。经核对，截至 ${it.on}，${it.unit} 尚有下列费用没有缴纳：`,
    `Thank you for your support of our work. According to our books the following is still owed of ${it.unit} on ${it.on}:`,
  ),
];

/** Article 944 is about owners; whoever is none owes by another law, or by contract alone. */
const GROUNDS: Readonly<Record<Debtor, Words>> = {
  owner: w(
    '依照物业服务合同等有关约定和《中华人民共和国民法典》第九百四十四条的规定',
    'Under the service contract and what else was agreed, and article 944 of the Civil Code',
  ),
  developer: w(
    '依照前期物业服务合同等有关约定和《物业管理条例》第四十一条的规定',
    'Under the preliminary service contract and what else was agreed, and article 41 of the Regulation on Property Management',
  ),
  party: w('依照双方的约定', 'Under what was agreed'),
};

const demand = (it: Letter): Words[] => [
  w(
    `${GROUNDS[it.debtor].zh}，请您在 ${it.until} 以前（含当日）缴清。`,
    `${GROUNDS[it.debtor].en}, please pay by ${it.until} (that day included).`,
  ),
  ...(it.penalties.length === 0 ? [] : [penaltyClause(it.penalties)]),
  w(
    '如您已经缴纳、对金额有异议，或一时缴纳有困难，请与我们联系，我们会及时核对、与您商量。',
    'If you have paid, dispute the amount, or find it hard to pay at present, please get in touch: we shall check it at once and find a way together.',
  ),
  w(
    '到期仍未缴纳、也未与我们联系的，我们可能依法提起诉讼或按约定申请仲裁。',
    'What is not paid by then, without a word from you, may be brought before a court or, where agreed, an arbitrator.',
  ),
];

const penaltyClause = (penalties: readonly AgreedPenalty[]): Words =>
  w(
    `按照约定，逾期缴纳的计收违约金：${penalties.map((it) => penaltyText(it).zh).join('；')}。`,
    `As agreed, late payment carries a penalty: ${penalties.map((it) => penaltyText(it).en).join('; ')}.`,
  );
