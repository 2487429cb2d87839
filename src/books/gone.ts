import type { Ctx } from '../context.ts';
import type { DeclaredKinds } from '../deadlines/kinds.ts';
import { bookKinds } from './kinds.ts';
import { type Book, type Books, closingOf } from './model.ts';
import * as store from './store.ts';

type Kept = Pick<Ctx, 'ledger' | 'books'>;

/** Books that have entries and of which the file speaks no more: as they were last, and off. */
export function goneBooks({ ledger, books }: Kept): Book[] {
  const there = new Set(books.map(({ key }) => key));
  return [...store.newestVersions(ledger).values()]
    .filter(({ book }) => !there.has(book) && store.entriesOf(ledger, book) > 0)
    .flatMap(({ book, version }) => store.declaredIn(ledger, book, version) ?? [])
    .map((book) => ({ ...book, isEnabled: false }));
}

/** The books of the desk, then those that are gone. */
export const everyBook = (kept: Kept): Books => [...kept.books, ...goneBooks(kept)];

/** What all books call their promises, those too of which the declaration speaks no more. */
export function kindsEver(kept: Kept): DeclaredKinds {
  const books = everyBook(kept);
  return Object.assign({}, ...books.map((book) => formerKinds(kept, book)), bookKinds(books));
}

/** Promises of earlier versions: they end with their entry. */
function formerKinds({ ledger }: Kept, book: Book): DeclaredKinds {
  const versions = store.versionsOf(ledger, book.key).slice(0, -1);
  const former = versions.flatMap(({ version }) => {
    const was = store.declaredIn(ledger, book.key, version);
    return was ? Object.entries(bookKinds([{ ...was, isEnabled: book.isEnabled }])) : [];
  });
  if (!book.isEnabled) return Object.fromEntries(former);
  const settledBy = `${book.key} ${closingOf(book)?.key ?? 'show'}`;
  return Object.fromEntries(former.map(([kind, { words }]) => [kind, { words, settledBy }]));
}
