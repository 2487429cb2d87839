import { misused } from './errors.ts';
import { halfWidth, plainDashes } from './half-width.ts';
import { w } from './words.ts';

const MOBILE = /^1[3-9]\d{9}$/;
/** ~ stands for the word before an extension. Without an area code no local number begins as a service. */
const LANDLINE =
  /^(?:(010|02\d|0[3-9]\d{2})-?|(?!9[56]|[48]00))([2-9]\d{2,3}-?\d{4})(?:[-~](\d{1,6}))?$/;
/** 400 and 800 numbers, 95588, 96345, 12345 and the like. */
const SERVICE = /^(?:[48]00\d{7}|95\d{3,6}|96\d{3,4}|1[02]\d{3})$/;
const ABROAD = /^\+(?!86)[1-9]\d{7,14}$/;

// Fewer decimals than these, and the sheet has cut the number (1.38123E+10).
const EXACT_EXPONENT = /^(1)\.(\d{8,10})E\+?10$/i;

/**
 * A phone number in its one written form: mobile `13812345678`, landline `0755-26001234` with an
 * extension `0755-26001234-801` (a local one without the area code), service `4008001234`,
 * abroad `+85291234567`. Takes +86, spaces, dashes, full-width and what a spreadsheet makes of
 * numbers. Throws `bad_phone`, which never repeats the number.
 */
export function parsePhone(text: string): string {
  const phone = tryPhone(text);
  if (phone !== undefined) return phone;
  throw misused(
    'bad_phone',
    w('这不是一个电话号码', 'this is not a phone number'),
    w(
      '手机写 11 位，固定电话带区号，如 0755-26001234 或 0755-26001234-801；一次只写一个号码',
      'write 11 digits of a mobile, or a landline with its area code as in 0755-26001234 or 0755-26001234-801; one number only',
    ),
  );
}

/** As `parsePhone`, but undefined where that throws. */
export function tryPhone(text: string): string | undefined {
  const plain = withoutCountry(withoutSheetTraces(normalize(text)));
  const digits = plain.replaceAll('-', '');
  if (MOBILE.test(digits) || SERVICE.test(digits) || ABROAD.test(digits)) return digits;

  const [, area, local, extension] = LANDLINE.exec(plain) ?? [];
  if (!local) return undefined;
  return [area, local.replace('-', ''), extension].filter(Boolean).join('-');
}

/** (0755)2600 1234 转801 → 0755-26001234~801. */
function normalize(text: string): string {
  return plainDashes(halfWidth(text))
    .replace(/\s*(?:转|分机|ext\.?|x)\s*:?\s*(?=\d)/i, '~')
    .replace(/[()]/g, '-')
    .replace(/\s+/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

function withoutSheetTraces(plain: string): string {
  const [, first, decimals] = EXACT_EXPONENT.exec(plain) ?? [];
  if (first && decimals) return first + decimals.padEnd(10, '0');
  return plain.replace(/^(\d+)\.0+$/, '$1');
}

/** Drops +86 and gives a landline the 0 that is not dialled from abroad; 00852 becomes +852. */
function withoutCountry(plain: string): string {
  const international = plain
    .replace(/^00-?(?=[1-9])/, '+')
    .replace(/^86-?(?=1[3-9]\d-?\d{4}-?\d{4}$)/, '+86');
  if (!international.startsWith('+86')) return international;
  const national = international.slice(3).replace(/^-/, '');
  return /^(?:0|1[3-9]|[48]00)/.test(national) ? national : `0${national}`;
}
