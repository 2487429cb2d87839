import { METHODS } from '../cash/model.ts';
import {
  asChoice,
  asMoment,
  asMoney,
  asRecords,
  asText,
  asTold,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { card, type View } from '../cli/view.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { DepositPage } from './deposits.ts';
import { GROUNDS, MOVES, type Move, PARTIES } from './model.ts';

const moveShape: Shape<Move> = [
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, MOVES),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asChoice('method', w('方式', 'Method'), (it) => it.method, METHODS),
  asChoice('ground', w('名目', 'Ground'), (it) => it.ground, GROUNDS),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('assessedBy', w('定损人', 'Assessed by'), (it) => it.assessedBy),
  asText('approvedBy', w('批准人', 'Approved by'), (it) => it.approvedBy),
  asText('by', w('经办', 'By'), (it) => it.by),
];

function moveLine(it: Move, { lang, zone }: Rendering): string {
  const say = (words: Words) => words[lang];
  const consent = (words: Words, name: string | null) =>
    name === null ? [] : [`${say(words)} ${name}`];
  const parts = [
    localText(it.at, zone),
    say(MOVES[it.kind]),
    yuanText(it.amountFen),
    ...(it.method ? [say(METHODS[it.method])] : []),
    ...(it.ground ? [say(GROUNDS[it.ground])] : []),
    ...(it.reason ? [it.reason] : []),
    ...consent(w('定损', 'assessed by'), it.assessedBy),
    ...consent(w('批准', 'approved by'), it.approvedBy),
    lang === 'zh' ? `（${it.by}）` : `(${it.by})`,
  ];
  return parts.join('  ');
}

const cardOnly = { cardOnly: true } as const;

const depositShape: Shape<DepositPage> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asTold('kind', w('种类', 'Kind'), ({ kind, kindName }, { lang }) => ({
    json: () => kind,
    line: () => kindName[lang],
  })),
  asChoice('party', w('交款方', 'Party'), (it) => it.party, PARTIES),
  asText('holder', w('交款人', 'Paid by'), (it) => it.holder),
  asMoney('held', w('在押', 'Held'), (it) => it.heldFen),
  asText('subject', w('所属单据', 'For'), (it) => it.subject),
  asMoment('takenAt', w('收取时间', 'Taken'), (it) => it.takenAt),
  asText('note', w('备注', 'Note'), (it) => it.note, cardOnly),
  asRecords('moves', w('收退', 'Moves'), (it) => it.moves, moveShape, moveLine),
];

export const depositCard = card(depositShape);

/** The deposits and what is held of them all: the account they stand in by themselves. */
export const depositTable: View<readonly DepositPage[]> = {
  json: (deposits, as) => deposits.map((each) => toJson(depositShape, each, as)),
  text: (deposits, pen) => {
    const drawn = pen.table(depositShape, deposits);
    if (deposits.length === 0) return `${drawn}\n${pen.dim(w('没有押金。', 'No deposits.'))}`;
    const heldFen = deposits.reduce((sum, each) => sum + each.heldFen, 0);
    return `${drawn}\n\n${pen.pairs([[w('在押合计', 'Held in all'), yuanText(heldFen)]])}`;
  },
};
