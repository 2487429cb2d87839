import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Printed } from '../documents/model.ts';
import { printSheets, SLIP } from '../documents/printing.ts';
import { requireEntry } from '../entries/record.ts';
import { slipOf } from './printing-rules.ts';

interface Wanted {
  no: string;
  /** A new file; else one in the home's folder of printed pages. */
  out: string | undefined;
  reveal: boolean;
}

/** Writes the slip of an entry as a page for the browser; see `printSheets`. */
export const printEntry = (ctx: Ctx, book: Book, { no, ...order }: Wanted): Printed =>
  printSheets(ctx, { form: SLIP, action: `books.${book.key}.print`, ...order }, () => {
    const it = requireEntry(ctx, book, no);
    return [{ subject: it.no, contentOf: (as) => slipOf(it, as) }];
  });
