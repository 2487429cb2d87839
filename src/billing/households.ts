import type { Ledger } from '../ledger/ledger.ts';
import { groupBy } from '../lib/group.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { ownersOf } from '../registry/owners.ts';
import { subscriptionsOf } from '../subscriptions/subscriptions.ts';
import { AGREEMENTS, type Agreement } from '../tariffs/model.ts';
import type { BilledUnit, Household } from './model.ts';

/** The agreements that lower a tariff. */
export const concessionsOf = ({ concessions }: Pick<Tariff, 'concessions'>): Agreement[] =>
  (Object.keys(AGREEMENTS) as Agreement[]).filter((key) => concessions[key] < 100);

/** What of each of these units decides who owes how much of a tariff; gathered at once. */
export function householdsOf(
  ledger: Ledger,
  tariff: Pick<Tariff, 'concessions'>,
  units: readonly BilledUnit[],
): (unit: BilledUnit) => Household {
  const ids = units.map(({ id }) => id);
  const unitId = ids.length === 1 ? ids[0] : undefined;
  const owners = ownersOf(ledger, ids);
  const concessions = groupBy(
    concessionsOf(tariff).flatMap((agreement) =>
      subscriptionsOf(ledger, { tariff: agreement, unitId }).map((it) => ({
        ...it,
        percent: tariff.concessions[agreement],
      })),
    ),
    (it) => it.unitId,
  );
  return ({ id, handoverOn }) => ({
    handoverOn,
    owners: owners(id),
    concessions: concessions.get(id) ?? [],
  });
}
