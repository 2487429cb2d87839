import type { Ledger } from '../ledger/ledger.ts';
import type { Owner } from './model.ts';

const OWNERS = `SELECT r.unit_id AS unitId, r.person_id AS personId, p.name, r.from_on AS fromOn,
    r.until_on AS untilOn
  FROM residents AS r JOIN people AS p ON p.id = r.person_id
  WHERE r.role = 'owner'`;

export const all = (ledger: Ledger): Owner[] =>
  ledger.prepare<[], Owner>(`${OWNERS} ORDER BY r.id`).all();

export const ofUnits = (ledger: Ledger, unitIds: readonly number[]): Owner[] =>
  ledger
    .prepare<[string], Owner>(
      `${OWNERS} AND r.unit_id IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
    )
    .all(JSON.stringify(unitIds));

export const people = (ledger: Ledger, ids: readonly number[]) =>
  ledger
    .prepare<[string], { id: number; name: string; phone: string | null }>(
      'SELECT id, name, phone FROM people WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids));
