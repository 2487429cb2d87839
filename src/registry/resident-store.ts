import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Resident, ResidentRole } from './model.ts';

export const RESIDENT = `SELECT r.id, r.person_id AS personId, u.code AS unit, p.name, p.phone,
    p.identity, r.role, r.from_on AS fromOn, r.until_on AS untilOn
  FROM residents AS r
  JOIN people AS p ON p.id = r.person_id
  JOIN units AS u ON u.id = r.unit_id`;

export interface Person {
  name: string;
  pinyin: string;
  initials: string;
  phone: string | null;
  identity: string | null;
}

export function personByIdentity(ledger: Ledger, identity: string): number | undefined {
  return ledger
    .prepare<[string], { id: number }>('SELECT id FROM people WHERE identity = ?')
    .get(identity)?.id;
}

export function personByPhone(ledger: Ledger, name: string, phone: string): number | undefined {
  return ledger
    .prepare<[string, string], { id: number }>('SELECT id FROM people WHERE name = ? AND phone = ?')
    .get(name, phone)?.id;
}

export function insertPerson(ledger: Ledger, person: Person): number {
  const { lastInsertRowid } = ledger
    .prepare('INSERT INTO people (name, pinyin, initials, phone, identity) VALUES (?, ?, ?, ?, ?)')
    .run(person.name, person.pinyin, person.initials, person.phone, person.identity);
  return Number(lastInsertRowid);
}

export function updatePerson(ledger: Ledger, id: number, person: Person): void {
  ledger
    .prepare(
      'UPDATE people SET name = ?, pinyin = ?, initials = ?, phone = ?, identity = ? WHERE id = ?',
    )
    .run(person.name, person.pinyin, person.initials, person.phone, person.identity, id);
}

export interface Stay {
  personId: number;
  unitId: number;
  role: ResidentRole;
  fromOn: Day | null;
  untilOn: Day | null;
}

export function insertStay(ledger: Ledger, stay: Stay): number {
  const { lastInsertRowid } = ledger
    .prepare(
      'INSERT INTO residents (person_id, unit_id, role, from_on, until_on) VALUES (?, ?, ?, ?, ?)',
    )
    .run(stay.personId, stay.unitId, stay.role, stay.fromOn, stay.untilOn);
  return Number(lastInsertRowid);
}

export function updateStay(
  ledger: Ledger,
  id: number,
  to: Pick<Resident, 'role' | 'fromOn' | 'untilOn'>,
): void {
  ledger
    .prepare('UPDATE residents SET role = ?, from_on = ?, until_on = ? WHERE id = ?')
    .run(to.role, to.fromOn, to.untilOn, id);
}

export const byId = (ledger: Ledger, id: number): Resident | undefined =>
  ledger.prepare<[number], Resident>(`${RESIDENT} WHERE r.id = ?`).get(id);

export const ofPerson = (ledger: Ledger, personId: number): Resident[] =>
  ledger
    .prepare<[number], Resident>(`${RESIDENT} WHERE r.person_id = ? ORDER BY r.id`)
    .all(personId);

export interface Filter {
  unit: string | null;
  building: string | null;
  role: ResidentRole | null;
  /** Who lived there on this day; null: whoever ever did. */
  on: Day | null;
}

export function list(ledger: Ledger, filter: Filter): Resident[] {
  return ledger
    .prepare<[Filter], Resident>(
      `${RESIDENT}
       WHERE (@unit IS NULL OR u.code = @unit)
         AND (@building IS NULL OR u.building = @building)
         AND (@role IS NULL OR r.role = @role)
         AND (@on IS NULL
              OR ((r.from_on IS NULL OR r.from_on <= @on)
                  AND (r.until_on IS NULL OR r.until_on >= @on)))
       ORDER BY u.sort_key, r.id`,
    )
    .all(filter);
}

export const allPeople = (ledger: Ledger) =>
  ledger
    .prepare<[], { id: number } & Omit<Person, 'pinyin' | 'initials'>>(
      'SELECT id, name, phone, identity FROM people',
    )
    .all();

export const allStays = (ledger: Ledger) =>
  ledger
    .prepare<[], Stay & { id: number }>(
      `SELECT id, person_id AS personId, unit_id AS unitId, role, from_on AS fromOn,
         until_on AS untilOn FROM residents`,
    )
    .all();
