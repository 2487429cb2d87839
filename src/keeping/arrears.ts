import { owingWords } from '../accounts/owing.ts';
import type { Book, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { unitIn } from './writing.ts';

/** Tells what the unit of an entry owes; nothing hangs on it (rule 115). */
export function warnOfArrears(ctx: Ctx, book: Book, values: Values): void {
  const code = unitIn(book, values);
  const owed = code === undefined ? null : owingWords(ctx, requireUnit(ctx.ledger, code).id);
  if (!owed) return;
  ctx.warn(
    w(
      `${code} ${owed.zh}；只作提醒，不影响办理。`,
      `${code}: ${owed.en}. It is only told; nothing hangs on it.`,
    ),
  );
}
