import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import type { EntryRecord, EntryState } from './model.ts';
import { recordsOf } from './record.ts';
import * as store from './store.ts';
import type { Typed } from './values.ts';
import { wordsSought } from './words-rules.ts';

export interface EntryQuery {
  state?: EntryState | undefined;
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  find?: string | undefined;
  since?: Day | undefined;
  through?: Day | undefined;
  /** The newest so many. */
  most?: number | undefined;
  /** By field. */
  fields: Typed;
}

/** The newest first. */
export function listEntries(ctx: Ctx, book: Book, query: EntryQuery): EntryRecord[] {
  const { zone } = ctx;
  const entries = store.list(ctx.ledger, {
    book: book.key,
    state: query.state ?? (query.open ? 'open' : null),
    overdueAt: query.overdue ? ctx.now : null,
    from: query.since ? startOfDay(query.since, zone) : null,
    to: query.through ? endOfDay(query.through, zone) : null,
    words: query.find ? wordsSought(book, { text: query.find, whole: {}, parts: [] }) : null,
    most: query.most ?? null,
  });
  return recordsOf(ctx, book, entries);
}
