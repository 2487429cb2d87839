import type { View } from '../cli/view.ts';
import { entryList } from '../entries/view.ts';
import { w } from '../lib/words.ts';
import type { Exported } from './exporting.ts';

/** The entries themselves where they go into no file: nothing else, so that a program can read them. */
export const exportView: View<Exported> = {
  json: ({ book, entries, file }, as) =>
    file === null
      ? entryList(book).json({ entries, more: 0 }, as)
      : { file, entries: entries.length },
  text: ({ book, entries, file, csv }, pen) => {
    if (csv !== null) return csv;
    if (file === null) return JSON.stringify(entryList(book).json({ entries, more: 0 }, pen.as));
    const count = entries.length;
    return pen.say(w(`${count} 条已写到 ${file}。`, `${count} entries are in ${file}.`));
  },
};
