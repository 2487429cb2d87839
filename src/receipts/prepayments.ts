import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { groupBy } from '../lib/group.ts';
import type { Moment } from '../lib/moment.ts';
import { isTheirs } from './account-rules.ts';
import { accountsOf } from './accounts.ts';
import { allocate, inOrder } from './allocation-rules.ts';
import * as store from './rest-store.ts';
import { type Allotment, settleShares } from './settling.ts';

/** Later than any moment there is. */
const EVER: Moment = '9999-12-31T23:59:59Z';

/** What of a unit's money had paid for nothing at that moment, in fen; without one, as it is now. */
export const prepaidOf = (ledger: Ledger, unitId: number, asOf: Moment = EVER): number =>
  store.prepaidOf(ledger, unitId, asOf);

/** What of the money of all units had paid for nothing at that moment. */
export const prepaidOfAll = (ledger: Ledger, asOf: Moment): number =>
  store.prepaidOfAll(ledger, asOf);

/** The same of each unit that has any, in the order of the estate. */
export const prepaidByUnit = (ledger: Ledger, asOf: Moment) => store.prepaidByUnit(ledger, asOf);

/**
 * Prepaid money pays what is owed by those who paid it: the oldest due first, with the oldest receipt
 * first. Of these units, or of all; the caller has the transaction and its line in the
 * journal.
 */
export function applyPrepayments(
  ctx: Ctx,
  unitIds?: readonly number[],
): { applied: number; amountFen: number } {
  const { ledger } = ctx;
  const rests = store.rests(ledger, unitIds);
  const units = [...new Set(rests.map(({ unitId }) => unitId))];
  if (units.length === 0) return { applied: 0, amountFen: 0 };
  const charges = groupBy(inOrder(store.openCharges(ledger, units)), ({ unitId }) => unitId);
  const accountOf = accountsOf(ctx, units);
  const allotments: Allotment[] = [];
  for (const rest of rests) {
    const owed = charges.get(rest.unitId) ?? [];
    const account = accountOf(rest);
    const { shares } = allocate(
      rest.restFen,
      owed.filter((charge) => charge.openFen > 0 && isTheirs(charge, account)),
    );
    for (const share of shares) {
      const charge = owed.find(({ id }) => id === share.chargeId);
      if (!charge) continue;
      charge.openFen -= share.amountFen;
      allotments.push({ ...share, from: rest, to: charge });
    }
  }
  settleShares(ctx, allotments);
  const amountFen = allotments.reduce((sum, each) => sum + each.amountFen, 0);
  return { applied: allotments.length, amountFen };
}
