import { createHash } from 'node:crypto';
import { nearestPaths } from '../lib/near.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { mistakesIn } from '../policy/judging.ts';
import { type Branch, isBranch, mergeTrees } from '../policy/merge.ts';
import type { Mistake } from '../policy/mistakes.ts';
import { lineOf, type PolicyTree, readTree } from '../policy/tree.ts';
import { catalogueTrees } from './catalogue/index.ts';
import type { Conflict } from './conflict-model.ts';
import { bookConflicts } from './conflict-rules.ts';
import { badKeysIn, badNoun } from './key-rules.ts';
import type { Book, Books } from './model.ts';
import { bookSchema, keysIn } from './schema.ts';
import { shapeBook } from './shaping.ts';
import { tooManyBooks, tooMuchIn } from './size-rules.ts';

/** One thing wrong in a file of books; of a Chinese key what was typed, so that another can be proposed. */
export interface BookMistake extends Mistake {
  chinese?: string;
}

export type CompiledBooks = { books: Books } | { mistakes: BookMistake[] };

const FILE = { name: w('登记簿文件', 'file of books'), mostCharacters: 300_000 };

/**
 * Turns the text of a home's books.yaml into all books, its own and the built-in ones, of which it may
 * change a part; or tells all mistakes at once, in the order of their lines.
 */
export function compileBooks(text: string): CompiledBooks {
  const read = readTree(text, FILE);
  if ('mistakes' in read) return read;
  const own = read.tree === '' ? {} : read.tree;
  if (!isBranch(own)) return { mistakes: [NO_GROUP] };
  const many = tooManyBooks(Object.keys(own).filter((key) => !isBuiltIn(key)));
  if (many.length > 0) return { mistakes: inOrder(many, read) };

  const trees = Object.entries(mergeTrees(builtIn(), own)).map(([key, tree]) => ({ key, tree }));
  const judged = trees.map(({ key, tree }) => judge(key, tree, read));
  const books = judged.flatMap((each) => ('book' in each ? [each.book] : []));
  const found: (Conflict & Pick<BookMistake, 'chinese'>)[] = [
    ...badKeysIn(own),
    ...judged.flatMap((each) => ('mistakes' in each ? each.mistakes : [])),
    ...bookConflicts(books, new Set(Object.keys(own))),
  ];
  return found.length === 0 ? { books } : { mistakes: inOrder(found, read) };
}

let catalogue: Branch | undefined;

/** The trees of the catalogue, read once. */
function builtIn(): Branch {
  catalogue ??= catalogueTrees() as Branch;
  return catalogue;
}

const isBuiltIn = (key: string): boolean => Object.hasOwn(builtIn(), key);

const NO_GROUP: Mistake = {
  path: '',
  line: 1,
  words: w(
    '文件应由登记簿组成：每本一组，键是命令名，下面缩进写各项。',
    'The file is made of books, each a group of lines below its key.',
  ),
};

type Judged = { book: Book } | { mistakes: Conflict[] };

function judge(key: string, tree: unknown, read: PolicyTree): Judged {
  const tooMuch = tooMuchIn(key, tree);
  if (tooMuch.length > 0) return { mistakes: tooMuch };
  const stranger = strangerTo(key, tree);
  // Of a key that cannot be one that alone is told.
  if (stranger) return { mistakes: badNoun(key) ? [] : [stranger] };
  const judged = bookSchema.safeParse(tree);
  if (judged.success) return { book: stamped(shapeBook(key, judged.data, isBuiltIn(key))) };
  const issues = judged.error.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
  return { mistakes: mistakesIn(issues, read, { unknownKey, refused: missing }) };
}

/** A short mark of all that a book says, so that a change is known without reading it. */
function stamped(book: Omit<Book, 'hash'>): Book {
  const hash = createHash('sha256').update(JSON.stringify(book)).digest('hex').slice(0, 32);
  return { ...book, hash };
}

const OF_OWN = ['prefix', 'name', 'verbs', 'fields'];

/** A book that says nothing a new one must say was meant for one that is there. */
function strangerTo(key: string, tree: unknown): Conflict | undefined {
  if (isBuiltIn(key)) return undefined;
  if (isBranch(tree as Branch) && OF_OWN.some((part) => Object.hasOwn(tree as Branch, part))) {
    return undefined;
  }
  const meant = nearestPaths(key, Object.keys(builtIn()));
  const near = meant.length > 0 ? list(meant.map(same)) : undefined;
  return {
    path: key,
    words: w(
      `没有内置的登记簿 ${key}${near ? `，是 ${near.zh} 吗` : ''}？新登记簿要写 ${OF_OWN.join('、')}。`,
      `There is no built-in book ${key}${near ? `; did you mean ${near.en}` : ''}? One of your own says ${OF_OWN.join(', ')}.`,
    ),
  };
}

/** What is not there at all has no wrong value. */
function missing(path: string, value: unknown): Words | undefined {
  if (value !== undefined) return undefined;
  const key = path.slice(path.lastIndexOf('.') + 1);
  return w(`缺少 ${key}，请写上。`, `${key} is missing here; add it.`);
}

function unknownKey(path: string): Words {
  const [, ...keys] = path.split('.');
  const known = keysIn(keys.slice(0, -1));
  const parent = path.slice(0, path.lastIndexOf('.'));
  const meant = nearestPaths(
    path,
    known.map((key) => `${parent}.${key}`),
  ).map((each) => each.slice(parent.length + 1));
  if (meant.length > 0) {
    return w(
      `没有这一项，是 ${meant.join('、')} 吗？`,
      `There is no such key. Did you mean ${meant.join(', ')}?`,
    );
  }
  return w(
    `没有这一项。这里可写：${known.join('、')}。`,
    `There is no such key. This takes: ${known.join(', ')}.`,
  );
}

const inOrder = <T extends Conflict>(
  conflicts: readonly T[],
  { lines }: PolicyTree,
): (T & { line: number })[] =>
  conflicts
    .map((each) => ({ ...each, line: lineOf(each.path, lines) }))
    .sort((a, b) => a.line - b.line || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
