import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import type { Rendering } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import { headOf } from './head-view.ts';
import type { PlainKind, Report, ReportColumn, Section, Told, Value } from './model.ts';
import { type FlatTable, tablesOf } from './tables-view.ts';
import { wordsText } from './values-view.ts';

/** One sheet a section behind a first one that says what it is; numbers and dates are real ones. */
export async function* reportWorkbook(report: Report, as: Rendering): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = sheetNames([COVER, ...report.sections.map(({ title }) => title)], as);
  yield await writeXlsx({
    sheets: [
      coverSheet(report, names[0] ?? '', as),
      ...report.sections.map((section, at) => sectionSheet(section, names[at + 1] ?? '', as)),
    ],
  });
}

const COVER = w('说明', 'About');
const LONGEST_NAME = 31;

/** What Excel takes: 31 signs, none of its own, each name once. */
function sheetNames(titles: readonly Words[], as: Rendering): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = wordsText(title, as)
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim();
    for (let nth = 1; ; nth += 1) {
      const end = nth === 1 ? '' : ` ${nth}`;
      const name = [...plain].slice(0, LONGEST_NAME - end.length).join('') + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

type Line = readonly (Partial<Cell> | null)[];

const BOLD: CellStyle = { font: { bold: true } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const textCell = (value: string, style?: CellStyle): Partial<Cell> => ({
  value,
  type: 'string',
  ...(style && { style }),
});

const coverSheet = (report: Report, name: string, as: Rendering): WriteSheet =>
  sheetOf(
    name,
    [
      [textCell(wordsText(report.title, as), BOLD)],
      ...headOf(report, as).map(([label, value]) => [textCell(label), textCell(value)]),
    ],
    1,
  );

function sectionSheet(section: Section, name: string, as: Rendering): WriteSheet {
  const tables = tablesOf(section);
  const lines = tables.flatMap((table, at): Line[] => [
    ...(at === 0 ? [] : [[]]),
    ...tableLines(table, as),
  ]);
  const heads = tables[0]?.title == null ? 1 : 2;
  return sheetOf(name, lines, heads);
}

function tableLines({ title, columns, rows, none }: FlatTable, as: Rendering): Line[] {
  const head = title === null ? [] : [[textCell(wordsText(title, as), BOLD)]];
  if (rows.length === 0) return [...head, [textCell(wordsText(none, as))]];
  const wide = columns.map((column, at) => isRate(column, rows, at));
  return [
    ...head,
    columns.flatMap(({ label }, at) => [
      textCell(wordsText(label, as), BOLD),
      ...(wide[at] ? PARTS.map((part) => textCell(wordsText(part, as), BOLD)) : []),
    ]),
    ...rows.map((row) =>
      columns.flatMap(({ kind }, at) => cellsOf(kind, row[at] ?? null, wide[at] ?? false, as)),
    ),
  ];
}

/** A rate stands as a number beside its two parts. */
const PARTS = [w('分子', 'Numerator'), w('分母', 'Denominator')];

const RATES: readonly string[] = ['rate', 'moneyRate'];

const isRate = ({ kind }: ReportColumn, rows: FlatTable['rows'], at: number): boolean =>
  RATES.includes(kind) ||
  (kind === 'told' && rows.some((row) => RATES.includes((row[at] as Told | null)?.kind ?? '')));

function cellsOf(
  kind: ReportColumn['kind'],
  value: Value,
  isWide: boolean,
  as: Rendering,
): (Partial<Cell> | null)[] {
  const inner = kind === 'told' ? (value as Told | null) : null;
  const [plain, held] = inner ? [inner.kind, inner.value] : [kind as PlainKind, value];
  const rest = isWide ? partsOf(plain, held) : [];
  return held === null || (kind === 'told') !== (inner !== null)
    ? [null, ...rest]
    : [cellOf(plain, held, as), ...rest];
}

function partsOf(kind: PlainKind, value: Value): (Partial<Cell> | null)[] {
  if (!RATES.includes(kind) || value === null) return [null, null];
  const { numerator, denominator } = value as Rate;
  const [by, format] = kind === 'moneyRate' ? [100, MONEY] : [1, '0'];
  return [number(numerator / by, format), number(denominator / by, format)];
}

const MONEY = '#,##0.00';
const number = (value: number, numFmt: string): Partial<Cell> => ({
  value,
  type: 'number',
  style: { numFmt },
});
const dated = (text: string, numFmt: string): Partial<Cell> => ({
  value: new Date(
    `${text.replace(' ', 'T')}${text.length > 10 ? ':00' : 'T00:00:00'}Z`,
  ) as CellValue,
  type: 'date',
  style: { numFmt },
});

/** A spreadsheet knows numbers of fifteen digits: every amount is exact. */
function cellOf(kind: PlainKind, value: NonNullable<Value>, as: Rendering): Partial<Cell> | null {
  switch (kind) {
    case 'text':
      return textCell(value as string, WRAPPED);
    case 'words':
      return textCell(wordsText(value as Words, as), WRAPPED);
    case 'whole':
      return number(value as number, '0');
    case 'money':
      return number((value as number) / 100, MONEY);
    case 'area':
      return number((value as number) / 1000, '#,##0.###');
    case 'day':
      return dated(value as string, 'yyyy-mm-dd');
    case 'moment':
      return dated(localText(value as string, as.zone).slice(0, 16), 'yyyy-mm-dd hh:mm');
    case 'percent':
      return number(Number(value) / 100, '0.0%');
    case 'rate':
    case 'moneyRate': {
      const { percent } = value as Rate;
      return percent === null ? textCell('—') : number(Number(percent) / 100, '0.0%');
    }
  }
}

const WIDEST = 48;
const NARROWEST = 8;

function sheetOf(name: string, lines: readonly Line[], heads: number): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((line, row) => {
    line.forEach((cell, at) => {
      if (cell) cells.set(`${row},${at}`, cell);
    });
  });
  const across = Math.max(1, ...lines.map((line) => line.length));
  return {
    name,
    rows: lines.map((line) => line.map((cell) => cell?.value ?? null)),
    cells,
    columns: Array.from({ length: across }, (_, at) => ({ width: widthOf(lines, at) })),
    freezePane: { rows: heads },
  };
}

/** Chinese signs are twice as wide. */
const widthOf = (lines: readonly Line[], at: number): number => {
  const widest = Math.max(
    0,
    ...lines.map((line) => {
      const text = String(line[at]?.type === 'string' ? line[at]?.value : '0000-00-00');
      return line[at] ? [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0) : 0;
    }),
  );
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
};
