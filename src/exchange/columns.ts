import { WyError } from '../lib/errors.ts';
import { headingKey } from '../lib/heading.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { cleanCell, isBlank, isErrorValue, plainText } from './cells.ts';
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
  /**
   * Other columns of the row that its reading looks at. Where the file has none of them the same cell is
   * read once, however often it stands there; undefined: every cell is read.
   */
  readonly dependsOn?: readonly string[];
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

/** Reads the rows of a table one by one. */
export interface RowReader<C extends Columns> {
  /** Undefined for what is no data: totals, repeated headers, remarks at the foot. */
  read(row: Row): { values: Values<C>; faults: readonly Fault[] } | undefined;
  faultOf: Mapped<C>['faultOf'];
}

/** In a text (`wholeRows`) a cell under no title means that the row has shifted; in a sheet it is a side note. */
export function rowReader<C extends Columns>(
  header: Header,
  layout: Layout<C>,
  { wholeRows }: { wholeRows: boolean },
): RowReader<C> {
  const reading: Reading = {
    layout,
    header,
    present: presentIn(header, layout),
    // What is as wide as the header, of which each column has a title, cannot have shifted.
    safeWidth: !wholeRows
      ? Number.POSITIVE_INFINITY
      : header.cells.includes('')
        ? 0
        : header.cells.length,
  };
  return {
    read: (row) =>
      isRemark(row, header) || isRepeatedHeader(row, header) ? undefined : readRow<C>(reading, row),
    faultOf: ({ row }, key, error) => faultOf(reading, row, key, error),
  };
}

/**
 * The rows of a table as values of the layout's columns, with every fault of every row. Repeated
 * headers, totals and remarks at the foot are passed over. Refuses a table without its header.
 */
