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
  const by = groupBy ?? 'all';
  const rows = collectedOf(
    ctx,
    { from, until, fromAt: startOfDay(from, ctx.zone), at: endOfDay(asOf, ctx.zone) },
    [by],
  );
  return {
    period,
    asOf,
    groupBy: groupBy ?? null,
    target: ctx.policy.fees.target,
    groups: rows[by].map(({ group, name, ...it }) => ({
      ...(groupBy ? { group, groupName: name } : { group: null, groupName: null }),
      ...ratesOf(it),
    })),
  };
}

/** Some days, as it was known at the end of them or before (measures). */
type DaysKnown = { fromOn: Day; untilOn: Day; from: Moment; end: Moment };

const filterOf = ({ fromOn, untilOn, from, end }: DaysKnown): store.RateFilter => ({
  ...{ from: fromOn, until: untilOn, fromAt: from, at: end },
});

type Grouping = 'all' | store.Part;

export interface GroupCollected extends Collected {
  /** The key of a tariff, a building, the code of a unit; '' of all. */
  group: string;
  name: Words;
}

type CollectedBy<By extends Grouping> = Readonly<Record<By, readonly GroupCollected[]>>;

/**
 * What the rates of some days are made of, parted in each of these ways: in the order of the policy or of
 * the estate, without what has nothing to tell; of `all` always one.
 */
export const collectedBy = <const By extends Grouping>(
  ctx: Ctx,
  days: DaysKnown,
  by: readonly By[],
): CollectedBy<By> => collectedOf(ctx, filterOf(days), by);

/** Only the bills of the days themselves and what was paid of them; soon read. */
export function currentIn(
  { ledger }: Ctx,
  days: DaysKnown,
): Pick<Collected, 'owedFen' | 'paidFen'> {
  const [row] = store.current(ledger, filterOf(days), null);
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

/** The bills of before are read once for all ways of parting them. */
function collectedOf<const By extends Grouping>(
  ctx: Ctx,
  filter: store.RateFilter,
  by: readonly By[],
): CollectedBy<By> {
  const { ledger } = ctx;
  const parts = by.flatMap((each): store.Part[] => (isPart(each) ? [each] : []));
  const before = store.before(ledger, filter, parts);
  const rowsBy = (grouping: Grouping) => {
    const found = new Map<string, Collected>();
    const add = (group: string, more: Partial<Collected>) =>
      found.set(group, sumOf(found.get(group) ?? NOTHING, more));
    const part = isPart(grouping) ? grouping : null;
    for (const { group, ...row } of store.current(ledger, filter, part)) add(group, row);
    for (const { owedFen: stillOwedFen, recoveredFen, ...row } of before) {
      add((part && row[part]) ?? '', { stillOwedFen, recoveredFen });
    }
    return namesOf(ctx, part, found).map(({ group, name }) => ({
      ...{ group, name },
      ...(found.get(group) ?? NOTHING),
    }));
  };
  return Object.fromEntries(by.map((each) => [each, rowsBy(each)])) as unknown as CollectedBy<By>;
}

const isPart = (grouping: Grouping): grouping is store.Part => grouping !== 'all';

const sumOf = (it: Collected, more: Partial<Collected>): Collected => {
  const sum = { ...it };
  for (const [key, value] of Object.entries(more)) sum[key as keyof Collected] += value;
  return sum;
};

/** In the order of the policy or of the estate; a tariff no longer there comes last. */
function namesOf(
  { ledger, policy }: Ctx,
  part: store.Part | null,
  found: ReadonlyMap<string, Collected>,
): { group: string; name: Words }[] {
  if (part === null) return [{ group: '', name: same('') }];
  const all = {
    tariff: () => Object.keys(policy.fees.tariffs),
    building: () => store.buildings(ledger),
    unit: () => store.units(ledger),
  }[part]();
  const order = [...new Set([...all, ...found.keys()])].filter((group) => found.has(group));
  const nameOf = (group: string) => (part === 'tariff' ? tariffName(policy, group) : same(group));
  return order.map((group) => ({ group, name: nameOf(group) }));
}
