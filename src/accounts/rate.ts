import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
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

/** Some days, as it was known at the end of them or before (measures). */
type DaysKnown = { fromOn: Day; untilOn: Day; from: Moment; end: Moment };

const filterOf = (
  { fromOn, untilOn, from, end }: DaysKnown,
  groupBy: store.RateFilter['groupBy'],
): store.RateFilter => ({ from: fromOn, until: untilOn, fromAt: from, at: end, groupBy });

export interface GroupCollected extends Collected {
  /** The key of a tariff, a building, the code of a unit. */
  group: string;
  name: Words;
}

/** What the rates of some days are made of. */
export const collectedIn = (ctx: Ctx, days: DaysKnown): Collected =>
  collectedOf(ctx, filterOf(days, undefined)).get('') ?? NOTHING;

/** The same, parted; in the order of the policy or of the estate, without what has nothing to tell. */
export function collectedBy(
  ctx: Ctx,
  days: DaysKnown,
  groupBy: GroupBy | 'unit',
): GroupCollected[] {
  const found = collectedOf(ctx, filterOf(days, groupBy));
  return groupsOf(ctx, groupBy, [...found.keys()]).map(({ group, name }) => ({
    ...{ group, name: name ?? same(group) },
    ...(found.get(group) ?? NOTHING),
  }));
}

/** Only the bills of the days themselves and what was paid of them; soon read. */
export function currentIn(
  { ledger }: Ctx,
  days: DaysKnown,
): Pick<Collected, 'owedFen' | 'paidFen'> {
  const [row] = store.current(ledger, filterOf(days, undefined));
  return row ?? NOTHING;
}

const NOTHING: Collected = {
  chargedFen: 0,
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
  groupBy: GroupBy | 'unit' | undefined,
  found: readonly string[],
): { group: string; name: Words | null }[] {
  if (groupBy === undefined) return [{ group: '', name: null }];
  const all = {
    tariff: () => Object.keys(policy.fees.tariffs),
    building: () => store.buildings(ledger),
    unit: () => store.units(ledger),
  }[groupBy]();
  const isFound = new Set(found);
  const order = [...new Set([...all, ...found])].filter((group) => isFound.has(group));
  const nameOf = (group: string) =>
    groupBy === 'tariff' ? tariffName(policy, group) : same(group);
  return order.map((group) => ({ group, name: nameOf(group) }));
}
