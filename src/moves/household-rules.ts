import type { Day } from '../lib/day.ts';
import type { Resident, Unit } from '../registry/model.ts';
import type { Lack, Leaving } from './model.ts';

/**
 * Whose stays end at a move-out, of those who live there on its last day. The family belongs to the
 * tenants where there are any, else to the owners, and leaves with the last of them.
 */
export function thoseLeaving(
  there: readonly Resident[],
  personId: number,
  leaving: Leaving,
): Resident[] {
  const family = there.filter((stay) => stay.role === 'family');
  if (leaving === 'occupants') return family;
  const own = there.filter((stay) => stay.personId === personId);
  const role = roleOf(own);
  const peers = there.filter((stay) => stay.role === role);
  const left = leaving === 'household' ? [...own, ...peers] : own;
  const isLast = peers.every((peer) => left.includes(peer));
  const isTheirs = role === 'tenant' || !there.some((stay) => stay.role === 'tenant');
  const along = role !== 'family' && isLast && isTheirs ? family : [];
  return [...new Set([...left, ...along])];
}

/** As what somebody lives there, where they are more than one thing. */
const roleOf = (stays: readonly Resident[]) =>
  (['tenant', 'owner'] as const).find((role) => stays.some((stay) => stay.role === role)) ??
  'family';

/** The owners whose share changes hands: the one named, else all; never the new owner themselves. */
export const thoseSelling = (
  owners: readonly Resident[],
  newOwnerId: number,
  previousId: number | null,
): Resident[] =>
  owners.filter(
    ({ personId }) => personId !== newOwnerId && (previousId === null || personId === previousId),
  );

/** Somebody has moved in, or can since a day that has come; no parking space nor storage room. */
export const isHousehold = ({ use, handoverOn }: Unit, isLivedIn: boolean, today: Day): boolean =>
  isDwelling(use) && (isLivedIn || (handoverOn !== null && handoverOn <= today));

/** Parking spaces and storage rooms have no archive of their own. */
const isDwelling = (use: Unit['use']): boolean => use !== 'parking' && use !== 'storage';

/** What the archive of a household is without (rule 157). */
export function lacksOf(
  owners: readonly Pick<Resident, 'phone'>[],
  isFileIncomplete: boolean,
): Lack[] {
  const owner: Lack[] =
    owners.length === 0 ? ['owner'] : owners.every(({ phone }) => phone === null) ? ['phone'] : [];
  return isFileIncomplete ? [...owner, 'file'] : owner;
}
