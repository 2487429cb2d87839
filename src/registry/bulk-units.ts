import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Plan, PlanFault } from './bulk.ts';
import { each } from './bulk.ts';
import type { Unit, Use } from './model.ts';
import * as store from './unit-store.ts';
import { unitRow, usualUse } from './units.ts';

/** One row of a list of units; what is undefined leaves a known unit as it is. */
export interface UnitLine {
  line: number;
  /** Canonical. */
  code: string;
  areaThousandths: number;
  use: Use | undefined;
  handoverOn: Day | undefined;
}

type Values = Pick<Unit, 'areaThousandths' | 'use' | 'handoverOn'>;

const same = (a: Values, b: Values) =>
  a.areaThousandths === b.areaThousandths && a.use === b.use && a.handoverOn === b.handoverOn;

/** Adds unknown units and brings known ones up to date; a code that stands twice must agree. */
export function planUnits(ledger: Ledger, lines: readonly UnitLine[]): Plan<UnitLine> {
  const known = new Map(store.list(ledger, {}).map((unit) => [unit.code, unit]));
  const seen = new Map<string, { values: Values; line: number }>();
  const added: { code: string; values: Values }[] = [];
  const changed: { id: number; values: Values }[] = [];
  const faults: PlanFault<UnitLine>[] = [];
  let unchanged = 0;

  for (const row of lines) {
    const before = known.get(row.code);
    const values: Values = {
      areaThousandths: row.areaThousandths,
      use: row.use ?? before?.use ?? usualUse(row.code),
      handoverOn: row.handoverOn ?? before?.handoverOn ?? null,
    };
    const twin = seen.get(row.code);
    if (twin) {
      if (same(twin.values, values)) unchanged += 1;
      else faults.push({ row, field: 'code', error: twice(twin.line) });
      continue;
    }
    seen.set(row.code, { values, line: row.line });
    if (!before) added.push({ code: row.code, values });
    else if (same(before, values)) unchanged += 1;
    else changed.push({ id: before.id, values });
  }

  return {
    added: added.length,
    changed: changed.length,
    unchanged,
    faults,
    write: (progress) => {
      for (const { id, values } of changed) store.update(ledger, id, values);
      const insert = ({ code, values }: (typeof added)[number]) =>
        store.insert(ledger, unitRow({ code, ...values }));
      each(added, insert, progress);
    },
  };
}

export const twice = (line: number) =>
  refused(
    'twice_in_file',
    w(`与第 ${line} 行重复，但内容不同`, `stands in line ${line} already, with other values`),
  );
