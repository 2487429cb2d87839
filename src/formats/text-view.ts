import { fits, GAP, pad, widthOf, wrap } from '../cli/layout.ts';
import type { Pen } from '../cli/pen.ts';
import { w } from '../lib/words.ts';
import { headOf } from './head-view.ts';
import type { Block, Report, Section } from './model.ts';
import { FIGURE_LABELS, partOf, type TablePart } from './parts-rules.ts';
import { drawsCharts, sketch } from './sketch-view.ts';
import { isNothing, isNumber, orDash, valueText } from './values-view.ts';

/** A report at a terminal. */
export function reportText(report: Report, pen: Pen): string {
  // Where the journal stood concerns who checks a file.
  const head = headOf(report, pen.as)
    .filter(({ is }) => is !== 'journal')
    .map(({ label, text }) => `${pen.color.dim(label)}${GAP}${text}`);
  return [
    [pen.heading(report.title), ...head.map((line) => inWidth(line, pen))].join('\n'),
    ...report.sections.map((section) => sectionText(section, pen)),
  ].join('\n\n');
}

/** What has a title of its own stands apart. */
function sectionText({ title, blocks }: Section, pen: Pen): string {
  const texts = blocks.map((block) => ({
    text: blockText(block, pen),
    isApart: block.title !== null,
  }));
  return texts.reduce(
    (section, { text, isApart }, at) =>
      text === '' ? section : `${section}${isApart && at > 0 ? '\n\n' : '\n'}${text}`,
    pen.heading(title),
  );
}

function blockText(block: Block, pen: Pen): string {
  const title = block.title === null ? [] : [pen.dim(block.title)];
  const part = partOf(block);
  if (part.is === 'notes')
    return [...title, ...part.notes.map((it) => noteText(it, pen))].join('\n');
  if (part.is === 'figures') return [...title, figuresText(part, pen)].join('\n');
  if (part.chart !== null && drawsCharts(pen))
    return [...title, sketch(part.chart, pen)].join('\n');
  return [...title, tableText(part, pen)].join('\n');
}

const noteText = (note: Parameters<Pen['say']>[0], pen: Pen): string =>
  inWidth(`· ${pen.say(note)}`, pen).replaceAll('\n', `\n${GAP}`);

const inWidth = (text: string, { width }: Pen): string =>
  width === undefined ? text : wrap(text, width - GAP.length);

/** Less room is too little for a definition beside the numbers. */
const LEAST_DEFINITION = 26;

/**
 * A line for each figure: its value, that of the period before, the target and, where there is room, the
 * definition; a rate's stands below it where there is none.
 */
function figuresText(part: TablePart, pen: Pen): string {
  if (part.rows.length === 0) return pen.dim(part.none);
  const { width } = pen;
  const at = part.columns.findIndex(({ key }) => key === 'definition');
  const lines = [
    part.columns.slice(0, at).map(({ label }) => pen.say(label)),
    ...part.rows.map((row) => cellsOf(part, row, pen).slice(0, at)),
  ];
  const definitions = [
    pen.say(FIGURE_LABELS.definition),
    ...part.rows.map((row) => cellsOf(part, row, pen)[at] ?? ''),
  ];
  const widths = part.columns
    .slice(0, at)
    .map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const before = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  const [head = '', ...rows] = lines.map((line) =>
    line.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join(GAP),
  );

  if (width === undefined || before + LEAST_DEFINITION <= width) {
    const room = width === undefined ? undefined : width - before;
    const beside = (line: string, index: number) =>
      [line, pen.color.dim(hanging(definitions[index] ?? '', before, room))].join(GAP);
    return [head, ...rows].map(beside).join('\n');
  }
  const isRate = part.rows.map((row) => /^(rate|moneyRate)$/.test(kindIn(row[1])));
  const below = (index: number) =>
    isRate[index] ? [pen.color.dim(indented(definitions[index + 1] ?? '', width))] : [];
  if (before - GAP.length <= width) {
    return [head.trimEnd(), ...rows.flatMap((row, index) => [row, ...below(index)])].join('\n');
  }
  return lines
    .slice(1)
    .flatMap(([label = '', value = ''], index) => {
      const rest = besideValue(part, index, pen);
      return [
        wrap(`${label}${GAP}${value}`, width),
        ...(rest === '' ? [] : [indented(rest, width)]),
        ...below(index),
      ];
    })
    .join('\n');
}

/** What the figures table has between value and definition, each behind its label, if there is any. */
function besideValue(part: TablePart, index: number, pen: Pen): string {
  const row = part.rows[index] ?? [];
  const cells = cellsOf(part, row, pen);
  return part.columns
    .flatMap(({ key, kind, label }, at) =>
      (key === 'before' || key === 'target') && !isNothing(kind, row[at] ?? null)
        ? [`${pen.say(label)} ${cells[at]}`]
        : [],
    )
    .join(GAP);
}

const kindIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';

/** Wrapped to what is left of the line, each line but the first behind an indent. */
const hanging = (text: string, indent: number, room: number | undefined): string =>
  room === undefined ? text : wrap(text, room).replaceAll('\n', `\n${' '.repeat(indent)}`);

const indented = (text: string, width: number): string =>
  GAP + wrap(text, width - GAP.length).replaceAll('\n', `\n${GAP}`);

const cellsOf = (part: TablePart, row: TablePart['rows'][number], { as }: Pen): string[] =>
  part.columns.map(({ kind }, at) => {
    const text = valueText(kind, row[at] ?? null, as);
    return oneLine(part.is === 'table' ? text : orDash(text));
  });

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** In columns; where the terminal is too narrow for them, a few lines for each row. */
function tableText(part: TablePart, pen: Pen): string {
  const { columns, rows, none } = part;
  if (rows.length === 0) return pen.dim(none);
  const heads = columns.map(({ label }) => pen.heading(label));
  const lines = rows.map((row) => cellsOf(part, row, pen));
  const alignRight = columns.map(({ kind }) => isNumber(kind));
  if (fits({ lines: [heads, ...lines], width: pen.width })) {
    return pen.grid([heads, ...lines], alignRight);
  }
  return lines.map((line) => rowText(columns, line, pen)).join('\n');
}

function rowText(columns: TablePart['columns'], [first = '', ...rest]: string[], pen: Pen): string {
  const told = rest.flatMap((cell, at) =>
    cell === '' ? [] : [`${pen.say(columns[at + 1]?.label ?? NO_LABEL)} ${cell}`],
  );
  const width = pen.width ?? Number.POSITIVE_INFINITY;
  return [wrap(first, width), ...(told.length === 0 ? [] : [indented(told.join(GAP), width)])].join(
    '\n',
  );
}

const NO_LABEL = w('', '');
