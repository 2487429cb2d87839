import { basename } from 'node:path';
import { readGiven } from '../ledger/given-file.ts';
import { decodeText } from '../lib/decode.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { streamCsv } from './csv.ts';
import { isHtmlTable, readHtml } from './html.ts';
import type { Recognises, Table, TableStream } from './model.ts';
import { readXlsx } from './xlsx.ts';

export type TableSource = string | { readonly name: string; readonly bytes: Uint8Array };

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads .csv and .xlsx, and what is one of them under another name; an .xls that is an HTML page
 * too. The content decides, not the extension. Blank rows are left out, the lines still count.
 * Dates of a workbook come as 'YYYY-MM-DD' or 'YYYY-MM-DD HH:mm:ss', numbers without float noise.
 */
export async function readTable(
  source: TableSource,
  recognises: Recognises = () => true,
): Promise<Table> {
  const { batches, ...table } = await streamTable(source, recognises);
  return { ...table, rows: [...batches].flat() };
}

/** As `readTable`; the rows of a text are parsed when asked for, those of a workbook come at once. */
export async function streamTable(
  source: TableSource,
  recognises: Recognises = () => true,
): Promise<TableStream> {
  const { name, bytes } = typeof source === 'string' ? load(source) : source;

  if (startsWith(bytes, OLE2)) throw oldWorkbook(name);
  if (startsWith(bytes, ZIP)) {
    return whole(firstFitting(await readXlsx(bytes), recognises));
  }

  const { text } = decodeText(bytes, 'table');
  if (isHtmlTable(text)) return whole(await readHtml(text));
  if (/^\s*(?:<\?xml|MIME-Version:)/.test(text)) throw oldWorkbook(name);
  return { batches: streamCsv(text, recognises) };
}

const whole = ({ rows, ...table }: Table): TableStream => ({ ...table, batches: [rows] });

const load = (path: string) => ({ name: basename(path), bytes: readGiven(path) });

function firstFitting(tables: readonly Table[], recognises: Recognises): Table {
  const filled = tables.filter((table) => table.rows.length > 0);
  return filled.find(recognises) ?? filled[0] ?? tables[0] ?? { rows: [] };
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, at) => bytes[at] === byte);

const oldWorkbook = (name: string) =>
  misused(
    'old_workbook',
    w(
      `${name} 是旧版 Excel 格式，或者设了打开密码。`,
      `${name} is in an old Excel format, or needs a password to open.`,
    ),
    w(
      '请在 Excel 或 WPS 里打开，另存为不带密码的 .xlsx。',
      'Open it in Excel or WPS and save it as .xlsx without a password.',
    ),
  );
