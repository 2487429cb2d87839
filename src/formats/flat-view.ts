import type { Rendering } from '../cli/shape.ts';
import type { Cell } from '../documents/model.ts';
import { localText } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import type { PlainKind, ReportColumn, Told, Value } from './model.ts';
import type { TablePart } from './parts-rules.ts';
import { isNumber } from './values-view.ts';

/** A cell that a spreadsheet reckons with. */
export type FlatCell = Cell | { is: 'percent'; percent: string } | null;

export interface FlatTable {
  title: string | null;
  labels: readonly string[];
  /** Which of the columns hold numbers. */
  areNumbers: readonly boolean[];
  rows: readonly (readonly FlatCell[])[];
  none: string;
}

const NUMERATOR = w('分子', 'numerator');
const DENOMINATOR = w('分母', 'denominator');
const DASH: FlatCell = { is: 'text', text: '—' };

/**
 * A table for spreadsheets: plain text and numbers, a rate in three columns, so that nobody has to take it
 * apart. In a table of figures what there is not is a dash.
 */
export function flatTable(part: TablePart, as: Rendering): FlatTable {
  const isSplit = part.columns.map((column, at) => holdsRates(column, part.rows, at));
  const dash = part.is === 'table' ? null : DASH;
  return {
    title: part.title?.[as.lang] ?? null,
    labels: part.columns.flatMap(({ label }, at) =>
      isSplit[at] ? splitLabels(label, as) : [label[as.lang]],
    ),
    areNumbers: part.columns.flatMap(({ kind }, at) =>
      isSplit[at] ? [true, true, true] : [isNumber(kind)],
    ),
    rows: part.rows.map((row) =>
      part.columns.flatMap(({ kind }, at) => {
        const [own, value] = plainOf(kind, row[at] ?? null);
        return isSplit[at] ? splitCells(own, value, dash, as) : [cellOf(own, value, as) ?? dash];
      }),
    ),
    none: part.none[as.lang],
  };
}

const isRate = (kind: ReportColumn['kind']) => kind === 'rate' || kind === 'moneyRate';

const holdsRates = ({ kind }: ReportColumn, rows: TablePart['rows'], at: number): boolean =>
  isRate(kind) ||
  (kind === 'told' && rows.some((row) => isRate((row[at] as Told | null)?.kind ?? 'told')));

const splitLabels = (label: Words, { lang }: Rendering): string[] => {
  const colon = lang === 'zh' ? '：' : ': ';
  return [label[lang], ...[NUMERATOR, DENOMINATOR].map((each) => label[lang] + colon + each[lang])];
};

/** What stands in a cell, with its own kind; without a kind there is no value. */
function plainOf(kind: ReportColumn['kind'], value: Value): [PlainKind, Value] {
  if (kind !== 'told') return [kind, value];
  const told = value as Told | null;
  return told === null ? ['text', null] : plainOf(told.kind, told.value);
}

function splitCells(kind: PlainKind, value: Value, dash: FlatCell, as: Rendering): FlatCell[] {
  if (!isRate(kind)) return [cellOf(kind, value, as) ?? dash, null, null];
  if (value === null) return [dash, null, null];
  const { numerator, denominator, percent } = value as Rate;
  const digits = kind === 'rate' ? 0 : 2;
  return [
    percent === null ? DASH : { is: 'percent', percent },
    { is: 'number', value: numerator, digits },
    { is: 'number', value: denominator, digits },
  ];
}

/** A value that is no rate. */
function cellOf(kind: PlainKind, value: Value, as: Rendering): FlatCell {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return { is: 'text', text: value as string };
    case 'words':
    case 'named':
      return { is: 'text', text: (value as Words)[as.lang] };
    case 'whole':
      return { is: 'number', value: value as number, digits: 0 };
    case 'money':
      return { is: 'number', value: value as number, digits: 2 };
    case 'area':
      return { is: 'number', value: value as number, digits: 3 };
    case 'day':
      return { is: 'day', day: value as string };
    case 'moment':
      return { is: 'clock', text: localText(value as string, as.zone) };
    case 'points':
      return { is: 'number', value: value as number, digits: 1 };
    case 'percent':
      return { is: 'percent', percent: value as string };
    case 'rate':
    case 'moneyRate':
      return DASH;
  }
}
