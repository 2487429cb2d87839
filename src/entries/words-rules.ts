import type { Book, BookField, FieldType, Value, Values } from '../books/model.ts';
import type { Line } from '../lib/lines.ts';

/** Types whose whole values are words of the index, by which a filter finds them. */
const WHOLE: readonly FieldType[] = [
  ...(['choice', 'choices', 'unit', 'staff', 'resident', 'yesno', 'record', 'plate'] as const),
  ...(['day', 'whole', 'decimal', 'money'] as const),
];

/** Types of which every part is found, as the entry holds it. */
const IN_PARTS: readonly FieldType[] = [
  ...(['text', 'long', 'phone', 'identity', 'plate', 'unit', 'record', 'day', 'whole'] as const),
  ...(['lines', 'file'] as const),
];

export const isWhole = ({ type }: Pick<BookField, 'type'>): boolean => WHOLE.includes(type);

/** Signs that stay as they are, but for their case: no need to load the tables of all signs. */
const ORDINARY = /^[0-9A-Za-z\u4e00-\u9fea]*$/;

/** Of one width and case, without blanks and punctuation: what somebody who searches means. */
export const plain = (text: string): string =>
  ORDINARY.test(text) ? text.toLowerCase() : plainOfAny(text);

/** The rule itself, for signs of any script. */
export const plainOfAny = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Z}\p{C}]/gu, '');

/** What a search is for: every part of it must be found; those of punctuation alone say nothing. */
export const partsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(plain)
    .filter((part) => part !== '');

/** What of a value can be found by its parts, as it is kept; nothing where it is an id or a key. */
export function keptTexts({ type }: Pick<BookField, 'type'>, value: Value): string[] {
  if (!IN_PARTS.includes(type)) return [];
  if (type === 'lines') return (value as readonly Line[]).map(({ what }) => what);
  if (type === 'file') return [(value as { name: string }).name];
  return [String(value)];
}

/** The keys of whole values. */
export const keysOf = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];

/**
 * The words by which an entry is found, made of what it holds alone: who is called otherwise tomorrow,
 * and a choice that gets another name, are found by their new ones.
 */
export function wordsOf(book: Pick<Book, 'key' | 'fields'>, values: Values): string {
  const words = new Set<string>();
  for (const field of book.fields) {
    const value = values[field.key];
    if (value === undefined) continue;
    if (isWhole(field)) {
      for (const key of keysOf(value)) words.add(wholeWord(book.key, field.key, key));
    }
    if (isTime(field)) words.add(monthWord(book.key, field.key, String(value)));
    for (const text of keptTexts(field, value)) {
      for (const pair of pairsOf(plain(text))) words.add(pair);
    }
  }
  return [...words].join(' ');
}

/** The word of a whole value in a field of a book. Two may share one: the values themselves decide. */
export const wholeWord = (book: string, field: string, value: string): string =>
  `z${fingerprint(`${book}.${field}=${value}`)}`;

/** FNV-1a over the signs of a text, in letters and digits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

export const isTime = ({ type }: Pick<BookField, 'type'>): boolean =>
  type === 'day' || type === 'moment';

/** The word of the month of a day or a moment, as it is kept. */
export const monthWord = (book: string, field: string, kept: string): string =>
  wholeWord(book, `${field}.month`, kept.slice(0, MONTH_LENGTH));

const MONTH_LENGTH = 'YYYY-MM'.length;

/** The words that a text has which holds this part; of a single sign the beginning of one. */
export function wordsOfPart(part: string): string[] {
  const pairs = pairsOf(part);
  if (pairs.length === 1) return [`"${pairs[0]}" *`];
  return pairs.slice(0, -1).map((pair) => `"${pair}"`);
}

/** Each sign with the one behind it, written in letters and digits whatever the signs are. */
function pairsOf(text: string): string[] {
  const signs = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(36).padStart(4, '0'));
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ''));
}
