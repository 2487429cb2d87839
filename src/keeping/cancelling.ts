import type { Book } from '../books/model.ts';
import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import type { EntryRecord } from '../entries/model.ts';
import { entryRecord, requireEntry } from '../entries/record.ts';
import { updateEntry } from '../entries/rows.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { list, same, w } from '../lib/words.ts';
import { lastStepAt, note } from '../timeline/service.ts';
import { takeBack } from './charging.ts';
import { releaseAll } from './promises.ts';
import { sequelsOf } from './sequels.ts';
import { notOpen } from './writing.ts';

/**
 * An entry was made by mistake, or came to nothing: it stays with its reason, owes nothing any more, and
 * what it charged is reversed. Refuses one whose charge was paid, and one that is cancelled already.
 */
export function cancelEntry(ctx: Ctx, book: Book, typedNo: string, reason: string): EntryRecord {
  return transact(ctx, `books.${book.key}.cancel`, (entry) => {
    const it = requireEntry(ctx, book, typedNo);
    const { no } = it;
    if (it.state === 'cancelled') throw notOpen(book, it);
    const last = lastStepAt(ctx.ledger, no, []) ?? it.at;
    const early = tooEarly(no, `${book.key} show`, last, ctx.now);
    if (early) throw early;
    const charges = takeBack(ctx, no, reason);
    updateEntry(ctx.ledger, it, { state: 'cancelled', cancelledAt: ctx.now });
    note(ctx, no, 'cancelled', { reason });
    releaseAll(ctx, book, it);
    warnOfSequels(ctx, no);
    entry.subject = no;
    entry.changes = { reason: HIDDEN, ...(charges.length > 0 && { charges }) };
    return entryRecord(ctx, book, no);
  });
}

function warnOfSequels(ctx: Ctx, no: string): void {
  const { tickets, rains } = sequelsOf(ctx, no);
  if (tickets.length > 0) {
    const all = list(tickets.map(same));
    ctx.warn(
      w(
        `由它开出的工单不会一起取消：${all.zh}；不用修的：wy ticket cancel … --reason …`,
        `The tickets it opened go on: ${all.en}; where there is nothing to repair: wy ticket cancel … --reason …`,
      ),
    );
  }
  for (const rain of rains) {
    ctx.warn(
      w(
        `由它登记的第 ${rain} 场大雨不会一起取消；没有下：wy trust rain-over ${rain} --none`,
        `The rain it registered (${rain}) stands; if it never came: wy trust rain-over ${rain} --none`,
      ),
    );
  }
}
