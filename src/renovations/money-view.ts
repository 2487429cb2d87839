import {
  asChoice,
  asMoney,
  asText,
  asTold,
  asWhole,
  asWords,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { PARTIES } from '../deposits/model.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import { CHAIN } from './chain-rules.ts';
import { type Due, dueWords, type Occasion } from './due-rules.ts';
import { unseen } from './line-view.ts';
import { type PartyDeposits, payClaimLine } from './money-rules.ts';
import type { RenovationRecord } from './record.ts';

type It = RenovationRecord;

const OCCASIONS = {
  permit: w('发证前', 'before the permit'),
  pass: w('每张出入证', 'for each pass'),
  lost: w('每张遗失的证件', 'for each lost permit'),
} as const satisfies Record<Occasion, Words>;

const DUE_KINDS = {
  deposit: w('押金', 'deposit'),
  charge: w('收费', 'charge'),
} as const satisfies Record<Due['kind'], Words>;

export const dueShape: Shape<Due> = [
  asChoice('party', w('交款方', 'Party'), (it) => it.party, PARTIES),
  asChoice('kind', w('种类', 'Kind'), (it) => it.kind, DUE_KINDS),
  asText('key', w('项目', 'Item'), (it) => it.key),
  asWords('name', w('名称', 'Name'), (it) => it.words),
  asChoice('occasion', w('何时', 'Occasion'), (it) => it.occasion, OCCASIONS),
  asWhole('count', w('数量', 'Count'), (it) => it.count),
  asMoney('amount', w('单价', 'Amount'), (it) => it.amountFen),
  asMoney('taken', w('已收', 'Taken'), (it) => it.takenFen),
  asMoney('owed', w('未收', 'Owed'), (it) => it.owedFen),
];

/** Nothing is asked for before it is approved, or once it came to nothing. */
const isAsked = ({ state }: It) => CHAIN.fees.from.includes(state);

/** What is still to be taken, of whom; people read it once it is asked for. */
const fees = asTold('fees', w('待收', 'To be paid'), (it: It, as) => ({
  json: () => it.dues.map((each) => toJson(dueShape, each, as)),
  line: () => (isAsked(it) ? owedLines(it, as) : ''),
}));

const owedLines = ({ dues, unset }: It, { lang }: Rendering): string =>
  [
    ...dues.filter(({ owedFen }) => owedFen > 0).map((each) => dueWords(each)[lang]),
    ...unset.map((path) => w(`${path} 未定金额`, `no amount set: ${path}`)[lang]),
  ].join('\n');

const depositsShape: Shape<PartyDeposits> = [
  asChoice('party', w('交款方', 'Party'), (it) => it.party, PARTIES),
  asMoney('taken', w('已收', 'Taken'), (it) => it.takenFen),
  asMoney('deducted', w('扣除', 'Deducted'), (it) => it.deductedFen),
  asMoney('held', w('在押', 'Held'), (it) => it.heldFen),
  asMoney('refunded', w('退还', 'Refunded'), (it) => it.refundedFen),
];

/** `住户  收 2000.00，扣 300.00，在押 1700.00`: what there is of it. */
function depositsLine(it: PartyDeposits, { lang }: Rendering): string {
  const parts: readonly (readonly [Words, number])[] = [
    [w('收', 'taken'), it.takenFen],
    [w('扣', 'deducted'), it.deductedFen],
    [w('退', 'refunded'), it.refundedFen],
  ];
  const said = [
    ...parts.filter(([, amountFen]) => amountFen > 0),
    [w('在押', 'held'), it.heldFen] as const,
  ].map(([words, amountFen]) => `${words[lang]} ${yuanText(amountFen)}`);
  return `${PARTIES[it.party][lang]}  ${said.join(lang === 'zh' ? '，' : ', ')}`;
}

/** Of each party; people read of those who gave any. */
const deposits = asTold('deposits', w('保证金', 'Deposits'), (it: It, as) => ({
  json: () => it.deposits.map((each) => toJson(depositsShape, each, as)),
  line: () =>
    it.deposits
      .filter(({ takenFen }) => takenFen > 0)
      .map((each) => depositsLine(each, as))
      .join('\n'),
}));

/** What the deposits did not cover (rule 110). */
const claim = asTold('claim', w('向住户追偿', 'Claim'), (it: It, { lang }) => ({
  json: () => yuanText(it.claimFen),
  line: () => {
    if (it.claimFen === 0) return '';
    const whole = yuanText(it.claimFen);
    if (it.claimOutstandingFen === 0) return `${whole}  ${w('已付清', 'paid')[lang]}`;
    const open = yuanText(it.claimOutstandingFen);
    const line = payClaimLine(it.unit, it.claimOutstandingFen, it.claimCharges);
    return w(`${whole}  未付 ${open}：${line}`, `${whole}  ${open} not paid: ${line}`)[lang];
  },
}));

const claimOutstanding = asTold('claimOutstanding', w('追偿未付', 'Claim open'), (it: It) =>
  unseen(yuanText(it.claimOutstandingFen)),
);

/** What is owed, held, and claimed. */
export const money = [fees, deposits, claim, claimOutstanding];
