import { writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { refused } from '../lib/errors.ts';
import type { Lang } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { NEEDS_GUARD } from './cells.ts';
import type { Fault } from './columns.ts';
import type { Header } from './header.ts';
import { REASON_COLUMN } from './header.ts';
import type { Row, Table } from './model.ts';

const BOM = '\ufeff';

/**
 * The faulty rows as a file that can be mended and imported again: UTF-8 with BOM for Excel, the
 * reason first, then the cells as they were. What a spreadsheet would run as a formula or turn
 * into a date gets an apostrophe, which an import takes off again.
 */
export function rejectsCsv(
  table: Table,
  header: Header,
  faults: readonly Fault[],
  lang: Lang,
): string {
  const reasons = reasonsByLine(faults, lang);
  const rejected = table.rows.filter(({ line }) => reasons.has(line));
  const kept = (_: string, index: number) => index !== header.reasonAt;

  const titles = [REASON_COLUMN[lang], ...header.cells.filter(kept)];
  const rows = rejected.map((row: Row) => [reasons.get(row.line) ?? '', ...row.cells.filter(kept)]);
  const csv = Papa.unparse([titles, ...rows], {
    quotes: true,
    newline: '\r\n',
    escapeFormulae: NEEDS_GUARD,
  });
  return `${BOM}${csv}\r\n`;
}

/** The file holds households' data: readable for its owner only, and no file is overwritten. */
export function writeRejects(path: string, csv: string): void {
  try {
    writeFileSync(path, csv, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw refused(
      'rejects_not_written',
      error.code === 'EEXIST'
        ? w(`文件 ${path} 已经有了。`, `The file ${path} is there already.`)
        : w(
            `写不了文件 ${path}（${error.code}）。`,
            `Cannot write the file ${path} (${error.code}).`,
          ),
      w('请换一个文件名。', 'Give another file name.'),
    );
  }
}

function reasonsByLine(faults: readonly Fault[], lang: Lang): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { line, column, reason } of faults) {
    const text = column ? `${column}: ${reason[lang]}` : reason[lang];
    const held = reasons.get(line);
    reasons.set(line, held ? `${held}; ${text}` : text);
  }
  return reasons;
}
