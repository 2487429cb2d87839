import type { Day } from '../lib/day.ts';
import { addDays, daysBetween, lastDayOfMonth, monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { MAX_AMOUNT_FEN } from '../lib/money.ts';
import { w } from '../lib/words.ts';

/** A whole month in the smallest parts that 28, 29, 30 and 31 days of it all are: their least common multiple. */
export const MONTH_PARTS = 377_580;

/** The months from a day up to another, both counted, by the days of each month. In MONTH_PARTS. */
export function monthPartsBetween(from: Day, until: Day): number {
  let parts = 0;
  for (let day = from; day <= until; ) {
    const lastDay = lastDayOfMonth(monthOf(day));
    const end = until < lastDay ? until : lastDay;
    parts += ((daysBetween(day, end) + 1) * MONTH_PARTS) / Number(lastDay.slice(8));
    day = addDays(end, 1);
  }
  return parts;
}

/** How an amount comes about. */
export interface Measure {
  /** Area, usage or pieces, in thousandths. */
  quantityThousandths: number;
  /** Yuan for one of them (and month), in ten-thousandths. */
  rateTenthousandths: number;
  /** Null where months do not count. */
  monthParts: number | null;
  percent: number;
}

/** One piece, in thousandths. */
export const ONE = 1_000;

const TENTHOUSANDTHS_OF_FEN = 100;

/** An amount that came about otherwise: the price of one. */
export const priceOfOne = (amountFen: number): Measure => ({
  quantityThousandths: ONE,
  rateTenthousandths: amountFen * TENTHOUSANDTHS_OF_FEN,
  monthParts: null,
  percent: 100,
});

const FEN_OF_PRODUCT = 100_000n;

/**
 * Quantity × rate × months × percent in fen, exact, rounded once, half up: 0.15 × 130.70 is 19.61.
 * May be 0; can exceed what an amount may be (`boundedAmountFen`).
 */
export function amountFenOf(it: Measure): number {
  const product =
    BigInt(it.quantityThousandths) *
    BigInt(it.rateTenthousandths) *
    BigInt(it.monthParts ?? MONTH_PARTS) *
    BigInt(it.percent);
  const whole = FEN_OF_PRODUCT * BigInt(MONTH_PARTS) * 100n;
  return Number((2n * product + whole) / (2n * whole));
}

/** As `amountFenOf`; refuses `amount_too_large` above 999,999,999.99 yuan. */
export function boundedAmountFen(it: Measure): number {
  const amountFen = amountFenOf(it);
  if (amountFen <= MAX_AMOUNT_FEN) return amountFen;
  throw refused(
    'amount_too_large',
    w('金额超过 999,999,999.99 元。', 'The amount exceeds 999,999,999.99 yuan.'),
    w('请核对数量和单价。', 'Check the quantity and the rate.'),
  );
}

/**
 * A total in shares that add up to it, by weight (areas, or 1 for each household): each the fen below,
 * and the fen left over to the largest remainders, the first ones where they are equal. Refuses no
 * weights by returning none.
 */
export function sharesOf(totalFen: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return [];
  const products = weights.map((weight) => BigInt(totalFen) * BigInt(weight));
  const shares = products.map((product) => Number(product / whole));
  const left = totalFen - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % whole }))
    .sort(
      (a, b) =>
        Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
    );
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
