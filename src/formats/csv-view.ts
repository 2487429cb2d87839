import type { Rendering } from '../cli/shape.ts';
import { cellText, FORMULA } from '../documents/list-rules.ts';
import { type FlatCell, flatTable } from './flat-view.ts';
import { headOf } from './head-view.ts';
import type { Report } from './model.ts';
import { type Part, partOf } from './parts-rules.ts';

/** Before a file only: Excel takes it for UTF-8 then (files.ts). */
const BOM = '\ufeff';

/**
 * The sections one after the other, each with its tables. A text that a spreadsheet would run as a formula
 * stands behind an apostrophe; numbers are numbers, also below nothing.
 */
export async function reportCsv(report: Report, as: Rendering): Promise<string[]> {
  const { default: Papa } = await import('papaparse');
  const head = headOf(report, as).map(({ label, text }) => [label, guarded(text)]);
  const sections = report.sections.flatMap(({ title, blocks }) => [
    ...[[], [guarded(title[as.lang])]],
    ...blocks.flatMap((block, at) => partLines(partOf(block), as, at > 0)),
  ]);
  const lines = [[guarded(report.title[as.lang])], ...head, ...sections];
  return [BOM, `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`];
}

/** A blank line parts what follows from what stands before it in the section. */
function partLines(part: Part, as: Rendering, isApart: boolean): string[][] {
  const title = part.title === null ? [] : [[guarded(part.title[as.lang])]];
  const head = isApart ? [[], ...title] : title;
  if (part.is === 'notes') return [...head, ...part.notes.map((note) => [guarded(note[as.lang])])];
  const { labels, rows, none } = flatTable(part, as);
  if (rows.length === 0) return [...head, labels.map(guarded), [guarded(none)]];
  return [...head, labels.map(guarded), ...rows.map((row) => row.map(csvText))];
}

function csvText(cell: FlatCell): string {
  if (cell?.is === 'percent') return `${cell.percent}%`;
  const text = cellText(cell ?? undefined);
  return cell?.is === 'text' ? guarded(text) : text;
}

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
