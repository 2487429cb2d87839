import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Contact } from './model.ts';

/** Who reported each of these cases, as far as it was written down. */
export function callersOf(ledger: Ledger, nos: readonly string[]): Map<string, Contact> {
  const rows = ledger
    .prepare<[object], Contact & { no: string }>(
      `SELECT no, caller AS name, phone FROM tickets
         WHERE no IN (SELECT value FROM json_each(@nos))
       UNION ALL SELECT no, caller, phone FROM complaints
         WHERE no IN (SELECT value FROM json_each(@nos))`,
    )
    .all({ nos: JSON.stringify(nos) });
  return new Map(rows.map(({ no, ...contact }) => [no, contact]));
}

/** A household as it is called on: where it stands in the order of the units, and whom to ask for. */
export interface Household extends Contact {
  unit: string;
  sortKey: string;
}

/** Of each of these units: who lives there that day, a tenant before an owner, one with a phone first. */
export function householdsOf(
  ledger: Ledger,
  units: readonly string[],
  today: Day,
): Map<string, Household> {
  const rows = ledger
    .prepare<[object], Household>(
      `SELECT u.code AS unit, u.sort_key AS sortKey, h.name, h.phone
       FROM units AS u
       LEFT JOIN (
         SELECT r.unit_id, p.name, p.phone, row_number() OVER (
             PARTITION BY r.unit_id
             ORDER BY CASE r.role WHEN 'tenant' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END,
               p.phone IS NULL, r.id) AS place
         FROM residents AS r JOIN people AS p ON p.id = r.person_id
         WHERE r.unit_id IN (
             SELECT id FROM units WHERE code IN (SELECT value FROM json_each(@units)))
           AND (r.from_on IS NULL OR r.from_on <= @today)
           AND (r.until_on IS NULL OR r.until_on >= @today)
       ) AS h ON h.unit_id = u.id AND h.place = 1
       WHERE u.code IN (SELECT value FROM json_each(@units))
       ORDER BY u.sort_key`,
    )
    .all({ units: JSON.stringify(units), today });
  return new Map(rows.map((row) => [row.unit, row]));
}
