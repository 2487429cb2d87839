import { deadlines } from '../cases/view.ts';
import type { Pen } from '../cli/pen.ts';
import {
  asChoice,
  asDay,
  asMoment,
  asMoney,
  asPhone,
  asRecords,
  asText,
  asTold,
  asWhole,
  asWords,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { DEBTORS } from '../fees/model.ts';
import { shortSpan } from '../lib/span.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { ContactRecord } from './contacts.ts';
import type { Dunned } from './dun.ts';
import type { Dun, NamedPeriod } from './ladder.ts';
import type { Limited } from './limitation.ts';
import {
  ALL_WAYS,
  CAUSES,
  HOLDS,
  type Hold,
  LIMITATION_STATES,
  PROMISES,
  RELATIONS,
  RESULTS,
  STAGES,
} from './model.ts';
import { OVER_NOTE } from './text.ts';

const cardOnly = { cardOnly: true } as const;
const spare = { spare: true } as const;

const periodShape: Shape<NamedPeriod> = [
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff),
  asDay('from', w('起', 'From'), (it) => it.from),
  asDay('until', w('止', 'Until'), (it) => it.until),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

function holdWords({ kind, until }: Hold): Words {
  const { zh, en } = HOLDS[kind];
  return until === null ? HOLDS[kind] : w(`${zh}，到 ${until}`, `${en}, until ${until}`);
}

const hold = asTold<Dun>('hold', w('暂不催', 'Leave alone'), ({ hold: it }, { lang }) =>
  it === null
    ? null
    : { json: () => ({ kind: it.kind, until: it.until }), line: () => holdWords(it)[lang] },
);

const dunShape: Shape<Dun> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asWords('name', w('欠费人', 'Debtor'), (it) => it.name),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asChoice('stage', w('步骤', 'Step'), (it) => it.stage, STAGES),
  asText('clause', w('依据', 'Clause'), (it) => it.clause),
  asDay('since', w('自', 'Since'), (it) => it.since),
  asMoney('amount', w('欠费', 'Amount'), (it) => it.amountFen),
  asDay('oldestDueOn', w('最早应缴', 'Oldest due'), (it) => it.oldestDueOn),
  asRecords(
    'periods',
    w('期间', 'Periods'),
    (it) => it.periods,
    periodShape,
    (it, { lang }) => `${it.name[lang]} ${shortSpan(it.from, it.until)}`,
  ),
  asDay('dueBy', w('缴费期限', 'Pay by'), (it) => (it.hold ? null : it.dueBy)),
  hold,
];

/** What stands in the table, where a row says what it must. */
const NOT_LISTED = new Set(['clause', 'hold', 'oldestDueOn']);

const askedShape: Shape<Dun> = [
  ...dunShape.filter(({ key }) => !NOT_LISTED.has(key)),
  asText('for', w('期间', 'Periods'), ({ periods }) => spanOf(periods)),
];

const heldShape: Shape<Dun> = [
  ...dunShape.filter(({ key }) => ['unit', 'name', 'amount', 'oldestDueOn'].includes(key)),
  hold,
];

/** From the first day of what is owed to its last. */
function spanOf(periods: readonly NamedPeriod[]): string {
  const from = periods[0]?.from ?? '';
  const until =
    periods
      .map((it) => it.until)
      .sort()
      .at(-1) ?? '';
  return shortSpan(from, until);
}

/** Who is to be asked, then who is left alone; programs get one list, each with its `hold`. */
export const dunView: View<Dunned> = {
  json: ({ list }, as) => list.map((it) => toJson(dunShape, it, as)),
  text: (result, pen) => {
    const asked = result.list.filter((it) => it.hold === null);
    const held = result.list.filter((it) => it.hold !== null);
    const none = w('现在没有要催缴的。', 'Nobody is to be asked now.');
    const pages = [table(askedShape, { none }).text(asked, pen)];
    if (held.length > 0) pages.push(heldText(held, pen));
    pages.push(...doneText(result, pen));
    return pages.join('\n\n');
  },
};

function heldText(held: readonly Dun[], pen: Pen): string {
  const title = pen.heading(w(`暂不催 ${held.length}`, `Leave alone ${held.length}`));
  return `${title}\n${pen.table(heldShape, held)}`;
}

function doneText({ booked, file }: Dunned, pen: Pen): string[] {
  return [
    ...(booked ? [pen.say(w(`已登记 ${booked.length} 户。`, `Booked for ${booked.length}.`))] : []),
    ...(file ? [pen.say(w(`名单已写到 ${file}`, `The list is in ${file}`))] : []),
  ];
}

