import type { CellValue, MergeRange } from 'hucre/xlsx';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Row, Table } from './model.ts';

/** What Excel itself keeps of a number. */
const EXCEL_DIGITS = 15;

/** The visible sheets of a workbook, in its order. Formulas count by their last result. */
export async function readXlsx(bytes: Uint8Array): Promise<Table[]> {
  const hucre = await import('hucre/xlsx');
  const workbook = await hucre
    .readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden })
    .catch(() => undefined);
  if (!workbook?.sheets.length) throw unreadable();
  return workbook.sheets.map(({ name, rows, merges }) => sheetTable(name, rows, merges));
}

/** The rows of a sheet that hold something; a cell merged downwards stands in each of its rows. */
export function sheetTable(
  sheet: string,
  values: readonly (readonly CellValue[])[],
  merges: readonly MergeRange[] = [],
): Table {
  const texts = values.map((row) => Array.from(row ?? [], textOf));
  const filled = texts.map(hasText);
  for (const merge of merges) fillDown(texts, filled, merge);

  const rows: Row[] = [];
  texts.forEach((cells, at) => {
    if (filled[at]) rows.push({ line: at + 1, cells });
  });
  return { sheet, rows };
}

/** Rows with nothing but the merged cell stay as they are: a note across lines is no data. */
function fillDown(texts: string[][], filled: readonly boolean[], merge: MergeRange): void {
  const text = texts[merge.startRow]?.[merge.startCol];
  if (!text) return;
  const last = Math.min(merge.endRow, texts.length - 1);
  for (let at = merge.startRow + 1; at <= last; at++) {
    const cells = texts[at];
    if (!cells || !filled[at]) continue;
    while (cells.length <= merge.startCol) cells.push('');
    cells[merge.startCol] = text;
  }
}

const hasText = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : value;
}

/** 89.53000000000001 is 89.53, 1.1e17 is 110000000000000000: decimals without exponent. */
export function numberText(value: number): string {
  const short = String(Number(value.toPrecision(EXCEL_DIGITS)));
  if (!short.includes('e')) return short;
  const plain = value.toFixed(20);
  return plain.includes('e')
    ? BigInt(value).toString()
    : plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** The date carries the wall clock in its UTC fields. A time without a day is of 1899 to Excel. */
function dateText(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '';
  const [day = '', time = ''] = rounded.toISOString().slice(0, 19).split('T');
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

const unreadable = () =>
  misused(
    'xlsx_unreadable',
    w('这个工作簿打不开，或者不是 .xlsx。', 'This workbook is damaged, or it is no .xlsx.'),
    w('请在 Excel 或 WPS 里打开，另存为 .xlsx。', 'Open it in Excel or WPS and save it as .xlsx.'),
  );
