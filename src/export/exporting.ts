import type { Ctx } from '../context.ts';
import { writeNewFile } from '../ledger/new-file.ts';
import type { Day } from '../lib/day.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { csvText, hledgerText, xlsxBytes } from './formats.ts';
import { type ExportSpan, type Journal, journalOf } from './journal.ts';
import type { ExportFormat } from './model.ts';

export interface Exported {
  format: ExportFormat;
  since: Day | null;
  until: Day;
  /** Where it was written; null: the text is here. */
  file: string | null;
  transactions: number;
  text: string | null;
}

interface Options extends ExportSpan {
  format: ExportFormat;
  /** A new file; undefined: as text, which a workbook is not (`needs_file`). */
  out?: string | undefined;
}

/** All money in double entry (see `journalOf`), into a file or as text. */
export async function exportMoney(ctx: Ctx, { format, out, ...span }: Options): Promise<Exported> {
  if (format === 'xlsx' && out === undefined) throw needsFile();
  const { journal, count } = counted(journalOf(ctx, span));
  const told = { format, since: span.since ?? null, until: span.until };
  if (out === undefined) {
    const text = [...textOf(format, journal)].join('');
    return { ...told, file: null, transactions: count(), text };
  }
  await writeNewFile(out, format === 'xlsx' ? await xlsxBytes(journal) : textOf(format, journal));
  return { ...told, file: out, transactions: count(), text: null };
}

const textOf = (format: ExportFormat, journal: Journal) =>
  format === 'csv' ? csvText(journal) : hledgerText(journal);

function counted(journal: Journal) {
  let seen = 0;
  return {
    journal: {
      ...journal,
      *transactions() {
        for (const each of journal.transactions()) {
          seen += 1;
          yield each;
        }
      },
    },
    count: () => seen,
  };
}

const needsFile = () =>
  misused(
    'needs_file',
    w('工作簿要写到文件里。', 'A workbook goes into a file.'),
    w('如 --out 账目.xlsx', 'Such as --out money.xlsx'),
  );
