import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unusable } from '../lib/errors.ts';
import { plural, w } from '../lib/words.ts';
import type { Mistake } from '../policy/mistakes.ts';
import { keepBooks, keptBooks } from './kept-books.ts';
import type { Books } from './model.ts';

/** The books of a home: the built-in ones with what its books.yaml says; without that file as shipped. */
export async function loadBooks(file: string, { build }: { build: string }): Promise<Books> {
  const origin = { build, source: readBooksSource(file) };
  const cacheFile = path.join(path.dirname(file), '.books-cache.json');
  const kept = keptBooks(cacheFile, origin);
  if (kept) return kept;
  const { compileBooks } = await import('./compile.ts');
  const compiled = compileBooks(origin.source);
  if ('books' in compiled) {
    keepBooks(cacheFile, origin, compiled.books);
    return compiled.books;
  }
  const { explained } = await import('./explaining.ts');
  throw brokenBooks(await explained(compiled.mistakes));
}

/** The text of a home's books.yaml, '' where it has none; unusable `books_unreadable`. */
export function readBooksSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw unusable(
      'books_unreadable',
      w('登记簿文件 books.yaml 打不开。', 'books.yaml cannot be read.'),
      w('请检查它是不是文件、有没有读的权限。', 'Check that it is a file and may be read.'),
    );
  }
}

/** Unusable `books_broken`: the first mistake, and how many there are. */
export function brokenBooks(mistakes: readonly Mistake[]) {
  const [first] = mistakes;
  const place = first?.path ? w(`（${first.path}）`, ` (${first.path})`) : w('', '');
  return unusable(
    'books_broken',
    w(
      `登记簿文件 books.yaml 有 ${mistakes.length} 处错误。第 ${first?.line} 行${place.zh}：${first?.words.zh}`,
      `books.yaml has ${plural(mistakes.length, 'mistake')}. Line ${first?.line}${place.en}: ${first?.words.en}`,
    ),
    w('全部错误见 wy book check。', 'wy book check shows all of them.'),
  );
}
