import { parseScaled } from './decimal.ts';
import { misused } from './errors.ts';
import { same, w } from './words.ts';

/** Square metres as written, up to three decimals, in thousandths; an area is more than none. */
export function parseArea(typed: string): number {
  const thousandths = parseScaled(typed, 3);
  if (thousandths <= 0) {
    throw misused('bad_area', w('面积必须大于 0。', 'An area must be more than 0.'), same('89.53'));
  }
  return thousandths;
}
