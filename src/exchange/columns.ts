import { WyError } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { cleanCell, headerKey, isBlank, isErrorValue, plainText } from './cells.ts';
import type { Header, Heading, HeadingLayout } from './header.ts';
import { findHeader, titleOf } from './header.ts';
import type { Row, Table } from './model.ts';

/** The row a cell stands in: for columns that depend on each other. */
export interface RowContext {
  readonly line: number;
  /** The text of another column of this row, '' where it is blank or missing. */
  text(key: string): string;
}

/** One column of an import, declared by a slice. */
export interface Column<V> extends Heading {
  /** Where it is required: the column must be there, its cells may be blank. */
  readonly mayBeBlank?: boolean;
  /** Its values never stand in a fault. */
  readonly personal?: boolean;
  /** Names and notes: the text stays as written instead of becoming half-width. */
  readonly verbatim?: boolean;
  /** Only for cells that hold something. A WyError thrown becomes a fault with its reason. */
  parse(text: string, row: RowContext): V;
}

type Columns = Readonly<Record<string, Column<unknown>>>;

export interface Layout<C extends Columns> extends HeadingLayout {
  readonly columns: C;
}

/** Blank cells have no value. */
type Values<C extends Columns> = {
  [K in keyof C]?: ReturnType<C[K]['parse']>;
};

/** Why one row cannot be taken. `column` is the title in the file, `value` is *** where personal. */
export interface Fault {
  line: number;
  column: string;
  value: string;
  reason: Words;
  code: string;
}

export interface ImportRecord<C extends Columns> {
  line: number;
  values: Values<C>;
  row: Row;
}

export interface Mapped<C extends Columns> {
  header: Header;
  /** The rows without a fault. */
  records: ImportRecord<C>[];
  /** The rows with one, and what could be read of them. */
  partial: ImportRecord<C>[];
  /** All faults of all rows. */
  faults: Fault[];
  /** Data rows, the faulty ones too. */
  rows: number;
  ignoredColumns: readonly string[];
  /** Lines passed over: totals, repeated headers, remarks at the foot. */
  skippedLines: number[];
  /** A fault found later, by the store or against another row: names the column as the file does. */
  faultOf(record: ImportRecord<C>, key: keyof C & string, error: WyError): Fault;
}

const MASK = '***';
const SHOWN_CHARS = 40;

const TOTALS = /^.{0,8}(?:合计|总计|小计|共计|累计)[:：]?[\d.,元户套人间m]*$|^(?:grand|sub)?total/;
const TOTALS_CELL = /^(?:合计|总计|小计|共计|(?:grand|sub)?total)$/;
const FOOT = /^(?:制表|制单|填表|填报|审核|复核|打印|导出|统计|说明|备注|注)[^:：]{0,4}[:：]/;

/**
 * The rows of a table as values of the layout's columns, with every fault of every row. Repeated
 * headers, totals and remarks at the foot are passed over. Refuses a table without its header.
 */
export function mapTable<C extends Columns>(table: Table, layout: Layout<C>): Mapped<C> {
  const header = findHeader(table, layout);
  const present = Object.entries(layout.columns).filter(([key]) => header.columns.has(key));
  const reading = { layout, header, present, wholeRows: table.sheet === undefined };
  const records: ImportRecord<C>[] = [];
  const partial: ImportRecord<C>[] = [];
  const faults: Fault[] = [];
  const skippedLines: number[] = [];

  const rows = table.rows.slice(header.dataFrom);
  for (const row of rows) {
    if (isRemark(row, header) || isRepeatedHeader(row, header)) {
      skippedLines.push(row.line);
      continue;
    }
    const { values, faults: found } = readRow(reading, row);
    const record = { line: row.line, values, row };
    if (found.length === 0) {
      records.push(record);
    } else {
      partial.push(record);
      faults.push(...found);
    }
  }
  return {
    header,
    records,
    partial,
    faults,
    rows: rows.length - skippedLines.length,
    ignoredColumns: header.ignoredColumns,
    skippedLines,
    faultOf: ({ row }, key, error) => faultOf(reading, row, key, error),
  };
}

type Complaint = Pick<WyError, 'code' | 'words'>;

interface Reading<C extends Columns> {
  layout: Layout<C>;
  header: Header;
  /** The declared columns the file has. */
  present: readonly (readonly [string, Column<unknown>])[];
  /** In a text a cell under no title means that the row has shifted; in a sheet it is a side note. */
  wholeRows: boolean;
}

