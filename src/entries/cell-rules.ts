import type { Attachment, BookField, Value } from '../books/model.ts';
import { cellText } from '../documents/list-rules.ts';
import type { Cell, ListColumn } from '../documents/model.ts';
import type { Day } from '../lib/day.ts';
import { type Line, lineText } from '../lib/lines.ts';
import { maskIdentity, maskPhone } from '../lib/mask.ts';
import { localIso, type Moment } from '../lib/moment.ts';
import type { ScoredItem, Scores } from '../lib/scores.ts';
import type { Lang } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { EntryRecord } from './model.ts';

/** How values look outside. */
export interface CellLook {
  lang: Lang;
  /** Phones and identity numbers in full. */
  reveal: boolean;
  zone: Zone;
}

const text = (value: string): Cell => ({ is: 'text', text: value });

/** The value of a field as people read it outside; undefined where there is none. */
export function cellOf(
  field: BookField,
  it: Pick<EntryRecord, 'values' | 'names'> & Partial<Pick<EntryRecord, 'of'>>,
  look: CellLook,
): Cell | undefined {
  const value = it.values[field.key];
  // What it chose may be no choice of the book any more.
  const own = it.of?.fields.find(({ key, type }) => key === field.key && type === field.type);
  return value === undefined ? undefined : cellFrom(own ?? field, value, it.names[field.key], look);
}

function cellFrom(
  field: BookField,
  value: Value,
  name: string | undefined,
  { lang, reveal, zone }: CellLook,
): Cell {
  switch (field.type) {
    case 'whole':
      return { is: 'number', value: value as number, digits: 0 };
    case 'decimal':
      return { is: 'number', value: value as number, digits: 3 };
    case 'money':
      return { is: 'number', value: value as number, digits: 2 };
    case 'day':
      return { is: 'day', day: value as Day };
    case 'moment':
      return clockCell(value as Moment, zone);
    case 'phone':
      return text(reveal ? (value as string) : maskPhone(value as string));
    case 'identity':
      return text(reveal ? (value as string) : maskIdentity(value as string));
    case 'choice':
      return text(wordOf(field, value as string, lang));
    case 'choices':
      return text(
        joined(
          (value as string[]).map((key) => wordOf(field, key, lang)),
          lang,
        ),
      );
    case 'yesno':
      return text(value ? { zh: '是', en: 'yes' }[lang] : { zh: '否', en: 'no' }[lang]);
    case 'lines':
      return text(joined((value as readonly Line[]).map(lineText), lang));
    case 'sheet':
      return text(scoresText(field.items, value as Scores, lang));
    case 'file':
      return text((value as Attachment).name);
    default:
      return text(name ?? String(value));
  }
}

const wordOf = ({ choices }: BookField, key: string, lang: Lang): string =>
  choices[key]?.[lang] ?? key;

const joined = (parts: readonly string[], lang: Lang): string =>
  parts.join(lang === 'zh' ? '、' : ', ');

/** What would be read as the end of a name or of an item. */
const PARTS = /[,，、;；=＝:：]/;

/** `卫生=9、设施=10、公告栏=-`, as it is typed. */
export function scoresText(
  items: Readonly<Record<string, ScoredItem>>,
  scores: Scores,
  lang: Lang,
): string {
  const parts = Object.entries(scores).map(([key, points]) => {
    const label = items[key]?.label[lang] ?? key;
    return `${PARTS.test(label) ? key : label}=${points ?? '-'}`;
  });
  return joined(parts, lang);
}

/** To the second, on the site's clock. */
export const clockCell = (at: Moment, zone: Zone): Cell => ({
  is: 'clock',
  text: localIso(at, zone).slice(0, 19).replace('T', ' '),
});

/** For people: to the minute. */
export const paperText = (cell: Cell): string =>
  cell.is === 'clock' ? cell.text.slice(0, 16) : cellText(cell);

/** What kind of cells a field has outside. */
export function cellKindOf({ type }: Pick<BookField, 'type'>): Pick<ListColumn, 'is' | 'digits'> {
  switch (type) {
    case 'whole':
      return { is: 'number', digits: 0 };
    case 'decimal':
      return { is: 'number', digits: 3 };
    case 'money':
      return { is: 'number', digits: 2 };
    case 'day':
      return { is: 'day' };
    case 'moment':
      return { is: 'clock' };
    default:
      return { is: 'text' };
  }
}
