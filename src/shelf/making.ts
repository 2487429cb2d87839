import { compileBooks } from '../books/compile.ts';
import { explained } from '../books/explaining.ts';
import { badNoun, proposing } from '../books/key-rules.ts';
import { brokenBooks, readBooksSource } from '../books/load.ts';
import type { Books } from '../books/model.ts';
import { documentsOf } from '../books/reserved-rules.ts';
import { formerUsers, prefixesKnown } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { loadPinyin } from '../lib/pinyin.ts';
import { type Words, w } from '../lib/words.ts';
import type { Mistake } from '../policy/mistakes.ts';
import { type Changed, changeBooks } from './changing.ts';
import { withBook } from './editing-rules.ts';
import { freePrefix, linesOf, type NewBook, type NewField } from './new-rules.ts';

/** Refuses what a new book cannot be called (`bad_book_key`, `book_exists`). */
export async function requireFreeKey(books: Books, key: string): Promise<void> {
  const bad = badNoun(key);
  if (bad) throw misused('bad_book_key', await withSound(bad.words, bad.chinese));
  if (!books.some((book) => book.key === key)) return;
  throw refused(
    'book_exists',
    w(`已有登记簿 ${key}。`, `There is a book ${key} already.`),
    w(
      `查看：wy book fields ${key}；启用：wy book enable ${key}`,
      `See wy book fields ${key}; switch it on with wy book enable ${key}`,
    ),
  );
}

async function withSound(words: Words, chinese: string | undefined): Promise<Words> {
  if (chinese === undefined) return words;
  const key = (await loadPinyin())(chinese).pinyin;
  return key === '' ? words : proposing(words, key);
}

/** Why a prefix cannot be taken, another proposed; undefined where it is free. */
export function prefixTaken(books: Books, prefix: string, key: string): WyError | undefined {
  const documents = documentsOf(prefix);
  const book = books.find((each) => each.prefix === prefix);
  if (!documents && !book) return undefined;
  const whose = documents ?? w(`登记簿 ${book?.key} `, `the book ${book?.key}`);
  const free = freePrefix(key, books);
  return refused(
    'prefix_taken',
    w(`字头 ${prefix} 是${whose.zh}的。`, `${prefix} is the prefix of ${whose.en}.`),
    w(`可用：--prefix ${free}`, `Free: --prefix ${free}`),
  );
}

/** Why a prefix cannot be taken by which a book's entries of before are numbered. */
function formerlyTaken(ctx: Ctx, { key, prefix }: NewBook): WyError | undefined {
  const [user] = formerUsers(ctx, { key, prefix });
  if (user === undefined) return undefined;
  const free = freePrefix(key, prefixesTaken(ctx));
  return refused(
    'prefix_taken',
    w(
      `登记簿 ${user} 以前的登记用的就是字头 ${prefix}。`,
      `Entries of the book ${user} are numbered with ${prefix} from before.`,
    ),
    w(`可用：--prefix ${free}`, `Free: --prefix ${free}`),
  );
}

/** The prefixes of all books, those of before too. */
export const prefixesTaken = (ctx: Pick<Ctx, 'books' | 'ledger'>): { prefix: string }[] => [
  ...ctx.books,
  ...prefixesKnown(ctx).map((prefix) => ({ prefix })),
];

/**
 * Writes a new book into the home's file and takes note of it. Refuses what the file would be refused
 * for, in the words of `wy book check` (`bad_book`).
 */
export async function makeBook(
  ctx: Ctx,
  file: string,
  wanted: NewBook,
): Promise<Changed & { written: string }> {
  await requireFreeKey(ctx.books, wanted.key);
  const taken = prefixTaken(ctx.books, wanted.prefix, wanted.key) ?? formerlyTaken(ctx, wanted);
  if (taken) throw taken;
  const written = linesOf(wanted);
  await refuseWrong(withBook(readBooksSource(file), written));
  const changed = changeBooks(ctx, file, 'book.new', wanted.key, (source, books) => {
    const other = books.find(({ key, prefix }) => key === wanted.key || prefix === wanted.prefix);
    if (other) throw prefixTaken(books, other.prefix, wanted.key) ?? brokenBooks([]);
    return withBook(source, written);
  });
  return { ...changed, written };
}

/** Refuses (`bad_book`) the text of a file that `wy book check` would refuse. */
async function refuseWrong(text: string): Promise<void> {
  const wrong = await mistakeIn(text);
  if (wrong) throw badBook(wrong);
}

const badBook = ({ path, words }: Wrong) =>
  misused(
    'bad_book',
    w(`${path}：${words.zh}`, `${path}: ${words.en}`),
    w('没有写入，请改正后再试。', 'Nothing was written; mend it and try again.'),
  );

type Wrong = Pick<Mistake, 'path' | 'words'>;

async function mistakeIn(text: string): Promise<Wrong | undefined> {
  const compiled = compileBooks(text);
  if (!('mistakes' in compiled)) return undefined;
  const [first] = await explained(compiled.mistakes);
  return first;
}

const SOME_FIELD: NewField = {
  ...{ key: 'text', type: 'text', label: 'text' },
  ...{ isRequired: false, choices: [] },
};

/** What is wrong with a book as far as it is described, what is still to be said taken for right. */
export function mistakeSoFar(
  books: Books,
  said: Partial<NewBook> & Pick<NewBook, 'key'>,
): Promise<Wrong | undefined> {
  const { key, prefix = freePrefix(key, books), name = key, opens = 'log', fields = [] } = said;
  const some = fields.length > 0 ? fields : [SOME_FIELD];
  return mistakeIn(linesOf({ ...said, key, prefix, name, opens, fields: some }));
}

/** Refuses what was said of a new book before a person is asked for the rest. */
export async function requireRightSoFar(...said: Parameters<typeof mistakeSoFar>): Promise<void> {
  const wrong = await mistakeSoFar(...said);
  if (wrong) throw badBook(wrong);
}
