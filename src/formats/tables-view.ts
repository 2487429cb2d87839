import { type Words, w } from '../lib/words.ts';
import type { Block, ReportColumn, ReportFigure, Section, Value } from './model.ts';

/** A block as rows under heads, whatever it was; how files and pages read a report. */
export interface FlatTable {
  title: Words | null;
  columns: readonly ReportColumn[];
  rows: readonly (readonly Value[])[];
  none: Words;
}

/** A section without its charts, whose numbers stand in its tables. */
export const tablesOf = ({ blocks }: Section): FlatTable[] =>
  blocks.flatMap((block) => (block.is === 'chart' ? [] : [tableOf(block)]));

const NONE = w('没有。', 'None.');

export function tableOf(block: Exclude<Block, { is: 'chart' }>): FlatTable {
  switch (block.is) {
    case 'table':
      return block;
    case 'figures':
      return figuresTable(block);
    case 'notes':
      return {
        title: block.title,
        columns: [{ key: 'note', label: w('说明', 'Note'), kind: 'words' }],
        rows: block.notes.map((note) => [note]),
        none: NONE,
      };
  }
}

interface FigureColumn extends ReportColumn {
  get(figure: ReportFigure): Value;
}

/** A value, what it was before, what is aimed at and what it means; what no figure of them has stays away. */
function figuresTable({ title, figures }: Extract<Block, { is: 'figures' }>): FlatTable {
  const told = (value: Value | undefined, kind: ReportFigure['kind']): Value =>
    value === undefined ? null : { kind, value };
  const columns: FigureColumn[] = [
    { key: 'label', label: w('指标', 'Figure'), kind: 'words', get: (it) => it.label },
    {
      key: 'value',
      label: w('本期', 'This period'),
      kind: 'told',
      get: ({ value, kind }) => told(value, kind),
    },
    ...(figures.some(({ before }) => before !== undefined)
      ? [
          {
            key: 'before',
            label: w('上期', 'Before'),
            kind: 'told',
            get: ({ before, kind }) => told(before, kind),
          } as FigureColumn,
        ]
      : []),
    ...(figures.some(({ target }) => target !== undefined)
      ? [
          {
            key: 'target',
            label: w('目标', 'Target'),
            kind: 'told',
            get: ({ target }) => (target === undefined ? null : told(target, 'percent')),
          } as FigureColumn,
        ]
      : []),
    {
      key: 'definition',
      label: w('定义', 'Definition'),
      kind: 'words',
      get: (it) => it.definition,
    },
  ];
  return {
    title,
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    rows: figures.map((figure) => columns.map(({ get }) => get(figure))),
    none: NONE,
  };
}
