import type { Day } from '../lib/day.ts';
import type { Period } from '../lib/period.ts';
import { rateOf } from '../lib/rate.ts';
import type { Collected, Rates } from './model.ts';

/** What was recovered (rule 135) is measured against itself and what is still owed. */
export function ratesOf(it: Collected): Rates {
  const recoverableFen = it.recoveredFen + it.stillOwedFen;
  return {
    current: rateOf(it.paidFen, it.owedFen),
    households: rateOf(it.settledUnits, it.units),
    recovered: rateOf(it.recoveredFen, recoverableFen),
    overall: rateOf(it.paidFen + it.recoveredFen, it.owedFen + recoverableFen),
  };
}

/** The last day that counts where nobody says it: today, or the period's last day if that is over. */
export const usualAsOf = ({ until }: Period, today: Day): Day => (today < until ? today : until);
