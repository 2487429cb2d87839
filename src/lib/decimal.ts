import { misused } from './errors.ts';
import { halfWidth } from './half-width.ts';
import type { Words } from './words.ts';
import { w } from './words.ts';

export interface DecimalOptions {
  /** Takes -1.5; without it a negative number is a fault. */
  negative?: boolean;
}

export type DecimalFault = 'not_a_number' | 'too_many_digits' | 'negative' | 'too_large';

/**
 * An exact decimal as whole units of 10^-digits: `parseScaled('89.53', 3)` is 89530. Takes
 * full-width digits and commas between thousands; refuses exponents, more decimals than `digits`
 * and what is no safe integer. Throws `bad_decimal`.
 */
export function parseScaled(text: string, digits: number, options: DecimalOptions = {}): number {
  const value = readScaled(text, digits, options);
  if (typeof value === 'number') return value;
  throw misused(
    'bad_decimal',
    decimalFaultWords(value, digits),
    w('写成普通数字，如 89.53', 'write a plain number such as 89.53'),
  );
}

/** As `parseScaled`, but names the fault instead of throwing. */
export function readScaled(
  text: string,
  digits: number,
  { negative = false }: DecimalOptions = {},
): number | DecimalFault {
  const plain = halfWidth(text).trim().replace(/^−/, '-');
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+|(?=\.))(?:\.(\d+))?$/.exec(plain);
  if (!match) return 'not_a_number';

  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return 'too_many_digits';

  const units = BigInt(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  if (units > Number.MAX_SAFE_INTEGER) return 'too_large';
  if (!sign || units === 0n) return Number(units);
  return negative ? -Number(units) : 'negative';
}

/** Whole units of 10^-digits as a decimal: `scaledText(16563, 2)` is 165.63; `trim` drops ending zeros. */
export function scaledText(
  value: number,
  digits: number,
  { trim = false }: { trim?: boolean } = {},
): string {
  const sign = value < 0 ? '-' : '';
  const units = String(Math.abs(value)).padStart(digits + 1, '0');
  const whole = units.slice(0, units.length - digits);
  const decimals = units.slice(units.length - digits);
  const fraction = trim ? decimals.replace(/0+$/, '') : decimals;
  return sign + (fraction ? `${whole}.${fraction}` : whole);
}

export function decimalFaultWords(fault: DecimalFault, digits: number): Words {
  switch (fault) {
    case 'not_a_number':
      return w('这不是一个数字', 'this is not a number');
    case 'too_many_digits':
      return digits === 0
        ? w('只能是整数', 'only a whole number will do')
        : w(`小数最多 ${digits} 位`, `${digits} decimals at most`);
    case 'negative':
      return w('不能是负数', 'a negative number will not do');
    case 'too_large':
      return w('数字太大', 'the number is too large');
  }
}
