import * as z from 'zod/mini';
import { list, w } from '../lib/words.ts';
import { mistakesIn } from '../policy/judging.ts';
import { isBranch, mergeTrees } from '../policy/merge.ts';
import type { Mistake } from '../policy/mistakes.ts';
import { readTree, type Tree } from '../policy/tree.ts';
import { catalogueTrees } from './catalogue/index.ts';
import { bookConflicts } from './conflict-rules.ts';
import type { Books } from './model.ts';
import { bookSchema } from './schema.ts';
import { shapeBook } from './shaping.ts';

export type CompiledBooks = { books: Books } | { mistakes: Mistake[] };

/**
 * Turns the text of a home's books.yaml into all books, its own and the built-in ones, of which it may
 * change a part; or tells all mistakes at once, in the order of their lines.
 */
export function compileBooks(text: string): CompiledBooks {
  const read = readTree(text);
  if ('mistakes' in read) return read;
  const builtIn = catalogueTrees();
  const own: Tree = read.tree === '' ? {} : read.tree;
  const merged = mergeTrees(builtIn, own);
  const judged = z.record(z.string(), bookSchema).safeParse(merged);
  if (!judged.success) return { mistakes: mistakesIn(judged.error.issues, read, { unknownKey }) };

  const books = Object.entries(judged.data).map(([key, declared]) =>
    shapeBook(key, declared, isBranch(builtIn) && Object.hasOwn(builtIn, key)),
  );
  const conflicts = bookConflicts(books);
  if (conflicts.length === 0) return { books };
  const mistakes = conflicts.map(({ path, words }) => ({
    path,
    line: lineOf(path, read.lines),
    words,
  }));
  return { mistakes: mistakes.sort((a, b) => a.line - b.line) };
}

/** The line of a path, or of what stands around it. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  const found = lines.get(path);
  if (found !== undefined || path === '') return found ?? 1;
  return lineOf(path.slice(0, Math.max(0, path.lastIndexOf('.'))), lines);
}

const KEYS = Object.keys(bookSchema.shape).map((key) => w(key, key));

const unknownKey = () =>
  w(
    `没有这一项。登记簿可写：${list(KEYS).zh}`,
    `There is no such key. A book takes: ${list(KEYS).en}`,
  );
