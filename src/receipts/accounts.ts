import type { Ctx } from '../context.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { ownersOf } from '../registry/owners.ts';
import { type Account, accountOn, usualPayer } from './account-rules.ts';
import * as store from './rest-store.ts';

/** Money of a unit: who paid it, and when. */
interface Paid {
  unitId: number;
  payer: string | null;
  receivedAt: Moment;
}

/** On whose account money of these units came in. */
export function accountsOf(
  { ledger, zone }: Pick<Ctx, 'ledger' | 'zone'>,
  unitIds: readonly number[],
): (paid: Paid) => Account {
  const owners = ownersOf(ledger, unitIds);
  const parties = groupBy(store.partiesOf(ledger, unitIds), ({ unitId }) => unitId);
  return ({ unitId, payer, receivedAt }) =>
    accountOn(dayOf(receivedAt, zone), payer, {
      owners: owners(unitId),
      parties: (parties.get(unitId) ?? []).map(({ name }) => name),
    });
}

/** The name on a receipt of this unit where the payer names none; null: the developer, or nobody known. */
export const payerOf = ({ ledger, today }: Pick<Ctx, 'ledger' | 'today'>, unitId: number) =>
  usualPayer(today, ownersOf(ledger, [unitId])(unitId));
