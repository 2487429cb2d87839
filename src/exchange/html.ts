import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Table } from './model.ts';
import { sheetTable } from './xlsx.ts';

/** Many systems export an HTML page and call it .xls. */
export function isHtmlTable(text: string): boolean {
  return (
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|meta|table)\b/i.test(text) &&
    /<table\b/i.test(text)
  );
}

/** The rows of its tables, one after the other. Refuses a page of which rows would get lost. */
export async function readHtml(html: string): Promise<Table> {
  const { fromHtml } = await import('hucre');
  const page = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<br\b[^>]*>|&nbsp;/gi, ' ');
  const { rows, merges } = fromHtml(page, { typeInference: false, classes: false });
  if (rows.length !== (page.match(/<tr\b/gi)?.length ?? 0)) throw unreadable();
  return sheetTable('HTML', rows, merges);
}

const unreadable = () =>
  misused(
    'html_unreadable',
    w(
      '这个文件其实是网页，里面的表格读不全。',
      'This file is a web page, and its table cannot be read whole.',
    ),
    w('请在 Excel 或 WPS 里打开，另存为 .xlsx。', 'Open it in Excel or WPS and save it as .xlsx.'),
  );
