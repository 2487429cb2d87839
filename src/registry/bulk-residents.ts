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
import type { Period, Person } from './rules.ts';
import {
  completed,
  isSame,
  mayBe,
  overlaps,
  recognise,
  refusalOfPeriod,
  residentExists,
} from './rules.ts';
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

/** Somebody of the ledger or of the file. */
interface Someone extends Person {
  /** Undefined until written. */
  id: number | undefined;
  /** The line of the file that told their phone. */
  phoneLine: number | undefined;
}

interface Stay extends Period {
  id: number | undefined;
  unitId: number;
  person: Someone;
  role: ResidentRole;
  /** The line of the file that brought or touched it. */
  line: number | undefined;
}

/** What one row comes to. */
interface Deed {
  unitId: number;
  /** The stay it speaks of; undefined: a new one. */
  stay: Stay | undefined;
  /** Who it speaks of; undefined: somebody new. */
  known: Someone | undefined;
  person: Person;
  period: Period;
}

type Fault = PlanFault<ResidentLine>;

/**
 * Adds unknown residents and brings known ones up to date. People are recognised as by
 * `addResident`; besides, the same unit, role and name at one time is the same stay, unless identity
 * numbers tell two people apart. What two lines say differently is a fault of the second.
 */
export function planResidents(
  ledger: Ledger,
  lines: readonly ResidentLine[],
  readName: PinyinReader,
): Plan<ResidentLine> {
  const registry = loadRegistry(ledger);
  const people = new Set<Someone>();
  const changed: Stay[] = [];
  const added: Stay[] = [];
  const faults: Fault[] = [];
  let unchanged = 0;

  for (const row of lines) {
    const deed = decide(registry, row);
    if ('error' in deed) {
      faults.push(deed);
      continue;
    }
    const { stay, period } = deed;
    const isNews = deed.known !== undefined && !isSame(deed.known, deed.person);
    const isMoved = stay !== undefined && !isSamePeriod(stay, period);
    const person = Object.assign(deed.known ?? nobody(), deed.person);
    if (row.phone !== undefined) person.phoneLine ??= row.line;
    registry.learn(person);
    if (isNews) people.add(person);
    if (!stay) {
      const { unitId } = deed;
      const made = { id: undefined, unitId, person, role: row.role, ...period, line: row.line };
      registry.keep(made);
      added.push(made);
    } else {
      stay.line ??= row.line;
      if (isMoved || isNews) changed.push(Object.assign(stay, period));
      else unchanged += 1;
    }
  }

  return {
    added: added.length,
    changed: changed.length,
    unchanged,
    faults,
    write: (progress) => {
      for (const person of people) update(ledger, person, readName);
      for (const stay of changed) {
        if (stay.id !== undefined) store.updateStay(ledger, stay.id, stay);
      }
      each(added, (stay) => insert(ledger, stay, readName), progress);
    },
  };
}

function decide(registry: Registry, row: ResidentLine): Deed | Fault {
  const unitId = registry.units.get(row.unit);
  if (unitId === undefined) return { row, field: 'unit', error: NO_UNIT };

  const typed = { name: row.name, phone: row.phone ?? null, identity: row.identity ?? null };
  const recognised = whoIs(registry, typed);
  if (recognised instanceof WyError) return { row, field: 'identity', error: recognised };

  const asked = { fromOn: row.fromOn ?? null, untilOn: row.untilOn ?? null };
  const here = registry.staysAt(unitId, row.role, row.name);
  const stay = stayMeant(here, asked, typed, recognised);
  const known = stay?.person ?? recognised;
  const person = known ? completed(known, typed) : typed;
  const period = stay ? changedPeriod(stay, asked) : asked;

  const deed = { unitId, stay, known, person, period };
  return saidOtherwise(row, deed) ?? wrongPeriod(row, deed, here) ?? deed;
}

/** An earlier line of the file told something else of this stay, or of the person's phone. */
function saidOtherwise(
  row: ResidentLine,
  { stay, known, person, period }: Deed,
): Fault | undefined {
  const agrees = !stay || (isSame(stay.person, person) && isSamePeriod(stay, period));
  if (stay?.line !== undefined && !agrees) return { row, field: 'name', error: twice(stay.line) };
  if (known?.phoneLine === undefined || known.phone === person.phone) return undefined;
  return { row, field: 'phone', error: twice(known.phoneLine) };
}

