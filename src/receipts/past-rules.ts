/** A charge that a row of an old list may be about. */
export interface Candidate {
  amountFen: number;
  /** What is still owed of it. */
  leftFen: number;
  isReversed: boolean;
  /** A row of its amount was found to be about it. */
  isClaimed: boolean;
  /** It was there before the import. */
  isKnown: boolean;
}

export type Match<C> = { charge: C } | { make: number } | { prepay: true } | { conflict: C };

/**
 * Which charge of its unit, tariff and period a row is about that says what was owed and what was paid:
 * one of that amount that no other row is about; else one of which at least as much as was paid is owed
 * (a further instalment); else one that is made. Refused is a row that says another amount than a charge
 * of the ledger, and a payment for which nothing is owed is prepaid.
 */
export function matchOf<C extends Candidate>(
  candidates: readonly C[],
  { dueFen, paidFen }: { dueFen: number; paidFen: number },
): Match<C> {
  const free = candidates.filter(({ isClaimed, isReversed }) => !isClaimed && !isReversed);
  const same = free.find((it) => it.amountFen === dueFen);
  if (same) return { charge: same };
  const open = [...free, ...candidates.filter(({ isClaimed }) => isClaimed)].find(
    (it) => paidFen > 0 && it.leftFen >= paidFen,
  );
  if (open) return { charge: open };
  if (dueFen === 0) return free[0] ? { charge: free[0] } : { prepay: true };
  const other = free.find(({ isKnown }) => isKnown);
  return other ? { conflict: other } : { make: dueFen };
}

/** What a row comes to; `claims`: the charge of its amount that it is found to be about. */
export type Fate<C> =
  | { kind: 'leave'; claims: C | undefined }
  | { kind: 'refuse'; charge: C }
  | { kind: 'take'; claims: C | undefined; charge: C | undefined };

/**
 * What a row of an old list comes to. Of nothing, of a receipt that the ledger has (`known`: the charges
 * that it paid) and of a charge that is there already without a payment, nothing is written; the rest is
 * taken: for a charge, or without one where it is to be made, or nothing is owed.
 */
export function fateOf<C extends Candidate>(
  candidates: readonly C[],
  row: { dueFen: number; paidFen: number },
  known: ((charge: C) => boolean) | undefined,
): Fate<C> {
  const { dueFen, paidFen } = row;
  if (known) {
    const own = candidates.find((it) => !it.isClaimed && it.amountFen === dueFen && known(it));
    return { kind: 'leave', claims: own };
  }
  if (dueFen === 0 && paidFen === 0) return { kind: 'leave', claims: undefined };
  const match = matchOf(candidates, row);
  if ('conflict' in match) return { kind: 'refuse', charge: match.conflict };
  const charge = 'charge' in match ? match.charge : undefined;
  const claims = charge?.amountFen === dueFen ? charge : undefined;
  if (paidFen === 0 && charge?.isKnown) return { kind: 'leave', claims };
  return { kind: 'take', claims, charge };
}
