import { existsSync } from 'node:fs';
import type { Ctx } from '../context.ts';
import { readGiven } from '../ledger/given-file.ts';
import { type Ledger, requireOwn } from '../ledger/ledger.ts';
import { openToLook } from '../ledger/look.ts';
import { transact } from '../ledger/transact.ts';
import { WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { lineOf, readTree } from '../policy/tree.ts';
import { compileBooks } from './compile.ts';
import { type Conflict, conflict } from './conflict-model.ts';
import { explained } from './explaining.ts';
import { goneBooks } from './gone.ts';
import type { Book, Books } from './model.ts';
import * as store from './store.ts';
import { tariffConflicts, tariffWarnings } from './tariff-conflict-rules.ts';
import { type LostField, lostIn, lostWords, noteBooks } from './versions.ts';

/** One thing wrong, and its line; null where the file does not speak of the book at all. */
export interface CheckLine extends Conflict {
  line: number | null;
}

export interface BooksCheck {
  ok: boolean;
  mistakes: CheckLine[];
  warnings: Words[];
  /** `umbrella.borrower`: what was given up for new entries, and kept for the old ones. */
  retired: string[];
  /** Books with entries of which the file speaks no more. */
  gone: GoneBook[];
}

export interface GoneBook {
  book: string;
  entries: number;
  open: number;
}

/** What books are held against; each may be left out. */
export interface Surroundings {
  ledgerFile?: string | undefined;
  policy?: Policy | undefined;
}

/**
 * Looks at the text of a file of books: all its mistakes; where it has none, what stands against it in
 * the ledger and in the policy.
 */
export async function checkBooks(source: string, around: Surroundings): Promise<BooksCheck> {
  const compiled = compileBooks(source);
  if ('mistakes' in compiled) {
    const mistakes = await explained(compiled.mistakes);
    return { ok: false, mistakes, warnings: [], retired: [], gone: [] };
  }
  const { books } = compiled;
  const found = [
    ...lookInto<Conflict>(around.ledgerFile, (ledger) => standing(ledger, books)),
    ...(around.policy ? tariffConflicts(books, around.policy) : []),
  ];
  const mistakes = withLines(found, source);
  const warnings = around.policy ? tariffWarnings(books, around.policy) : [];
  const gone = lookInto<GoneBook>(around.ledgerFile, (ledger) => goneIn(ledger, books));
  return { ok: mistakes.length === 0, mistakes, warnings, retired: [], gone };
}

function withLines(found: readonly Conflict[], source: string): CheckLine[] {
  const read = readTree(source);
  const lines = 'lines' in read ? read.lines : new Map<string, number>();
  return found.map((each) => {
    const [key = ''] = each.path.split('.');
    return { ...each, line: lines.has(key) ? lineOf(each.path, lines) : null };
  });
}

/** Nothing where no ledger can be asked: what is wrong with it is told by doctor. */
function lookInto<T>(file: string | undefined, look: (ledger: Ledger) => T[]): T[] {
  if (file === undefined || !existsSync(file)) return [];
  let ledger: Ledger | undefined;
  try {
    ledger = openToLook(file);
    requireOwn(ledger);
    return store.hasVersions(ledger) ? look(ledger) : [];
  } catch (error) {
    if (error instanceof WyError || isOfSqlite(error)) return [];
    throw error;
  } finally {
    ledger?.close();
  }
}

const isOfSqlite = (error: unknown): boolean =>
  error instanceof Error && error.name === 'SqliteError';

/** What entries hold, and the books speak no more of. */
function standing(ledger: Ledger, books: Books): Conflict[] {
  const { fields, gone } = lost(ledger, books);
  return [
    ...fields.map((each) => ({
      path: `${each.book}.fields.${each.field}${each.nowOf === null ? '' : '.type'}`,
      words: w(
        `${lostWords(each).zh}请写回；确实不要了：wy book check --retire`,
        `${lostWords(each).en} Put it back; or give it up: wy book check --retire`,
      ),
    })),
    ...gone.map(({ book, entries }) => ({
      path: book,
      words: w(
        `登记簿 ${book} 删去了，但有 ${entries} 条登记。写回：wy book enable ${book}；确实不要了：wy book check --retire`,
        `The book ${book} is gone, but has entries: ${entries}. Put it back: wy book enable ${book}; or give it up: wy book check --retire`,
      ),
    })),
    ...books.flatMap((book) => takenOver(ledger, book)),
  ];
}

/** A prefix by which entries of another book are numbered: nobody could tell them apart by it. */
const takenOver = (ledger: Ledger, book: Book): Conflict[] =>
  store
    .formerUsers(ledger, book)
    .map((other) =>
      conflict(
        `${book.key}.prefix`,
        `登记簿 ${other} 以前的登记用的就是字头 ${book.prefix}，请换一个。`,
        `Entries of the book ${other} are numbered with ${book.prefix} from before; choose another.`,
      ),
    );

/** The books that a ledger has entries of and the file does not speak of; none where it cannot be asked. */
export const goneFrom = (ledgerFile: string, books: Books): Book[] =>
  lookInto(ledgerFile, (ledger) => goneBooks({ ledger, books }));

const goneIn = (ledger: Ledger, books: Books): GoneBook[] =>
  goneBooks({ ledger, books }).map(({ key }) => ({
    book: key,
    entries: store.entriesOf(ledger, key),
    open: store.openOf(ledger, key),
  }));

interface Lost {
  fields: LostField[];
  gone: (store.Version & { entries: number })[];
}

function lost(ledger: Ledger, books: Books): Lost {
  const known = store.newestVersions(ledger);
  const fields = books.flatMap((book) => {
    const last = known.get(book.key);
    return last && last.hash !== book.hash ? lostIn(ledger, book, last.version) : [];
  });
  const names = new Set(books.map(({ key }) => key));
  const gone = [...known.values()]
    .filter(({ book, isEnabled }) => isEnabled && !names.has(book))
    .map((version) => ({ ...version, entries: store.entriesOf(ledger, version.book) }))
    .filter(({ entries }) => entries > 0);
  return { fields, gone };
}

/**
 * Gives up, for new entries, what the books speak no more of: a new version of each book that changed,
 * the old entries keep their fields. A file with mistakes is left alone (`books_broken`).
 */
export function retire(ctx: Ctx): string[] {
  return transact(ctx, 'book.check', (entry) => {
    const { fields, gone } = lost(ctx.ledger, ctx.books);
    for (const { entries: _, ...version } of gone) endBook(ctx, version);
    noteBooks(ctx, { sinceAt: ctx.now, retire: true });
    const retired = [...fields.map((it) => `${it.book}.${it.field}`), ...gone.map((it) => it.book)];
    entry.changes = { retired };
    return retired;
  });
}

/** As it was last, and no longer kept. */
function endBook({ ledger, now }: Ctx, last: store.Version): void {
  const was = store.declaredIn(ledger, last.book, last.version) as Book;
  store.insertVersion(ledger, {
    ...last,
    version: last.version + 1,
    sinceAt: last.sinceAt > now ? last.sinceAt : now,
    isEnabled: false,
    declared: JSON.stringify(was),
  });
}

/** The text of another file than the home's; refuses `file_unreadable`. */
export const givenSource = (file: string): string => readGiven(file).toString('utf8');
