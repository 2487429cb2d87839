import Table from 'cli-table3';
import stringWidth from 'fast-string-width';

export const GAP = '  ';

/** No column gets narrower than this for the others' sake. */
const NARROWEST = 8;
/** Longer runs of letters (a path, an address) may be broken anywhere. */
const LONGEST_RUN = 24;

// Not one of these begins a line, nor does one of those end it.
const CLOSING = /^[，。、；：！？）】》”’%…]$/;
const OPENING = /^[（【《“‘]$/;
// Letters and digits that belong together: narrow and without a space.
const RUN = /[\u0021-\u2e7f]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes have no width.
const COLOUR = /\u001b\[[\d;]*m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes have no width.
const COLOUR_OR_CHARACTER = /\u001b\[[\d;]*m|[\s\S]/gu;

/** Columns of a terminal that a text takes: Chinese two a character, colour codes none. */
export const widthOf = (text: string): number => stringWidth(text);

export function pad(text: string, width: number, alignRight = false): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
  return alignRight ? blank + text : text + blank;
}

/** Lines no wider than `width`: broken at spaces and between Chinese characters. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => (widthOf(line) <= width ? [line] : breakLine(line, width)))
    .join('\n');
}

function breakLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let breakAt = 0;
  let gapAt = 0;
  let before = '';
  for (const piece of line.match(COLOUR_OR_CHARACTER) ?? []) {
    if (mayBreak(before, piece)) breakAt = current.length;
    if (current.endsWith(GAP)) gapAt = current.length;
    // A line cut early leaves a rest that may itself be too long.
    while (current !== '' && piece !== ' ' && widthOf(current) + widthOf(piece) > width) {
      // What stands apart by a gap stays together, unless half a line would be lost.
      const cut = gapAt > current.length / 2 ? gapAt : breakAt || current.length;
      lines.push(current.slice(0, cut).trimEnd());
      current = current.slice(cut);
      breakAt = 0;
      gapAt = 0;
    }
    current += piece;
    before = piece;
  }
  return [...lines, current.trimEnd()];
}

function mayBreak(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  return before === ' ' || widthOf(before) > 1 || widthOf(after) > 1;
}

/** What a table needs to be drawn. */
export interface Grid {
  lines: readonly (readonly string[])[];
  alignRight?: readonly boolean[];
  /** Columns of the terminal; undefined where lines may be as long as they like. */
  width: number | undefined;
}

/** Whether every column keeps its numbers, days and codes in one piece at this width. */
export function fits({ lines, width }: Grid): boolean {
  return width === undefined || lineWidth(columnWidths(lines, longestRun)) <= width;
}

/** cli-table3 looks at every earlier row for each row, so long tables are drawn in pieces. */
const ROWS_AT_ONCE = 40;

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'mid', 'left', 'right', 'middle']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .map((place) => [place, '']),
);

/** Cells in columns without borders, the widest columns wrapped until the lines fit. */
export function grid({ lines, alignRight = [], width }: Grid): string {
  const widths = fitted(lines, width);
  const cellOf = (text: string, at: number) =>
    wrap(text, widths[at] ?? NARROWEST)
      .split('\n')
      .map((line) => pad(line, widths[at] ?? 0, alignRight[at]))
      .join('\n');
  const drawn: string[] = [];
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
    const table = new Table({
      chars: { ...NO_BORDERS, middle: GAP },
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    });
    for (const line of lines.slice(from, from + ROWS_AT_ONCE)) table.push(line.map(cellOf));
    drawn.push(table.toString());
  }
  return drawn.join('\n').replace(/ +$/gm, '');
}

/** Takes from the widest column that can spare it until the line fits, or none can. */
function fitted(lines: Grid['lines'], width: number | undefined): number[] {
  const widths = columnWidths(lines, widthOf);
  if (width === undefined || lineWidth(widths) <= width) return widths;
  const least = columnWidths(lines, longestRun);
  for (let excess = lineWidth(widths) - width; excess > 0; excess -= 1) {
    const spare = widths.map((each, at) => (each > (least[at] ?? 0) ? each : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function columnWidths(lines: Grid['lines'], measure: (cell: string) => number): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, measure(cell));
    });
  }
  return widths;
}

const lineWidth = (widths: readonly number[]) =>
  widths.reduce((sum, each) => sum + each, GAP.length * Math.max(0, widths.length - 1));

function longestRun(cell: string): number {
  const plain = cell.replace(COLOUR, '');
  const runs = plain.match(RUN)?.map((run) => run.length) ?? [];
  const longest = Math.min(Math.max(0, ...runs), LONGEST_RUN);
  return Math.min(Math.max(longest, NARROWEST), widthOf(plain));
}
