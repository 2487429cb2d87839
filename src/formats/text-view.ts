import type { Pen } from '../cli/pen.ts';
import { w } from '../lib/words.ts';
import type { Block, Report, ReportFigure, Section } from './model.ts';
import { isNumber, orDash, valueText } from './values-view.ts';

/** A report at a terminal. */
export function reportText(report: Report, pen: Pen): string {
  const { site, sections, title } = report;
  const head = [pen.heading(title), [site.company, site.name].filter(Boolean).join(' · ')];
  return [
    head.filter((line) => line !== '').join('\n'),
    ...sections.map((section) => sectionText(section, pen)),
  ].join('\n\n');
}

const sectionText = ({ title, blocks }: Section, pen: Pen): string =>
  [pen.heading(title), ...blocks.map((block) => blockText(block, pen)).filter(Boolean)].join('\n');

function blockText(block: Block, pen: Pen): string {
  switch (block.is) {
    case 'figures':
      return [...(block.title ? [pen.dim(block.title)] : []), figuresText(block.figures, pen)].join(
        '\n',
      );
    case 'table':
      return tableText(block, pen);
    case 'notes':
      return block.notes.map((note) => `· ${pen.say(note)}`).join('\n');
    case 'chart':
      return '';
  }
}

const figuresText = (figures: readonly ReportFigure[], pen: Pen): string =>
  pen.grid(
    figures.map(({ label, definition, kind, value }) => [
      pen.dim(label),
      orDash(valueText(kind, value, pen.as)),
      pen.dim(definition),
    ]),
  );

function tableText({ title, columns, rows, none }: Extract<Block, { is: 'table' }>, pen: Pen) {
  const head = title === null ? [] : [pen.dim(title)];
  if (rows.length === 0) return [...head, pen.dim(none)].join('\n');
  const lines = rows.map((row) =>
    columns.map(({ kind }, at) => valueText(kind, row[at] ?? null, pen.as)),
  );
  const drawn = pen.grid(
    [columns.map(({ label }) => pen.heading(label)), ...lines],
    columns.map(({ kind }) => isNumber(kind)),
  );
  return [...head, drawn].join('\n');
}

export const NOTHING = w('没有。', 'None.');
