import { compileBooks } from '../books/compile.ts';
import { goneBooks } from '../books/gone.ts';
import { brokenBooks, readBooksSource } from '../books/load.ts';
import type { Book, Books } from '../books/model.ts';
import { noteBooks } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { nearestPaths } from '../lib/near.ts';
import { list, same, w } from '../lib/words.ts';
import { writeBooks } from './books-file.ts';
import { declaredLines } from './declaring-rules.ts';
import { withBook, withEnabled } from './editing-rules.ts';
import { countsByBook } from './store.ts';

/** A book that was switched, and all books as they are now. */
export interface Changed {
  book: Book;
  books: Books;
}

/** The book of a key; refuses `unknown_book`, naming those that look alike. */
export function requireBook(books: Books, key: string): Book {
  const found = books.find((book) => book.key === key);
  if (found) return found;
  const meant = nearestPaths(
    key,
    books.map((book) => book.key),
  );
  throw refused(
    'unknown_book',
    w(`没有登记簿“${key}”。`, `There is no book "${key}".`),
    meant.length > 0
      ? w(
          `是 ${list(meant.map(same)).zh} 吗？全部见 wy book list`,
          `Did you mean ${list(meant.map(same)).en}? See wy book list`,
        )
      : w('全部见 wy book list；新建：wy book new', 'See wy book list; make one with wy book new'),
  );
}

/**
 * Switches a book on or off in the home's file, which is made where there is none, and takes note of it
 * in the ledger; one that is gone is written there again, as it was last. Refuses `unknown_book`; a file with mistakes is left alone (`books_broken`).
 */
export function switchBook(ctx: Ctx, file: string, key: string, isEnabled: boolean): Changed {
  const action = isEnabled ? 'book.enable' : 'book.disable';
  return changeBooks(ctx, file, action, key, (source, books) => {
    const gone = goneBooks({ ...ctx, books }).find((book) => book.key === key);
    if (gone && isEnabled) return withBook(source, declaredLines(gone));
    return requireBook(books, key).isEnabled === isEnabled
      ? source
      : withEnabled(source, key, isEnabled);
  });
}

/** Changes the text of the home's file and what the ledger knows of it: both, or neither. */
export function changeBooks(
  ctx: Ctx,
  file: string,
  action: string,
  key: string,
  change: (source: string, books: Books) => string,
): Changed {
  return transact(ctx, action, (entry) => {
    // Read inside the transaction, so that of two who change it none undoes the other's work.
    const source = readBooksSource(file);
    const text = change(source, booksIn(source));
    const books = booksIn(text);
    noteBooks({ ...ctx, books }, { sinceAt: ctx.now });
    entry.subject = `book ${key}`;
    entry.always = text !== source;
    const book = requireBook(books, key);
    if (text !== source) writeBooks(file, text);
    return { book, books };
  });
}

function booksIn(text: string): Books {
  const compiled = compileBooks(text);
  if ('mistakes' in compiled) throw brokenBooks(compiled.mistakes);
  return compiled.books;
}

/** What is shown of a change; whoever switches a book off is told of what is still open in it. */
export function changedWith(ctx: Ctx, { book }: Changed) {
  const open = countsByBook(ctx.ledger, ctx.now).get(book.key)?.open ?? 0;
  if (!book.isEnabled && open > 0) {
    ctx.warn(
      w(
        `还有 ${open} 条未结，仍在今日事项里；要办理请先启用。`,
        `Entries still open: ${open}; they stay on the agenda, and are worked on once the book is enabled again.`,
      ),
    );
  }
  return { book, written: null };
}
