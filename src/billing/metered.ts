import type { Ctx } from '../context.ts';
import type { NewCharge } from '../fees/model.ts';
import { addDays, daysBetween } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { Meter, UnbilledUsage } from '../meters/model.ts';
import { readingsOf, unbilledUsage } from '../meters/readings.ts';
import { subscriptionsOf } from '../subscriptions/subscriptions.ts';
import { sharesOf } from '../tariffs/amount-rules.ts';
import { book, chargeOf } from './charging.ts';
import { householdsOf } from './households.ts';
import type { BilledUnit, Household, Skipped, SkipReason, Span } from './model.ts';
import { common, segmentsOf } from './segment-rules.ts';
import type { Turn } from './turns.ts';
import * as store from './unit-store.ts';

/**
 * Bills what meters counted up to the last reading inside the cycle, after the last billed one or the
 * base. A unit that was not read then is skipped, also one whose first reading it was.
 */
export function billMetered(ctx: Ctx, turn: Turn, scope: store.Scope): Skipped[] {
  const { ledger } = ctx;
  const { key, tariff, cycle, span } = turn;
  const meter = tariff.meter as Meter;
  const units = metered(ctx, turn, scope);
  if (units.length === 0) return [];
  const unitIds = scope.unitId === undefined ? undefined : [scope.unitId];
  const readings = readingsOf(ledger, { unitIds, meter, from: cycle.from, until: cycle.until });
  const read = new Set(readings.filter((it) => it.previousId !== null).map((it) => it.unitId));
  const usages = groupBy(
    unbilledUsage(ledger, { meter, tariff: key, until: cycle.until, unitIds }),
    ({ unitId }) => unitId,
  );
  const householdOf = householdsOf(ledger, tariff, units);
  return units.flatMap((unit) => {
    const household = householdOf(unit);
    if (!owesOn(turn, span, household)) return [];
    const charges = read.has(unit.id)
      ? (usages.get(unit.id) ?? []).flatMap((usage) => chargesOf(turn, unit, household, usage))
      : (['no_reading'] as const);
    return book(ctx, turn, unit, charges);
  });
}

function metered({ ledger }: Ctx, { key, tariff, span }: Turn, scope: store.Scope): BilledUnit[] {
  const units = store.unitsIn(ledger, scope);
  if (!tariff.subscribed) return units;
  const held = subscriptionsOf(ledger, { tariff: key, ...span }).filter(
    ({ fromOn, untilOn }) => common(span, { from: fromOn, until: untilOn }) !== undefined,
  );
  const subscribed = new Set(held.map(({ unitId }) => unitId));
  return units.filter(({ id }) => subscribed.has(id));
}

const segmentsIn = ({ tariff }: Turn, span: Span, household: Household) =>
  segmentsOf(
    { ...span, rates: tariff.rates, developer: tariff.developer, party: false },
    household,
  );

const owesOn = (turn: Turn, span: Span, household: Household): boolean =>
  segmentsIn(turn, span, household).length > 0;

/**
 * One charge, or one for each part of the time between the readings that has its own rate, percent or
 * debtor, by its days: nobody read the meter in between. Nothing used makes no charge.
 */
function chargesOf(
  turn: Turn,
  unit: BilledUnit,
  household: Household,
  usage: UnbilledUsage,
): (NewCharge | SkipReason)[] {
  if (usage.fellOn !== null) return ['reading_fell'];
  const { fromReadingId, toReadingId, toOn } = usage;
  const dayAfter = addDays(usage.fromOn, 1);
  const whole = { from: dayAfter < toOn ? dayAfter : toOn, until: toOn };
  const span = common(whole, { from: whole.from, until: turn.tariff.untilOn });
  const segments = span ? segmentsIn(turn, span, household) : [];
  const days = segments.map(lengthOf);
  const daysFree = lengthOf(whole) - days.reduce((sum, each) => sum + each, 0);
  const shares = sharesOf(usage.usageThousandths, [...days, daysFree]);
  return segments.flatMap((segment, at) => {
    const quantityThousandths = shares[at] ?? 0;
    if (quantityThousandths === 0) return [];
    const measured = { quantityThousandths, monthParts: null, fromReadingId, toReadingId };
    return [chargeOf(turn, unit, segment, measured)];
  });
}

const lengthOf = ({ from, until }: Span): number => daysBetween(from, until) + 1;
