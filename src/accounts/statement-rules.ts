import type { Charge } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import type { Balanced, Entry } from './model.ts';

type Owing = Pick<Charge, 'dueOn' | 'outstandingFen'>;

/** Due on the day itself is not overdue yet. */
export function totalsOf(charges: readonly Owing[], asOf: Day) {
  const sumOf = (those: readonly Owing[]) =>
    those.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);
  const overdueFen = sumOf(charges.filter(({ dueOn }) => dueOn < asOf));
  const owedFen = sumOf(charges);
  return { owedFen, overdueFen, notYetDueFen: owedFen - overdueFen };
}

/** Entries with the balance after each; it begins with nothing. */
export function balanced(entries: readonly Entry[]): Balanced[] {
  let balanceFen = 0;
  return entries.map((entry) => {
    balanceFen += entry.amountFen;
    return { ...entry, balanceFen };
  });
}
