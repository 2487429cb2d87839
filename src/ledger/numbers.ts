import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Ledger } from './ledger.ts';

/** A book of numbered documents: `T261122-001` is book T, day 2026-11-22, the first of that day. */
export interface Book {
  /** With an index on its serials, made like `tickets_serial`. */
  table: string;
  /** One to three letters. */
  prefix: string;
  name: Words;
  /** The command that lists it, for whoever typed a number that is not there. */
  list: string;
  /** It keeps the numbers that its documents had elsewhere, in a column `former_no`. */
  keepsFormer?: boolean;
  /** The prefixes under which its documents were numbered before. */
  formerPrefixes?: readonly string[];
  /** Where the table holds several books: what stands for this one in its column `book`. */
  of?: string;
}

/** The prefixes of its documents, today's first. */
const prefixesOf = ({ prefix, formerPrefixes = [] }: Book): string[] => [
  ...new Set([prefix, ...formerPrefixes]),
];

const stem = (book: Book, day: Day): string => `${book.prefix}${day.slice(2).replaceAll('-', '')}-`;

/**
 * The next serial comes from the records themselves, as a counter could disagree with them; more than
 * 999 a day grow a digit.
 */
export function nextNumber(ledger: Ledger, book: Book, day: Day): string {
  return numberOf(book, day, lastSerial(ledger, book, day) + 1);
}

export const numberOf = (book: Book, day: Day, serial: number): string =>
  stem(book, day) + String(serial).padStart(3, '0');

/** The highest serial of a day; 0 where it has none. */
export function lastSerial(ledger: Ledger, book: Book, day: Day): number {
  const last = ledger
    .prepare<[string], { serial: number | null }>(
      `SELECT max(CAST(substr(no, instr(no, '-') + 1) AS INTEGER)) AS serial FROM ${book.table}
       WHERE substr(no, 1, instr(no, '-')) = ?`,
    )
    .get(stem(book, day));
  return last?.serial ?? 0;
}

/** As many as a person reads who typed too little. */
const MOST_TOLD = 5;

/** The beginning of a number of our form, by which its book is known. */
const OURS = /^([A-Z]{1,3})\d{6}-/;

interface Found {
  /** The number typed in full, that of today, or a former one: it is certainly meant. */
  certain?: string;
  /** Numbers that end in what was typed, the newest first. */
  ends: readonly string[];
}

function find(ledger: Ledger, book: Book, typed: string, today: Day): Found {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const prefixes = prefixesOf(book);
  if (prefixes.includes(OURS.exec(text)?.[1] ?? book.prefix) && isThere(ledger, book, text)) {
    return { certain: text, ends: [] };
  }
  if (/^\d+$/.test(text)) {
    const ofToday = stem(book, today) + text.padStart(3, '0');
    if (isThere(ledger, book, ofToday)) return { certain: ofToday, ends: [] };
  }
  const formerly = book.keepsFormer ? byFormer(ledger, book, typed) : undefined;
  if (formerly) return { certain: formerly, ends: [] };
  if (!/^[A-Z\d-]+$/.test(text)) return { ends: [] };
  const ends = prefixes
    .flatMap((prefix) => endingIn(ledger, book, prefix, text))
    .sort((one, other) => other.id - one.id);
  return { ends: ends.map(({ no }) => no).slice(0, MOST_TOLD + 1) };
}

/** What else a row of this book fulfils, where its table holds several; `+`: found by its number. */
const ofBook = ({ of }: Book): { sql: string; values: string[] } =>
  of === undefined ? { sql: '', values: [] } : { sql: ' AND +book = ?', values: [of] };

function isThere(ledger: Ledger, book: Book, no: string): boolean {
  const { sql, values } = ofBook(book);
  const row = ledger
    .prepare<string[], { no: string }>(`SELECT no FROM ${book.table} WHERE no = ?${sql}`)
    .get(no, ...values);
  return row !== undefined;
}

function endingIn(
  ledger: Ledger,
  book: Book,
  prefix: string,
  text: string,
): { id: number; no: string }[] {
  const { sql, values } = ofBook(book);
  return ledger
    .prepare<string[], { id: number; no: string }>(
      `SELECT id, no FROM ${book.table} WHERE no GLOB '${prefix}[0-9]*' AND no LIKE '%' || ?${sql}
       ORDER BY id DESC LIMIT ${MOST_TOLD + 1}`,
    )
    .all(text, ...values);
}

/** The one number that ends in what was typed; a bare serial means that of today first. */
export function resolveNumber(ledger: Ledger, book: Book, typed: string, today: Day): string {
  const { certain, ends } = find(ledger, book, typed, today);
  const [only, another] = ends;
  if (certain !== undefined) return certain;
  if (another !== undefined) throw ambiguous(typed, ends);
  if (only !== undefined) return only;
  throw refused(
    'unknown_number',
    w(
      `没有编号为“${typed}”的${book.name.zh}。`,
      `There is no ${book.name.en} with the number "${typed}".`,
    ),
    w(
      `编号形如 ${stem(book, today)}001；查看：wy ${book.list}`,
      `Numbers look like ${stem(book, today)}001; see wy ${book.list}.`,
    ),
  );
}

/** The document meant, of any of these books; its prefix tells which where it is typed. */
export function resolveAmong(
  ledger: Ledger,
  books: readonly Book[],
  typed: string,
  today: Day,
): { book: Book; no: string } {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const [, letter] = OURS.exec(text) ?? [];
  const named = books.filter((book) => letter && prefixesOf(book).includes(letter));
  const found = (named.length > 0 ? named : books).map((book) => ({
    book,
    ...find(ledger, book, typed, today),
  }));
  const certain = found.flatMap(({ book, certain: no }) =>
    no === undefined ? [] : [{ book, no }],
  );
  const ends = found.flatMap(({ book, ends }) => ends.map((no) => ({ book, no })));
  const meant = certain.length > 0 ? certain : ends;
  const [only, another] = meant;
  if (another)
    throw ambiguous(
      typed,
      meant.map(({ no }) => no),
    );
  if (only) return only;
  const names = list(
    books.map(({ name, prefix }) => w(`${name.zh}（${prefix}）`, `${name.en} (${prefix})`)),
  );
  throw refused(
    'unknown_number',
    w(`没有编号为“${typed}”的记录。`, `There is no record with the number "${typed}".`),
    w(`可以是：${names.zh}`, `It may be of: ${names.en}`),
  );
}

function ambiguous(typed: string, nos: readonly string[]): WyError {
  const some = nos.slice(0, MOST_TOLD);
  const more = nos.length > some.length ? ' …' : '';
  return refused(
    'ambiguous_number',
    w(`有多个编号以“${typed}”结尾。`, `More than one number ends in "${typed}".`),
    w(`请多打几位：${some.join('、')}${more}`, `Type more of it: ${some.join(', ')}${more}`),
  );
}

/** The document that had this number before it came here, as it was written there or in capitals. */
function byFormer(ledger: Ledger, book: Book, typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const { sql, values } = ofBook(book);
  return ledger
    .prepare<string[], { no: string }>(
      `SELECT no FROM ${book.table} WHERE former_no IN (?, ?)${sql || ofPrefix(book)}`,
    )
    .get(text, text.toUpperCase(), ...values)?.no;
}

const ofPrefix = ({ prefix }: Book): string => ` AND no GLOB '${prefix}[0-9]*'`;
