import type { WithDeadlines } from '../cases/model.ts';
import { requireCase } from '../cases/record.ts';
import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { capitals } from '../lib/capitals.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import { CATEGORIES, CHARGES, STATES, type Ticket } from '../tickets/model.ts';
import { TICKET } from '../tickets/record.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import { ticks } from './ticks.ts';
import { momentText, phoneText } from './values.ts';

/**
 * 维修工作单: what the worker takes along (rule 28), with room for the work, materials and times, and
 * what the resident signs (rules 31–34); what is known by then is printed in.
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireCase(ctx, TICKET, subject);
    return [{ subject: it.no, contentOf: (as) => ticketContent(it, as) }];
  },
};

const YES = w('是', 'yes');
const SATISFIED = {
  true: w('满意', 'satisfied'),
  false: w('不满意', 'dissatisfied'),
} as const;

function ticketContent(it: WithDeadlines<Ticket>, as: Printing): Content {
  const { lang } = as;
  const marks = [
    ...(it.state === 'cancelled' ? [STATES.cancelled] : []),
    ...(it.urgent ? [w('急修', 'Urgent')] : []),
  ];
  return {
    title: w('维修工作单', 'Repair order')[lang],
    no: it.no,
    marks: marks.map((mark) => mark[lang]),
    parts: [
      { kind: 'rows', title: w('报修', 'Reported')[lang], rows: reportRows(it, as) },
      { kind: 'rows', title: w('维修', 'Work')[lang], rows: workRows(it, as) },
      { kind: 'table', table: it.finishedAt === null ? materials(as) : NO_TABLE },
      {
        kind: 'rows',
        title: w('住户意见', "The resident's opinion")[lang],
        rows: [
          row(
            'satisfied',
            w('满意程度', 'satisfaction'),
            ticks(SATISFIED, it.satisfied === null ? null : String(it.satisfied), as),
            as,
          ),
          row('opinion', w('意见和建议', 'remarks'), null, as),
          ...known([['signedBy', w('签字', 'signed by'), it.signedBy]], as),
        ],
      },
      {
        kind: 'signatures',
        labels: [
          w('维修人', 'Worker'),
          w('住户签字', 'Resident'),
          w('客服收单', 'Back at the desk'),
        ].map((label) => label[lang]),
      },
    ],
    foot: w(
      '维修完成后，请住户验收并签字；本单由维修人当天交回客服部。',
      'When the work is done, the resident checks it and signs; the worker brings this back to the desk the same day.',
    )[lang],
  };
}

/** Of several values those that are known. */
const known = (rows: readonly (readonly [string, Words, string | null])[], as: Printing): Row[] =>
  rows.flatMap(([key, label, value]) => (value === null ? [] : [row(key, label, value, as)]));

function reportRows(it: WithDeadlines<Ticket>, as: Printing): Row[] {
  const { lang } = as;
  const where = [it.system, it.part, it.damage].filter((each) => each !== null).join(' / ');
  return [
    it.unit === null
      ? half(row('place', w('地点', 'place'), it.place, as))
      : half(row('unit', w('房号', 'unit'), it.unit, as)),
    half(row('caller', w('报修人', 'reported by'), it.caller, as)),
    half(row('phone', w('联系电话', 'telephone'), phoneText(it.phone, as), as)),
    half(row('openedAt', w('报修时间', 'reported at'), momentText(it.openedAt, as), as)),
    row('item', w('报修内容', 'what is wrong'), it.item, as),
    ...known([['where', w('损坏部位', 'part, damage'), where || null]], as),
    half(row('category', w('类别', 'category'), CATEGORIES[it.category][lang], as)),
    half(row('charge', w('收费性质', 'charged'), ticks(CHARGES, it.charge, as), as)),
    ...known(
      [
        ['appointmentAt', w('预约时间', 'appointment'), momentText(it.appointmentAt, as)],
        ['defectOf', w('交房缺陷', 'defect of'), it.defectOf],
        ['repeats', w('返修次数', 'times it came back'), it.repeats === 0 ? null : `${it.repeats}`],
      ],
      as,
    ),
  ];
}

function workRows(it: WithDeadlines<Ticket>, as: Printing): Row[] {
  const { lang } = as;
  const due = (kind: string) => it.deadlines.findLast((each) => each.kind === kind)?.dueAt ?? null;
  const cost = it.costFen === null ? null : `¥${yuanText(it.costFen)}　${capitals(it.costFen)}`;
  return [
    half(row('assignedTo', w('维修人', 'worker'), it.assignedTo, as)),
    half(row('slipTaken', w('本单已签领', 'slip taken'), it.slipTaken ? YES[lang] : null, as)),
    ...known(
      [
        ['arriveBy', w('要求到场', 'arrive by'), momentText(due('ticket.arrive'), as)],
        ['finishBy', w('要求完成', 'finish by'), momentText(due('ticket.finish'), as)],
      ],
      as,
    ).map(half),
    half(row('arrivedAt', w('到场时间', 'arrived'), momentText(it.arrivedAt, as), as)),
    half(row('finishedAt', w('完工时间', 'finished'), momentText(it.finishedAt, as), as)),
    row('work', w('维修情况', 'work done'), it.work ?? ROOM, as),
    ...(it.category === 'leak'
      ? [
          half(
            row('leakTestedAt', w('试漏时间', 'water test'), momentText(it.leakTestedAt, as), as),
          ),
        ]
      : []),
    half(row('cost', w('费用（元）', 'cost (yuan)'), cost, as)),
  ];
}

/** A line break each: room to write. */
const ROOM = '\n\n';

const NO_TABLE: PaperTable = { title: '', columns: [], rows: [] };
const BLANK_ROWS = 3;

/** Rows to write materials in. */
const materials = ({ lang }: Printing): PaperTable => ({
  title: w('用料和人工', 'Materials and labour')[lang],
  columns: [
    { label: w('名称、规格', 'what')[lang] },
    { label: w('数量', 'quantity')[lang], isNumber: true },
    { label: w('单价（元）', 'price')[lang], isNumber: true },
    { label: w('金额（元）', 'amount')[lang], isNumber: true },
  ],
  rows: Array.from({ length: BLANK_ROWS }, () => ['', '', '', '']),
});
