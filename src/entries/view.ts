import { bookKinds } from '../books/kinds.ts';
import type { Book, BookField } from '../books/model.ts';
import type { Pen } from '../cli/pen.ts';
import type { Column, Json, Rendering, Shape } from '../cli/shape.ts';
import { asChoice, asMoment, asRecords, asText, asTold, jsonOf, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { stateOf } from '../deadlines/rules.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import { columnOf, type Room, valueJson } from './field-view.ts';
import type { Approved, EntryList, EntryPage, EntryRecord, EntryState, Linked } from './model.ts';
import { CONDITIONS, STATES } from './model.ts';
import { timelineColumn } from './timeline-view.ts';

const heldIn =
  ({ key }: BookField) =>
  (it: EntryRecord) => ({ value: it.values[key], name: it.names[key] });

const fieldColumn = (
  field: BookField,
  look: { room: Room; spare?: boolean },
): Column<EntryRecord> => columnOf(field, heldIn(field), look);

const no = asText('no', w('编号', 'No'), (it: EntryRecord) => it.no);
const state = asChoice('state', w('状态', 'State'), (it: EntryRecord) => it.state, STATES);

/** In a list, whether something is overdue stands beside the state: as `--overdue` asks. */
const standing = asTold('state', w('状态', 'State'), (it: EntryRecord, { now, lang }) => {
  const isOverdue = it.deadlines.some((deadline) => stateOf(deadline, now) === 'overdue');
  const words = isOverdue ? LATE[it.state] : STATES[it.state];
  return { json: () => it.state, line: () => words[lang] };
});

const LATE: Readonly<Record<EntryState, Words>> = {
  open: w('超期', 'overdue'),
  closed: w('已了，超期', 'closed, overdue'),
  cancelled: STATES.cancelled,
};

const at = asMoment('at', w('登记', 'Entered'), (it: EntryRecord) => it.at, { spare: true });
const by = asText('by', w('经办', 'By'), (it: EntryRecord) => it.by, { spare: true });
const closedAt = asMoment('closedAt', w('了结', 'Closed'), (it: EntryRecord) =>
  it.closedAt === it.at ? null : it.closedAt,
);
const cancelledAt = asMoment(
  'cancelledAt',
  w('作废', 'Cancelled'),
  (it: EntryRecord) => it.cancelledAt,
);

const approvalsOf = (book: Book) =>
  asRecords(
    'approved',
    w('批准', 'Approved'),
    (it: EntryRecord) => it.approved,
    [
      asText('approval', w('事项', 'Approval'), (each: Approved) => each.approval),
      asMoment('at', w('时间', 'At'), (each) => each.at),
      asText('by', w('批准人', 'By'), (each) => each.by),
      asText('note', w('说明', 'Note'), (each) => each.note),
    ],
    ({ approval, at: when, by: who, note }, { lang, zone }) =>
      [
        book.approvals.find(({ key }) => key === approval)?.words[lang] ?? approval,
        who,
        localText(when, zone),
        note ?? '',
      ]
        .filter((part) => part !== '')
        .join('  '),
  );

const deadlinesOf = (book: Book) =>
  asRecords(
    'deadlines',
    w('时限', 'Deadlines'),
    (it: EntryRecord) => it.deadlines,
    deadlineShape,
    (deadline, as) => deadlineLine(deadline, as, undefined, bookKinds([book])),
  );

/** What an entry says on a card: its filled fields, and what every entry has. */
const cardShape = (book: Book): Shape<EntryRecord> => [
  no,
  ...book.fields.map((field) => fieldColumn(field, { room: 'lines' })),
  ...[state, at, by, closedAt, cancelledAt],
  ...addedTo(book),
];

const linkedShape: Shape<Linked> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('title', w('内容', 'Title'), (it) => it.title),
];

const linkedLine = ({ no: number, unit, title }: Linked) =>
  [number, unit ?? '', title].filter((part) => part !== '').join('  ');

const links = asRecords(
  'links',
  w('关联', 'Linked'),
  (it: EntryPage) => it.links,
  linkedShape,
  linkedLine,
);

const charges = asRecords(
  'charges',
  w('应收', 'Charges'),
  (it: EntryPage) => it.charges,
  [
    { ...asText('id', w('编号', 'Id'), (each: EntryPage['charges'][number]) => String(each.id)) },
    asText('tariff', w('收费项目', 'Tariff'), (each) => each.tariff),
    asText('amount', w('金额', 'Amount'), (each) => yuanText(each.amountFen)),
    asText('outstanding', w('未缴', 'Outstanding'), (each) => yuanText(each.outstandingFen)),
  ],
  ({ id, name, amountFen, outstandingFen }, { lang }) =>
    [
      `#${id}`,
      name[lang],
      `¥${yuanText(amountFen)}`,
      ...(outstandingFen > 0
        ? [`${lang === 'zh' ? '未缴' : 'outstanding'} ¥${yuanText(outstandingFen)}`]
        : []),
    ].join('  '),
);

