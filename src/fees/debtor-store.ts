import type { Ledger } from '../ledger/ledger.ts';
import type { Stay } from '../lib/day.ts';

type Owner = Stay & { personId: number };

/** Of all times; the one who was registered first before the others. */
export const ownersOf = (ledger: Ledger, unitId: number): Owner[] =>
  ledger
    .prepare<[number], Owner>(
      `SELECT person_id AS personId, from_on AS fromOn, until_on AS untilOn FROM residents
       WHERE unit_id = ? AND role = 'owner' ORDER BY id`,
    )
    .all(unitId);
