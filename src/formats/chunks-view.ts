import type { Rendering } from '../cli/shape.ts';
import { type Words, w } from '../lib/words.ts';
import type { Chunks } from './files.ts';
import { reportJson } from './json-view.ts';
import type { Report } from './model.ts';

export const FORMATS = {
  table: w('屏幕上的表', 'for reading at a terminal'),
  json: w('JSON', 'JSON'),
  csv: w('CSV', 'CSV'),
  md: w('Markdown', 'Markdown'),
  xlsx: w('Excel 工作簿', 'an Excel workbook'),
  html: w('网页，可打印', 'a page for the browser and the printer'),
} as const satisfies Record<string, Words>;

export type Format = keyof typeof FORMATS;

/** A format that is a text or a file, not the terminal's. */
export async function chunksOf(
  report: Report,
  format: Exclude<Format, 'table'>,
  as: Rendering,
): Promise<Chunks> {
  switch (format) {
    case 'json':
      return [`${JSON.stringify(reportJson(report, as))}\n`];
    case 'csv':
      return (await import('./csv-view.ts')).reportCsv(report, as);
    case 'md':
      return (await import('./markdown-view.ts')).reportMarkdown(report, as);
    case 'xlsx':
      return (await import('./workbook-view.ts')).reportWorkbook(report, as);
    case 'html':
      return (await import('./page-view.ts')).reportPage(report, as);
  }
}
