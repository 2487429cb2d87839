import type { Ledger } from '../ledger/ledger.ts';
import { type Day, isWithin } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { Owner, Person } from './model.ts';
import * as store from './owner-store.ts';

/** The owners of a unit. */
export type OwnersOf = (unitId: number) => readonly Owner[];

/**
 * Whoever owns or owned these units, or all there are, at any time; read at once. Of each unit the one
 * registered first before the others: who owes and who is named goes by this order.
 */
export function ownersOf(ledger: Ledger, unitIds?: readonly number[]): OwnersOf {
  const owners = unitIds ? store.ofUnits(ledger, unitIds) : store.all(ledger);
  const byUnit = groupBy(owners, ({ unitId }) => unitId);
  return (unitId) => byUnit.get(unitId) ?? [];
}

/** The owners of a unit on a day, the one registered first before the others. */
export const ownersOn = (ledger: Ledger, unitId: number, day: Day): Owner[] =>
  ownersOf(ledger, [unitId])(unitId).filter((owner) => isWithin(owner, day));

/** The people of these ids, by id. */
export const peopleOf = (ledger: Ledger, ids: readonly number[]): Map<number, Person> =>
  new Map(store.people(ledger, ids).map((each) => [each.id, each]));
