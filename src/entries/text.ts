import type { Book } from '../books/model.ts';
import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';

/** The words of a book's timelines: its verbs, and what every entry can live through. */
export const tellingOf = ({ verbs }: Book): Telling => ({
  kinds: {
    edited: w('更改', 'Edited'),
    cancelled: w('作废', 'Cancelled'),
    approved: w('批准', 'Approved'),
    ...Object.fromEntries(verbs.map(({ key, about }) => [key, about])),
  },
});
