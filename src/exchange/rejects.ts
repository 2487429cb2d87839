import { existsSync, rmSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { makePart, placeNew } from '../ledger/files.ts';
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

/** A file of rejected rows that waits for its name until what it is left from is stored. */
export interface PreparedRejects {
  place(): void;
  /** Without a trace. */
  discard(): void;
}

/**
 * Writes the rejects beside their place. They hold households' data: readable for their owner only.
 * Refuses a place that is taken or cannot be written (`rejects_not_written`).
 */
export function prepareRejects(path: string, csv: string): PreparedRejects {
  if (existsSync(path)) throw notWritten(path, 'EEXIST');
  const part = attempt(path, () => makePart(path));
  const discard = () => rmSync(part, { force: true });
  try {
    attempt(path, () => writeFileSync(part, csv));
  } catch (error) {
    discard();
    throw error;
  }
  const place = () => {
    try {
      placeNew(part, path);
    } catch {
      throw notPlaced(path);
    }
  };
  return { place, discard };
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw notWritten(path, String(error.code));
  }
}

const notWritten = (path: string, code: string) =>
  refused(
    'rejects_not_written',
    code === 'EEXIST'
      ? w(`文件 ${path} 已经有了。`, `The file ${path} is there already.`)
      : w(`写不了文件 ${path}（${code}）。`, `Cannot write the file ${path} (${code}).`),
    w('请换一个文件名。', 'Give another file name.'),
  );

const notPlaced = (path: string) =>
  refused(
    'rejects_not_placed',
    w(
      `好的行已经存入，但退回的行没能写到 ${path}：这时有了同名的文件。`,
      `The good rows are stored, but the rejected ones could not get the name ${path}: it was taken meanwhile.`,
    ),
    w(
      '请换一个文件名再导入一次；存入的行不会重复。',
      'Import again with another name; no row is stored twice.',
    ),
  );

function reasonsByLine(faults: readonly Fault[], lang: Lang): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { line, column, reason } of faults) {
    const text = column ? `${column}: ${reason[lang]}` : reason[lang];
    const held = reasons.get(line);
    reasons.set(line, held ? `${held}; ${text}` : text);
  }
  return reasons;
}
