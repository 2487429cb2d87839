import { misused } from '../lib/errors.ts';
import { headingKey } from '../lib/heading.ts';
import type { Lang, Words } from '../lib/words.ts';
import { list, same, w } from '../lib/words.ts';
import { cleanCell, isBlank } from './cells.ts';
import type { Row, Table } from './model.ts';

/** What the header search needs to know of a column. */
export interface Heading {
  readonly label: Words;
  /** Accepted headers in both languages, the likeliest first: it wins where two stand in a file. */
  readonly names: readonly string[];
  readonly required?: boolean;
}

export interface HeadingLayout {
  readonly columns: Readonly<Record<string, Heading>>;
}

interface HeaderColumn {
  readonly index: number;
  /** As it stands in the file. */
  readonly title: string;
}

export interface Header {
  /** Of the header's last row, as the user counts. */
  readonly line: number;
  /** The titles as they stand in the file, '' where a column has none. */
  readonly cells: readonly string[];
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  /** Titles no column wants, and second titles of a column already found. */
  readonly ignoredColumns: readonly string[];
  /** Position of the column of reasons that `rejectsCsv` writes; -1 without one. */
  readonly reasonAt: number;
  /** Position in the table's rows at which the data begin. */
  readonly dataFrom: number;
}

interface Name {
  key: string;
  rank: number;
}
type Names = ReadonlyMap<string, Name>;

/** The column `rejectsCsv` puts first; an import looks past it. */
export const REASON_COLUMN = w('退回原因', 'Reject reason');
const REASON_KEYS = new Set([headingKey(REASON_COLUMN.zh), headingKey(REASON_COLUMN.en)]);
const isReasonColumn = (title: string): boolean => REASON_KEYS.has(headingKey(title));

/** How far down a header may stand. */
export const SEARCHED_ROWS = 60;
const NAMES_SHOWN = 4;

/**
 * The first row that names all the layout needs; titles above it are passed over. Two rows that
 * make one header (业主 over 姓名 and 电话) are joined, the lower title counts. Refuses a table
 * without such a row (`header_missing`) and a title that stands there twice (`header_twice`).
 */
export function findHeader(table: Table, layout: HeadingLayout): Header {
  const names = namesOf(layout);
  const header = searchHeader(table, layout, names);
  if (!header) throw headerMissing(table, layout, names);
  refuseTwice(header, names);
  return header;
}

/** For `readTable`: whether the table has the header the layout needs. */
export function recognises(layout: HeadingLayout): (table: Table) => boolean {
  const names = namesOf(layout);
  return (table) => searchHeader(table, layout, names) !== undefined;
}

function searchHeader(table: Table, layout: HeadingLayout, names: Names): Header | undefined {
  const rows = table.rows.slice(0, SEARCHED_ROWS);
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    const joined = below && isSubheader(below, names) ? join(row, below) : undefined;
    const alone = headerOf(row, at + 1, names);
    if (joined && (satisfies(alone, layout) || !satisfies(headerOf(below, 0, names), layout))) {
      const header = headerOf(joined, at + 2, names);
      if (satisfies(header, layout)) return header;
    }
    if (satisfies(alone, layout)) return alone;
  }
  return undefined;
}

function satisfies(header: Header | undefined, layout: HeadingLayout): boolean {
  if (!header) return false;
  const required = Object.keys(layout.columns).filter((key) => layout.columns[key]?.required);
  return header.columns.size > 0 && required.every((key) => header.columns.has(key));
}