const files = asRecords(
  'files',
  w('附件核对', 'Attachments'),
  (it: EntryPage) => it.files,
  [
    asText('field', w('栏', 'Field'), (each: EntryPage['files'][number]) => each.field),
    asText('condition', w('情况', 'Condition'), (each) => each.condition),
    asText('path', w('位置', 'Path'), (each) => each.path),
  ],
  ({ condition, path }, { lang }) => `${CONDITIONS[condition][lang]}  ${inHome(path)}`,
);

/** `attachments/….jpg`: where to look in the home. */
const inHome = (path: string) => path.split(/[\\/]/).slice(-2).join('/');

const added = new WeakMap<Book, Shape<EntryRecord>>();

/** What is added to an entry, by its book: made once for all entries of a list. */
function addedTo(book: Book): Shape<EntryRecord> {
  const known = added.get(book) ?? [approvalsOf(book), deadlinesOf(book)];
  added.set(book, known);
  return known;
}

/** The contract: what every entry has, and its fields inside. */
function jsonOfEntry(it: EntryRecord, as: Rendering): { [key: string]: Json } {
  const { of } = it;
  const fields = of.fields.map((field): [string, Json] => [
    field.key,
    it.values[field.key] === undefined ? null : valueJson(field, heldIn(field)(it), as),
  ]);
  return {
    no: it.no,
    book: it.book,
    state: it.state,
    title: it.title,
    fields: Object.fromEntries(fields),
    at: jsonOf(at, it, as),
    by: it.by,
    closedAt: it.closedAt === null ? null : jsonOf({ ...at, get: () => it.closedAt }, it, as),
    cancelledAt: jsonOf(cancelledAt, it, as),
    ...(toJson(addedTo(of), it, as) as { [key: string]: Json }),
  };
}

const pageShape: Shape<EntryPage> = [links, charges, files, timelineColumn];

/** Each entry is read by the book it was written in. */
export const entryCard = (_book: Book): View<EntryRecord> => ({
  json: jsonOfEntry,
  text: (it, pen) => pen.card(cardShape(it.of), it),
});

export const entryPage = (_book: Book): View<EntryPage> => ({
  json: (it, as) => ({
    ...jsonOfEntry(it, as),
    ...(toJson(pageShape, it, as) as { [key: string]: Json }),
  }),
  text: (it, pen) => pen.card([...(cardShape(it.of) as Shape<EntryPage>), ...pageShape], it),
});

/** What tells entries apart stays in the narrowest table; the rest goes from the right. */
function tableShape(book: Book, entries: readonly EntryRecord[]): Shape<EntryRecord> {
  const isNeeded = ({ key, type }: BookField) => book.title.includes(key) || type === 'unit';
  const readers = [...new Set(entries.map(({ of }) => of))];
  const columns = book.fields
    .filter(({ inList }) => inList)
    .map((field) =>
      fieldColumn(withEarlierChoices(field, readers), { room: 'line', spare: !isNeeded(field) }),
    );
  return [no, ...columns, standing, at, by];
}

/** With what could be chosen when the entries were written. */
function withEarlierChoices(field: BookField, readers: readonly Book[]): BookField {
  const own = readers.flatMap(({ fields }) =>
    fields.filter(({ key, type }) => key === field.key && type === field.type),
  );
  const choices = Object.assign({}, ...own.map((each) => each.choices), field.choices);
  return { ...field, choices };
}

export const entryList = (book: Book): View<EntryList> => ({
  json: ({ entries }, as) => entries.map((it) => jsonOfEntry(it, as)),
  text: ({ entries, more }, pen) => {
    const drawn = pen.table(tableShape(book, entries), entries, { spareOneByOne: true });
    if (entries.length === 0) return `${drawn}\n${pen.dim(NONE)}`;
    return more > 0 ? `${drawn}\n\n${moreLine(more, entries.length, pen)}` : drawn;
  },
});

/** What was approved at once: one as a card, several in a table. */
export const approvedView = (book: Book): View<readonly EntryRecord[]> => ({
  json: (entries, as) => entries.map((it) => jsonOfEntry(it, as)),
  text: (entries, pen) => {
    const [only, other] = entries;
    if (only && !other) return pen.card(cardShape(only.of), only);
    return pen.table(tableShape(book, entries), entries, { spareOneByOne: true });
  },
});

const NONE: Words = w('没有记录。', 'No entries.');

const moreLine = (more: number, shown: number, pen: Pen): string =>
  pen.dim(
    w(
      `只显示最新 ${shown} 条，还有 ${more} 条。全部：--most ${shown + more}`,
      `Only the newest ${shown}; ${more} more. For all, add --most ${shown + more}`,
    ),
  );
