import { existsSync } from 'node:fs';
import { fileExists } from '../ledger/files.ts';
import { type PreparedFile, prepareFile } from '../ledger/new-file.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

const BOM = '\ufeff';

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** Refuses a name that ends neither in .csv nor in .xlsx, and one that is taken. */
export function refuseFile(file: string): void {
  if (!/\.(?:csv|xlsx)$/i.test(file)) {
    throw misused(
      'unknown_file_type',
      w('名单只能写成 .csv 或 .xlsx 文件。', 'A list is written as .csv or .xlsx.'),
      w('请写 --out 催缴.csv 或 --out 催缴.xlsx', 'Type --out list.csv or --out list.xlsx.'),
    );
  }
  if (existsSync(file)) throw fileExists(file);
}

/** Writes rows beside their place, by the end of the name as CSV (UTF-8 with BOM, for Excel) or XLSX. */
export async function prepareList(file: string, rows: readonly string[][]): Promise<PreparedFile> {
  refuseFile(file);
  const content = /\.xlsx$/i.test(file) ? await xlsxOf(rows) : await csvOf(rows);
  return prepareFile(file, [content]);
}

async function csvOf(rows: readonly string[][]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const csv = Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: FORMULA });
  return `${BOM}${csv}\r\n`;
}

async function xlsxOf(rows: readonly string[][]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: [{ name: '1', rows: rows.map((row) => [...row]) }] });
}
