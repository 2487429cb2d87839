import { sentence, type Words, w } from '../lib/words.ts';
import type { Block, Chart, PlainKind, ReportColumn, Value } from './model.ts';

/** A block as every format but the terminal's tells it: a table, whatever it was made of, or notes. */
export type Part = TablePart | NotesPart;

export interface TablePart {
  is: 'figures' | 'table' | 'chart';
  title: Words | null;
  columns: readonly ReportColumn[];
  rows: readonly (readonly Value[])[];
  /** Said where there are no rows. */
  none: Words;
  /** What the numbers were drawn from. */
  chart: Chart | null;
}

interface NotesPart {
  is: 'notes';
  title: Words | null;
  notes: readonly Words[];
}

const NOTHING = w('没有。', 'None.');

export function partOf(block: Block): Part {
  switch (block.is) {
    case 'notes':
      return { is: 'notes', title: block.title, notes: block.notes };
    case 'table':
      return { ...block, chart: null };
    case 'figures':
      return figuresPart(block);
    case 'chart':
      return chartPart(block.title, block.chart);
  }
}

export const FIGURE_LABELS = {
  figure: w('指标', 'Figure'),
  value: w('本期', 'This period'),
  before: w('上期', 'Period before'),
  target: w('目标', 'Target'),
  definition: w('定义', 'Definition'),
  name: w('代号', 'Name'),
};

/** With the period before where it is compared, and the targets where there is one. */
function figuresPart({ title, figures, when }: Extract<Block, { is: 'figures' }>): TablePart {
  const labels = { ...FIGURE_LABELS, ...(when && { value: when.now, before: when.before }) };
  const hasBefore = figures.some(({ before }) => before !== undefined);
  const hasTarget = figures.some(({ target }) => typeof target === 'string');
  const hasName = figures.some(({ name }) => name !== null);
  const column = (key: keyof typeof FIGURE_LABELS, kind: ReportColumn['kind']): ReportColumn => ({
    ...{ key, kind },
    label: labels[key],
  });
  return {
    ...{ is: 'figures', title, none: NOTHING, chart: null },
    columns: [
      column('figure', 'words'),
      column('value', 'told'),
      ...(hasBefore ? [column('before', 'told')] : []),
      ...(hasTarget ? [column('target', 'percent')] : []),
      column('definition', 'words'),
      ...(hasName ? [column('name', 'text')] : []),
    ],
    rows: figures.map(({ label, definition, kind, value, before, target, name }): Value[] => [
      w(label.zh, sentence(label.en)),
      { kind, value },
      ...(hasBefore ? [{ kind, value: before ?? null }] : []),
      ...(hasTarget ? [target ?? null] : []),
      definition,
      ...(hasName ? [name] : []),
    ]),
  };
}

/** How the numbers of a chart are read; of money they are fen. */
export const UNIT_KINDS: Readonly<Record<Chart['unit'], PlainKind>> = {
  count: 'whole',
  percent: 'percent',
  money: 'money',
};

const PERCENT_DIGITS = 1;

/** A number of a chart as a value of the kind of its unit. */
export const unitValue = (unit: Chart['unit'], number: number | null | undefined): Value =>
  typeof number === 'number' && unit === 'percent'
    ? number.toFixed(PERCENT_DIGITS)
    : (number ?? null);

/** The numbers of a chart: what stands along it downwards, its series side by side. */
function chartPart(title: Words, chart: Chart): TablePart {
  const { unit, categories, series, target } = chart;
  const kind = UNIT_KINDS[unit];
  const lines = [
    ...series,
    ...(target === undefined
      ? []
      : [{ name: FIGURE_LABELS.target, values: categories.map(() => target) }]),
  ];
  return {
    ...{ is: 'chart', title, none: NOTHING, chart },
    columns: [
      { key: 'category', label: w('分类', 'Item'), kind: 'words' },
      ...lines.map(({ name }, at): ReportColumn => ({ key: `s${at}`, label: name, kind })),
    ],
    rows: categories.map((category, at) => [
      category,
      ...lines.map(({ values }) => unitValue(unit, values[at])),
    ]),
  };
}
