import { halfWidth } from '../lib/half-width.ts';

const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}]/gu;

/** ="0571…" is how some systems keep Excel from touching digits. */
const FORCED_TEXT = /^="([^"]*)"$/;

/** An apostrophe before what a spreadsheet would compute or convert: ours, or another system's. */
const GUARD = /^(?:\s*'(?=[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\d]))+/;

/** What a spreadsheet would run as a formula, or turn into a date or a rounded or shorter number. */
export const NEEDS_GUARD =
  /^(?:[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]|0\d+$|\d{12,}$|\d{1,3}-\d{1,4}(?:-\d{1,4})?$)/;

const BLANK_MARKS = new Set(['', '-', '--', '—', '——', '/', '\\', 'null', 'NULL', '\\N']);

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#{2,})$/;

const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+(\d{1,3})$/i;

/** Most cells are plain already, and files are long. */
const WRAPPED = /^[\s'=]|\s$|[\p{Cc}\p{Cf}]/u;
const WIDE_OR_NUMERIC = /[\u3000\uff01-\uffe5]|\.0|\dE/i;

/** A cell without what spreadsheets and other systems wrap around it; the text itself stays. */
export function cleanCell(cell: string): string {
  if (!WRAPPED.test(cell)) return cell;
  return cell.replace(INVISIBLE, '').replace(GUARD, '').trim().replace(FORCED_TEXT, '$1').trim();
}

/** Empty, or a mark offices write for "nothing": - — / NULL. */
export const isBlank = (text: string): boolean => BLANK_MARKS.has(text);

export const isErrorValue = (text: string): boolean => ERROR_VALUE.test(text);

/**
 * For codes, numbers and days: half-width, 45231.0 as 45231, 1.3812345678E+10 as 13812345678.
 * Undefined where the exponent has swallowed digits (1.38123E+10).
 */
export function plainText(text: string): string | undefined {
  if (!WIDE_OR_NUMERIC.test(text)) return text;
  const narrow = halfWidth(text).trim();
  const scientific = SCIENTIFIC.exec(narrow);
  if (!scientific) return narrow.replace(/^(-?\d+)\.0+$/, '$1');
  const [, first = '', rest = '', exponent = ''] = scientific;
  return rest.length === Number(exponent) ? first + rest : undefined;
}
