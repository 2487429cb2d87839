import type { Book } from '../books/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import * as index from './index-store.ts';
import type { EntryChange, EntryRecord, NewEntry } from './model.ts';
import * as store from './row-store.ts';
import { wordsOf } from './words-rules.ts';

/** Writes an entry, and the words by which it is found. */
export function insertEntry(ledger: Ledger, book: Book, entry: NewEntry): void {
  const id = store.insert(ledger, book.key, entry);
  index.add(ledger, id, wordsOf(book, entry.values));
}

/** Changes an entry; by other values it is found from now on, and by no others. */
export function updateEntry(
  ledger: Ledger,
  { id, no, of }: Pick<EntryRecord, 'id' | 'no' | 'of'>,
  change: EntryChange,
): void {
  store.update(ledger, no, change);
  if (change.values === undefined) return;
  index.remove(ledger, id);
  index.add(ledger, id, wordsOf(of, change.values));
}
