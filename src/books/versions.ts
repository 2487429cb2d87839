import type { Ctx } from '../context.ts';
import type { Book } from './model.ts';
import * as store from './store.ts';

/**
 * Takes note, in the transaction of its caller, of how the books are kept from now on: a new version of
 * each that is new, was changed, enabled or disabled since the ledger last heard of it.
 */
export function noteBooks(ctx: Ctx): void {
  const known = store.newestVersions(ctx.ledger);
  for (const book of ctx.books) {
    const last = known.get(book.key);
    const declared = JSON.stringify(book);
    if (last?.declared === declared || (!last && !book.isEnabled)) continue;
    store.insertVersion(ctx.ledger, {
      book: book.key,
      version: (last?.version ?? 0) + 1,
      sinceAt: ctx.now,
      isEnabled: book.isEnabled,
      declared,
    });
  }
}

/** The version under which entries are written now; `noteBooks` has been called before. */
export function versionNow(ctx: Ctx, book: Pick<Book, 'key'>): number {
  return store.versionsOf(ctx.ledger, book.key).at(-1)?.version ?? 0;
}
