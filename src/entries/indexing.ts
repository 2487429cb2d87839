import type { Books } from '../books/model.ts';
import { bookAsOf } from '../books/versions.ts';
import type { Ledger } from '../ledger/ledger.ts';
import * as store from './index-store.ts';
import { wordsOf } from './words-rules.ts';

/** What is wrong with the index by which entries are found. */
export interface IndexFaults {
  /** Entries it does not know, and such as it knows that are none. */
  astray: number;
  /** Entries of a sample that it does not find by their own words. */
  lost: readonly string[];
}

const SAMPLE = 500;

/** Looks whether every entry stands in the index, and whether a sample is found by its own words. */
export function examineIndex(ledger: Ledger, books: Books): IndexFaults {
  const lost = store
    .sample(ledger, SAMPLE)
    .filter((entry) => !store.isFoundBy(ledger, entry.id, ownWords(ledger, books, entry)))
    .map(({ no }) => no);
  return { astray: store.countAstray(ledger), lost };
}

const AT_ONCE = 1_000;

/** Makes the index anew from the entries; gives how many there are. It proves nothing: no line. */
export function rebuildIndex(ledger: Ledger, books: Books): number {
  return ledger.write(() => {
    store.clear(ledger);
    let count = 0;
    let after = 0;
    for (;;) {
      const entries = store.entriesAfter(ledger, after, AT_ONCE);
      for (const entry of entries) store.add(ledger, entry.id, ownWords(ledger, books, entry));
      count += entries.length;
      const last = entries.at(-1);
      if (!last) return count;
      after = last.id;
    }
  });
}

/** By the book it was written in; of a book that is gone nothing is known. */
function ownWords(ledger: Ledger, books: Books, { book, version, values }: store.Indexed): string {
  const found = books.find(({ key }) => key === book);
  return found ? wordsOf(bookAsOf({ ledger }, found, version), values) : '';
}
