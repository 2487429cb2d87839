import { type Book, closingOf, openingOf, type Values } from '../books/model.ts';
import { noteBooks, versionNow } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { EntryRecord } from './model.ts';
import { namesIn } from './names.ts';
import { oweApprovals, settle } from './promises.ts';
import { entryRecord, seriesOf } from './record.ts';
import * as store from './store.ts';
import { type Typed, titleOf, valuesOf } from './values.ts';
import { wordsOf } from './words-rules.ts';

/** Writes a new entry of a book; of one that has nothing to close it is closed at once. */
export function openEntry(ctx: Ctx, book: Book, typed: Typed): EntryRecord {
  const verb = openingOf(book);
  return transact(ctx, `books.${book.key}.${verb.key}`, (entry) => {
    noteBooks(ctx);
    const fields = book.fields.filter(({ at }) => at === verb.key);
    const values = valuesOf(ctx, fields, typed);
    const no = nextNumber(ctx.ledger, seriesOf(book), ctx.today);
    const isClosed = closingOf(book) === undefined;
    const names = namesIn(ctx, book, [{ id: 0, values }]).get(0) ?? {};
    store.insert(
      ctx.ledger,
      {
        no,
        book: book.key,
        version: versionNow(ctx, book),
        state: isClosed ? 'closed' : 'open',
        title: titleOf(book, values, names, ctx.lang),
        unitId: unitIdOf(ctx, book, values),
        values,
        at: ctx.now,
        byId: ctx.operator().id,
        closedAt: isClosed ? ctx.now : null,
      },
      wordsOf(book, values, names),
    );
    note(ctx, no, verb.key);
    settle(ctx, book, { no, values }, verb.key);
    oweApprovals(ctx, book, no);
    entry.subject = no;
    entry.changes = changesOf(book, values);
    return entryRecord(ctx, book, no);
  });
}

/** Of the first field that is a unit. */
export function unitIdOf(ctx: Ctx, book: Book, values: Values): number | null {
  const code = book.fields
    .filter(({ type }) => type === 'unit')
    .map(({ key }) => values[key])
    .find((value) => value !== undefined);
  return code === undefined ? null : requireUnit(ctx.ledger, String(code)).id;
}

/** What the journal says of values: those that tell who somebody is only by their field. */
export const changesOf = (book: Book, values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = book.fields.find((each) => each.key === key);
      return [key, field?.personal === false ? value : HIDDEN];
    }),
  );
