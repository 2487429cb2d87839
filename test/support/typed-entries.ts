import {
  type Book,
  type BookField,
  isWrittenAt,
  openingOf,
  type Values,
  type Verb,
  type When,
} from '../../src/books/model.ts';
import { ON_DUTY } from '../../src/books/usual-rules.ts';
import { holds } from '../../src/books/when-rules.ts';
import { optionName } from '../../src/lib/option-name.ts';

/** Stands in every personal value that `typedFor` makes, and in nothing else. */
const PERSONAL_MARK = '紫藤';
const PHONE = '13912345678';
const IDENTITY = '11010519491231002X';
const PLATE = '鲁A8K8K8';
/** In every other text. */
const PUBLIC_MARK = '公示';

/** What a desk has that entries can name. */
export interface Surroundings {
  unit: string;
  staff: string;
  resident: string;
  record: string;
  file: string;
}

/** A valid word for a field of any type, as a clerk would type it. */
function typedFor(book: Book, field: BookField, around: Surroundings): string {
  const wanted = wishesOf(book).find((wish) => wish.field === field.key)?.is[0];
  const mark = field.personal ? PERSONAL_MARK : PUBLIC_MARK;
  switch (field.type) {
    case 'text':
    case 'long':
      return `${mark}${field.label.zh}`;
    case 'choice':
    case 'choices':
      return wanted ?? Object.keys(field.choices)[0] ?? '';
    case 'yesno':
      return wanted ?? 'yes';
    case 'whole':
      return String(Math.max(field.least, Math.min(field.most, 3)));
    case 'decimal':
      return '2.5';
    case 'money':
      return '80.50';
    case 'lines':
      return `${mark}椅×2`;
    case 'sheet':
      return `${Object.keys(field.items)[0]}=0`;
    case 'day':
      return later(book, field);
    case 'moment':
      return `${later(book, field)} 15:00`;
    case 'phone':
      return PHONE;
    case 'identity':
      return IDENTITY;
    case 'plate':
      return PLATE;
    default:
      return around[field.type];
  }
}

/** The days of an entry one after the other, as the book has them, all later than now. */
const later = (book: Book, { key, type }: BookField): string => {
  const same = book.fields.filter((each) => each.type === type).map((each) => each.key);
  return `2026-11-${24 + same.indexOf(key)}`;
};

/** The conditions under which the most happens: the entry stays open, its promises are made. */
const wishesOf = (book: Book): When[] => [
  ...book.verbs.flatMap(({ when }) => when ?? []),
  ...book.limits.flatMap(({ when }) => when ?? []),
  ...(book.sequel?.when ? [book.sequel.when] : []),
];

/** Whoever is on duty is nobody where nobody is. */
const isTaken = (usual: string | null) => usual !== null && usual !== ON_DUTY;

/**
 * The words of a verb, by field: `full`, a value for every field of it; else for those alone that must
 * be written, and of which nothing is usual.
 */
export function wordsFor(
  book: Book,
  verb: Verb,
  around: Surroundings,
  how: 'full' | 'least',
): Record<string, string> {
  const fields = book.fields.filter((field) => isWrittenAt(field, verb.key));
  const wordOf = (field: BookField) => typedFor(book, field, around);
  const words = Object.fromEntries(
    fields
      .filter(({ required, usual }) => how === 'full' || (required && !isTaken(usual)))
      .map((field) => [field.key, wordOf(field)]),
  );
  if (how === 'full') return words;
  const values: Values = Object.fromEntries(
    fields.flatMap(({ key, usual }) => {
      const value = words[key] ?? usual;
      return value === null ? [] : [[key, value]];
    }),
  );
  const wanted = fields.filter(({ requiredWhen }) => requiredWhen && holds(requiredWhen, values));
  return { ...words, ...Object.fromEntries(wanted.map((field) => [field.key, wordOf(field)])) };
}

/** The command line of a verb. */
export const lineOf = (
  book: Book,
  verb: Verb,
  words: Readonly<Record<string, string>>,
  no?: string,
): string[] => [
  ...[book.key, verb.key, ...(no === undefined ? [] : [no])],
  ...Object.entries(words).flatMap(([key, word]) => {
    const isPositional = book.fields.find((field) => field.key === key)?.positional;
    return isPositional ? [word] : [`--${optionName(key)}`, word];
  }),
];

/** One of the fields that an entry's opening wrote, by which it can be found. */
export const fieldToFilterBy = (book: Book, words: Readonly<Record<string, string>>): BookField =>
  book.fields.find(
    ({ key, at, type }) =>
      at === openingOf(book).key && words[key] !== undefined && type !== 'file' && type !== 'sheet',
  ) as BookField;

/** A text that the opening wrote, and its field. */
export function textToFind(
  book: Book,
  words: Readonly<Record<string, string>>,
): { field: string; text: string } {
  const { key } = book.fields.find(
    ({ key, type }) => words[key] !== undefined && (type === 'text' || type === 'long'),
  ) as BookField;
  return { field: key, text: words[key] ?? '' };
}

/** What must never stand in a journal or an error. */
export const PERSONAL_WORDS = [PERSONAL_MARK, PHONE, IDENTITY, PLATE];
