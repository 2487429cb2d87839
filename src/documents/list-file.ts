import { existsSync } from 'node:fs';
import { fileExists } from '../ledger/files.ts';
import { type PreparedFile, prepareFile } from '../ledger/new-file.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { cellText, FORMULA } from './list-rules.ts';
import type { Cell, List, ListColumn } from './model.ts';

const BOM = '\ufeff';

/** Refuses a name that ends neither in .csv nor in .xlsx, and one that is taken. */
export function refuseFile(file: string): void {
  if (!/\.(?:csv|xlsx)$/i.test(file)) {
    throw misused(
      'unknown_file_type',
      w('名单只能写成 .csv 或 .xlsx 文件。', 'A list is written as .csv or .xlsx.'),
      w('请写 --out 名单.csv 或 --out 名单.xlsx', 'Type --out list.csv or --out list.xlsx.'),
    );
  }
  if (existsSync(file)) throw fileExists(file);
}

/** Writes a list beside its place, by the end of the name as CSV (UTF-8 with BOM, for Excel) or XLSX. */
export async function prepareList(file: string, list: List): Promise<PreparedFile> {
  refuseFile(file);
  if (/\.xlsx$/i.test(file)) return prepareFile(file, await xlsxOf(list));
  return prepareFile(file, [BOM, await csvOf(list)]);
}

/** As text: what would be run as a formula stands behind an apostrophe, which an import takes off. */
export function csvOf({ columns, rows }: List): Promise<string> {
  const lines = [columns.map(({ label }) => label)];
  for (const row of rows) lines.push(columns.map((_, at) => cellText(row[at])));
  return csvLines(lines);
}

/** The same of any lines, however many cells each has. */
async function csvLines(lines: readonly (readonly string[])[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const text = Papa.unparse(lines as string[][], { newline: '\r\n', escapeFormulae: FORMULA });
  return `${text}\r\n`;
}

async function xlsxOf({ columns, rows }: List): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  return writeXlsxStream(valuesOf(columns, rows), {
    name: '1',
    columns: columns.map(({ label, ...column }) => {
      const format = formatOf(column);
      return { header: label, width: 18, ...(format !== undefined && { numFmt: format }) };
    }),
    freezePane: { rows: 1 },
  });
}

function* valuesOf(columns: readonly ListColumn[], rows: List['rows']) {
  for (const row of rows) yield columns.map((_, at) => sheetValue(row[at]));
}

function formatOf({ is, digits = 0 }: Omit<ListColumn, 'label'>): string | undefined {
  switch (is) {
    case 'text':
      return undefined;
    case 'number':
      return { 0: '0', 2: '0.00', 3: '0.###' }[digits];
    case 'day':
      return 'yyyy-mm-dd';
    case 'clock':
      return 'yyyy-mm-dd hh:mm:ss';
  }
}

/** A spreadsheet knows numbers of fifteen digits: every amount and every reading is exact. */
function sheetValue(cell: Cell | undefined): string | number | Date | null {
  switch (cell?.is) {
    case undefined:
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return cell.value / 10 ** cell.digits;
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`);
    case 'clock':
      return new Date(`${cell.text.replace(' ', 'T')}Z`);
  }
}
