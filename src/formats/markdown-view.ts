import type { Rendering } from '../cli/shape.ts';
import { headOf } from './head-view.ts';
import type { Report } from './model.ts';
import { type Part, partOf, type TablePart } from './parts-rules.ts';
import { isNumber, orDash, valueText } from './values-view.ts';

/** A report in Markdown with the tables of GitHub. Whatever stands in a value is text. */
export function reportMarkdown(report: Report, as: Rendering): string[] {
  const head = headOf(report, as).map(({ label, text }) => `- ${inline(label)}: ${inline(text)}`);
  const sections = report.sections.flatMap(({ title, blocks }) => [
    `## ${inline(title[as.lang])}`,
    ...blocks.flatMap((block) => partPieces(partOf(block), as)),
  ]);
  return [`${[`# ${inline(report.title[as.lang])}`, head.join('\n'), ...sections].join('\n\n')}\n`];
}

function partPieces(part: Part, as: Rendering): string[] {
  const title = part.title === null ? [] : [`### ${inline(part.title[as.lang])}`];
  if (part.is !== 'notes') return [...title, tableText(part, as)];
  if (part.notes.length === 0) return title;
  return [...title, part.notes.map((note) => `- ${atLineStart(inline(note[as.lang]))}`).join('\n')];
}

function tableText({ columns, rows, none }: TablePart, as: Rendering): string {
  if (rows.length === 0) return inline(none[as.lang]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => inline(label[as.lang]))),
    line(columns.map(({ kind }) => (isNumber(kind) ? '---:' : '---'))),
    ...rows.map((row) =>
      line(columns.map(({ kind }, at) => inline(orDash(valueText(kind, row[at] ?? null, as))))),
    ),
  ].join('\n');
}

/** What Markdown or the HTML behind it would read as more than a sign. */
const SIGNS = /[\\`*_[\]|~$]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const BREAKS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}/gu;

const inline = (text: string): string =>
  text
    .replace(SIGNS, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(BREAKS, '<br>')
    .replace(UNPRINTABLE, '\ufffd');

/** A list, a heading or a rule inside a list begins with one of these. */
const atLineStart = (text: string): string =>
  text.replace(/^(\s*)([-+#=])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
