import type { Book } from '../books/model.ts';
import { bookAsOf } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { fieldsEver, namesByVersion } from './all-versions.ts';
import { peopleCalled, soughtIn } from './filters.ts';
import { isSought, type Sought, wordsSought } from './matching-rules.ts';
import type { Entry, EntryList, EntryRecord, EntryState } from './model.ts';
import { recordsOf } from './record.ts';
import * as store from './store.ts';
import type { Typed } from './values.ts';

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
export const listEntries = (ctx: Ctx, book: Book, query: EntryQuery): EntryRecord[] =>
  recordsOf(ctx, book, chosen(ctx, book, query, { isCounted: false }).entries);

/** The same for people to read: says how many there are behind the newest. */
export function listForPerson(ctx: Ctx, book: Book, query: EntryQuery): EntryList {
  const { entries, count } = chosen(ctx, book, query, { isCounted: true });
  return { entries: recordsOf(ctx, book, entries), more: count - entries.length };
}

interface Chosen {
  entries: Entry[];
  /** Of all there are, where they were to be counted. */
  count: number;
}

/** The index gives the candidates; what was sought is looked for in their values themselves. */
function chosen(
  ctx: Ctx,
  book: Book,
  query: EntryQuery,
  { isCounted }: { isCounted: boolean },
): Chosen {
  const { ledger, zone } = ctx;
  const { most = null } = query;
  const sought = soughtIn(ctx, book, query.fields, query.find);
  const filter: store.Filter = {
    book: book.key,
    state: query.state ?? (query.open ? 'open' : null),
    overdueAt: query.overdue ? ctx.now : null,
    from: query.since ? startOfDay(query.since, zone) : null,
    to: query.through ? endOfDay(query.through, zone) : null,
    words: wordsFor(ctx, book, sought),
    isForNewest: most !== null && !isCounted,
  };
  if (sought.fields.length + sought.parts.length === 0) {
    const entries = [...store.candidates(ledger, filter, most)];
    return { entries, count: isCounted ? store.countOf(ledger, filter) : entries.length };
  }
  const entries: Entry[] = [];
  let count = 0;
  for (const entry of matching(ctx, book, sought, store.candidates(ledger, filter))) {
    count += 1;
    if (most === null || count <= most) entries.push(entry);
    if (count === most && !isCounted) break;
  }
  return { entries, count };
}

function wordsFor(ctx: Ctx, book: Book, sought: Sought): string | null {
  const fields = sought.parts.length > 0 ? fieldsEver(ctx, book) : [];
  return wordsSought({ key: book.key, fields }, sought, peopleCalled(ctx, fields, sought.parts));
}

const AT_ONCE = 100;

function* matching(
  ctx: Ctx,
  book: Book,
  sought: Sought,
  candidates: IterableIterator<Entry>,
): IterableIterator<Entry> {
  for (const some of inTurns(candidates, AT_ONCE)) {
    const names = sought.parts.length > 0 ? namesByVersion(ctx, book, some) : undefined;
    for (const entry of some) {
      const looked = {
        values: entry.values,
        of: bookAsOf(ctx, book, entry.version),
        names: names?.get(entry.id) ?? {},
      };
      if (isSought(sought, looked)) yield entry;
    }
  }
}

function* inTurns<T>(all: Iterable<T>, size: number): IterableIterator<T[]> {
  let some: T[] = [];
  for (const each of all) {
    some.push(each);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
