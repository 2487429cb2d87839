import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Book, Books } from './model.ts';

/** What does not go together, at the dotted path of the key that is to be changed. */
export interface Conflict {
  path: string;
  words: Words;
}

/** All that is wrong in books that are each readable. */
export const bookConflicts = (books: Books): Conflict[] => books.flatMap(inBook);

function inBook(book: Book): Conflict[] {
  const opening = book.verbs.filter(({ does }) => does === 'open');
  if (opening.length === 1) return [];
  return [
    {
      path: `${book.key}.verbs`,
      words: w('应有且只有一个动作是 open。', 'Exactly one verb opens an entry: does: open.'),
    },
  ];
}
