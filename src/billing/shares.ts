import type { Ctx } from '../context.ts';
import { makeCharge, notCharged } from '../fees/charges.ts';
import type { NewCharge } from '../fees/model.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { nothingAsked } from '../lib/money.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { knownBuilding } from '../registry/units.ts';
import { priceOfOne, sharesOf } from '../tariffs/amount-rules.ts';
import { dueOnOf, oneOffDueOn } from '../tariffs/cycle-rules.ts';
import { rateOn } from '../tariffs/rules.ts';
import { type Keyed, requireTariff, tariffName } from '../tariffs/tariffs.ts';
import { householdsOf } from './households.ts';
import type {
  BilledUnit,
  Household,
  Segment,
  SharedBy,
  ShareReport,
  SkippedShare,
  Span,
} from './model.ts';
import { segmentsOf } from './segment-rules.ts';
import { sharesThere } from './share-store.ts';
import { type Scope, unitsIn } from './unit-store.ts';

export interface Shared {
  /** Key or name of a tariff charged once. */
  tariff: string;
  amountFen: number;
  period: Period;
  per: SharedBy;
  /** The whole estate, if not said. */
  building?: string | undefined;
  note?: string | undefined;
  /** Although it was shared before. */
  again?: boolean | undefined;
}

/** What no household is. */
const NO_HOUSEHOLD = ['parking', 'storage'];

/**
 * Spreads a total over the units of a building or the estate, by area or to each household the same;
 * the shares add up to it. A unit handed over without an owner keeps its share, which is
 * told and not charged. Refuses the same tariff and period twice.
 */
export function share(ctx: Ctx, asked: Shared): ShareReport {
  return transact(ctx, 'fee.share', (entry) => {
    const spread = spreadOf(ctx, asked);
    const { key, period, building } = spread;
    const there = sharesThere(ctx.ledger, spread.scope, key, period);
    if (there > 0 && !asked.again) throw sharedBefore(key, period.text, there);
    const owed = sharesOwed(ctx, asked, spread);
    const charged = owed.filter(isChargeable);
    for (const it of charged) makeCharge(ctx, chargeOf(asked, spread, it));
    const told = {
      ...{ period: period.text, tariff: key, per: asked.per },
      ...{ billed: charged.length, amountFen: sumOf(charged) },
    };
    entry.changes = { ...told, ...(building !== undefined && { building }) };
    return {
      ...told,
      name: tariffName(ctx.policy, key),
      building: building ?? null,
      totalFen: asked.amountFen,
      skipped: owed.filter((it) => !isChargeable(it)).map((it) => skippedOf(key, it)),
    };
  });
}

/** What is spread, over which units. */
interface Spread extends Keyed {
  period: Period;
  building: string | undefined;
  scope: Scope;
  dueOn: Day;
}

function spreadOf(ctx: Ctx, asked: Shared): Spread {
  const keyed = requireTariff(ctx, asked.tariff);
  const { key, tariff } = keyed;
  const { period, amountFen } = asked;
  if (tariff.basis !== 'one-off') throw notShared(key);
  if (!tariff.active || rateOn(tariff, period.from) === undefined) throw notCharged(keyed);
  if (amountFen === 0) throw nothingAsked();
  const building =
    asked.building === undefined ? undefined : knownBuilding(ctx.ledger, asked.building);
  const scope = { uses: tariff.uses, building };
  return { key, tariff, period, building, scope, dueOn: dueOnFor(tariff, period, ctx.today) };
}

/** As the period is due, but nobody is late with a total that is shared after it. */
function dueOnFor(tariff: Tariff, period: Period, today: Day): Day {
  const [usual, soonest] = [dueOnOf(tariff, period), oneOffDueOn(tariff, today)];
  return usual > soonest ? usual : soonest;
}

/** The share of one unit; without a debtor nobody is known to owe it. */
interface UnitShare {
  unit: BilledUnit;
  debtor: Segment['debtor'];
  amountFen: number;
}

function sharesOwed(ctx: Ctx, { per, amountFen }: Shared, spread: Spread): UnitShare[] {
  const { key, tariff, period, scope } = spread;
  const units = unitsIn(ctx.ledger, scope).filter((it) => counts(it, per));
  const householdOf = householdsOf(ctx.ledger, tariff, units);
  const day = { from: period.from, until: period.from };
  const owing = units.flatMap((unit) => {
    const segment = firstSegment(householdOf(unit), tariff.developer, day);
    return segment ? [{ unit, debtor: segment.debtor }] : [];
  });
  if (owing.length === 0) throw nobodyToShare(key);
  const weights = owing.map(({ unit }) => (per === 'area' ? unit.areaThousandths : 1));
  const shares = sharesOf(amountFen, weights);
  return owing.map((it, at) => ({ ...it, amountFen: shares[at] ?? 0 }));
}

type Chargeable = UnitShare & { debtor: NonNullable<Segment['debtor']> };

const isChargeable = (it: UnitShare): it is Chargeable =>
  it.debtor !== undefined && it.amountFen > 0;

const sumOf = (shares: readonly UnitShare[]): number =>
  shares.reduce((sum, { amountFen }) => sum + amountFen, 0);

const skippedOf = (tariff: string, { unit, debtor, amountFen }: UnitShare): SkippedShare => ({
  ...{ unit: unit.code, tariff, amountFen },
  reason: debtor ? 'amount_zero' : 'no_owner',
});

function chargeOf(
  { note }: Shared,
  { key, dueOn, period: { from, until } }: Spread,
  { unit, debtor, amountFen }: Chargeable,
): NewCharge {
  return {
    ...debtor,
    ...priceOfOne(amountFen),
    unitId: unit.id,
    tariff: key,
    cycleOn: from,
    periodStart: from,
    periodEnd: until,
    amountFen,
    dueOn,
    note: note ?? null,
  };
}

const counts = ({ use }: BilledUnit, per: SharedBy): boolean =>
  per === 'area' || !NO_HOUSEHOLD.includes(use);

/** Of somebody who owes what is charged for this day; undefined: the developer, who owes nothing. */
function firstSegment(
  household: Household,
  developer: boolean,
  day: Span,
): Pick<Segment, 'debtor'> | undefined {
  const rates = [{ fromOn: day.from, rateTenthousandths: 1 }];
  const line = { ...day, rates, developer, party: false };
  return segmentsOf(line, { ...household, concessions: [] })[0];
}

const notShared = (key: string) =>
  refused(
    'not_shared',
    w(
      `${key} 按周期出账，不能分摊一笔总额。`,
      `${key} is billed by its cycle; no total of it can be spread.`,
    ),
    w(
      '用 basis: one-off 的收费项目，如 --tariff shared；查看：wy fee tariff list',
      'Use a tariff with basis: one-off, such as --tariff shared; see wy fee tariff list.',
    ),
  );

const sharedBefore = (key: string, period: string, units: number) =>
  refused(
    'shared_before',
    w(
      `${key} ${period} 已分摊过（${units} 户）。`,
      `${key} was spread for ${period} already (over ${units} units).`,
    ),
    w(
      `核对：wy fee charges --tariff ${key}；另有一笔总额要分摊，加 --again`,
      `Check with wy fee charges --tariff ${key}; if there is another total to spread, add --again.`,
    ),
  );

const nobodyToShare = (key: string) =>
  refused(
    'nobody_to_share',
    w('没有可以分摊的房屋。', 'There are no units to spread it over.'),
    w(
      `查看：wy unit list；${key} 收哪些用途的房屋：wy fee tariff show ${key}`,
      `See wy unit list, and wy fee tariff show ${key} for the uses of units it meets.`,
    ),
  );
