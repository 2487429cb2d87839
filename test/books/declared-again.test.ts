import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/books/model.ts';
import { declaredLines } from '../../src/shelf/declaring-rules.ts';
import { booksOf, shippedBooks } from '../support/ledger.ts';

/** A book of one's own that says what the built-in one does. */
const own = ({ hash: _, ...book }: Book) => ({
  ...{ ...book, key: 'own', prefix: 'QQQ' },
  ...{ isEnabled: true, isBuiltIn: false },
});

/** A book of one's own has no verb that wy has. */
const couldBeOwn = ({ verbs }: Book) => !verbs.some(({ key }) => key === 'report');

describe('a book that is written down again', () => {
  it.each(
    shippedBooks()
      .filter(couldBeOwn)
      .map((book): [string, Book] => [book.key, book]),
  )('is the same: %s', (_, book) => {
    const wanted = own(book);
    const read = booksOf(declaredLines({ ...wanted, hash: '' })).find(({ key }) => key === 'own');
    expect(read && own(read)).toEqual(wanted);
    expect(JSON.stringify(read && own(read))).toBe(JSON.stringify(wanted));
  });
});
