import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refused, type WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { list, w } from '../lib/words.ts';
import { lostFields, readBy } from './lost-rules.ts';
import type { Book, Books } from './model.ts';
import * as store from './store.ts';

interface Noting {
  /** From when on; when it is recorded unless said. */
  sinceAt?: Moment;
  /** Also where entries hold values of fields that are gone: they are kept for these entries. */
  retire?: boolean;
}

/** What noting came to: the books of which there is a new version. */
export type Noted = readonly Book[];

/**
 * Takes note, in the transaction of its caller, of how the books are kept from now on: a new version of
 * each that is new, was changed, enabled or disabled since the ledger last heard of it. Refuses
 * `field_in_use` where a field is gone, or of another type, of which entries hold values.
 */
export function noteBooks(ctx: Ctx, { sinceAt = ctx.recordedAt, retire }: Noting = {}): Noted {
  const { ledger, books } = ctx;
  const heard = compared.get(ledger);
  if (heard?.books === books && heard.lastId === store.lastId(ledger)) return [];
  const newest = store.newestVersions(ledger);
  const changed = books.filter(({ key, hash, isEnabled }) => {
    const last = newest.get(key);
    return last ? last.hash !== hash || last.isEnabled !== isEnabled : isEnabled;
  });
  for (const book of changed) {
    const last = newest.get(book.key);
    if (!retire && last) refuseLost(ledger, book, last.version);
    store.insertVersion(ledger, {
      book: book.key,
      version: (last?.version ?? 0) + 1,
      sinceAt: last && last.sinceAt > sinceAt ? last.sinceAt : sinceAt,
      isEnabled: book.isEnabled,
      hash: book.hash,
      declared: JSON.stringify(book),
    });
  }
  compared.set(ledger, { books, lastId: store.lastId(ledger) });
  return changed;
}

/** As they stood when last compared: many entries at once compare them once. */
const compared = new WeakMap<Ledger, { books: Books; lastId: number }>();

/** The version under which entries are written now; `noteBooks` has been called before. */
export const versionNow = (ctx: Ctx, book: Pick<Book, 'key'>): number =>
  store.newestVersion(ctx.ledger, book.key);

/** The prefixes under which entries of a book were ever numbered. */
export const prefixesEver = ({ ledger }: Pick<Ctx, 'ledger'>, book: Pick<Book, 'key'>): string[] =>
  store.prefixesOf(ledger, book.key);

/** The prefixes that any book ever had: none of them is free for another one. */
export const prefixesKnown = ({ ledger }: Pick<Ctx, 'ledger'>): string[] =>
  store.allPrefixes(ledger);

/** The other books that had the prefix of this one, and whose entries are numbered by it. */
export const formerUsers = (
  { ledger }: Pick<Ctx, 'ledger'>,
  book: Pick<Book, 'key' | 'prefix'>,
): string[] => store.formerUsers(ledger, book);

/** Fields whose values nobody could read any more. */
export interface LostField {
  book: string;
  field: string;
  /** Null: it is gone. */
  nowOf: string | null;
  wasOf: string;
  entries: number;
}

/** Fields of the newest version noted that entries use and the book has no more, or of another type. */
export function lostIn(ledger: Ledger, book: Book, version: number): LostField[] {
  const was = store.declaredIn(ledger, book.key, version);
  const gone = was ? lostFields(was, book) : [];
  if (gone.length === 0) return [];
  const uses = store.usesOf(
    ledger,
    book.key,
    gone.map(({ key }) => key),
  );
  return gone.flatMap(({ key, type }) => {
    const entries = uses.get(key) ?? 0;
    const nowOf = book.fields.find((field) => field.key === key)?.type ?? null;
    return entries > 0 ? [{ book: book.key, field: key, nowOf, wasOf: type, entries }] : [];
  });
}

// A built-in book changes with the program, which answers for it: what it drops is kept as retired.
function refuseLost(ledger: Ledger, book: Book, version: number): void {
  const lost = lostIn(ledger, book, version).filter(({ nowOf }) => !book.isBuiltIn || nowOf);
  if (lost.length > 0) throw fieldInUse(lost);
}

/** What is said of such a field. */
export const lostWords = ({ field, nowOf, wasOf, entries }: LostField) =>
  nowOf === null
    ? w(
        `字段 ${field} 删去了，但有 ${entries} 条登记用着它。`,
        `The field ${field} is gone, but entries hold a value of it: ${entries}.`,
      )
    : w(
        `字段 ${field} 从 ${wasOf} 改成了 ${nowOf}，但有 ${entries} 条登记用着它。`,
        `The field ${field} was of type ${wasOf} and is ${nowOf} now, but entries hold a value of it: ${entries}.`,
      );

const RETIRE = w(
  '请把它写回 books.yaml；确实不要了：wy book check --retire（旧登记仍可查看）',
  'Put it back into books.yaml; or give it up for new entries: wy book check --retire (old ones stay readable)',
);

function fieldInUse(lost: readonly LostField[]): WyError {
  const words = list(
    lost.map((each) =>
      w(`${each.book}：${lostWords(each).zh}`, `${each.book}: ${lostWords(each).en}`),
    ),
  );
  return refused('field_in_use', words, RETIRE);
}

const readers = new WeakMap<Ledger, Map<string, Book>>();

/**
 * A book as an entry of this version is read by it: as it is now, with the entry's own fields that it
 * lacks since, or that were of another type.
 */
export function bookAsOf({ ledger }: Pick<Ctx, 'ledger'>, book: Book, version: number): Book {
  const known = readers.get(ledger) ?? new Map<string, Book>();
  readers.set(ledger, known);
  const name = `${book.key} ${version} ${book.hash}`;
  const found = known.get(name) ?? made(ledger, book, version);
  known.set(name, found);
  return found;
}

function made(ledger: Ledger, book: Book, version: number): Book {
  const was = store.declaredIn(ledger, book.key, version);
  return !was || was.hash === book.hash ? book : readBy(was, book);
}