function headerOf(row: Row | undefined, dataFrom: number, names: Names): Header | undefined {
  if (!row) return undefined;
  const cells = row.cells.map(titleOf);
  const best = new Map<string, HeaderColumn & { rank: number }>();
  cells.forEach((title, index) => {
    const name = names.get(headingKey(title));
    const held = name && best.get(name.key);
    if (name && (!held || name.rank < held.rank))
      best.set(name.key, { index, title, rank: name.rank });
  });

  const used = new Set([...best.values()].map(({ index }) => index));
  const ignoredColumns = cells.filter(
    (title, index) => title !== '' && !used.has(index) && !isReasonColumn(title),
  );
  const columns = new Map([...best].map(([key, { index, title }]) => [key, { index, title }]));
  const reasonAt = cells.findIndex(isReasonColumn);
  return { line: row.line, cells, columns, ignoredColumns, reasonAt, dataFrom };
}

export const titleOf = (cell: string): string => cleanCell(cell).replace(/\s+/g, ' ');

function isSubheader(row: Row, names: Names): boolean {
  const titles = row.cells.map(titleOf).filter((title) => !isBlank(title));
  return titles.length > 0 && titles.every((title) => names.has(headingKey(title)));
}

function join(upper: Row, lower: Row): Row {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const cells = Array.from(
    { length: width },
    (_, at) => titleOf(lower.cells[at] ?? '') || (upper.cells[at] ?? ''),
  );
  return { line: lower.line, cells };
}

function namesOf(layout: HeadingLayout): Names {
  const names = new Map<string, Name>();
  for (const [key, { names: accepted }] of Object.entries(layout.columns)) {
    accepted.forEach((name, rank) => {
      const held = names.get(headingKey(name));
      if (held && held.key !== key) throw new Error(`${name} names both ${held.key} and ${key}`);
      if (!held) names.set(headingKey(name), { key, rank });
    });
  }
  return names;
}

function refuseTwice(header: Header, names: Names): void {
  for (const { title, index } of header.columns.values()) {
    const key = headingKey(title);
    const twin = header.cells.findIndex((other, at) => at !== index && headingKey(other) === key);
    if (twin === -1 || !names.has(key)) continue;
    throw misused(
      'header_twice',
      w(
        `第 ${header.line} 行有两个“${title}”列（第 ${index + 1} 列和第 ${twin + 1} 列）。`,
        `Line ${header.line} has two columns "${title}" (columns ${index + 1} and ${twin + 1}).`,
      ),
      w('请删掉一列，或改成别的列名。', 'Remove one of them, or give it another name.'),
    );
  }
}

function headerMissing(table: Table, layout: HeadingLayout, names: Names): Error {
  if (table.rows.length === 0) {
    return misused('table_empty', w('文件里没有内容。', 'There is nothing in this file.'));
  }
  const required = Object.values(layout.columns).filter((column) => column.required);
  const wanted = list(required.map(describe));
  const found = likeliestHeader(table, names);
  return misused(
    'header_missing',
    found
      ? w(
          `第 ${found.line} 行的表头不够：有 ${titlesOf(found).join('、')}。`,
          `The header on line ${found.line} is not enough: it has ${titlesOf(found).join(', ')}.`,
        )
      : w('找不到表头行。', 'There is no header row.'),
    w(`需要的列：${wanted.zh}`, `Columns needed: ${wanted.en}`),
  );
}

const titlesOf = (header: Header) => header.cells.filter((title) => title !== '');

/** Only a row that holds a known title is shown: any other may hold names and phones. */
function likeliestHeader(table: Table, names: Names): Header | undefined {
  return table.rows
    .slice(0, SEARCHED_ROWS)
    .map((row) => headerOf(row, 0, names))
    .reduce(
      (best, header) => ((header?.columns.size ?? 0) > (best?.columns.size ?? 0) ? header : best),
      undefined,
    );
}

/** 房号（房间号、户号、Unit） */
function describe({ label, names }: Heading): Words {
  const shown = (lang: Lang) => {
    const others = names.filter((name) => name !== label[lang]).slice(0, NAMES_SHOWN);
    return list(others.map(same))[lang];
  };
  return w(
    `${label.zh}（${shown('zh')}）`.replace('（）', ''),
    `${label.en} (${shown('en')})`.replace(' ()', ''),
  );
}
