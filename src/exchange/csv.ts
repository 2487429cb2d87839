import Papa from 'papaparse';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Recognises, Row } from './model.ts';

const DELIMITERS = [',', '\t', ';'] as const;
const SNIFFED_CHARS = 65_536;
const SNIFFED_ROWS = 60;

/** DOS ended its texts with Ctrl-Z. */
const END_OF_FILE = '\u001a';

/** Excel's own first line: sep=; */
const SEPARATOR_LINE = /^"?sep=([,;\t])"?\n/i;

/** How much text is parsed at once. */
const BATCH_CHARS = 1 << 17;

/**
 * Comma, semicolon or tab, whichever makes a table of it. Line breaks inside a cell become \n.
 * Refuses a quote that is never closed (`csv_quotes`): all behind it would be one cell. Its rows in
 * batches, parsed when asked for.
 */
export function streamCsv(raw: string, recognises: Recognises): Iterable<Row[]> {
  const lines = raw.replace(/\r\n?/g, '\n');
  const text = lines.endsWith(END_OF_FILE) ? lines.slice(0, -1) : lines;
  const named = SEPARATOR_LINE.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const firstLine = named ? 2 : 1;

  const delimiter = named?.[1] ?? sniffDelimiter(body, recognises);
  return batchesOf(body, delimiter, firstLine);
}

function* batchesOf(body: string, delimiter: string, firstLine: number): Generator<Row[]> {
  let line = firstLine;
  let size = BATCH_CHARS;
  for (let from = 0; from < body.length; ) {
    const end = endOfLine(body, from + size);
    const piece = body.slice(from, end);
    const { data, errors } = parse(piece, delimiter);
    const broken = errors.find((error) => error.type === 'Quotes');
    if (broken && end < body.length) {
      // The cut may lie within a cell.
      size *= 2;
      continue;
    }
    const rows = numbered(data, line, piece.includes('"'));
    if (broken) throw badQuotes(rows[broken.row ?? 0]?.line ?? line);
    yield rows.filter(hasText);
    const last = rows.at(-1);
    line = last ? last.line + 1 + breaksIn(last.cells) : line;
    from = end + 1;
    size = BATCH_CHARS;
  }
}

/** Where the line ends in which a place lies. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/**
 * The right delimiter parts nearly every row, also the header; a title above the table holds none.
 * Among equals the one with the steadier, then the greater number of columns.
 */
function sniffDelimiter(text: string, recognises: Recognises): string {
  const head = text.slice(0, SNIFFED_CHARS);
  const whole = head.length < text.length ? head.slice(0, head.lastIndexOf('\n') + 1) : head;
  const ranked = DELIMITERS.map((delimiter) => {
    const { data } = parse(whole || head, delimiter, SNIFFED_ROWS);
    const rows = numbered(data, 1, false).filter(hasText);
    return { delimiter, rows, ...shapeOf(rows) };
  }).sort((a, b) => b.parted - a.parted || b.steady - a.steady || b.width - a.width);

  return (ranked.find(({ rows }) => recognises({ rows })) ?? ranked[0])?.delimiter ?? ',';
}

/** Shares of all rows: `parted` has two cells or more, `steady` has the commonest `width`. */
function shapeOf(rows: readonly Row[]): { parted: number; steady: number; width: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const parted = rows.length - (counts.get(1) ?? 0);
  const [width, steady] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const total = Math.max(rows.length, 1);
  return { parted: parted / total, steady: steady / total, width };
}

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });

/** A row begins on the line after all lines, and line breaks inside cells, before it. */
function numbered(data: readonly string[][], firstLine: number, quoted: boolean): Row[] {
  let line = firstLine;
  return data.map((cells) => {
    const row = { line, cells };
    line += 1 + (quoted ? breaksIn(cells) : 0);
    return row;
  });
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce(
    (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
    0,
  );
}

const hasText = ({ cells }: Row) => cells.some((cell) => cell.trim() !== '');

const badQuotes = (line: number) =>
  misused(
    'csv_quotes',
    w(`第 ${line} 行的双引号不成对。`, `A double quote on line ${line} has no partner.`),
    w(
      '单元格里的双引号要写两个（""），或者另存为 .xlsx。',
      'Write a quote inside a cell twice (""), or save the file as .xlsx.',
    ),
  );
