import { misused } from './errors.ts';
import { w } from './words.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What a file should have been: only a table can be saved as a workbook instead. */
type Wanted = 'text' | 'table';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How files that are no text begin: PDF, PNG, JPEG, GIF, RAR, 7z, gzip, zip, OLE2. */
const BINARY_STARTS = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52617221',
  '377abcaf',
  '1f8b',
  '504b0304',
  'd0cf11e0',
];

const CONTROL = /(?!\s)\p{Cc}/gu;
const STRAY_CONTROLS = 1;
const CONTROLS_PER_MILLE = 1;

/**
 * The text of a file as offices save them: UTF-8 with and without BOM, UTF-16 with BOM (Excel's
 * "Unicode text"), else GB18030. Refuses what is no text (`file_not_text`) and UTF-8 with broken
 * places (`text_damaged`), which as GB18030 would come out as wrong characters.
 */
export function decodeText(bytes: Uint8Array, wanted: Wanted = 'text'): Decoded {
  const marked = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte))?.[0];
  if (!marked && looksBinary(bytes)) throw notText(wanted);

  const utf8 = marked ? undefined : decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return checked(utf8, 'utf-8', wanted);
  if (!marked) refuseDamagedUtf8(bytes, wanted);

  const encoding = marked ?? 'gb18030';
  const text = decodeAs(encoding, bytes);
  if (text === undefined) throw notText(wanted);
  return checked(text, encoding, wanted);
}

function looksBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return bytes.includes(0) || BINARY_STARTS.some((magic) => start.startsWith(magic));
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checked(text: string, encoding: Encoding, wanted: Wanted): Decoded {
  const controls = text.match(CONTROL)?.length ?? 0;
  const tolerated = STRAY_CONTROLS + (text.length * CONTROLS_PER_MILLE) / 1000;
  if (controls > tolerated) throw notText(wanted);
  return { text, encoding };
}

/** Chinese of GB18030 read as UTF-8 is nearly all breaks; damaged UTF-8 is mostly whole characters. */
function refuseDamagedUtf8(bytes: Uint8Array, wanted: Wanted): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  if (whole <= broken) return;

  const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length;
  throw misused(
    'text_damaged',
    w(
      `文件第 ${line} 行起有损坏的 UTF-8 字符。`,
      `The file holds broken UTF-8 characters from line ${line} on.`,
    ),
    wanted === 'table'
      ? w('请重新导出，或用 Excel 另存为 .xlsx。', 'Export it again, or save it as .xlsx in Excel.')
      : AS_UTF8,
  );
}

const AS_UTF8 = w('请另存为纯文本（UTF-8）。', 'Save it as plain text (UTF-8).');

const notText = (wanted: Wanted) =>
  wanted === 'table'
    ? misused(
        'file_not_text',
        w('这个文件不是文本，也不是 .xlsx。', 'This file is neither text nor .xlsx.'),
        w('请用 .csv 或 .xlsx 文件。', 'Use a .csv or .xlsx file.'),
      )
    : misused('file_not_text', w('这个文件不是文本。', 'This file is not text.'), AS_UTF8);
