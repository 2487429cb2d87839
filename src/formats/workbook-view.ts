import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Rendering } from '../cli/shape.ts';
import { w } from '../lib/words.ts';
import { type FlatCell, flatTable } from './flat-view.ts';
import { headOf } from './head-view.ts';
import type { Report, Section } from './model.ts';
import { type Part, partOf, type TablePart } from './parts-rules.ts';
import { type Line, sheetOf } from './sheet-view.ts';

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
  dash: { alignment: { ...TOP, horizontal: 'right' } },
} as const satisfies Record<string, CellStyle>;

/** Heads stand over what they head: numbers to the right, texts a little off the numbers before them. */
const labelStyle = (isNumber: boolean, at: number): CellStyle => ({
  ...STYLES.label,
  alignment: { ...STYLES.label.alignment, ...(isNumber ? { horizontal: 'right' } : apart(at)) },
});

const apart = (at: number): CellStyle['alignment'] =>
  at === 0 ? {} : { horizontal: 'left', indent: 1 };

const ON_A4 = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const NUMBERED = { oddFooter: '&R&P / &N' };

const textCell = (value: string, style: CellStyle = STYLES.plain): Partial<Cell> => ({
  ...{ value, type: 'string', style },
});

const COVER_WIDTHS = [28, 70];

const coverSheet = (report: Report, name: string, as: Rendering): WriteSheet => ({
  ...sheetOf(
    name,
    [
      [textCell(report.title[as.lang], STYLES.title)],
      ...headOf(report, as).map(({ label, text }) => [
        textCell(label, STYLES.heading),
        textCell(text, STYLES.text),
      ]),
    ],
    COVER_WIDTHS,
  ),
  pageSetup: ON_A4,
  headerFooter: NUMBERED,
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
    pageSetup: { ...ON_A4, orientation: 'landscape', printTitlesRow: `$1:$${heads}` },
    headerFooter: NUMBERED,
  };
}

function partLines(part: Part, as: Rendering): Line[] {
  const head = part.title === null ? [] : [[textCell(part.title[as.lang], STYLES.heading)]];
  if (part.is === 'notes') return [...head, ...part.notes.map((note) => [textCell(note[as.lang])])];
  const { labels, areNumbers, rows, none } = flatTable(definitionLast(part), as);
  return [
    ...head,
    labels.map((label, at) => textCell(label, labelStyle(areNumbers[at] === true, at))),
    ...(rows.length === 0
      ? [[textCell(none)]]
      : rows.map((row) => row.map((cell, at) => sheetCell(cell, areNumbers[at] === true, at)))),
  ];
}

/** Where it may run over the columns of wider tables. */
function definitionLast(part: TablePart): TablePart {
  const from = part.columns.findIndex(({ key }) => key === 'definition');
  if (part.is !== 'figures' || from < 0) return part;
  const moved = <T>(cells: readonly T[]): T[] => [
    ...cells.filter((_, at) => at !== from),
    ...cells.slice(from, from + 1),
  ];
  return { ...part, columns: moved(part.columns), rows: part.rows.map(moved) };
}

const NUMBERS = { 0: '#,##0', 1: '#,##0.0', 2: '#,##0.00', 3: '#,##0.###' } as const;

/** A spreadsheet knows numbers of fifteen digits: every amount and every percentage is exact. */
function sheetCell(cell: FlatCell, isNumber: boolean, at: number): Partial<Cell> | null {
  const styled = (numFmt: string) => ({ style: { ...STYLES.plain, numFmt } });
  const dated = (numFmt: string) => ({ style: { alignment: { ...TOP, ...apart(at) }, numFmt } });
  switch (cell?.is) {
    case undefined:
      return null;
    case 'text':
      return textCell(
        cell.text,
        isNumber ? STYLES.dash : { alignment: { ...STYLES.text.alignment, ...apart(at) } },
      );
    case 'number':
      return {
        ...{ value: cell.value / 10 ** cell.digits, type: 'number' },
        ...styled(NUMBERS[isWhole(cell) ? 0 : cell.digits]),
      };
    case 'percent':
      return { ...{ value: Number(`${cell.percent}e-2`), type: 'number' }, ...styled('0.0%') };
    case 'day':
      return {
        ...{ value: new Date(`${cell.day}T00:00:00Z`), type: 'date' },
        ...dated('yyyy-mm-dd'),
      };
    case 'clock':
      return {
        ...{ value: new Date(`${cell.text.replace(' ', 'T')}Z`), type: 'date' },
        ...dated('yyyy-mm-dd hh:mm'),
      };
  }
}

/** An area without a fraction, which its format would leave a bare point. */
const isWhole = ({ value, digits }: { value: number; digits: number }): boolean =>
  digits === 3 && value % 1000 === 0;
