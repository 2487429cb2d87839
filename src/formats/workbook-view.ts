import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { widthOf } from '../cli/layout.ts';
import type { Rendering } from '../cli/shape.ts';
import { w } from '../lib/words.ts';
import { type FlatCell, flatTable } from './flat-view.ts';
import { headOf } from './head-view.ts';
import type { Report, Section } from './model.ts';
import { type Part, partOf } from './parts-rules.ts';

const COVER = w('说明', 'About');

/** One sheet a section behind a first one that says what it is; numbers and dates are real ones. */
export async function reportWorkbook(report: Report, as: Rendering): Promise<Uint8Array[]> {
  const { writeXlsx } = await import('hucre/xlsx');
  const titles = [COVER, ...report.sections.map(({ title }) => title)].map((each) => each[as.lang]);
  const [cover = '', ...names] = sheetNames(titles);
  const sheets = [
    coverSheet(report, cover, as),
    ...report.sections.map((section, at) => sectionSheet(report, section, names[at] ?? '', as)),
  ];
  return [await writeXlsx({ sheets, properties: { title: report.title[as.lang] } })];
}

const LONGEST_NAME = 31;
/** Excel's own, and a name that it keeps for itself. */
const FORBIDDEN = /[\\/?*[\]:\p{Cc}\p{Cs}]/gu;
const RESERVED = 'history';

/** What Excel takes: 31 signs, none of its own, no apostrophe at an end, each name once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set([RESERVED]);
  return titles.map((title, at) => {
    const plain = title.replace(FORBIDDEN, ' ').replace(/^[\s']+|[\s']+$/g, '') || String(at + 1);
    for (let nth = 1; ; nth += 1) {
      const end = nth === 1 ? '' : ` ${nth}`;
      const name = `${cut(plain, LONGEST_NAME - end.length).replace(/[\s']+$/, '')}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** No longer than so many UTF-16 units, no sign cut in two. */
function cut(text: string, length: number): string {
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > length) break;
    short += sign;
  }
  return short;
}

type Line = readonly (Partial<Cell> | null)[];

const TOP: CellStyle['alignment'] = { vertical: 'top' };
const STYLES = {
  title: { font: { bold: true, size: 14 } },
  heading: { font: { bold: true } },
  label: {
    font: { bold: true },
    alignment: { vertical: 'center', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
    border: { bottom: { style: 'thin' } },
  },
  text: { alignment: { ...TOP, wrapText: true } },
  plain: { alignment: TOP },
} as const satisfies Record<string, CellStyle>;

const textCell = (value: string, style: CellStyle = STYLES.plain): Partial<Cell> => ({
  ...{ value, type: 'string', style },
});

const coverSheet = (report: Report, name: string, as: Rendering): WriteSheet => ({
  ...sheetOf(name, [
    [textCell(report.title[as.lang], STYLES.title)],
    ...headOf(report, as).map(({ label, text }) => [
      textCell(label, STYLES.heading),
      textCell(text, STYLES.text),
    ]),
  ]),
  columns: [{ width: 28 }, { width: 70 }],
});

/**
 * A section under its title. Heads stay in sight: those of the table where it is the only one, else the
 * title, as the heads of one table would be wrong over the next.
 */
function sectionSheet(report: Report, section: Section, name: string, as: Rendering): WriteSheet {
  const parts = section.blocks.map(partOf);
  const title = `${section.title[as.lang]} · ${report.title[as.lang]}`;
  const lines = parts.flatMap((part, at): Line[] => [
    ...(at === 0 ? [] : [[]]),
    ...partLines(part, as),
  ]);
  const [only, ...others] = parts;
  const isAlone = others.length === 0 && only !== undefined && only.is !== 'notes';
  const heads = !isAlone ? 1 : only.title === null ? 2 : 3;
  return {
    ...sheetOf(name, [[textCell(title, STYLES.title)], ...lines]),
    freezePane: { rows: heads },
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape' },
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$1:$${heads}` },
    },
    headerFooter: { oddFooter: '&R&P / &N' },
  };
}

function partLines(part: Part, as: Rendering): Line[] {
  const head = part.title === null ? [] : [[textCell(part.title[as.lang], STYLES.heading)]];
  if (part.is === 'notes') return [...head, ...part.notes.map((note) => [textCell(note[as.lang])])];
  const { labels, rows, none } = flatTable(part, as);
  return [
    ...head,
    labels.map((label) => textCell(label, STYLES.label)),
    ...(rows.length === 0 ? [[textCell(none)]] : rows.map((row) => row.map(sheetCell))),
  ];
}

const NUMBERS = { 0: '#,##0', 1: '#,##0.0', 2: '#,##0.00', 3: '#,##0.###' } as const;

/** A spreadsheet knows numbers of fifteen digits: every amount and every percentage is exact. */
function sheetCell(cell: FlatCell): Partial<Cell> | null {
  const styled = (numFmt: string) => ({ style: { ...STYLES.plain, numFmt } });
  switch (cell?.is) {
    case undefined:
      return null;
    case 'text':
      return textCell(cell.text, STYLES.text);
    case 'number':
      return {
        ...{ value: cell.value / 10 ** cell.digits, type: 'number' },
        ...styled(NUMBERS[cell.digits]),
      };
    case 'percent':
      return { ...{ value: Number(`${cell.percent}e-2`), type: 'number' }, ...styled('0.0%') };
    case 'day':
      return {
        ...{ value: new Date(`${cell.day}T00:00:00Z`), type: 'date' },
        ...styled('yyyy-mm-dd'),
      };
    case 'clock':
      return {
        ...{ value: new Date(`${cell.text.replace(' ', 'T')}Z`), type: 'date' },
        ...styled('yyyy-mm-dd hh:mm'),
      };
  }
}

const WIDEST = 46;
const NARROWEST = 9;

function sheetOf(name: string, lines: readonly Line[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((line, row) => {
    line.forEach((cell, at) => {
      if (cell) cells.set(`${row},${at}`, cell);
    });
  });
  const across = Math.max(1, ...lines.map((line) => line.length));
  return {
    ...{ name, cells },
    rows: lines.map((line) => line.map((cell) => cell?.value ?? null)),
    columns: Array.from({ length: across }, (_, at) => ({ width: columnWidth(lines, at) })),
  };
}

/** Fit for the widest of its cells; what stands alone in a line may run over the next columns. */
function columnWidth(lines: readonly Line[], at: number): number {
  let widest = 0;
  for (const line of lines) {
    if (line.length > 1) widest = Math.max(widest, shownWidth(line[at] ?? null));
  }
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}

const DAY_AND_TIME = 16;

function shownWidth(cell: Partial<Cell> | null): number {
  if (cell === null) return 0;
  if (cell.type === 'date') return DAY_AND_TIME;
  if (cell.type === 'number') return Number(cell.value).toFixed(2).length + 3;
  return Math.max(0, ...String(cell.value).split('\n').map(widthOf));
}
