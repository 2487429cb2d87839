import { type Day, isWithin, type Stay } from '../lib/day.ts';
import type { Debtor } from './model.ts';

/** A unit and its owners of all times, the one registered first before the others. */
export interface Owned {
  handoverOn: Day | null;
  owners: readonly (Stay & { personId: number })[];
}

export interface Owing {
  debtor: Debtor;
  debtorId: number | null;
}

/**
 * Who owes what a unit is charged for a day: until it was handed over the developer (rule 137), from
 * then on its owner, of several the one registered first. Where nobody knows whether it was handed
 * over, the owner, or without one the developer. Undefined: it was, and no owner is known.
 */
export function debtorOf({ handoverOn, owners }: Owned, day: Day): Owing | undefined {
  if (handoverOn !== null && day < handoverOn) return DEVELOPER;
  const owner = owners.find((stay) => isWithin(stay, day));
  if (owner) return { debtor: 'owner', debtorId: owner.personId };
  return handoverOn === null ? DEVELOPER : undefined;
}

const DEVELOPER: Owing = { debtor: 'developer', debtorId: null };
