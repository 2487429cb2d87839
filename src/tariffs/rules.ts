import type { Day } from '../lib/day.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';

/** Ten-thousandths of a yuan; undefined before its first rate begins and after its last day. */
export function rateOn(tariff: Pick<Tariff, 'rates' | 'untilOn'>, day: Day): number | undefined {
  if (tariff.untilOn !== null && day > tariff.untilOn) return undefined;
  return tariff.rates.findLast(({ fromOn }) => fromOn <= day)?.rateTenthousandths;
}
