import { decimalFaultWords, readScaled, scaledText } from './decimal.ts';
import { misused, refused } from './errors.ts';
import { halfWidth } from './half-width.ts';
import { w } from './words.ts';

const FEN_DIGITS = 2;

/** 999,999,999.99 yuan, the largest amount the ledger takes, in fen. */
export const MAX_AMOUNT_FEN = 99_999_999_999;

const HINT = w(
  '写成元，最多两位小数，如 165.63 或 1,234.50',
  'write yuan with two decimals at most, as in 165.63 or 1,234.50',
);

/** An amount in yuan as fen: 165.63, ¥1,234.50, 100元, full-width. Not negative. Throws `bad_amount`. */
export function parseYuan(text: string): number {
  const amountFen = readScaled(withoutCurrency(text), FEN_DIGITS);
  if (typeof amountFen !== 'number') {
    throw misused('bad_amount', decimalFaultWords(amountFen, FEN_DIGITS), HINT);
  }
  if (amountFen > MAX_AMOUNT_FEN) {
    throw misused(
      'bad_amount',
      w('金额不能超过 999,999,999.99 元', 'an amount cannot exceed 999,999,999.99 yuan'),
      HINT,
    );
  }
  return amountFen;
}

/** The refusal of an amount of nothing. */
export const nothingAsked = (hint = HINT) =>
  refused('amount_zero', w('金额必须大于 0。', 'An amount must be more than 0.'), hint);

/** Fen as yuan with two decimals and no commas: 165.63, -0.05. */
export function yuanText(amountFen: number): string {
  return scaledText(amountFen, FEN_DIGITS);
}

function withoutCurrency(text: string): string {
  return halfWidth(text)
    .trim()
    .replace(/^(?:人民币|¥|RMB|CNY)\s*/i, '')
    .replace(/\s*(?:元|圆)[整正]?$/, '');
}

export const totalFen = (amountsFen: readonly number[]): number =>
  amountsFen.reduce((sum, amountFen) => sum + amountFen, 0);
