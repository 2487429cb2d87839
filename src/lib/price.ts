import { decimalFaultWords, readScaled, scaledText } from './decimal.ts';
import { misused } from './errors.ts';
import { w } from './words.ts';

const PRICE_DIGITS = 4;

/** 99,999.9999 yuan for one, in ten-thousandths: the largest price the policy takes. */
export const MAX_PRICE = 999_999_999;

/** Yuan for one of something, up to four decimals, in ten-thousandths: more than none. Throws `bad_price`. */
export function parsePrice(typed: string): number {
  const price = readScaled(typed, PRICE_DIGITS);
  if (typeof price === 'number' && price > 0 && price <= MAX_PRICE) return price;
  throw misused(
    'bad_price',
    typeof price === 'number'
      ? w(
          '单价应大于 0，不超过 99,999.9999 元',
          'a price is more than 0 and 99,999.9999 yuan at most',
        )
      : decimalFaultWords(price, PRICE_DIGITS),
    w(
      '写成元，最多四位小数，如 1.40 或 0.3025',
      'write yuan with four decimals at most, as in 1.40',
    ),
  );
}

/** Ten-thousandths as yuan with two decimals, and as many more as it has: 1.40, 0.3025. */
export const priceText = (tenthousandths: number): string =>
  scaledText(tenthousandths, PRICE_DIGITS).replace(/0{1,2}$/, '');
