import { list, same } from '../lib/words.ts';
import {
  type Conflict,
  conflict,
  rankOf,
  unknownField,
  unknownVerb,
  when,
} from './conflict-model.ts';
import { fieldConflicts } from './field-conflict-rules.ts';
import { limitConflicts } from './limit-conflict-rules.ts';
import type { Book, BookField, Books, FieldType } from './model.ts';
import { closingOf, openingOf } from './model.ts';
import { documentsOf } from './reserved-rules.ts';
import { sequelConflicts } from './sequel-conflict-rules.ts';
import { whenConflicts } from './when-conflict-rules.ts';

/**
 * All that is wrong in books that are each readable. Of books that share a prefix the one is told of
 * that a site's file speaks of (`own`).
 */
export const bookConflicts = (books: Books, own: ReadonlySet<string> = new Set()): Conflict[] => [
  ...books.flatMap(inBook),
  ...samePrefixes(books, own),
];

const inBook = (book: Book): Conflict[] =>
  // What the rest hangs on is not there: nothing else can be judged.
  book.verbs.some(({ does }) => does === 'open') ? inWhole(book) : verbConflicts(book);

const inWhole = (book: Book): Conflict[] => [
  ...verbConflicts(book),
  ...when(book.fields.length === 0, () =>
    conflict(`${book.key}.fields`, '至少要有一个字段。', 'A book has one field at least.'),
  ),
  ...fieldConflicts(book),
  ...limitConflicts(book),
  ...chargeConflicts(book),
  ...sequelConflicts(book),
  ...rateConflicts(book),
  ...uniqueConflicts(book),
];

function verbConflicts(book: Book): Conflict[] {
  const at = `${book.key}.verbs`;
  const [opening, ...openings] = book.verbs.filter(({ does }) => does === 'open');
  const [closing, ...closings] = book.verbs.filter(({ does }) => does === 'close');
  const steps = book.verbs.filter(({ does }) => does === 'step');
  return [
    ...when(opening === undefined, () =>
      conflict(
        at,
        '要有一个动作是 open（登记），如 log: open。',
        'One verb has to open an entry: log: open.',
      ),
    ),
    ...openings.map(({ key }) =>
      conflict(
        `${at}.${key}`,
        `只能有一个动作是 open，已有 ${opening?.key}。`,
        `Only one verb opens an entry; ${opening?.key} does.`,
      ),
    ),
    ...closings.map(({ key }) =>
      conflict(
        `${at}.${key}`,
        `最多一个动作是 close，已有 ${closing?.key}。`,
        `One verb at most closes an entry; ${closing?.key} does.`,
      ),
    ),
    ...when(closing === undefined && steps.length > 0, () =>
      conflict(
        `${at}.${steps[0]?.key}`,
        '没有 close 动作的登记当时就了结，之后不能再 step；请加一个 close 动作。',
        'Without a verb that closes, an entry is closed at once and no step can follow; add one.',
      ),
    ),
    ...book.verbs.flatMap((verb) => [
      ...when(verb.when !== null && verb.does !== 'close', () =>
        conflict(
          `${at}.${verb.key}.when`,
          '只有 close 动作才写 when。',
          'Only the verb that closes has a condition (when).',
        ),
      ),
      ...whenConflicts(book, verb.when, `${at}.${verb.key}.when`, openingOf(book)?.key ?? ''),
    ]),
  ];
}

const COUNTED: readonly FieldType[] = ['whole', 'decimal'];

function chargeConflicts(book: Book): Conflict[] {
  const { charge } = book;
  if (!charge) return [];
  const at = `${book.key}.charge`;
  return [
    ...unknownVerb(book, `${at}.at`, charge.at),
    ...when(!book.fields.some(({ type }) => type === 'unit'), () =>
      conflict(
        at,
        '收费记在房屋的账户上，要有一个 unit（房号）字段。',
        'A charge goes to the account of a unit; the book needs a field of type unit.',
      ),
    ),
    ...when(charge.amount !== null && charge.quantity !== null, () =>
      conflict(
        `${at}.quantity`,
        'amount（金额）和 quantity（数量）只写一个。',
        'Name the field of the amount or of the quantity, not both.',
      ),
    ),
    ...ofTypes(book, `${at}.amount`, charge.amount, ['money'], charge.at),
    ...ofTypes(book, `${at}.quantity`, charge.quantity, COUNTED, charge.at),
  ];
}

/** A field that something takes its value from, with a verb. */
function ofTypes(
  book: Book,
  path: string,
  key: string | null,
  types: readonly FieldType[],
  verb?: string,
): Conflict[] {
  const field = book.fields.find((each) => each.key === key);
  if (key === null || !field) return unknownField(book, path, key);
  return [
    ...when(!types.includes(field.type), () => wrongType(path, field, types)),
    ...when(verb !== undefined && rankOf(book, field.at) > rankOf(book, verb), () =>
      conflict(
        path,
        `字段 ${key} 到 ${field.at} 时才填写，${verb} 时还不知道。`,
        `${key} is written with ${field.at}; nobody knows it at ${verb}.`,
      ),
    ),
  ];
}

const wrongType = (path: string, { key, type }: BookField, types: readonly FieldType[]) =>
  conflict(
    path,
    `字段 ${key} 是 ${type}，这里要 ${types.join(' 或 ')}。`,
    `${key} is of type ${type}; this wants ${types.join(' or ')}.`,
  );

const NUMBERS: readonly FieldType[] = ['whole', 'decimal', 'money'];

const rateConflicts = (book: Book): Conflict[] =>
  book.rates.flatMap(({ key, numerator, denominator }) => {
    const at = `${book.key}.rates.${key}`;
    return [
      ...ofTypes(book, `${at}.numerator`, numerator, NUMBERS),
      ...ofTypes(book, `${at}.denominator`, denominator, NUMBERS),
    ];
  });

const NAMES: readonly FieldType[] = ['text', 'choice', 'unit', 'plate', 'record'];

function uniqueConflicts(book: Book): Conflict[] {
  if (book.unique === null) return [];
  const at = `${book.key}.unique`;
  return [
    ...ofTypes(book, at, book.unique, NAMES, openingOf(book)?.key),
    ...when(!closingOf(book), () =>
      conflict(
        at,
        '没有 close 动作的登记当时就了结，不会重复；请去掉 unique。',
        'Without a verb that closes no entry stays open, so none can be there twice; leave unique out.',
      ),
    ),
  ];
}

/** Whether they are enabled or not: tomorrow they may be, and their numbers stay. */
function samePrefixes(books: Books, own: ReadonlySet<string>): Conflict[] {
  const last = [...books].sort((a, b) => Number(own.has(a.key)) - Number(own.has(b.key)));
  return last.flatMap(({ key, prefix }, index) => {
    const path = `${key}.prefix`;
    const documents = documentsOf(prefix);
    if (documents) {
      return [
        conflict(
          path,
          `字头 ${prefix} 是${documents.zh}的，请换一个。`,
          `${prefix} is the prefix of ${documents.en}; choose another.`,
        ),
      ];
    }
    const others = last.slice(0, index).filter((each) => each.prefix === prefix);
    if (others.length === 0) return [];
    const names = list(others.map((each) => same(each.key)));
    return [
      conflict(
        path,
        `字头 ${prefix} 已是登记簿 ${names.zh} 的，请换一个。`,
        `${prefix} is the prefix of the book ${names.en}; choose another.`,
      ),
    ];
  });
}
