import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Greeting, Resident, ResidentRole } from './model.ts';

const RESIDENT = `SELECT r.id, r.person_id AS personId, u.code AS unit, p.name, p.phone,
    p.identity, p.greet, p.birthday, p.greeted_on AS greetedOn, r.role, r.from_on AS fromOn,
    r.until_on AS untilOn
  FROM residents AS r
  JOIN people AS p ON p.id = r.person_id
  JOIN units AS u ON u.id = r.unit_id`;

type AsStored<T extends Greeting> = Omit<T, 'greet'> & { greet: 0 | 1 | null };

const read = <T extends Greeting>(row: AsStored<T>) => ({
  ...row,
  greet: row.greet === null ? null : row.greet === 1,
});

export interface Person {
  name: string;
  pinyin: string;
  initials: string;
  phone: string | null;
  identity: string | null;
}

export type KnownPerson = { id: number } & Omit<Person, 'pinyin' | 'initials'>;

const PERSON = 'SELECT id, name, phone, identity FROM people';

/** Those of the same identity number, or the same name and phone. */
export const peopleLike = (
  ledger: Ledger,
  { name, phone, identity }: Omit<KnownPerson, 'id'>,
): KnownPerson[] =>
  ledger
    .prepare<(string | null)[], KnownPerson>(
      `${PERSON} WHERE identity = ? UNION ${PERSON} WHERE name = ? AND phone = ? ORDER BY id`,
    )
    .all(identity, name, phone);

export const allPeople = (ledger: Ledger): KnownPerson[] =>
  ledger.prepare<[], KnownPerson>(`${PERSON} ORDER BY id`).all();

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

/** What a person known wishes for their birthday. */
export function greetingOf(ledger: Ledger, personId: number): Greeting | undefined {
  const row = ledger
    .prepare<[number], AsStored<Greeting>>(
      'SELECT greet, birthday, greeted_on AS greetedOn FROM people WHERE id = ?',
    )
    .get(personId);
  return row && read(row);
}

export function updateGreeting(ledger: Ledger, personId: number, to: Greeting): void {
  ledger
    .prepare('UPDATE people SET greet = ?, birthday = ?, greeted_on = ? WHERE id = ?')
    .run(to.greet === null ? null : Number(to.greet), to.birthday, to.greetedOn, personId);
}

export interface Stay {
  personId: number;
  unitId: number;
  role: ResidentRole;
  fromOn: Day | null;
  untilOn: Day | null;
}

export const allStays = (ledger: Ledger) =>
  ledger
    .prepare<[], Stay & { id: number }>(
      `SELECT id, person_id AS personId, unit_id AS unitId, role, from_on AS fromOn,
         until_on AS untilOn FROM residents`,
    )
    .all();

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

export function byId(ledger: Ledger, id: number): Resident | undefined {
  const row = ledger.prepare<[number], AsStored<Resident>>(`${RESIDENT} WHERE r.id = ?`).get(id);
  return row && read(row);
}

export const ofPerson = (ledger: Ledger, personId: number): Resident[] =>
  ledger
    .prepare<[number], AsStored<Resident>>(`${RESIDENT} WHERE r.person_id = ? ORDER BY r.id`)
    .all(personId)
    .map(read);

export interface Filter {
  unit?: string | undefined;
  building?: string | undefined;
  role?: ResidentRole | undefined;
  /** Only those who agreed to be greeted, or only those who declined. */
  greet?: boolean | undefined;
  /** Who lived there on this day; left out: whoever ever did. */
  on?: Day | undefined;
}

export function list(ledger: Ledger, { unit, building, role, greet, on }: Filter): Resident[] {
  const { sql, values } = where(
    unit === undefined ? undefined : ['u.code = ?', unit],
    building === undefined ? undefined : ['u.building = ?', building],
    role === undefined ? undefined : ['r.role = ?', role],
    greet === undefined ? undefined : ['p.greet = ?', Number(greet)],
    on === undefined ? undefined : ['r.from_on IS NULL OR r.from_on <= ?', on],
    on === undefined ? undefined : ['r.until_on IS NULL OR r.until_on >= ?', on],
  );
  return ledger
    .prepare<unknown[], AsStored<Resident>>(`${RESIDENT} ${sql} ORDER BY u.sort_key, r.id`)
    .all(...values)
    .map(read);
}

export interface Search {
  /** Part of a name, its pinyin or initials, or a phone: plain, lower case, without spaces. */
  term: string;
  /** Part of a unit code. */
  code: string;
  today: Day;
  most: number;
}

/** The best hits first, those who live there today before those who did. */
export const search = (ledger: Ledger, wanted: Search): Resident[] =>
  ledger
    .prepare<[Search], AsStored<Resident>>(
      `WITH
        spelt (id, name, pinyin, initials, phone) AS (
          SELECT id, lower(replace(name, ' ', '')), pinyin, initials, phone FROM people),
        named (person_id, rank) AS (
          SELECT id, CASE
              WHEN name = @term OR phone = @term THEN 0
              WHEN instr(name, @term) = 1 OR pinyin = @term OR initials = @term THEN 1
              WHEN phone IS NOT NULL AND substr(phone, -length(@term)) = @term THEN 1
              WHEN instr(pinyin, @term) = 1 OR instr(initials, @term) = 1 THEN 2
              ELSE 3 END
          FROM spelt
          WHERE instr(name, @term) OR instr(pinyin, @term) OR instr(initials, @term)
            OR instr(phone, @term)),
        placed (unit_id, rank) AS (
          SELECT id, CASE WHEN code = @code THEN 0 WHEN instr(code, @code) = 1 THEN 2 ELSE 3 END
          FROM units WHERE instr(code, @code)),
        hits (id, rank) AS (
          SELECT id, min(rank) FROM (
            SELECT r.id, n.rank FROM named AS n JOIN residents AS r ON r.person_id = n.person_id
            UNION ALL
            SELECT r.id, p.rank FROM placed AS p JOIN residents AS r ON r.unit_id = p.unit_id)
          GROUP BY id)
       ${RESIDENT} JOIN hits ON hits.id = r.id
       ORDER BY hits.rank, r.until_on IS NOT NULL AND r.until_on < @today, u.sort_key, r.id
       LIMIT @most`,
    )
    .all(wanted)
    .map(read);
