import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { pageHtml } from '../documents/page.ts';
import { requireEntry } from '../entries/record.ts';
import { prepareText } from '../ledger/new-file.ts';
import { transact } from '../ledger/transact.ts';
import { note, timelineOf } from '../timeline/service.ts';
import { paperOf } from './printing-rules.ts';

export interface Printed {
  no: string;
  /** Where the page was written. */
  file: string;
  /** The first is 1; all others say that they are reprints. */
  copy: number;
}

interface Wanted {
  no: string;
  /** A new file; else one in the home's folder of printed pages. */
  out: string | undefined;
  reveal: boolean;
}

/**
 * Writes the slip of an entry as a page for the browser, and notes that it was printed: what is on
 * paper has left the desk. Refuses a file that is there already (`file_exists`).
 */
export function printEntry(ctx: Ctx, book: Book, { no, out, reveal }: Wanted): Printed {
  return transact(ctx, `books.${book.key}.print`, (entry) => {
    const it = requireEntry(ctx, book, no);
    const before = timelineOf(ctx.ledger, it.no).filter(({ kind }) => kind === 'printed');
    const copy = before.length + 1;
    const file = out ?? freeName(ctx.printedDir, it.no, copy);
    const paper = paperOf(it, {
      ...{ lang: ctx.lang, zone: ctx.zone, reveal, copy, at: ctx.now },
      letterhead: ctx.policy.site,
      by: ctx.operator().name,
    });
    if (out === undefined) mkdirSync(ctx.printedDir, { recursive: true, mode: 0o700 });
    const prepared = prepareText(file, pageHtml(paper));
    try {
      note(ctx, it.no, 'printed', { copy });
      entry.subject = it.no;
      entry.changes = { copy };
      prepared.place();
    } finally {
      prepared.discard();
    }
    return { no: it.no, file, copy };
  });
}

/** `K261122-001.html`, of later copies `K261122-001-2.html`. */
function freeName(dir: string, no: string, copy: number): string {
  for (let each = copy; ; each += 1) {
    const file = path.join(dir, `${no}${each === 1 ? '' : `-${each}`}.html`);
    if (!existsSync(file)) return file;
  }
}
