import { scaledText } from './decimal.ts';

/** A part of a whole as reports print it: never the percentage without its two numbers. */
export interface Rate {
  numerator: number;
  denominator: number;
  /** One decimal, half up: `85.7`; null where there is nothing to divide by. */
  percent: string | null;
}

const PERCENT_DIGITS = 1;
const TENTHS_OF_A_PERCENT = 1_000n;

/** Counts of the part and of the whole, 0 or more; exact, no floats. */
export function rateOf(numerator: number, denominator: number): Rate {
  const percent = percentOf(BigInt(numerator), BigInt(denominator));
  return { numerator, denominator, percent };
}

/** The mean of the rates that have a denominator, exact until it is rounded; null of none. */
export function averageOf(rates: readonly Rate[]): string | null {
  const known = rates.filter(({ denominator }) => denominator > 0);
  const common = known.reduce((product, { denominator }) => product * BigInt(denominator), 1n);
  const sum = known.reduce(
    (total, it) => total + (BigInt(it.numerator) * common) / BigInt(it.denominator),
    0n,
  );
  return percentOf(sum, common * BigInt(known.length));
}

function percentOf(numerator: bigint, denominator: bigint): string | null {
  if (denominator === 0n) return null;
  const tenths = (2n * numerator * TENTHS_OF_A_PERCENT + denominator) / (2n * denominator);
  return scaledText(Number(tenths), PERCENT_DIGITS);
}
