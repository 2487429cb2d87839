import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Printed, Sheet } from '../documents/model.ts';
import { printSheets, SLIP } from '../documents/printing.ts';
import { requireEntry } from '../entries/record.ts';
import { slipOf } from './printing-rules.ts';

interface Wanted {
  no: string;
  /** A new file; else one in the home's folder of printed pages. */
  out: string | undefined;
  reveal: boolean;
}

/** By which template slips are made, and what the journal calls it; the same wherever one is printed. */
export const slipOrder = (key: string) => ({ form: SLIP, action: `books.${key}.print` });

/** The one sheet of an entry; refuses an unknown one. */
export function slipSheets(ctx: Ctx, book: Book, no: string): Sheet[] {
  const it = requireEntry(ctx, book, no);
  return [{ subject: it.no, contentOf: (as) => slipOf(it, as) }];
}

/** Writes the slip of an entry as a page for the browser; see `printSheets`. */
export const printEntry = (ctx: Ctx, book: Book, { no, ...order }: Wanted): Printed =>
  printSheets(ctx, { ...slipOrder(book.key), ...order }, () => slipSheets(ctx, book, no));