function wrongPeriod(
  row: ResidentLine,
  { stay, known, period }: Deed,
  here: readonly Stay[],
): Fault | undefined {
  const reversed = refusalOfPeriod(period);
  if (reversed) return { row, field: 'untilOn', error: reversed };
  const twin = here.find(
    (other) => other !== stay && other.person === known && overlaps(other, period),
  );
  if (!twin) return undefined;
  const field = row.untilOn === undefined ? 'fromOn' : 'untilOn';
  const error = twin.id === undefined ? twice(twin.line ?? 0) : residentExists(row.unit, twin.id);
  return { row, field, error };
}

function whoIs(registry: Registry, typed: Person): Someone | WyError | undefined {
  try {
    return recognise(typed, registry.like(typed));
  } catch (error) {
    if (error instanceof WyError) return error;
    throw error;
  }
}

/** Of the stays of one unit, role and name: one that says the same, theirs, or whose it may be. */
function stayMeant(
  here: readonly Stay[],
  asked: Period,
  typed: Person,
  recognised: Someone | undefined,
): Stay | undefined {
  const then = here.filter((stay) => overlaps(stay, asked));
  const own = then.find((stay) => stay.person === recognised);
  const isCertain = typed.identity !== null && recognised?.identity === typed.identity;
  if (isCertain) return own;
  const possible = then.filter((stay) => mayBe(stay.person, typed.identity));
  const says = (stay: Stay) =>
    isSame(stay.person, completed(stay.person, typed)) &&
    isSamePeriod(stay, changedPeriod(stay, asked));
  return (
    possible.find(says) ??
    own ??
    possible.find((stay) => stay.person.phone === typed.phone) ??
    possible[0]
  );
}

/** An end that is not asked for stays. */
const changedPeriod = (stay: Period, asked: Period): Period => ({
  fromOn: asked.fromOn ?? stay.fromOn,
  untilOn: asked.untilOn ?? stay.untilOn,
});

export const NO_UNIT = refused(
  'unknown_unit',
  w('没有登记这套房屋，请先导入房屋', 'no such unit: import the units first'),
);

const isSamePeriod = (a: Period, b: Period) => a.fromOn === b.fromOn && a.untilOn === b.untilOn;

const nobody = (): Someone => ({
  id: undefined,
  name: '',
  phone: null,
  identity: null,
  phoneLine: undefined,
});

interface Registry {
  units: ReadonlyMap<string, number>;
  staysAt(unitId: number, role: ResidentRole, name: string): readonly Stay[];
  /** Those of the same identity number, or the same name and phone. */
  like(person: Person): readonly Someone[];
  /** Makes known what a person is found by. */
  learn(person: Someone): void;
  keep(stay: Stay): void;
}

function loadRegistry(ledger: Ledger): Registry {
  const people = new Map(
    store
      .allPeople(ledger)
      .map((it): [number, Someone] => [it.id, { ...it, phoneLine: undefined }]),
  );
  const known = new Map<string, Someone[]>();
  const stays = new Map<string, Stay[]>();
  const stayKey = (unitId: number, role: ResidentRole, name: string) => `${unitId} ${role} ${name}`;
  const phoneKey = ({ phone, name }: Person) => `${phone} ${name}`;
  const identityKey = ({ identity }: Person) => `#${identity}`;

  const learn = (person: Someone) => {
    if (person.identity) file(known, identityKey(person), person);
    if (person.phone) file(known, phoneKey(person), person);
  };
  const keep = (stay: Stay) => file(stays, stayKey(stay.unitId, stay.role, stay.person.name), stay);

  for (const person of people.values()) learn(person);
  for (const row of store.allStays(ledger)) {
    const person = people.get(row.personId);
    if (person) keep({ ...row, person, line: undefined });
  }
  return {
    units: new Map(units.list(ledger, {}).map((unit) => [unit.code, unit.id])),
    staysAt: (unitId, role, name) => stays.get(stayKey(unitId, role, name)) ?? [],
    like: (person) => [
      ...(known.get(identityKey(person)) ?? []),
      ...(known.get(phoneKey(person)) ?? []),
    ],
    learn,
    keep,
  };
}

function file<T>(drawers: Map<string, T[]>, key: string, item: T): void {
  const drawer = drawers.get(key);
  if (!drawer) drawers.set(key, [item]);
  else if (!drawer.includes(item)) drawer.push(item);
}

function insert(ledger: Ledger, stay: Stay, readName: PinyinReader): void {
  const { person } = stay;
  person.id ??= store.insertPerson(ledger, { ...person, ...readName(person.name) });
  store.insertStay(ledger, { ...stay, personId: person.id });
}

/** Somebody new is written with their first stay. */
function update(ledger: Ledger, person: Someone, readName: PinyinReader): void {
  if (person.id === undefined) return;
  store.updatePerson(ledger, person.id, { ...person, ...readName(person.name) });
}
