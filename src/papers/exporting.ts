import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { csvOf, prepareList, refuseFile } from '../documents/list-file.ts';
import { type EntryQuery, listEntries } from '../entries/listing.ts';
import type { EntryRecord } from '../entries/model.ts';
import { type Words, w } from '../lib/words.ts';
import { entryListOf } from './export-rules.ts';

export const FORMATS = {
  csv: w('CSV 表格', 'CSV'),
  json: w('JSON', 'JSON'),
} as const satisfies Record<string, Words>;

export interface Exported {
  book: Book;
  entries: readonly EntryRecord[];
  /** Where it was written; null: it is shown. */
  file: string | null;
  /** The CSV that is shown. */
  csv: string | null;
}

interface Wanted {
  query: EntryQuery;
  format: keyof typeof FORMATS;
  /** A new .csv or .xlsx. */
  out: string | undefined;
  reveal: boolean;
}

/** The entries that a list would show, for a spreadsheet or a program; they can be imported again. */
export async function exportEntries(
  ctx: Ctx,
  book: Book,
  { query, format, out, reveal }: Wanted,
): Promise<Exported> {
  if (out !== undefined) refuseFile(out);
  // Whoever takes personal data along answers for it: known before anything is written.
  if (reveal) ctx.operator();
  const entries = listEntries(ctx, book, query);
  const list = entryListOf(book, entries, { lang: ctx.lang, zone: ctx.zone, reveal });
  if (out === undefined) {
    return { book, entries, file: null, csv: format === 'csv' ? await csvOf(list) : null };
  }
  const prepared = await prepareList(out, list);
  try {
    prepared.place();
  } finally {
    prepared.discard();
  }
  return { book, entries, file: out, csv: null };
}