function readRow<C extends Columns>(
  reading: Reading<C>,
  row: Row,
): { values: Values<C>; faults: Fault[] } {
  const values: Values<C> = {};
  const faults = [...missingIn(reading, row), ...overflowOf(reading, row)];
  const context: RowContext = {
    line: row.line,
    text: (key) => textOf(reading, row, key) ?? rawText(reading, row, key),
  };
  for (const [key, column] of reading.present) {
    const text = textOf(reading, row, key);
    if (text === '') continue;
    const result = parseCell(column, text, context);
    if ('complaint' in result) faults.push(faultOf(reading, row, key, result.complaint));
    else values[key as keyof C] = result.value as Values<C>[keyof C];
  }
  return { values, faults };
}

function rawText({ header }: Pick<Reading<never>, 'header'>, row: Row, key: string): string {
  const at = header.columns.get(key)?.index;
  const text = at === undefined ? '' : cleanCell(row.cells[at] ?? '');
  return isBlank(text) ? '' : text;
}

/** Undefined where Excel has dropped digits. */
function textOf<C extends Columns>(reading: Reading<C>, row: Row, key: string): string | undefined {
  const text = rawText(reading, row, key);
  return reading.layout.columns[key]?.verbatim ? text : plainText(text);
}

function faultOf<C extends Columns>(
  reading: Reading<C>,
  row: Row,
  key: string,
  { code, words }: Complaint,
): Fault {
  const text = rawText(reading, row, key);
  const shown = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
  return {
    line: row.line,
    column: reading.header.columns.get(key)?.title ?? '',
    value: reading.layout.columns[key]?.personal && text !== '' ? MASK : shown,
    reason: words,
    code,
  };
}

function missingIn<C extends Columns>(reading: Reading<C>, row: Row): Fault[] {
  return reading.present
    .filter(([, { required, mayBeBlank }]) => required && !mayBeBlank)
    .filter(([key]) => rawText(reading, row, key) === '')
    .map(([key]) => faultOf(reading, row, key, MISSING));
}

function overflowOf({ header, wholeRows }: Pick<Reading<never>, 'header' | 'wholeRows'>, row: Row) {
  if (!wholeRows) return [];
  const shifted = row.cells.some((cell, at) => !header.cells[at] && cell.trim() !== '');
  const fault: Fault = { line: row.line, column: '', value: MASK, ...TOO_WIDE };
  return shifted ? [fault] : [];
}

function parseCell(
  column: Column<unknown>,
  text: string | undefined,
  context: RowContext,
): { value: unknown } | { complaint: Complaint } {
  if (text === undefined) return { complaint: DIGITS_LOST };
  if (isErrorValue(text)) return { complaint: ERROR_CELL };
  try {
    return { value: column.parse(text, context) };
  } catch (error) {
    if (error instanceof WyError && error.kind !== 'unusable') return { complaint: error };
    throw error;
  }
}

/** A row of totals (合 计, 3栋小计, Total), or a remark at the foot (制表人：…). */
function isRemark({ cells }: Row, { reasonAt }: Header): boolean {
  if (!cells.some((cell) => /[计:：]|total/i.test(cell))) return false;
  const first = cells.find((cell, at) => at !== reasonAt && cell.trim() !== '') ?? '';
  const bare = first.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return (
    TOTALS.test(bare) || FOOT.test(bare) || cells.some((cell) => TOTALS_CELL.test(headerKey(cell)))
  );
}

/** Printed lists repeat it on every page. */
function isRepeatedHeader({ cells }: Row, { columns }: Header): boolean {
  for (const { index, title } of columns.values()) {
    if (titleOf(cells[index] ?? '') !== title) return false;
  }
  return true;
}

const MISSING: Complaint = { code: 'missing_value', words: w('不能为空', 'must not be blank') };
const ERROR_CELL: Complaint = {
  code: 'cell_error',
  words: w('公式出错，没有值', 'the formula failed: no value'),
};
const DIGITS_LOST: Complaint = {
  code: 'digits_lost',
  words: w(
    '被 Excel 写成科学计数，后面的数字丢了；把这一列设成文本再填',
    'Excel wrote it as 1.38E+10 and lost digits: format the column as text and fill it in again',
  ),
};
const TOO_WIDE = {
  code: 'row_too_wide',
  reason: w(
    '这一行比表头多出内容，可能有没加引号的逗号',
    'the row holds more than the header: perhaps a comma without quotes',
  ),
};