export function mapTable<C extends Columns>(table: Table, layout: Layout<C>): Mapped<C> {
  const header = findHeader(table, layout);
  const reader = rowReader(header, layout, { wholeRows: table.sheet === undefined });
  const records: ImportRecord<C>[] = [];
  const partial: ImportRecord<C>[] = [];
  const faults: Fault[] = [];
  const skippedLines: number[] = [];

  const rows = table.rows.slice(header.dataFrom);
  for (const row of rows) {
    const found = reader.read(row);
    if (!found) {
      skippedLines.push(row.line);
      continue;
    }
    const record = { line: row.line, values: found.values, row };
    if (found.faults.length === 0) {
      records.push(record);
    } else {
      partial.push(record);
      faults.push(...found.faults);
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
    faultOf: reader.faultOf,
  };
}

type Complaint = Pick<WyError, 'code' | 'words'>;

/** What a cell holds: nothing, a value, or something that cannot be read. */
interface Cell {
  isBlank: boolean;
  value?: unknown;
  complaint?: Complaint;
}

/** A declared column that the file has. */
interface Present {
  key: string;
  column: Column<unknown>;
  index: number;
  /** By the cell as it stands in the file. */
  known: Map<string, Cell> | undefined;
  /** The last of them: columns of days change seldom from row to row. */
  lastRaw: string | undefined;
  lastCell: Cell;
}

interface Reading {
  layout: Layout<Columns>;
  header: Header;
  present: readonly Present[];
  /** Rows up to this width hold no cell under no title. */
  safeWidth: number;
}

/** As many different cells of a column as are remembered. */
const MOST_KNOWN = 50_000;

function presentIn(header: Header, layout: Layout<Columns>): Present[] {
  return Object.entries(layout.columns).flatMap(([key, column]) => {
    const index = header.columns.get(key)?.index;
    const isAlone = column.dependsOn?.every((other) => !header.columns.has(other)) ?? false;
    return index === undefined
      ? []
      : [
          {
            key,
            column,
            index,
            known: isAlone ? new Map<string, Cell>() : undefined,
            lastRaw: undefined,
            lastCell: BLANK,
          },
        ];
  });
}

function readRow<C extends Columns>(
  reading: Reading,
  row: Row,
): { values: Values<C>; faults: readonly Fault[] } {
  const values: Record<string, unknown> = {};
  let isFaulty = row.cells.length > reading.safeWidth && hasShifted(reading, row);
  for (const present of reading.present) {
    const cell = cellOf(reading, present, row);
    if (cell.value !== undefined) values[present.key] = cell.value;
    else if (cell.complaint || (cell.isBlank && isNeeded(present.column))) isFaulty = true;
  }
  return { values: values as Values<C>, faults: isFaulty ? faultsOf(reading, row) : NONE };
}

const NONE: readonly Fault[] = [];

const isNeeded = ({ required, mayBeBlank }: Column<unknown>) => required && !mayBeBlank;

/** What is missing, what stands beside the table, and what cannot be read, in this order. */
function faultsOf(reading: Reading, row: Row): Fault[] {
  const cells = reading.present.map((present) => ({
    ...present,
    ...cellOf(reading, present, row),
  }));
  const shifted: Fault = { line: row.line, column: '', value: MASK, ...TOO_WIDE };
  return [
    ...cells
      .filter(({ column, isBlank: nothing }) => nothing && isNeeded(column))
      .map(({ key }) => faultOf(reading, row, key, MISSING)),
    ...(row.cells.length > reading.safeWidth && hasShifted(reading, row) ? [shifted] : []),
    ...cells.flatMap(({ key, complaint }) =>
      complaint ? [faultOf(reading, row, key, complaint)] : [],
    ),
  ];
}

function cellOf(reading: Reading, present: Present, row: Row): Cell {
  const { column, index, known } = present;
  const raw = row.cells[index] ?? '';
  if (!known) return readCell(reading, column, raw, row);
  if (present.lastRaw === raw) return present.lastCell;
  let cell = known.get(raw);
  if (!cell) {
    if (known.size >= MOST_KNOWN) known.clear();
    cell = readCell(reading, column, raw, row);
    known.set(raw, cell);
  }
  present.lastRaw = raw;
  present.lastCell = cell;
  return cell;
}

function readCell(reading: Reading, column: Column<unknown>, raw: string, row: Row): Cell {
  const text = cleanText(raw);
  if (text === '') return BLANK;
  const read = column.verbatim ? text : plainText(text);
  if (read === '') return NOTHING;
  if (read === undefined) return { isBlank: false, complaint: DIGITS_LOST };
  if (isErrorValue(read)) return { isBlank: false, complaint: ERROR_CELL };
  try {
    const context: RowContext = { line: row.line, text: (key) => textOf(reading, row, key) };
    return { isBlank: false, value: column.parse(read, context) };
  } catch (error) {
    if (error instanceof WyError && error.kind !== 'unusable') {
      return { isBlank: false, complaint: error };
    }
    throw error;
  }
}

const BLANK: Cell = { isBlank: true };
const NOTHING: Cell = { isBlank: false };

function cleanText(raw: string): string {
  const text = cleanCell(raw);
  return isBlank(text) ? '' : text;
}

function rawText({ header }: Pick<Reading, 'header'>, row: Row, key: string): string {
  const at = header.columns.get(key)?.index;
  return at === undefined ? '' : cleanText(row.cells[at] ?? '');
}

/** As it stands in the file where Excel has dropped digits. */
function textOf(reading: Reading, row: Row, key: string): string {
  const text = rawText(reading, row, key);
  return reading.layout.columns[key]?.verbatim ? text : (plainText(text) ?? text);
}

function faultOf(reading: Reading, row: Row, key: string, { code, words }: Complaint): Fault {
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

const hasShifted = ({ header }: Reading, row: Row) =>
  row.cells.some((cell, at) => !header.cells[at] && cell.trim() !== '');

/** A row of totals (合 计, 3栋小计, Total), or a remark at the foot (制表人：…). */
function isRemark({ cells }: Row, { reasonAt }: Header): boolean {
  if (!cells.some((cell) => /[计:：]|total/i.test(cell))) return false;
  const first = cells.find((cell, at) => at !== reasonAt && cell.trim() !== '') ?? '';
  const bare = first.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return (
    TOTALS.test(bare) || FOOT.test(bare) || cells.some((cell) => TOTALS_CELL.test(headingKey(cell)))
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
