import type { Json, Rendering } from '../cli/shape.ts';
import { localIso } from '../lib/moment.ts';
import type { Block, Report, Section } from './model.ts';
import { valueJson } from './values-view.ts';

type JsonObject = { [key: string]: Json };

/**
 * A report for programs: its sections by their keys, in each its figures and tables by theirs. A section
 * that is one table without a key is a list.
 */
export function reportJson(report: Report, as: Rendering): JsonObject {
  const { kind, period, fromOn, untilOn, site, asOf, journalHead, closed, sections } = report;
  return {
    report: kind,
    [period.key]: period.text,
    ...{ fromOn, untilOn, site: { ...site }, asOf: localIso(asOf, as.zone), journalHead },
    ...(closed && { closed: { ...closed, at: localIso(closed.at, as.zone) } }),
    ...Object.fromEntries(sections.map((section) => [section.key, sectionJson(section, as)])),
  };
}

function sectionJson({ blocks }: Section, as: Rendering): Json {
  const [only, ...others] = blocks.filter(({ is }) => is !== 'chart');
  if (only?.is === 'table' && only.key === null && others.length === 0) return listOf(only, as);
  if (only?.is === 'notes' && others.length === 0) return only.notes.map((each) => each[as.lang]);
  const told: JsonObject = {};
  for (const block of blocks) Object.assign(told, blockJson(block, as));
  return told;
}

function blockJson(block: Block, as: Rendering): JsonObject {
  switch (block.is) {
    case 'chart':
      return {};
    case 'notes':
      return { [block.key]: block.notes.map((each) => each[as.lang]) };
    case 'table':
      return { [block.key ?? 'rows']: listOf(block, as) };
    case 'figures': {
      const figures = Object.fromEntries(
        block.figures.map(({ key, kind, value }) => [key, valueJson(kind, value, as)]),
      );
      return block.key === null ? figures : { [block.key]: figures };
    }
  }
}

const listOf = ({ columns, rows }: Extract<Block, { is: 'table' }>, as: Rendering): JsonObject[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.map(({ key, kind }, at) => [key, valueJson(kind, row[at] ?? null, as)]),
    ),
  );