const debtorWords = (debtor: ContactRecord['debtor'], name: string | null): Words | null =>
  debtor === 'developer' ? DEBTORS.developer : name === null ? null : same(name);

const contactShape: Shape<ContactRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asMoment('at', w('时间', 'At'), (it) => it.contactedAt, spare),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asWords('name', w('欠费人', 'Debtor'), (it) => debtorWords(it.debtor, it.debtorName)),
  asChoice('stage', w('步骤', 'Step'), (it) => it.stage, STAGES, cardOnly),
  asChoice('way', w('方式', 'Way'), (it) => it.way, ALL_WAYS),
  asChoice('result', w('结果', 'Result'), (it) => it.result, RESULTS),
  asMoney('amount', w('当时欠费', 'Owed then'), (it) => it.amountFen, spare),
  asDay('promiseOn', w('承诺日期', 'Promised for'), (it) => it.promiseOn),
  asChoice('promise', w('兑现', 'Promise'), (it) => it.promise, PROMISES),
  asText('tracking', w('邮件号', 'Tracking'), (it) => it.tracking, cardOnly),
  asDay('deliveredOn', w('送达', 'Delivered'), (it) => it.deliveredOn, cardOnly),
  asText('signedBy', w('签收', 'Signed by'), (it) => it.signedBy, cardOnly),
  asChoice('relation', w('关系', 'Relation'), (it) => it.relation, RELATIONS, cardOnly),
  asText('reason', w('说明', 'Reason'), (it) => it.reason, cardOnly),
  asDay('effectiveOn', w('时效重计', 'Limitation anew'), (it) => it.effectiveOn, spare),
  asText('approvedBy', w('批准', 'Approved by'), (it) => it.approvedBy, cardOnly),
  asText('by', w('经办', 'By'), (it) => it.contactedBy),
  deadlines,
];

export const contactCard = card(contactShape);

export const contactTable = table(contactShape, {
  none: w('没有催缴记录。', 'Nobody was asked.'),
});

const limitedShape: Shape<Limited> = [
  asWhole('charge', w('应收', 'Charge'), (it) => it.id),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asWords('name', w('欠费人', 'Debtor'), (it) => it.name),
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff, cardOnly),
  asDay('periodStart', w('起', 'From'), (it) => it.periodStart),
  asDay('periodEnd', w('止', 'Until'), (it) => it.periodEnd),
  asDay('dueOn', w('应缴日', 'Due'), (it) => it.dueOn),
  asMoney('outstanding', w('欠费', 'Owed'), (it) => it.outstandingFen),
  asDay('from', w('时效起算', 'Counts from'), (it) => it.from, cardOnly),
  asChoice('because', w('起算依据', 'Because of'), (it) => it.cause, CAUSES),
  asDay('lastOn', w('时效届满日', 'Last day'), (it) => it.lastOn),
  asWhole('daysLeft', w('还剩天数', 'Days left'), (it) => it.daysLeft),
  asChoice(
    'state',
    w('状态', 'State'),
    (it) => (it.isOver ? 'over' : 'running'),
    LIMITATION_STATES,
  ),
  asWords('note', w('说明', 'Note'), (it) => (it.isOver ? OVER_NOTE : null), cardOnly),
];

const LISTED = ['charge', 'unit', 'name', 'outstanding', 'because', 'lastOn'];

/** As people read it: so that it fits on 80 columns. */
const listedShape: Shape<Limited> = [
  ...limitedShape.filter(({ key }) => LISTED.includes(key)),
  asWords('left', w('还剩', 'Left'), ({ daysLeft }) => leftText(daysLeft)),
  asText('period', w('期间', 'Period'), (it) => shortSpan(it.periodStart, it.periodEnd)),
];

/** 0: its last day. */
function leftText(daysLeft: number): Words {
  const days = Math.abs(daysLeft);
  if (daysLeft < 0) return w(`已过 ${days} 天`, `${days} d over`);
  return daysLeft === 0 ? w('今天', 'today') : w(`${days} 天`, `${days} d`);
}

const limitedTable = table(listedShape, {
  none: w('没有时效将满的费用。', 'No limitation ends soon.'),
});

/** People read once, below the table, what it means that one is over. */
export const limitedView: View<readonly Limited[]> = {
  json: (rows, as) => rows.map((it) => toJson(limitedShape, it, as)),
  text: (rows, pen) => {
    const drawn = limitedTable.text(rows, pen);
    if (!rows.some(({ isOver }) => isOver)) return drawn;
    const over = LIMITATION_STATES.over;
    const note = w(`${over.zh}：${OVER_NOTE.zh}。`, `${over.en}: ${OVER_NOTE.en}.`);
    return `${drawn}\n\n${pen.dim(note)}`;
  },
};
