import type { Ctx } from '../context.ts';
import { keyText } from '../dunning/debts.ts';
import { listCharges } from '../fees/charges.ts';
import { type ChargeRecord, chargeRecord } from '../fees/charging.ts';
import { type Charge, DEBTORS } from '../fees/model.ts';
import { groupBy } from '../lib/group.ts';
import { endOfDay } from '../lib/moment.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { same, type Words } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { ownersOn } from '../registry/owners.ts';
import { listUnits, requireUnit } from '../registry/units.ts';

/** Whose paper it is: everybody is told of their own debts only. */
type Key = Pick<Charge, 'debtor' | 'debtorId' | 'subscriptionId'>;

/** What one debtor owes of one unit. */
export interface Owing {
  unit: Unit;
  /** As it is printed about; see `subjectOf`. */
  subject: string;
  /** The owner of today, who also has what was prepaid for the unit. */
  isOwner: boolean;
  name: Words | null;
  /** The oldest due first; never empty. */
  charges: readonly ChargeRecord[];
}

/** A unit, or all of a building, in the order of the estate. Refuses those that are not there. */
export function unitsAsked({ ledger }: Pick<Ctx, 'ledger'>, typed: string) {
  const isUnit = tryUnitCode(typed) !== undefined;
  return {
    isUnit,
    units: isUnit ? [requireUnit(ledger, typed)] : listUnits(ledger, { building: typed }),
  };
}

/** What is owed of a unit today, a bundle for each debtor, the owner's first. */
export function owingsOf(ctx: Ctx, unit: Unit): Owing[] {
  const { ledger, policy, today, zone } = ctx;
  const query = { unitId: unit.id, state: 'outstanding', asOf: endOfDay(today, zone) } as const;
  const charges = listCharges(ledger, query);
  const owner = ownersOn(ledger, unit.id, today)[0];
  const groups = groupBy(charges, (charge) => keyText(settledKey(charge, owner?.personId ?? null)));
  return [...groups.values()]
    .flatMap((those) => {
      const [first] = those;
      if (!first) return [];
      const key = settledKey(first, owner?.personId ?? null);
      const isOwner = key.debtor === 'owner' && key.debtorId === (owner?.personId ?? null);
      const name = isOwner && owner ? owner.name : first.debtorName;
      return [
        {
          unit,
          isOwner,
          subject: subjectOf(unit.code, key, owner?.personId ?? null),
          name: nameOf(first, name),
          charges: those.map((charge) => chargeRecord(policy, charge)),
        },
      ];
    })
    .sort((a, b) => Number(b.isOwner) - Number(a.isOwner));
}

const nameOf = ({ debtor }: Key, name: string | null): Words | null =>
  debtor === 'developer' ? DEBTORS.developer : name === null ? null : same(name);

/** What an owner owes who is not known by name is owed by the owner of today; only leases tell lessees apart. */
const settledKey = ({ debtor, debtorId, subscriptionId }: Key, ownerId: number | null): Key => ({
  debtor,
  debtorId: debtor === 'owner' ? (debtorId ?? ownerId) : null,
  subscriptionId: debtor === 'party' ? subscriptionId : null,
});

const INITIALS = { owner: 'O', developer: 'D', party: 'P' } as const;

/** The code of the unit for its owner of today; of others with who it is, so that copies count apart. */
export function subjectOf(unit: string, key: Key, ownerId: number | null): string {
  const { debtor, debtorId, subscriptionId } = key;
  if (debtor === 'owner' && (debtorId ?? ownerId) === ownerId) return unit;
  const id = debtor === 'owner' ? debtorId : subscriptionId;
  return `${unit}-${INITIALS[debtor]}${id ?? ''}`;
}
