import type { Day } from '../lib/day.ts';
import { refused, WyError } from '../lib/errors.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Ledger } from './ledger.ts';

/** A book of numbered documents: `T261122-001` is book T, day 2026-11-22, the first of that day. */
export interface Book {
  /** With an index on its serials, made like `tickets_serial`. */
  table: string;
  /** One letter. */
  prefix: string;
  name: Words;
  /** The command that lists it, for whoever typed a number that is not there. */
  list: string;
  /** It keeps the numbers that its documents had elsewhere, in a column `former_no`. */
  keepsFormer?: boolean;
}

const stem = (book: Book, day: Day) => `${book.prefix}${day.slice(2).replaceAll('-', '')}-`;

/** A prefix of one letter, YYMMDD and a hyphen; the serial follows. */
const STEM_LENGTH = 8;

/**
 * The next serial comes from the records themselves, as a counter could disagree with them; more than
 * 999 a day grow a digit.
 */
export function nextNumber(ledger: Ledger, book: Book, day: Day): string {
  const start = stem(book, day);
  const last = ledger
    .prepare<[string], { serial: number | null }>(
      `SELECT max(CAST(substr(no, ${STEM_LENGTH + 1}) AS INTEGER)) AS serial FROM ${book.table}
       WHERE substr(no, 1, ${STEM_LENGTH}) = ?`,
    )
    .get(start);
  return start + String((last?.serial ?? 0) + 1).padStart(3, '0');
}

/** The one number that ends in what was typed; a bare serial means that of today first. */
export function resolveNumber(ledger: Ledger, book: Book, typed: string, today: Day): string {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const known = ledger.prepare<[string], { no: string }>(
    `SELECT no FROM ${book.table} WHERE no = ?`,
  );
  if (known.get(text)) return text;
  const formerly = book.keepsFormer ? byFormer(ledger, book, typed) : undefined;
  if (formerly) return formerly;
  if (/^\d+$/.test(text)) {
    const ofToday = stem(book, today) + text.padStart(3, '0');
    if (known.get(ofToday)) return ofToday;
  }
  const ends = /^[A-Z\d-]+$/.test(text)
    ? ledger
        .prepare<[string], { no: string }>(
          `SELECT no FROM ${book.table} WHERE no LIKE '${book.prefix}%' || ? ORDER BY id DESC LIMIT 6`,
        )
        .all(text)
    : [];
  if (ends[0] && ends.length === 1) return ends[0].no;
  if (ends.length > 1) {
    throw ambiguous(
      text,
      ends.map((each) => each.no),
    );
  }
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

function ambiguous(typed: string, nos: readonly string[]): WyError {
  const some = nos.slice(0, 5);
  const more = nos.length > some.length ? ' …' : '';
  return refused(
    'ambiguous_number',
    w(`有多个编号以“${typed}”结尾。`, `More than one number ends in "${typed}".`),
    w(`请多打几位：${some.join('、')}${more}`, `Type more of it: ${some.join(', ')}${more}`),
  );
}

/** The document that had this number before it came here, as it was written there. */
const byFormer = (ledger: Ledger, book: Book, typed: string): string | undefined =>
  ledger
    .prepare<[string], { no: string }>(`SELECT no FROM ${book.table} WHERE former_no = ?`)
    .get(typed.normalize('NFKC').trim())?.no;

/** The document meant, of any of these books; its prefix tells which where it is typed. */
export function resolveAmong(
  ledger: Ledger,
  books: readonly Book[],
  typed: string,
  today: Day,
): { book: Book; no: string } {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const named = books.filter(({ prefix }) => text.startsWith(prefix));
  const found = (named.length > 0 ? named : books).flatMap((book) => {
    try {
      return [{ book, no: resolveNumber(ledger, book, typed, today) }];
    } catch (error) {
      if (error instanceof WyError && error.code === 'unknown_number') return [];
      throw error;
    }
  });
  if (found[0] && found.length === 1) return found[0];
  if (found.length > 1)
    throw ambiguous(
      typed,
      found.map(({ no }) => no),
    );
  const names = list(
    books.map(({ name, prefix }) => w(`${name.zh}（${prefix}）`, `${name.en} (${prefix})`)),
  );
  throw refused(
    'unknown_number',
    w(`没有编号为“${typed}”的记录。`, `There is no record with the number "${typed}".`),
    w(`可以是：${names.zh}`, `It may be of: ${names.en}`),
  );
}
