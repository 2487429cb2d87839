import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { ResidentRole, Unit } from './model.ts';

export type Household = Pick<Unit, 'id' | 'code' | 'building'>;

export interface Filter {
  building?: string | undefined;
  unitId?: number | undefined;
}

/** A condition: the unit `u` is no parking space and no storage room. */
export const IS_HOME = "u.use NOT IN ('parking', 'storage')";

/** A condition: somebody lives in the unit `u` on a day, an SQL expression; of one role, or of any. */
export const isLivedIn = (day: string, role?: ResidentRole): string =>
  `EXISTS (SELECT 1 FROM residents AS r WHERE r.unit_id = u.id ${role ? `AND r.role = '${role}'` : ''}
     AND (r.from_on IS NULL OR r.from_on <= ${day}) AND (r.until_on IS NULL OR r.until_on >= ${day}))`;

/** A condition: the unit `u` is a household on a day, an SQL expression that stands in it three times. */
export const isHousehold = (day: string): string =>
  `${IS_HOME} AND (u.handover_on IS NULL OR u.handover_on <= ${day}) AND ${isLivedIn(day)}`;

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
