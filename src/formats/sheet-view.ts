import type { Cell, WriteSheet } from 'hucre/xlsx';
import { widthOf, wrap } from '../cli/layout.ts';

/** A line of a sheet; a cell with a fill is the head of a column. */
export type Line = readonly (Partial<Cell> | null)[];

/** Lines on a sheet, its columns as wide and its rows as high as they need. */
export function sheetOf(
  name: string,
  lines: readonly Line[],
  columnWidths?: readonly number[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height: number }>();
  const across = Math.max(1, ...lines.map((line) => line.length));
  const widths =
    columnWidths ?? Array.from({ length: across }, (_, at) => columnWidth(lines, at, across));
  lines.forEach((line, row) => {
    const set = line.map((cell, at) => (runsOver(line, at, across) ? unwrapped(cell) : cell));
    set.forEach((cell, at) => {
      if (cell) cells.set(`${row},${at}`, cell);
    });
    const high = linesHigh(set, widths);
    if (high > 1) rowDefs.set(row, { height: high * LINE_POINTS });
  });
  return {
    ...{ name, cells, rowDefs },
    rows: lines.map((line) => line.map((cell) => cell?.value ?? null)),
    columns: widths.map((width) => ({ width })),
  };
}

/** The text that ends a line: over the next columns where other lines have them. */
const runsOver = (line: Line, at: number, across: number): boolean =>
  at === line.length - 1 && at < across - 1 && line[at]?.type === 'string' && !isLabel(line[at]);

const isLabel = (cell: Partial<Cell> | null): boolean => cell?.style?.fill !== undefined;

const unwrapped = (cell: Partial<Cell> | null): Partial<Cell> => ({
  ...cell,
  style: { ...cell?.style, alignment: { ...cell?.style?.alignment, wrapText: false } },
});

/** LibreOffice gives a row one line where it is not told. */
const LINE_POINTS = 15;
/** Of a column, for bold letters and indents. */
const SPARE = 2;

const linesHigh = (line: Line, widths: readonly number[]): number =>
  Math.max(
    1,
    ...line.map((cell, at) =>
      cell?.style?.alignment?.wrapText
        ? wrap(String(cell.value), (widths[at] ?? NARROWEST) - 1).split('\n').length
        : 1,
    ),
  );

const WIDEST = 46;
/** Longer heads take a second line. */
const WIDEST_LABEL = 12;
const NARROWEST = 9;

/** Fit for the widest of its cells but those that run over the next columns. */
function columnWidth(lines: readonly Line[], at: number, across: number): number {
  let widest = 0;
  for (const line of lines) {
    if (line.length > 1 && !runsOver(line, at, across)) {
      widest = Math.max(widest, shownWidth(line[at] ?? null));
    }
  }
  return Math.min(WIDEST, Math.max(NARROWEST, widest + SPARE));
}

const DAY_AND_TIME = 16;

function shownWidth(cell: Partial<Cell> | null): number {
  if (cell === null) return 0;
  if (cell.type === 'date') return DAY_AND_TIME;
  if (cell.type === 'number') return Number(cell.value).toFixed(2).length + 3;
  const width = Math.max(0, ...String(cell.value).split('\n').map(widthOf));
  return isLabel(cell) ? Math.min(WIDEST_LABEL, width) : width;
}
