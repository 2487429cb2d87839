import type { BookKind, DeclaredKinds, Kind } from '../deadlines/kinds.ts';
import type { Approval, Book, Books, Limit } from './model.ts';
import { openingOf } from './model.ts';

/** The kinds of promises a book makes: of its limits, of its approvals, of its cadence. */
export const limitKind = (book: Pick<Book, 'key'>, { key }: Pick<Limit, 'key'>): BookKind =>
  `books.${book.key}.${key}`;

export const approvalKind = (book: Pick<Book, 'key'>, { key }: Pick<Approval, 'key'>): BookKind =>
  `books.${book.key}.approve-${key}`;

export const cadenceKind = (book: Pick<Book, 'key'>): BookKind => `books.${book.key}.next`;

/** All of them, with their words and the lines that settle them. */
export const bookKinds = (books: Books): DeclaredKinds =>
  Object.fromEntries(books.flatMap((book) => kindsOf(book)));

function kindsOf(book: Book): [BookKind, Kind][] {
  const limits = book.limits.map((limit): [BookKind, Kind] => [
    limitKind(book, limit),
    {
      words: limit.words,
      settledBy: `${book.key} ${limit.met}`,
      ...restOf(book, limit.met),
      ...(limit.lead !== null && { early: true }),
    },
  ]);
  const approvals = book.approvals.map((approval): [BookKind, Kind] => [
    approvalKind(book, approval),
    { words: approval.words, settledBy: `${book.key} approve` },
  ]);
  if (!book.cadence) return [...limits, ...approvals];
  const opening = openingOf(book).key;
  const next: Kind = {
    words: book.cadence.words,
    settledBy: `${book.key} ${opening}`,
    ...restOf(book, opening),
    unnumbered: true,
    isRecurring: true,
  };
  return [...limits, ...approvals, [cadenceKind(book), next]];
}

/** What the verb cannot do without. */
function restOf(book: Book, verb: string): Pick<Kind, 'rest'> {
  const needed = book.fields.filter(({ at, required, usual }) => at === verb && required && !usual);
  if (needed.length === 0) return {};
  return { rest: needed.map(({ key }) => `--${optionOf(key)} …`).join(' ') };
}

const optionOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
