import { list, same, type Words, w } from '../lib/words.ts';
import type { Book } from './model.ts';

/** What does not go together, at the dotted path of the key that is to be changed. */
export interface Conflict {
  path: string;
  words: Words;
}

export const conflict = (path: string, zh: string, en: string): Conflict => ({
  path,
  words: w(zh, en),
});

/** A conflict where something holds, nothing elsewhere. */
export const when = (holds: boolean, make: () => Conflict): Conflict[] => (holds ? [make()] : []);

export const rankOf = ({ verbs }: Book, key: string): number =>
  ['open', 'step', 'close'].indexOf(verbs.find((verb) => verb.key === key)?.does ?? '');

/** A verb that the book does not have, named at a path. */
export const unknownVerb = (book: Book, path: string, key: string | null): Conflict[] =>
  key === null || book.verbs.some((verb) => verb.key === key)
    ? []
    : [unknown(path, w('动作', 'verb'), key, book.verbs)];

/** A field that the book does not have, named at a path. */
export const unknownField = (book: Book, path: string, key: string | null): Conflict[] =>
  key === null || book.fields.some((field) => field.key === key)
    ? []
    : [unknown(path, w('字段', 'field'), key, book.fields)];

const MOST_TOLD = 12;

function unknown(
  path: string,
  what: Words,
  key: string,
  all: readonly { key: string }[],
): Conflict {
  const there = list(all.slice(0, MOST_TOLD).map((each) => same(each.key)));
  const more = all.length > MOST_TOLD ? ' …' : '';
  return conflict(
    path,
    `没有${what.zh} ${key}，有：${there.zh}${more}。`,
    `There is no ${what.en} ${key}; there are: ${there.en}${more}.`,
  );
}
