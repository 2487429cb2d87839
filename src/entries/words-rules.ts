import { hash } from 'node:crypto';
import type { Book, BookField, Value, Values } from '../books/model.ts';

/** Types of which a filter wants the whole value; of the others a part will do. */
const WHOLE: readonly BookField['type'][] = [
  ...([
    'choice',
    'choices',
    'unit',
    'staff',
    'resident',
    'yesno',
    'day',
    'whole',
    'money',
  ] as const),
  ...(['decimal', 'record', 'plate'] as const),
];

export const isWhole = ({ type }: Pick<BookField, 'type'>): boolean => WHOLE.includes(type);

/** Letters and digits alone, of one width and case: what somebody who searches means. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Each sign with the one behind it; so every part of a text of two signs or more is found by its pairs. */
function pairsOf(text: string): string[] {
  const signs = [...plain(text)];
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ''));
}

/** A word for a whole value of a field. */
const wordOf = (field: string, value: string): string =>
  `f${hash('sha256', `${field}=${value}`).slice(0, 14)}`;

/** The words by which an entry is found; `names`: of staff and residents, whose ids are kept. */
export function wordsOf(
  book: Pick<Book, 'key' | 'fields'>,
  values: Values,
  names: Readonly<Record<string, string>>,
): string {
  const words = new Set<string>([wordOf('book', book.key)]);
  for (const field of book.fields) {
    const value = values[field.key];
    if (value === undefined) continue;
    if (isWhole(field)) for (const each of keysOf(value)) words.add(wordOf(field.key, each));
    const text = names[field.key] ?? textOf(field, value);
    for (const pair of pairsOf(text)) words.add(pair);
  }
  return [...words].join(' ');
}

const keysOf = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];

/** What of a value can be searched for: choices by both of their words. */
function textOf(field: BookField, value: Value): string {
  if (field.type === 'choice' || field.type === 'choices') {
    return keysOf(value)
      .map((key) => `${field.choices[key]?.zh ?? key} ${field.choices[key]?.en ?? ''}`)
      .join(' ');
  }
  if (typeof value === 'string') return value;
  if (field.type === 'lines')
    return (value as readonly { what: string }[]).map(({ what }) => what).join(' ');
  return field.type === 'whole' ? String(value) : '';
}

/** The words of a search in a book; every one must be there. Undefined where nothing can be found so. */
export function wordsSought(
  book: Pick<Book, 'key'>,
  sought: {
    text?: string | undefined;
    whole: Readonly<Record<string, string>>;
    parts: readonly string[];
  },
): string {
  const words = [wordOf('book', book.key)].map(quoted);
  for (const [field, value] of Object.entries(sought.whole))
    words.push(quoted(wordOf(field, value)));
  for (const part of [...(sought.text?.split(/\s+/) ?? []), ...sought.parts])
    words.push(...soughtIn(part));
  return words.join(' AND ');
}

/** A single sign begins some pair of every text that holds it. */
function soughtIn(part: string): string[] {
  const pairs = pairsOf(part);
  if (pairs.length === 1) return [`${quoted(pairs[0] ?? '')}*`];
  return pairs.slice(0, -1).map(quoted);
}

const quoted = (word: string): string => `"${word}"`;
