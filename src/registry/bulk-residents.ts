import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import { refused, WyError } from '../lib/errors.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Plan, PlanFault } from './bulk.ts';
import { each } from './bulk.ts';
import { twice } from './bulk-units.ts';
import type { ResidentRole } from './model.ts';
import * as store from './resident-store.ts';
import { overlaps, refuseReversed } from './residents.ts';
import * as units from './unit-store.ts';

/** One row of a list of residents; what is undefined leaves a known resident as they are. */
export interface ResidentLine {
  line: number;
  /** Canonical. */
  unit: string;
  name: string;
  phone: string | undefined;
  identity: string | undefined;
  role: ResidentRole;
  fromOn: Day | undefined;
  untilOn: Day | undefined;
}

interface Person {
  /** Undefined until written. */
  id: number | undefined;
  name: string;
  phone: string | null;
  identity: string | null;
}

interface Stay {
  id: number | undefined;
  unitId: number;
  person: Person;
  role: ResidentRole;
  fromOn: Day | null;
  untilOn: Day | null;
  /** The line of the file that brought or touched it. */
  line: number | undefined;
}

/**
 * Adds unknown residents and brings known ones up to date. The same unit, role and name at one time
 * is the same stay; the same identity number, or name and phone, the same person.
 */
export function planResidents(
  ledger: Ledger,
  lines: readonly ResidentLine[],
  readName: PinyinReader,
): Plan<ResidentLine> {
  const registry = loadRegistry(ledger);
  const changed: Stay[] = [];
  const added: Stay[] = [];
  const faults: PlanFault<ResidentLine>[] = [];
  let unchanged = 0;

  for (const row of lines) {
    const unitId = registry.units.get(row.unit);
    if (unitId === undefined) {
      faults.push({ row, field: 'unit', error: NO_UNIT });
      continue;
    }
    const period = { fromOn: row.fromOn ?? null, untilOn: row.untilOn ?? null };
    const stay = registry.find(unitId, row, period);
    const after = { ...(stay ?? period), ...given(row) };
    const reversed = whyReversed(after);
    if (reversed) {
      faults.push({ row, field: 'untilOn', error: reversed });
    } else if (!stay) {
      const person = registry.person(row);
      const made = { id: undefined, unitId, person, role: row.role, ...period, line: row.line };
      registry.keep(made);
      added.push(made);
    } else if (!differs(stay, row)) {
      stay.line ??= row.line;
      unchanged += 1;
    } else if (stay.line !== undefined) {
      faults.push({ row, field: 'name', error: twice(stay.line) });
    } else {
      stay.line = row.line;
      stay.fromOn = after.fromOn;
      stay.untilOn = after.untilOn;
      stay.person.phone = row.phone ?? stay.person.phone;
      stay.person.identity = row.identity ?? stay.person.identity;
      changed.push(stay);
    }
  }

  return {
    added: added.length,
    changed: changed.length,
    unchanged,
    faults,
    write: (progress) => {
      for (const stay of changed) update(ledger, stay, readName);
      each(added, (stay) => insert(ledger, stay, readName), progress);
    },
  };
}

const NO_UNIT = refused(
  'unknown_unit',
  w('没有登记这套房屋，请先导入房屋', 'no such unit: import the units first'),
);

function whyReversed(period: { fromOn: Day | null; untilOn: Day | null }): WyError | undefined {
  try {
    refuseReversed(period);
    return undefined;
  } catch (error) {
    if (error instanceof WyError) return error;
    throw error;
  }
}

const given = (row: ResidentLine) => ({
  ...(row.fromOn !== undefined && { fromOn: row.fromOn }),
  ...(row.untilOn !== undefined && { untilOn: row.untilOn }),
});

const differs = (stay: Stay, row: ResidentLine): boolean =>
  (row.phone !== undefined && row.phone !== stay.person.phone) ||
  (row.identity !== undefined && row.identity !== stay.person.identity) ||
  (row.fromOn !== undefined && row.fromOn !== stay.fromOn) ||
  (row.untilOn !== undefined && row.untilOn !== stay.untilOn);

interface Registry {
  units: ReadonlyMap<string, number>;
  find(
    unitId: number,
    row: ResidentLine,
    period: { fromOn: Day | null; untilOn: Day | null },
  ): Stay | undefined;
  /** The person a row speaks of, known or new. */
  person(row: ResidentLine): Person;
  keep(stay: Stay): void;
}

function loadRegistry(ledger: Ledger): Registry {
  const people = new Map<number, Person>(
    store.allPeople(ledger).map((person) => [person.id, person]),
  );
  const byIdentity = new Map<string, Person>();
  const byPhone = new Map<string, Person>();
  const stays = new Map<string, Stay[]>();
  const keyOf = (unitId: number, role: ResidentRole, name: string) => `${unitId} ${role} ${name}`;

  const learn = (person: Person) => {
    if (person.identity) byIdentity.set(person.identity, person);
    if (person.phone) byPhone.set(`${person.name} ${person.phone}`, person);
  };
  const keep = (stay: Stay) => {
    const key = keyOf(stay.unitId, stay.role, stay.person.name);
    const here = stays.get(key);
    if (here) here.push(stay);
    else stays.set(key, [stay]);
  };
  for (const person of people.values()) learn(person);
  for (const row of store.allStays(ledger)) {
    const person = people.get(row.personId);
    if (person) keep({ ...row, person, line: undefined });
  }

  return {
    units: new Map(units.all(ledger).map((unit) => [unit.code, unit.id])),
    keep,
    find: (unitId, row, period) => {
      const here = (stays.get(keyOf(unitId, row.role, row.name)) ?? []).filter((stay) =>
        overlaps(stay, period),
      );
      return here.find((stay) => stay.person.phone === row.phone) ?? here[0];
    },
    person: (row) => {
      const known =
        (row.identity && byIdentity.get(row.identity)) ||
        (row.phone && byPhone.get(`${row.name} ${row.phone}`));
      if (known) return known;
      const person: Person = {
        id: undefined,
        name: row.name,
        phone: row.phone ?? null,
        identity: row.identity ?? null,
      };
      learn(person);
      return person;
    },
  };
}

function insert(ledger: Ledger, stay: Stay, readName: PinyinReader): void {
  const { person } = stay;
  person.id ??= store.insertPerson(ledger, { ...person, ...readName(person.name) });
  store.insertStay(ledger, { ...stay, personId: person.id });
}

function update(ledger: Ledger, stay: Stay, readName: PinyinReader): void {
  const { id, person } = stay;
  if (id === undefined || person.id === undefined) return;
  store.updatePerson(ledger, person.id, { ...person, ...readName(person.name) });
  store.updateStay(ledger, id, stay);
}
