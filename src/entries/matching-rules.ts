import type { Book, BookField, Value } from '../books/model.ts';
import { type Scores, totalOf } from '../lib/scores.ts';
import type { Entry } from './model.ts';
import {
  isTime,
  isWhole,
  keptTexts,
  keysOf,
  monthWord,
  plain,
  wholeWord,
  wordsOfPart,
} from './words-rules.ts';

/** What is asked of a field: one of these values, one between two, or all of these parts of a text. */
export type Asked =
  | { is: 'one'; of: readonly string[] }
  | { is: 'between'; from: string | number | undefined; to: string | number | undefined }
  | { is: 'parts'; parts: readonly string[] };

/** What a search asks of an entry: something of some fields, and parts that stand in any of them. */
export interface Sought {
  fields: readonly (readonly [field: BookField, asked: Asked])[];
  parts: readonly string[];
}

/** An entry that is looked at: what it holds, and the names behind its ids. */
export interface Looked extends Pick<Entry, 'values'> {
  of: Pick<Book, 'fields'>;
  names: Readonly<Record<string, string>>;
}

/** Whether an entry is what was sought, by its values themselves. */
export function isSought({ fields, parts }: Sought, it: Looked): boolean {
  return (
    fields.every(([field, asked]) => {
      const value = it.values[field.key];
      // An entry of before may hold something else by that key.
      const isOfThatType = it.of.fields.some(
        ({ key, type }) => key === field.key && type === field.type,
      );
      return value !== undefined && isOfThatType && holds(asked, field, value);
    }) && holdsParts(parts, it)
  );
}

function holds(asked: Asked, field: BookField, value: Value): boolean {
  if (asked.is === 'one') return keysOf(value).some((key) => asked.of.includes(key));
  if (asked.is === 'parts') {
    const texts = keptTexts(field, value).map(plain);
    return asked.parts.every((part) => texts.some((text) => text.includes(part)));
  }
  const measured =
    field.type === 'sheet' ? totalOf(field.items, value as Scores).reached : (value as string);
  return (
    (asked.from === undefined || measured >= asked.from) &&
    (asked.to === undefined || measured <= asked.to)
  );
}

function holdsParts(parts: readonly string[], { of, values, names }: Looked): boolean {
  if (parts.length === 0) return true;
  const texts = of.fields.flatMap((field) => {
    const value = values[field.key];
    return value === undefined ? [] : textsOf(field, value, names[field.key]).map(plain);
  });
  return parts.every((part) => texts.some((text) => text.includes(part)));
}

/** What people read of a value and search for; names of people, both words of a choice. */
function textsOf(field: BookField, value: Value, name: string | undefined): string[] {
  if (name !== undefined) return [name];
  if (field.type !== 'choice' && field.type !== 'choices') return keptTexts(field, value);
  return keysOf(value).flatMap((key) => choiceTexts(field, key));
}

const choiceTexts = ({ choices }: BookField, key: string): string[] => {
  const words = choices[key];
  return words ? [words.zh, words.en] : [key];
};

/** The people whose names hold a part, by the type of the fields that name them. */
export type People = Readonly<Record<'staff' | 'resident', readonly number[]>>;

/** More names than these are looked at one by one. */
const MOST_KEYS = 200;
const MOST_MONTHS = 24;

/**
 * The words of the index that every entry sought has, as FTS5 reads them; null where nothing can be
 * said of them. `people`: of each part.
 */
export function wordsSought(
  book: Pick<Book, 'key' | 'fields'>,
  { fields, parts }: Sought,
  people: readonly People[],
): string | null {
  const all = [
    ...fields.flatMap(([field, asked]) => wordsOfAsked(book.key, field, asked)),
    ...parts.flatMap((part, at) => wordsAnywhere(book, part, people[at])),
  ];
  return all.length === 0 ? null : all.map((each) => `(${each})`).join(' AND ');
}

function wordsOfAsked(book: string, field: BookField, asked: Asked): string[] {
  if (asked.is === 'parts') return asked.parts.flatMap(wordsOfPart);
  if (asked.is === 'one') return oneOf(asked.of.map((key) => wholeWord(book, field.key, key)));
  const { from, to } = asked;
  if (from !== undefined && from === to && isWhole(field))
    return oneOf([wholeWord(book, field.key, String(from))]);
  if (!isTime(field) || from === undefined || to === undefined) return [];
  const months = monthsFrom(String(from), String(to));
  return oneOf(months.map((month) => monthWord(book, field.key, month)));
}

/** A part stands in a text, or in what somebody or a choice is called. */
function wordsAnywhere(
  { key, fields }: Pick<Book, 'key' | 'fields'>,
  part: string,
  people: People | undefined,
): string[] {
  const called = fields.flatMap((field) =>
    keysCalled(field, part, people).map((each) => wholeWord(key, field.key, each)),
  );
  if (called.length > MOST_KEYS) return [];
  const written = wordsOfPart(part).join(' AND ');
  return [[`(${written})`, ...called].join(' OR ')];
}

function keysCalled(field: BookField, part: string, people: People | undefined): string[] {
  if (field.type === 'staff' || field.type === 'resident') {
    return people?.[field.type].map(String) ?? [];
  }
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  return Object.keys(field.choices).filter((key) =>
    choiceTexts(field, key).some((text) => plain(text).includes(part)),
  );
}

const oneOf = (words: readonly string[]): string[] =>
  words.length === 0 || words.length > MOST_KEYS ? [] : [words.join(' OR ')];

/** `2026-11` … `2027-01`; none where there are too many. */
function monthsFrom(from: string, to: string): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  if (last - first >= MOST_MONTHS) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = first + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const monthNumber = (kept: string): number =>
  Number(kept.slice(0, 4)) * 12 + Number(kept.slice(5, 7)) - 1;
