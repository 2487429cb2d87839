import Mustache from 'mustache';
import type { Rendering } from '../cli/shape.ts';
import { escapeHtml } from '../documents/html.ts';
import { w } from '../lib/words.ts';
import { chartSvg } from './charts-view.ts';
import { headOf, siteText } from './head-view.ts';
import type { Block, Report, Section } from './model.ts';
import { pageStyle } from './page-style.ts';
import { PAGE_TEMPLATE } from './page-template.ts';
import { tableOf } from './tables-view.ts';
import { isNumber, orDash, valueText, wordsText } from './values-view.ts';

const CONTENTS = w('目录', 'Contents');

/**
 * One HTML file that needs nothing beside itself, with its charts as SVG: for a phone, a screen and A4.
 * Every value is text.
 */
export function reportPage(report: Report, as: Rendering): string[] {
  const title = wordsText(report.title, as);
  const site = siteText(report);
  const page = Mustache.render(
    PAGE_TEMPLATE,
    {
      ...{ title, site },
      htmlLang: as.lang === 'zh' ? 'zh-CN' : 'en',
      style: pageStyle([title, site].filter((each) => each !== '').join('  ')),
      contents: wordsText(CONTENTS, as),
      facts: headOf(report, as).map(([label, value]) => ({ label, value })),
      sections: report.sections.map((section) => sectionValues(section, as)),
    },
    {},
    { escape: escapeHtml },
  );
  return [page];
}

const sectionValues = ({ key, title, blocks }: Section, as: Rendering): object => ({
  id: key,
  title: wordsText(title, as),
  blocks: blocks.map((block) => blockValues(block, as)),
});

function blockValues(block: Block, as: Rendering): object {
  if (block.is === 'chart') {
    return { isChart: true, title: wordsText(block.title, as), svg: chartSvg(block.chart, as) };
  }
  const { title, columns, rows, none } = tableOf(block);
  const look = (kind: (typeof columns)[number]['kind']) => (isNumber(kind) ? 'number' : '');
  const labels = columns.map(({ label }) => wordsText(label, as));
  return {
    isTable: true,
    look: block.is === 'figures' ? 'figures' : '',
    hasTitle: title !== null,
    title: wordsText(title, as),
    isEmpty: rows.length === 0,
    none: wordsText(none, as),
    columns: columns.map(({ kind }, at) => ({ label: labels[at], look: look(kind) })),
    rows: rows.map((row) => ({
      cells: columns.map(({ kind }, at) => ({
        look: look(kind),
        label: labels[at],
        text: orDash(valueText(kind, row[at] ?? null, as)),
      })),
    })),
  };
}
