import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import type { Period } from '../lib/period.ts';
import { same, type Words } from '../lib/words.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import type { Collected, GroupBy, Rates } from './model.ts';
import { ratesOf, usualAsOf } from './rate-rules.ts';
import * as store from './rate-store.ts';

export interface RateQuery {
  period: Period;
  /** Its end is the last moment that counts; see `usualAsOf`. */
  asOf?: Day | undefined;
  groupBy?: GroupBy | undefined;
}

export interface GroupRates extends Rates {
  /** The key of a tariff or a building; null: all of them. */
  group: string | null;
  groupName: Words | null;
}

export interface RateReport {
  period: Period;
  asOf: Day;
  groupBy: GroupBy | null;
  /** Percent, as the policy sets it; null where it sets none. */
  target: string | null;
  /** One of all, unless parted. */
  groups: readonly GroupRates[];
}

/**
 * How much of what a period's charges came to was paid, of how many units, and how much of what was
 * owed before (rules 135, 185). Prepaid money that has paid nothing yet is outside.
 */
export function reportRates(ctx: Ctx, { period, groupBy, ...query }: RateQuery): RateReport {
  const asOf = query.asOf ?? usualAsOf(period, ctx.today);
  const { from, until } = period;
  const collected = collectedOf(ctx, {
    from,
    until,
    fromAt: startOfDay(from, ctx.zone),
    at: endOfDay(asOf, ctx.zone),
    groupBy,
  });
  return {
    period,
    asOf,
    groupBy: groupBy ?? null,
    target: ctx.policy.fees.target,
    groups: groupsOf(ctx, groupBy, [...collected.keys()]).map(({ group, name }) => ({
      group: group === '' ? null : group,
      groupName: name,
      ...ratesOf(collected.get(group) ?? NOTHING),
    })),
  };
}

const NOTHING: Collected = {
  owedFen: 0,
  paidFen: 0,
  units: 0,
  settledUnits: 0,
  recoveredFen: 0,
  stillOwedFen: 0,
};

/** By group, in no order. */
function collectedOf({ ledger }: Ctx, filter: store.RateFilter): Map<string, Collected> {
  const found = new Map<string, Collected>();
  const at = (group: string) => found.get(group) ?? NOTHING;
  for (const { group, ...row } of store.current(ledger, filter)) {
    found.set(group, { ...at(group), ...row });
  }
  for (const { group, fen } of store.chargedBefore(ledger, filter)) {
    found.set(group, { ...at(group), stillOwedFen: fen });
  }
  for (const { group, fen, recoveredFen } of store.settledBefore(ledger, filter)) {
    const { stillOwedFen, ...rest } = at(group);
    found.set(group, { ...rest, recoveredFen, stillOwedFen: stillOwedFen - fen });
  }
  return found;
}

/** In the order of the policy or of the estate; a tariff no longer there comes last. */
function groupsOf(
  { ledger, policy }: Ctx,
  groupBy: GroupBy | undefined,
  found: readonly string[],
): { group: string; name: Words | null }[] {
  if (groupBy === undefined) return [{ group: '', name: null }];
  const all = groupBy === 'tariff' ? Object.keys(policy.fees.tariffs) : store.buildings(ledger);
  const order = [...new Set([...all, ...found])].filter((group) => found.includes(group));
  const nameOf = (group: string) =>
    groupBy === 'tariff' ? tariffName(policy, group) : same(group);
  return order.map((group) => ({ group, name: nameOf(group) }));
}
