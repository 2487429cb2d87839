import type { Page } from '../cases/model.ts';
import { RESULTS } from '../cases/model.ts';
import { showCase } from '../cases/record.ts';
import { categoryNames } from '../complaints/categories.ts';
import {
  AGAINST,
  CHANNELS,
  type Complaint,
  GRADES,
  MEASURES,
  NATURES,
  STATES,
} from '../complaints/model.ts';
import { COMPLAINT } from '../complaints/record.ts';
import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { yuanText } from '../lib/money.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import { ticks } from './ticks.ts';
import { momentText, phoneText } from './values.ts';

interface Told {
  it: Page<Complaint>;
  category: Words;
}

/** 投诉处理单: from the reception to the callback (rules 53–61), blank where nothing has happened yet. */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = showCase(ctx, COMPLAINT, subject);
    const category = categoryNames(ctx.policy)[it.category] ?? same(it.category);
    return [{ subject: it.no, contentOf: (as) => complaintContent({ it, category }, as) }];
  },
};

function complaintContent(told: Told, as: Printing): Content {
  const { it } = told;
  const { lang } = as;
  return {
    title: w('投诉处理单', 'Complaint')[lang],
    no: it.no,
    marks: it.state === 'invalid' ? [STATES.invalid[lang]] : [],
    parts: [
      { kind: 'rows', title: w('接待', 'Reception')[lang], rows: receptionRows(told, as) },
      {
        kind: 'rows',
        title: w('处理', 'Handling')[lang],
        rows: [
          half(row('assignedTo', w('责任人', 'handled by'), it.assignedTo, as)),
          half(row('verifiedAt', w('核实时间', 'verified'), momentText(it.verifiedAt, as), as)),
          row('facts', w('调查核实', 'facts'), it.facts ?? ROOM, as),
        ],
      },
      { kind: 'table', table: measureTable(it, as) },
      {
        kind: 'rows',
        rows: [
          row('result', w('处理结果', 'result'), it.result ?? ROOM, as),
          half(row('dueAt', w('处理期限', 'to be settled by'), dueText(it, as), as)),
          half(row('resolvedAt', w('处理完毕', 'settled'), momentText(it.resolvedAt, as), as)),
          half(row('toldAt', w('告知投诉人', 'told'), momentText(it.toldAt, as), as)),
          half(row('closedAt', w('结案时间', 'closed'), momentText(it.closedAt, as), as)),
        ],
      },
      { kind: 'rows', title: w('回访', 'Callback')[lang], rows: callbackRows(it, as) },
      {
        kind: 'signatures',
        labels: [
          w('投诉人', 'Complainant'),
          w('责任部门', 'Department'),
          w('客服主管', 'Supervisor'),
          ...(it.grade === 'major' ? [w('管理处主任', 'Site director')] : []),
        ].map((label) => label[lang]),
      },
    ],
    foot: null,
  };
}

/** A line break each: room to write. */
const ROOM = '\n\n';

function receptionRows({ it, category }: Told, as: Printing): Row[] {
  const { lang } = as;
  const where = [it.unit, it.place].filter((each) => each !== null).join('　');
  const against = [AGAINST[it.against][lang], it.againstPerson].filter(Boolean).join('　');
  const optional: [string, Words, string | null][] = [
    ['happenedAt', w('发生时间', 'happened'), momentText(it.happenedAt, as)],
    ['wants', w('住户要求', 'what is wanted'), it.wants],
    ['askedUntilAt', w('要求时限', 'wanted by'), momentText(it.askedUntilAt, as)],
    ['harmStoppedAt', w('损害制止时间', 'harm stopped'), momentText(it.harmStoppedAt, as)],
    ['about', w('由报修转来', 'from the repair'), it.about],
    ['repeats', w('重新处理次数', 'times it came back'), it.repeats === 0 ? null : `${it.repeats}`],
  ];
  return [
    half(row('where', w('房号/地点', 'unit, place'), where, as)),
    half(row('caller', w('投诉人', 'complainant'), it.caller, as)),
    half(row('phone', w('联系电话', 'telephone'), phoneText(it.phone, as), as)),
    half(row('receivedAt', w('接到时间', 'received'), momentText(it.receivedAt, as), as)),
    half(row('channel', w('来源', 'channel'), CHANNELS[it.channel][lang], as)),
    half(row('grade', w('级别', 'grade'), ticks(GRADES, it.grade, as), as)),
    half(
      row(
        'category',
        w('性质、类别', 'nature, category'),
        `${NATURES[it.nature][lang]}　${category[lang]}`,
        as,
      ),
    ),
    half(row('against', w('被投诉方', 'against'), against, as)),
    row('text', w('投诉内容', 'complaint'), it.text, as),
    ...optional.flatMap(([key, label, value]) =>
      value === null ? [] : [row(key, label, value, as)],
    ),
  ];
}

const dueText = (it: Page<Complaint>, as: Printing): string | null =>
  momentText(it.deadlines.findLast(({ kind }) => kind === 'complaint.resolve')?.dueAt ?? null, as);

const BLANK_ROWS = 2;

/** The measures agreed, or rows to write them in. */
function measureTable({ measures, closedAt }: Complaint, as: Printing): PaperTable {
  const { lang } = as;
  const blank = closedAt === null ? BLANK_ROWS : 0;
  return {
    title: w('处理方案和措施', 'Measures')[lang],
    columns: [
      { label: w('种类', 'kind')[lang], isShort: true },
      { label: w('内容', 'what')[lang] },
      { label: w('责任人', 'by whom')[lang], isShort: true },
      { label: w('期限', 'until')[lang], isShort: true },
      { label: w('落实', 'done')[lang], isShort: true },
      { label: w('费用（元）', 'cost (yuan)')[lang], isNumber: true },
    ],
    rows:
      measures.length === 0
        ? Array.from({ length: blank }, () => [])
        : measures.map((it) => [
            MEASURES[it.kind][lang],
            it.text,
            it.owner ?? '',
            it.untilOn ?? '',
            momentText(it.doneAt, as) ?? '',
            it.costFen === null ? '' : yuanText(it.costFen),
          ]),
  };
}

const callbackRows = (it: Complaint, as: Printing): Row[] => [
  half(row('callbackAt', w('回访时间', 'called back'), momentText(it.callbackAt, as), as)),
  half(row('callbackSignedBy', w('签字人', 'signed by'), it.callbackSignedBy, as)),
  row('callbackResult', w('满意程度', 'satisfaction'), ticks(RESULTS, it.callbackResult, as), as),
  row('opinion', w('投诉人意见', 'remarks'), null, as),
];
