import { bookKinds } from '../books/kinds.ts';
import type { Book, BookField, Value } from '../books/model.ts';
import { timeline } from '../cases/view.ts';
import type { Pen } from '../cli/pen.ts';
import type { Column, Json, Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asChoices,
  asDay,
  asFlag,
  asIdentity,
  asMoment,
  asMoney,
  asPhone,
  asReading,
  asRecords,
  asText,
  asWhole,
  jsonOf,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { lineText } from '../lib/lines.ts';
import { type ScoredItem, type Scores, totalOf } from '../lib/scores.ts';
import { type Words, w } from '../lib/words.ts';
import type { EntryPage, EntryRecord } from './model.ts';
import { STATES } from './model.ts';
import { tellingOf } from './text.ts';

/** The column of a field, as its type is read by people and by programs. */
function columnOf(field: BookField): Column<EntryRecord> {
  const { key, label, type, choices, items } = field;
  const look = field.inList ? {} : { cardOnly: true };
  const get = <T>(it: EntryRecord): T | undefined => it.values[key] as T | undefined;
  switch (type) {
    case 'choice':
      return asChoice(key, label, (it) => get<string>(it), choices, look);
    case 'choices':
      return asChoices(key, label, (it) => get<string[]>(it), choices, look);
    case 'day':
      return asDay(key, label, (it) => get<string>(it), look);
    case 'moment':
      return asMoment(key, label, (it) => get<string>(it), look);
    case 'whole':
      return asWhole(key, label, (it) => get<number>(it), look);
    case 'decimal':
      return asReading(key, label, (it) => get<number>(it), look);
    case 'money':
      return asMoney(key, label, (it) => get<number>(it), look);
    case 'staff':
    case 'resident':
      return asText(key, label, (it) => it.names[key], look);
    case 'phone':
      return asPhone(key, label, (it) => get<string>(it), look);
    case 'identity':
      return asIdentity(key, label, (it) => get<string>(it), look);
    case 'yesno':
      return asFlag(key, label, (it) => get<boolean>(it), look);
    case 'lines':
    case 'sheet':
    case 'file':
      return asText(key, label, (it, as) => insideText(field, it.values[key], as), look);
    default:
      return asText(key, label, (it) => get<string>(it), look);
  }

  function insideText(of: BookField, value: Value | undefined, { lang }: Rendering) {
    if (value === undefined) return undefined;
    if (of.type === 'lines') {
      return (value as readonly { what: string; count: number }[])
        .map(lineText)
        .join(lang === 'zh' ? '、' : ', ');
    }
    if (of.type === 'sheet') return sheetText(items, value as Scores);
    return (value as { name: string }).name;
  }
}

function sheetText(items: Readonly<Record<string, ScoredItem>>, scores: Scores): string {
  const { reached, most } = totalOf(items, scores);
  return `${reached}/${most}`;
}

const stateColumn = asChoice('state', w('状态', 'State'), (it: EntryRecord) => it.state, STATES);

/** What people read of an entry: its fields beside what every entry has. */
const readShape = (book: Book): Shape<EntryRecord> => [
  asText('no', w('编号', 'No'), (it) => it.no),
  ...book.fields.map(columnOf),
  stateColumn,
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asText('by', w('经办', 'By'), (it) => it.by, { spare: true }),
  asMoment('closedAt', w('了结', 'Closed'), (it) => it.closedAt, { cardOnly: true }),
  asRecords(
    'deadlines',
    w('时限', 'Deadlines'),
    (it: EntryRecord) => it.deadlines,
    deadlineShape,
    (deadline, as) => deadlineLine(deadline, as, undefined, bookKinds([book])),
  ),
];

/** The contract: what every entry has, and its fields inside. */
function jsonOfEntry(book: Book, it: EntryRecord, as: Rendering): { [key: string]: Json } {
  const fields = Object.fromEntries(
    book.fields.map((field) => [field.key, fieldJson(field, it, as)]),
  );
  const told = toJson(
    readShape(book).filter(({ key }) => !Object.hasOwn(fields, key) || key === 'deadlines'),
    it,
    as,
  ) as { [key: string]: Json };
  return { no: it.no, book: it.book, state: it.state, title: it.title, fields, ...told };
}

function fieldJson(field: BookField, it: EntryRecord, as: Rendering): Json {
  const value = it.values[field.key];
  if (value === undefined) return null;
  if (field.type === 'lines' || field.type === 'sheet' || field.type === 'file') {
    return value as unknown as Json;
  }
  return jsonOf(columnOf(field), it, as);
}

export const entryCard = (book: Book): View<EntryRecord> => ({
  json: (it, as) => jsonOfEntry(book, it, as),
  text: (it, pen) => pen.card(readShape(book), it),
});

export const entryPage = (book: Book): View<EntryPage> => {
  const told = timeline(tellingOf(book));
  return {
    json: (it, as) => ({ ...jsonOfEntry(book, it, as), timeline: jsonOf(told, it, as) }),
    text: (it, pen) =>
      pen.card([...(readShape(book) as Shape<EntryPage>), told as Column<EntryPage>], it),
  };
};

export const entryTable = (book: Book): View<readonly EntryRecord[]> => ({
  json: (rows, as) => rows.map((it) => jsonOfEntry(book, it, as)),
  text: (rows, pen: Pen) => {
    const drawn = pen.table(readShape(book), rows);
    return rows.length === 0 ? `${drawn}\n${pen.dim(NONE)}` : drawn;
  },
});

const NONE: Words = w('没有记录。', 'No entries.');
