import { type Conflict, conflict } from './conflict-model.ts';

const MOST_BOOKS = 100;

/** The most of what a book may hold; a desk that wants more wants two books. */
const MOST: Readonly<Record<string, number>> = {
  fields: 60,
  verbs: 20,
  deadlines: 20,
  approvals: 10,
  rates: 10,
  signatures: 10,
  title: 5,
};

const MOST_CHOICES = 100;

type Group = Readonly<Record<string, unknown>>;

const isGroup = (tree: unknown): tree is Group =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

const sizeOf = (tree: unknown): number =>
  Array.isArray(tree) ? tree.length : isGroup(tree) ? Object.keys(tree).length : 0;

/** Too many books of one's own: nothing else is looked at. */
export const tooManyBooks = (own: readonly string[]): Conflict[] =>
  own.length <= MOST_BOOKS ? [] : [tooMany(own[MOST_BOOKS] ?? '', MOST_BOOKS, own.length)];

/** What is too long in a book; it is not looked into any further. */
export function tooMuchIn(key: string, book: unknown): Conflict[] {
  if (!isGroup(book)) return [];
  const parts = Object.entries(MOST).flatMap(([part, most]) => {
    const size = Object.hasOwn(book, part) ? sizeOf(book[part]) : 0;
    return size > most ? [tooMany(`${key}.${part}`, most, size)] : [];
  });
  const fields = isGroup(book.fields) && parts.length === 0 ? Object.entries(book.fields) : [];
  const choices = fields.flatMap(([field, it]) =>
    ['choices', 'items'].flatMap((part) => {
      const size = isGroup(it) && Object.hasOwn(it, part) ? sizeOf(it[part]) : 0;
      const path = `${key}.fields.${field}.${part}`;
      return size > MOST_CHOICES ? [tooMany(path, MOST_CHOICES, size)] : [];
    }),
  );
  return [...parts, ...choices];
}

const tooMany = (path: string, most: number, size: number): Conflict =>
  conflict(
    path,
    `最多 ${most} 个，这里有 ${size} 个。`,
    `At most ${most} of them; there are ${size}.`,
  );
