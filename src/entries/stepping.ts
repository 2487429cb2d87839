import type { Book, Verb } from '../books/model.ts';
import { noteBooks } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { type EntryRecord, STATES } from './model.ts';
import { changesOf } from './opening.ts';
import { settle } from './promises.ts';
import { entryRecord, requireEntry } from './record.ts';
import * as store from './store.ts';
import { type Typed, valuesOf } from './values.ts';
import { wordsOf } from './words-rules.ts';

/** Does a verb with an entry that is open: a step between, or its closing. */
export function stepEntry(
  ctx: Ctx,
  book: Book,
  verb: Verb,
  typedNo: string,
  typed: Typed,
): EntryRecord {
  return transact(ctx, `books.${book.key}.${verb.key}`, (entry) => {
    noteBooks(ctx);
    const it = requireEntry(ctx, book, typedNo);
    if (it.state !== 'open') throw notOpen(book, it);
    const fields = book.fields.filter(({ at }) => at === verb.key);
    const values = valuesOf(ctx, fields, typed, it.values);
    const closing = verb.does === 'close' ? ({ state: 'closed', closedAt: ctx.now } as const) : {};
    store.update(ctx.ledger, it.no, { values, ...closing });
    store.reindex(ctx.ledger, it.id, wordsOf(book, values, it.names));
    note(ctx, it.no, verb.key);
    settle(ctx, book, { no: it.no, values }, verb.key);
    entry.subject = it.no;
    entry.changes = changesOf(book, values);
    return entryRecord(ctx, book, it.no);
  });
}

const notOpen = (book: Book, { no, state }: EntryRecord) =>
  refused(
    'entry_not_open',
    w(`${no} ${STATES[state].zh}。`, `${no} is ${STATES[state].en}.`),
    w(`查看：wy ${book.key} show ${no}`, `See wy ${book.key} show ${no}`),
  );
