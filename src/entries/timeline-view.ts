import type { Book, BookField, Value } from '../books/model.ts';
import { openingOf } from '../books/model.ts';
import type { Column, Json, Rendering } from '../cli/shape.ts';
import { asTold } from '../cli/shape.ts';
import { localIso, localText } from '../lib/moment.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';
import { valueJson, valueText } from './field-view.ts';
import type { EntryPage } from './model.ts';
import { WAS } from './model.ts';
import { labelOf, tellingOf } from './text.ts';

/** All that was done with an entry; values as everywhere, phones and identity numbers masked. */
export const timelineColumn: Column<EntryPage> = asTold(
  'timeline',
  w('经过', 'Timeline'),
  ({ timeline, of, people }, as) => ({
    json: () => timeline.map((event) => eventJson({ of, people }, event, as)),
    line: () => timeline.map((event) => eventLine({ of, people }, event, as)).join('\n'),
  }),
);

interface Teller {
  of: Book;
  people: EntryPage['people'];
}

/** Only verbs and corrections write fields: `amount` of a charge is none of the book's. */
const tellerOf = (teller: Teller, { kind }: Event): Teller =>
  kind === 'edited' || teller.of.verbs.some(({ key }) => key === kind)
    ? teller
    : { ...teller, of: { ...teller.of, fields: [] } };

function eventJson(all: Teller, event: Event, as: Rendering): Json {
  const { at, by, kind, detail } = event;
  const teller = tellerOf(all, event);
  const told = Object.entries(detail).map(([key, value]): [string, Json] => {
    const field = fieldOf(teller.of, key);
    return [key, field ? jsonOfDetail(teller, field, value, as) : value];
  });
  return { at: localIso(at, as.zone), by, kind, detail: Object.fromEntries(told) };
}

/** What an entry began with stands on its card. */
function eventLine(teller: Teller, event: Event, as: Rendering): string {
  const { lang, zone } = as;
  const isOpening = event.kind === openingOf(teller.of).key;
  const by = lang === 'zh' ? `（${event.by}）` : `(${event.by})`;
  const told = isOpening ? '' : detailText(teller, event, as);
  return [localText(event.at, zone), wordsOf(teller.of, event.kind)[lang], told, by]
    .filter((part) => part !== '')
    .join('  ');
}

const wordsOf = (of: Book, kind: string): Words => tellingOf(of).kinds[kind] ?? same(kind);

function detailText(all: Teller, event: Event, as: Rendering): string {
  const { lang } = as;
  const { detail } = event;
  const teller = tellerOf(all, event);
  const keys = [...new Set(Object.keys(detail).map(withoutWas))];
  const parts = keys.flatMap((key) => {
    const [old, now] = [`${key}${WAS}`, key].map((each) =>
      textOfDetail(teller, key, detail[each], as),
    );
    const label = labelOf(teller.of, key)?.[lang];
    const changed = Object.hasOwn(detail, `${key}${WAS}`) ? `${old || '—'} → ${now || '—'}` : now;
    if (key === COPY) return now ? [copyWords(now)[lang]] : [];
    return changed ? [label === undefined ? changed : `${label} ${changed}`] : [];
  });
  return parts.join(lang === 'zh' ? '，' : ', ');
}

/** Which print of a slip it was. */
const COPY = 'copy';
const copyWords = (copy: string): Words => w(`第 ${copy} 份`, `copy ${copy}`);

const withoutWas = (key: string) => (key.endsWith(WAS) ? key.slice(0, -WAS.length) : key);

const fieldOf = ({ fields }: Book, key: string): BookField | undefined =>
  fields.find((field) => field.key === withoutWas(key));

function textOfDetail(teller: Teller, key: string, value: Scalar, as: Rendering): string {
  if (value === null || value === undefined) return '';
  const field = fieldOf(teller.of, key);
  if (!field) return typeof value === 'boolean' ? '' : wordOf(teller, key, String(value), as);
  if (isText(field)) return String(value);
  return valueText(field, heldOf(teller, field, value), as);
}

/** An approval is kept by its key. */
function wordOf({ of }: Teller, key: string, value: string, { lang }: Rendering): string {
  if (key !== 'approval') return value;
  return of.approvals.find((each) => each.key === value)?.words[lang] ?? value;
}

function jsonOfDetail(teller: Teller, field: BookField, value: Scalar, as: Rendering): Json {
  if (value === null || value === undefined) return null;
  if (isText(field)) return value;
  return valueJson(field, heldOf(teller, field, value), as);
}

type Scalar = Event['detail'][string] | undefined;

/** Lists, scores and attachments stand in a timeline as texts. */
const isText = ({ type }: BookField): boolean => ['lines', 'sheet', 'file'].includes(type);

const heldOf = ({ people }: Teller, { type }: BookField, value: NonNullable<Scalar>) => ({
  value: (type === 'choices' ? String(value).split(',') : value) as Value,
  name: type === 'staff' || type === 'resident' ? people[type].get(Number(value)) : undefined,
});
