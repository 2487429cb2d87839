import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { type Moment, startOfDay } from '../lib/moment.ts';
import { ownersOf } from '../registry/owners.ts';
import { monthPartsBetween } from '../tariffs/amount-rules.ts';
import { cycleOf, dueOnOf, oneOffDueOn } from '../tariffs/cycle-rules.ts';
import type { Keyed } from '../tariffs/tariffs.ts';
import * as store from './bulk-store.ts';
import { lastChargeId } from './charges.ts';
import type { Owned } from './debtor-rules.ts';
import { measureOf, pastDebtor, type Told } from './past-rules.ts';

/** A unit as charges of an old list need it. */
export interface PastUnit extends Owned {
  id: number;
  code: string;
}

/** All units by their codes, with their owners of all times. */
export function pastUnits(ctx: Pick<Ctx, 'ledger'>): ReadonlyMap<string, PastUnit> {
  const owners = ownersOf(ctx.ledger);
  return new Map(
    store.units(ctx.ledger).map((unit) => [unit.code, { ...unit, owners: owners(unit.id) }]),
  );
}

/** A period of a tariff, as it stands in an old list. */
export interface PastPeriod {
  tariff: string;
  from: Day;
  until: Day;
  cycleOn: Day;
  /** Where the list does not say it. */
  dueOn: Day;
  monthParts: number;
}

/** Remembers what it was asked for: a list has few periods and many rows. */
export function periodReader(): (tariff: Keyed, from: Day, until: Day) => PastPeriod {
  const known = new Map<Keyed, Map<Day, Map<Day, PastPeriod>>>();
  return (keyed, from, until) => {
    const ofTariff = known.get(keyed) ?? new Map<Day, Map<Day, PastPeriod>>();
    const ofStart = ofTariff.get(from) ?? new Map<Day, PastPeriod>();
    let period = ofStart.get(until);
    if (!period) {
      period = periodOf(keyed, from, until);
      known.set(keyed, ofTariff.set(from, ofStart.set(until, period)));
    }
    return period;
  };
}

function periodOf({ key, tariff }: Keyed, from: Day, until: Day): PastPeriod {
  const cycle = tariff.basis === 'one-off' ? undefined : cycleOf(tariff, from);
  return {
    tariff: key,
    from,
    until,
    cycleOn: cycle?.cycleOn ?? from,
    dueOn: cycle ? dueOnOf(tariff, cycle) : oneOffDueOn(tariff, from),
    monthParts: monthPartsBetween(from, until),
  };
}

export interface PastLine extends Told {
  unit: PastUnit;
  period: PastPeriod;
  /** As the list says it. */
  dueOn: Day | undefined;
  note: string | undefined;
}

export interface MadeCharge {
  id: number;
  billedAt: Moment;
}

/**
 * Writes charges of an old list, in the transaction of its caller: billed on the first day of their
 * period or the day they were due, whichever was earlier, so that the arrears of past days are right;
 * those to come, now.
 */
export function pastCharges(ctx: Ctx): (line: PastLine) => MadeCharge {
  const { ledger, now, zone } = ctx;
  const billedById = ctx.operator().id;
  const starts = new Map<Day, Moment>();
  const startOf = (day: Day): Moment => {
    const held = starts.get(day) ?? startOfDay(day, zone);
    starts.set(day, held);
    return held;
  };
  return ({ unit, period, note, dueOn = period.dueOn, ...told }) => {
    const start = startOf(period.from < dueOn ? period.from : dueOn);
    const billedAt = start < now ? start : now;
    const { quantityThousandths, rateTenthousandths, monthParts } = measureOf(
      told,
      period.monthParts,
    );
    const { debtor, debtorId } = pastDebtor(unit, period.from);
    const id = store.insert(ledger, {
      unitId: unit.id,
      tariff: period.tariff,
      cycleOn: period.cycleOn,
      from: period.from,
      until: period.until,
      quantityThousandths,
      rateTenthousandths,
      monthParts,
      amountFen: told.amountFen,
      dueOn,
      debtor,
      debtorId,
      note: note ?? null,
      billedAt,
      billedById,
    });
    return { id, billedAt };
  };
}

/**
 * Which charges there were for a unit and a period before an import began; asks the ledger only for
 * cycles in which anything was charged.
 */
export function chargesBefore({ ledger }: Pick<Ctx, 'ledger'>) {
  const lastId = lastChargeId(ledger);
  const charged = new Map<PastPeriod, boolean>();
  return (unit: PastUnit, period: PastPeriod): readonly store.Known[] => {
    if (lastId === 0) return NONE;
    const { tariff, cycleOn, from, until } = period;
    let isCharged = charged.get(period);
    if (isCharged === undefined) {
      isCharged = store.isCharged(ledger, tariff, cycleOn, lastId);
      charged.set(period, isCharged);
    }
    if (!isCharged) return NONE;
    return store.known(ledger, { tariff, cycleOn, unitId: unit.id, from, until, lastId });
  };
}

const NONE: readonly store.Known[] = [];
