import type { Attachment, BookField, Value } from '../books/model.ts';
import type { Column, Json, Rendering } from '../cli/shape.ts';
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
  asText,
  asWhole,
  jsonOf,
  textOf,
} from '../cli/shape.ts';
import { bytesText } from '../lib/bytes.ts';
import { type Line, lineText } from '../lib/lines.ts';
import { type Scores, totalOf } from '../lib/scores.ts';
import { type Lang, type Words, w } from '../lib/words.ts';

/** A value with what its id stands for. */
export interface Held {
  value: Value | undefined;
  name: string | undefined;
}

/** How a table and how a card writes what has more than a line. */
export type Room = 'line' | 'lines';

/** What people and programs read of a field's value, by its type. */
export function columnOf<Row>(
  field: BookField,
  heldIn: (row: Row) => Held,
  { room, spare = false }: { room: Room; spare?: boolean },
): Column<Row> {
  const { key, type, choices } = field;
  const label = begun(field.label);
  const look = { spare };
  const get = <T>(row: Row): T | undefined => heldIn(row).value as T | undefined;
  switch (type) {
    case 'choice':
      return asChoice(key, label, (row: Row) => get<string>(row), choices, look);
    case 'choices':
      return asChoices(key, label, (row: Row) => get<string[]>(row), choices, look);
    case 'day':
      return asDay(key, label, (row: Row) => get<string>(row), look);
    case 'moment':
      return asMoment(key, label, (row: Row) => get<string>(row), look);
    case 'whole':
      return asWhole(key, label, (row: Row) => get<number>(row), look);
    case 'decimal':
      return asReading(key, label, (row: Row) => get<number>(row), look);
    case 'money':
      return asMoney(key, label, (row: Row) => get<number>(row), look);
    case 'staff':
    case 'resident':
      return asText(key, label, (row: Row) => heldIn(row).name, look);
    case 'phone':
      return asPhone(key, label, (row: Row) => get<string>(row), look);
    case 'identity':
      return asIdentity(key, label, (row: Row) => get<string>(row), look);
    case 'yesno':
      return asFlag(key, label, (row: Row) => get<boolean>(row), look);
    case 'lines':
    case 'sheet':
    case 'file':
      return asText(
        key,
        label,
        (row: Row, { lang }) => {
          const value = get<Value>(row);
          return value === undefined ? undefined : insideText(field, value, lang, room);
        },
        look,
      );
    default:
      return asText(key, label, (row: Row) => get<string>(row), look);
  }
}

/** As the other labels, beginning with a capital. */
const begun = ({ zh, en }: Words): Words => w(zh, en.charAt(0).toUpperCase() + en.slice(1));

function insideText(field: BookField, value: Value, lang: Lang, room: Room): string {
  if (field.type === 'lines') {
    const between = room === 'lines' ? '\n' : lang === 'zh' ? '、' : ', ';
    return (value as readonly Line[]).map(lineText).join(between);
  }
  if (field.type === 'sheet') return sheetText(field, value as Scores, lang, room);
  const { name, bytes } = value as Attachment;
  return room === 'lines' ? `${name}  ${bytesText(bytes)}` : name;
}

/** The points reached, and of those that can be reached; in a card the items one a line before them. */
function sheetText({ items }: BookField, scores: Scores, lang: Lang, room: Room): string {
  const { reached, most } = totalOf(items, scores);
  const total = `${reached}/${most}`;
  if (room === 'line') return total;
  const lines = Object.entries(scores).map(([key, points]) => {
    const item = items[key];
    const outOf = item ? `/${item.most}` : '';
    return `${item?.label[lang] ?? key}  ${points === null ? '—' : `${points}${outOf}`}`;
  });
  return [...lines, `${lang === 'zh' ? '合计' : 'total'}  ${total}`].join('\n');
}

const lineColumns = new WeakMap<BookField, Column<Held>>();

/** Made once: a long list writes a field many times. */
function lineColumn(field: BookField): Column<Held> {
  const known = lineColumns.get(field) ?? columnOf(field, (held: Held) => held, { room: 'line' });
  lineColumns.set(field, known);
  return known;
}

/** One value as a line. */
export const valueText = (field: BookField, held: Held, as: Rendering): string =>
  textOf(lineColumn(field), held, as);

/** Lists, scores and attachments as objects; whoever lives or lived here with the id of the stay. */
export function valueJson(field: BookField, held: Held, as: Rendering): Json {
  const { value, name } = held;
  if (value === undefined) return null;
  switch (field.type) {
    case 'lines':
    case 'sheet':
    case 'file':
      return value as unknown as Json;
    case 'resident':
      return { id: value as number, name: name ?? null };
    default:
      return jsonOf(lineColumn(field), held, as);
  }
}
