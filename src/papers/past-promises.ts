import { type Book, closingOf, openingOf } from '../books/model.ts';
import { recall, type When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import { promise } from '../deadlines/service.ts';
import type { NewEntry } from '../entries/model.ts';
import { oweApprovals, owedAfter, owedApprovals } from '../keeping/promises.ts';
import type { EntryLine } from './past.ts';

/**
 * The promises of an entry of the past, by the declaration of today and the times of its row, with what
 * came of them. An open one owes what it would owe had it been made here; of one that is over nothing
 * stays open: what nobody wrote down is waived.
 */
export function promisePastEntry(ctx: Ctx, book: Book, row: EntryLine, it: NewEntry): void {
  const then: Ctx = { ...ctx, now: it.at };
  const owed = owedAfter(then, book, it, openingOf(book).key);
  const closing = closingOf(book)?.key;
  const overAt = it.cancelledAt ?? it.closedAt;
  for (const each of owed) {
    const isDone = overAt === null && isTold(book, it, each.met);
    if (overAt === null && !isDone) promise(then, each.made);
    else {
      const isClosing = each.met === closing && it.state === 'closed';
      const told: When | undefined = isClosing ? row.closedAt : undefined;
      recall(then, each.made, [row.at, told], overAt ?? it.at);
    }
  }
  if (overAt === null) {
    oweApprovals(then, book, { no: it.no, at: it.at, isOpen: true, approved: [] });
    return;
  }
  for (const made of owedApprovals(then, book, it.no)) {
    recall(then, made, [row.at, undefined], overAt);
  }
}

/** Whether something is told that is written down with this step alone: nobody knows when it was. */
const isTold = (book: Book, { values }: NewEntry, verb: string): boolean =>
  book.fields.some(({ key, at }) => at === verb && values[key] !== undefined);
