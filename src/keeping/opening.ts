import { type Book, openingOf } from '../books/model.ts';
import { noteBooks, versionNow } from '../books/versions.ts';
import { waitsToClose } from '../books/when-rules.ts';
import type { Ctx } from '../context.ts';
import type { EntryRecord } from '../entries/model.ts';
import { entryRecord, seriesOf } from '../entries/record.ts';
import { insertEntry } from '../entries/rows.ts';
import { type Typed, valuesOf } from '../entries/values.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { transact } from '../ledger/transact.ts';
import { note } from '../timeline/service.ts';
import { warnOfArrears } from './arrears.ts';
import { chargeFor } from './charging.ts';
import { oweApprovals, settle } from './promises.ts';
import { setGoing } from './sequels.ts';
import { refuseTwice } from './unique.ts';
import { changesOf, detailOf, filed } from './writing.ts';

/**
 * Writes a new entry of a book, with what it promises, charges and sets going; one that nothing has to
 * close is closed at once. What its unit owes is told, and is never a condition (rule 115).
 */
export function openEntry(ctx: Ctx, book: Book, typed: Typed): EntryRecord {
  const verb = openingOf(book).key;
  return transact(ctx, `books.${book.key}.${verb}`, (entry) => {
    noteBooks(ctx);
    const values = valuesOf(ctx, book, verb, typed);
    const { title, unitId } = filed(ctx, book, values);
    const no = nextNumber(ctx.ledger, seriesOf(book), ctx.today);
    const isOpen = waitsToClose(book, values);
    if (isOpen) refuseTwice(ctx, book, { values });
    insertEntry(ctx.ledger, book, {
      ...{ no, formerNo: null, version: versionNow(ctx, book) },
      ...{ state: isOpen ? 'open' : 'closed', title, unitId, values },
      ...{ at: ctx.now, byId: ctx.operator().id },
      ...{ closedAt: isOpen ? null : ctx.now, cancelledAt: null },
    });
    note(ctx, no, verb, detailOf(ctx, book.fields, values));
    const it = { no, values, isOpen, done: new Set([verb]) };
    settle(ctx, book, it, { verb, before: {} });
    oweApprovals(ctx, book, { no, at: ctx.now, isOpen, approved: [] });
    if (book.showsArrears) warnOfArrears(ctx, book, values);
    entry.subject = no;
    entry.changes = {
      ...changesOf(book, values),
      ...chargeFor(ctx, book, it, verb),
      ...setGoing(ctx, book, it, verb),
    };
    return entryRecord(ctx, book, no);
  });
}
