import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';

/** Of several owners the one who was registered first. */
export const ownerOn = (ledger: Ledger, unitId: number, day: Day): number | undefined =>
  ledger
    .prepare<[object], { personId: number }>(
      `SELECT person_id AS personId FROM residents
       WHERE unit_id = @unitId AND role = 'owner' AND (from_on IS NULL OR from_on <= @day)
         AND (until_on IS NULL OR until_on >= @day)
       ORDER BY id LIMIT 1`,
    )
    .get({ unitId, day })?.personId;
