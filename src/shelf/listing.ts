import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { type Counts, countsByBook } from './store.ts';

/** A book and how much stands in it. */
export interface BookLine extends Counts {
  book: Book;
}

const NONE: Counts = { entries: 0, open: 0, overdue: 0 };

/** All books, in the order of the files. */
export function listBooks({
  ledger,
  books,
  now,
}: Pick<Ctx, 'ledger' | 'books' | 'now'>): BookLine[] {
  const counts = countsByBook(ledger, now);
  return books.map((book) => ({ book, ...(counts.get(book.key) ?? NONE) }));
}
