import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Unit } from '../registry/model.ts';
import * as store from './debtor-store.ts';
import type { Debtor } from './model.ts';

/**
 * Who owes what a unit is charged for a day: until it was handed over the developer (rule 137), from
 * then on its owner, of several the one registered first. Where nobody knows whether it was handed
 * over, the owner, or without one the developer. Undefined: it was, and no owner is known.
 */
export function debtorOn(
  ledger: Ledger,
  unit: Pick<Unit, 'id' | 'handoverOn'>,
  day: Day,
): { debtor: Debtor; debtorId: number | null } | undefined {
  const { handoverOn } = unit;
  if (handoverOn !== null && day < handoverOn) return DEVELOPER;
  const ownerId = store.ownerOn(ledger, unit.id, day);
  if (ownerId !== undefined) return { debtor: 'owner', debtorId: ownerId };
  return handoverOn === null ? DEVELOPER : undefined;
}

const DEVELOPER = { debtor: 'developer', debtorId: null } as const;
