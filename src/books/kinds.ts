import type { BookKind, DeclaredKinds, Kind } from '../deadlines/kinds.ts';
import { optionName } from '../lib/option-name.ts';
import type { Approval, Book, Books, Limit } from './model.ts';
import { isWrittenAt, openingOf } from './model.ts';

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
  if (!book.isEnabled) return kindsOfDisabled(book);
  const limits = book.limits.map((limit): [BookKind, Kind] => [
    limitKind(book, limit),
    {
      words: limit.words,
      settledBy: `${book.key} ${limit.met}`,
      ...(limit.lead !== null && { early: true }),
      get rest() {
        return restOf(book, limit.met);
      },
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
    unnumbered: true,
    isRecurring: true,
    get rest() {
      return restOf(book, opening);
    },
  };
  return [...limits, ...approvals, [cadenceKind(book), next]];
}

/** What a book still owes that is off: it is enabled again first. */
const kindsOfDisabled = (book: Book): [BookKind, Kind][] =>
  [
    ...book.limits.map((limit) => [limitKind(book, limit), limit.words] as const),
    ...book.approvals.map((it) => [approvalKind(book, it), it.words] as const),
  ].map(([kind, words]) => [
    kind,
    { words, settledBy: `book enable ${book.key}`, isRecurring: true },
  ]);

/** What the verb cannot do without; asked for a line at a time, as it reads the fields of the book. */
function restOf(book: Book, verb: string): string {
  const needed = book.fields.filter(
    (field) => isWrittenAt(field, verb) && field.required && !field.usual,
  );
  return needed
    .map(({ key, positional }) => (positional ? '"…"' : `--${optionName(key)} …`))
    .join(' ');
}
