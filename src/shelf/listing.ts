import { goneBooks } from '../books/gone.ts';
import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { type Counts, countsByBook } from './store.ts';

/** A book and how much stands in it. */
export interface BookLine extends Counts {
  book: Book;
  /** The file speaks of it no more; its entries are there still. */
  isGone: boolean;
}

const NONE: Counts = { entries: 0, open: 0, overdue: 0 };

/** All books, in the order of the files; behind them those that are gone and have entries. */
export function listBooks(desk: Pick<Ctx, 'ledger' | 'books' | 'now'>): BookLine[] {
  const counts = countsByBook(desk.ledger, desk.now);
  const line = (book: Book, isGone: boolean): BookLine => ({
    ...{ book, isGone },
    ...(counts.get(book.key) ?? NONE),
  });
  return [
    ...desk.books.map((book) => line(book, false)),
    ...goneBooks(desk).map((book) => line(book, true)),
  ];
}
