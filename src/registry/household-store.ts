import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Unit } from './model.ts';

export type Household = Pick<Unit, 'id' | 'code' | 'building'>;

export interface Filter {
  building?: string | undefined;
  unitId?: number | undefined;
}

/** By their units, in the order of the estate. */
export function list(ledger: Ledger, day: Day, { building, unitId }: Filter): Household[] {
  const asked = where(
    ["u.use NOT IN ('parking', 'storage')"],
    ['u.handover_on IS NULL OR u.handover_on <= ?', day],
    [
      `EXISTS (SELECT 1 FROM residents AS r WHERE r.unit_id = u.id
         AND (r.from_on IS NULL OR r.from_on <= ?) AND (r.until_on IS NULL OR r.until_on >= ?))`,
      day,
      day,
    ],
    building === undefined ? undefined : ['u.building = ?', building],
    unitId === undefined ? undefined : ['u.id = ?', unitId],
  );
  return ledger
    .prepare<unknown[], Household>(
      `SELECT u.id, u.code, u.building FROM units AS u ${asked.sql} ORDER BY u.sort_key`,
    )
    .all(...asked.values);
}
