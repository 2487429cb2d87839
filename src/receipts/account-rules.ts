import { type Day, isWithin } from '../lib/day.ts';
import type { Owner as AnyOwner } from '../registry/model.ts';
import type { OpenCharge } from './model.ts';

/** Of one unit. */
type Owner = Omit<AnyOwner, 'unitId'>;

/** On whose account money comes in: that of the unit's owners of a day, or of another debtor. */
export interface Account {
  payer: string | null;
  /** Who owned the unit on that day. */
  ownerIds: readonly number[];
  /** The payer is a former owner or a lessee, and pays for nobody else. */
  isOther: boolean;
}

/**
 * Whoever pays on a day pays for the household: a name that is that of a former or later owner, or of
 * a lessee, pays for that one.
 */
export function accountOn(
  day: Day,
  payer: string | null,
  { owners, parties }: { owners: readonly Owner[]; parties: readonly string[] },
): Account {
  const present = owners.filter((owner) => isWithin(owner, day));
  const isOfHousehold = present.some(({ name }) => name === payer);
  const isKnown = owners.some(({ name }) => name === payer) || parties.some((it) => it === payer);
  return {
    payer,
    ownerIds: present.map(({ personId }) => personId),
    isOther: payer !== null && isKnown && !isOfHousehold,
  };
}

/**
 * Whether a charge is owed by those who pay. Not theirs are the debts of a former owner, of the
 * developer once there is an owner, and of a lessee.
 */
export function isTheirs(
  charge: Pick<OpenCharge, 'debtor' | 'debtorId' | 'debtorName'>,
  { payer, ownerIds, isOther }: Account,
): boolean {
  if (isOther || charge.debtor === 'party') {
    return charge.debtorName !== null && charge.debtorName === payer;
  }
  if (ownerIds.length === 0) return true;
  if (charge.debtor === 'developer') return false;
  return charge.debtorId === null || ownerIds.includes(charge.debtorId);
}

/** The name on a receipt where the payer names none: the first of the owners. */
export const usualPayer = (day: Day, owners: readonly Owner[]): string | null =>
  owners.find((owner) => isWithin(owner, day))?.name ?? null;
