import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Mark, Meter, ReadingStep, UnbilledUsage, Usage } from './model.ts';
import * as store from './store.ts';
import { unbilledSteps, usedOver } from './usage-rules.ts';

/** In the order of the units, then of the days; each with what was used since the one before it. */
export const readingsOf = (ledger: Ledger, query: store.Filter): ReadingStep[] =>
  store.steps(ledger, query);

export interface UsageQuery {
  meter: Meter;
  /** The key of the tariff that bills it: water and sewage may go by the same meter. */
  tariff: string;
  /** Readings of later days do not count yet. */
  until: Day;
  unitIds?: readonly number[] | undefined;
}

/**
 * What this tariff has not billed yet of each unit up to a day, after its last billed reading or its
 * base; one for each household where a move was read in between, and for each gap that the reversal
 * of a charge left. Each makes one charge between its two readings. A usage of 0 comes, too, and one
 * with `fellOn` is not to be billed. Units without two readings do not come at all.
 */
export function unbilledUsage(ledger: Ledger, query: UsageQuery): UnbilledUsage[] {
  const billed = new Map<number, store.Billed[]>();
  for (const it of store.billedBy(ledger, query.tariff, query.unitIds)) {
    const known = billed.get(it.unitId);
    if (known) known.push(it);
    else billed.set(it.unitId, [it]);
  }
  const found: UnbilledUsage[] = [];
  const settle = (readings: readonly Mark[]) => {
    const unitId = readings[0]?.unitId;
    if (unitId === undefined) return;
    found.push(...unbilledSteps(readings, billed.get(unitId) ?? []));
  };
  let ofUnit: Mark[] = [];
  for (const reading of store.marks(ledger, query)) {
    if (ofUnit[0] && ofUnit[0].unitId !== reading.unitId) {
      settle(ofUnit);
      ofUnit = [];
    }
    ofUnit.push(reading);
  }
  settle(ofUnit);
  return found;
}

/**
 * What a unit's meter counted since the last reading of that day, or the first after it where none
 * was read then, up to another day; undefined where there is no such reading.
 */
export function usageBetween(
  ledger: Ledger,
  { unitId, meter, from, until }: { unitId: number; meter: Meter; from: Day; until: Day },
): Usage | undefined {
  const since = store.list(ledger, { unitIds: [unitId], meter, from, until });
  const start = Math.max(
    0,
    since.findLastIndex(({ readOn }) => readOn === from),
  );
  const readings = since.slice(start);
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return undefined;
  return { fromOn: first.readOn, toOn: last.readOn, usageThousandths: usedOver(readings) };
}
