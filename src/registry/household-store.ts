import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Unit } from './model.ts';

export type Household = Pick<Unit, 'id' | 'code' | 'building'>;

export interface Filter {
  building?: string | undefined;
  unitId?: number | undefined;
}

/** A condition: somebody lives in the unit on a day; names of SQL. */
export const isLivedIn = (unit: string, day: string, role = ''): string =>
  `EXISTS (SELECT 1 FROM residents AS r WHERE r.unit_id = ${unit}.id
     AND (r.from_on IS NULL OR r.from_on <= ${day}) AND (r.until_on IS NULL OR r.until_on >= ${day})
     ${role})`;

/** A condition: the unit is no parking space and no storage room. */
export const isHome = (unit: string): string => `${unit}.use NOT IN ('parking', 'storage')`;

/** Whether a unit `u` is one on a day; `day` is an SQL expression and stands in it three times. */
export const isHousehold = (day: string): string => `u.use NOT IN ('parking', 'storage')
  AND (u.handover_on IS NULL OR u.handover_on <= ${day})
  AND EXISTS (SELECT 1 FROM residents AS r WHERE r.unit_id = u.id
    AND (r.from_on IS NULL OR r.from_on <= ${day})
    AND (r.until_on IS NULL OR r.until_on >= ${day}))`;

/** By their units, in the order of the estate. */
export function list(ledger: Ledger, day: Day, { building, unitId }: Filter): Household[] {
  const asked = where(
    [isHousehold('?'), day, day, day],
    building === undefined ? undefined : ['u.building = ?', building],
    unitId === undefined ? undefined : ['u.id = ?', unitId],
  );
  return ledger
    .prepare<unknown[], Household>(
      `SELECT u.id, u.code, u.building FROM units AS u ${asked.sql} ORDER BY u.sort_key`,
    )
    .all(...asked.values);
}
