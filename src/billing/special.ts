import type { Ctx } from '../context.ts';
import { groupBy } from '../lib/group.ts';
import type { Subscription } from '../subscriptions/model.ts';
import { subscriptionsOf } from '../subscriptions/subscriptions.ts';
import { monthPartsBetween, ONE } from '../tariffs/amount-rules.ts';
import { reachingFrom } from '../tariffs/cycle-rules.ts';
import { book, chargeOf, type Measured } from './charging.ts';
import { householdsOf } from './households.ts';
import type { BilledUnit, Household, Line, Skipped, Span } from './model.ts';
import { common, dueOnOf, segmentsOf, unbilled } from './segment-rules.ts';
import type { Turn } from './turns.ts';
import * as store from './unit-store.ts';

/** Bills these units one by one: split by what is special, without the days billed before. */
export function billEach(ctx: Ctx, turn: Turn, unitIds: readonly number[]): Skipped[] {
  if (unitIds.length === 0) return [];
  const { ledger } = ctx;
  const { tariff, span } = turn;
  const units = store.unitsByIds(ledger, unitIds);
  const householdOf = householdsOf(ledger, tariff, units);
  const billedOf = billedDaysOf(ctx, turn, unitIds);
  const line = { ...span, rates: tariff.rates, developer: tariff.developer, party: false };
  const monthParts = monthPartsReader();
  return units.flatMap((unit) =>
    billLine(ctx, turn, unit, {
      line,
      household: householdOf(unit),
      billed: billedOf.get(unit.id) ?? [],
      quantityThousandths: null,
      subscriptionId: null,
      monthParts,
    }),
  );
}

/** Bills what units subscribed to: each subscription by its own days, quantity, rate and party. */
export function billSubscriptions(ctx: Ctx, turn: Turn, scope: store.Scope): Skipped[] {
  const { ledger } = ctx;
  const { key, tariff, span } = turn;
  const inForce = { tariff: key, from: span.from, until: span.until };
  const subscriptions = subscriptionsOf(ledger, { ...inForce, unitId: scope.unitId });
  if (subscriptions.length === 0) return [];
  const subscribed = new Set(subscriptions.map(({ unitId }) => unitId));
  const units = store.unitsIn(ledger, scope).filter(({ id }) => subscribed.has(id));
  const householdOf = householdsOf(ledger, tariff, units);
  const ids = units.map(({ id }) => id);
  const billedOf = billedDaysOf(ctx, turn, ids);
  const subscriptionsIn = groupBy(subscriptions, ({ unitId }) => unitId);
  const monthParts = monthPartsReader();
  return units.flatMap((unit) =>
    (subscriptionsIn.get(unit.id) ?? []).flatMap((subscription) => {
      const line = lineOf(turn, subscription);
      if (!line) return [];
      return billLine(ctx, turn, unit, {
        line,
        household: householdOf(unit),
        billed: (billedOf.get(unit.id) ?? []).filter((it) => isFor(it, subscription)),
        quantityThousandths: subscription.quantityThousandths,
        subscriptionId: subscription.id,
        monthParts,
      });
    }),
  );
}

/** The days of the cycle that are billed already, by unit. */
function billedDaysOf({ ledger }: Ctx, { key, cycle }: Turn, unitIds: readonly number[]) {
  const asked = { ...cycle, tariff: key, reachingFrom: reachingFrom(cycle.from) };
  return groupBy(store.billedDays(ledger, asked, unitIds), ({ unitId }) => unitId);
}

/** What was charged without naming a subscription counts for each: nothing is billed twice. */
const isFor = ({ subscriptionId }: store.BilledDays, { id }: Subscription): boolean =>
  subscriptionId === null || subscriptionId === id;

/** Undefined where it never held. */
function lineOf({ tariff, span }: Turn, subscription: Subscription): Line | undefined {
  const { fromOn, untilOn, rateTenthousandths, party } = subscription;
  const days = common(span, { from: fromOn, until: untilOn });
  const rates = rateTenthousandths === null ? tariff.rates : [{ fromOn, rateTenthousandths }];
  return days && { ...days, rates, developer: tariff.developer, party: party !== null };
}

interface Job {
  line: Line;
  household: Household;
  billed: readonly Span[];
  /** As agreed on; null: nothing was. */
  quantityThousandths: number | null;
  subscriptionId: number | null;
  monthParts: MonthParts;
}

type MonthParts = (span: Span) => number;

/** The months between two days, reckoned once for all units. */
function monthPartsReader(): MonthParts {
  const known = new Map<string, number>();
  return ({ from, until }) => {
    const key = `${from}${until}`;
    const parts = known.get(key) ?? monthPartsBetween(from, until);
    known.set(key, parts);
    return parts;
  };
}

function billLine(ctx: Ctx, turn: Turn, unit: BilledUnit, job: Job): Skipped[] {
  const usual = turn.tariff.basis === 'area-month' ? unit.areaThousandths : ONE;
  const segments = segmentsOf(job.line, job.household);
  const charges = unbilled(segments, job.billed).map((segment) => {
    const measured: Measured = {
      quantityThousandths: job.quantityThousandths ?? usual,
      monthParts: job.monthParts(segment),
      subscriptionId: job.subscriptionId,
    };
    const dueOn = dueOnOf(turn.dueOn, segments, segment);
    return chargeOf({ ...turn, dueOn }, unit, segment, measured);
  });
  return book(ctx, turn, unit, charges);
}
