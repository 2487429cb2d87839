import type { Book, BookField, Value, Values } from '../books/model.ts';
import { readUsual } from '../books/usual-rules.ts';
import type { When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import { isDocument } from '../entries/names.ts';
import { isWanted } from '../entries/values.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { endOfDay, type Moment } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import type { Resident, Staff, Unit } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff } from '../registry/staff.ts';
import { listUnits } from '../registry/units.ts';
import type { EntryLine, FieldOfLine } from './past.ts';

/** What the values of a list are looked up in, read once. */
export interface Registry {
  units: ReadonlyMap<string, Unit>;
  /** By name, those who have left behind those who are there; and by id. */
  staff: ReadonlyMap<string, Staff>;
  /** Of each name all stays. */
  residents(name: string): readonly Resident[];
  residentById(id: number): Resident | undefined;
  isRecord(no: string): boolean;
}

export function registryOf({ ledger }: Pick<Ctx, 'ledger'>): Registry {
  const staff = listStaff(ledger, { retired: true }).sort(
    (a, b) => Number(a.retiredOn === null) - Number(b.retiredOn === null),
  );
  let residents: { byName: Map<string, Resident[]>; byId: Map<number, Resident> } | undefined;
  const known = () => {
    residents ??= byNameAndId(listResidents(ledger));
    return residents;
  };
  return {
    units: new Map(listUnits(ledger).map((unit) => [unit.code, unit])),
    staff: new Map([
      ...staff.map((it): [string, Staff] => [String(it.id), it]),
      ...staff.map((it): [string, Staff] => [it.name, it]),
    ]),
    residents: (name) => known().byName.get(name) ?? [],
    residentById: (id) => known().byId.get(id),
    isRecord: (no) => isDocument({ ledger }, no),
  };
}

function byNameAndId(all: readonly Resident[]) {
  const byName = new Map<string, Resident[]>();
  for (const each of all) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return { byName, byId: new Map(all.map((each) => [each.id, each])) };
}

export interface FieldFault {
  field: FieldOfLine;
  error: WyError;
}

export interface PastValues {
  values: Values;
  /** Of staff and residents, by field. */
  names: Readonly<Record<string, string>>;
}

interface Reading {
  book: Book;
  row: EntryLine;
  /** When the entry was made. */
  at: Moment;
  registry: Registry;
  ctx: Pick<Ctx, 'zone'>;
  today: string;
}

/** What the columns of lists are called in their rows. */
export const columnOf = ({ key }: Pick<BookField, 'key'>): FieldOfLine => `fields.${key}`;

/**
 * The values that a row tells, as an entry keeps them: names are looked up. What must be there and is
 * not takes what is usual; of steps that came later a list need tell nothing.
 */
export function pastValues(reading: Reading): PastValues | FieldFault {
  const { book, row } = reading;
  const values: Record<string, Value> = {};
  const names: Record<string, string> = {};
  for (const field of book.fields) {
    const told = row[columnOf(field)];
    if (told === undefined) continue;
    const read = readValue(reading, field, told);
    if ('error' in read) return { field: columnOf(field), error: read.error };
    values[field.key] = read.value;
    if (read.name !== undefined) names[field.key] = read.name;
  }
  const opening = book.verbs[0]?.key;
  for (const field of book.fields) {
    const isEmpty = values[field.key] === undefined && field.type !== 'file';
    if (!isEmpty || field.at !== opening || !isWanted(field, values)) continue;
    const usual = usualValue(reading, field);
    if (usual === undefined) return { field: columnOf(field), error: MISSING };
    values[field.key] = usual;
  }
  return { values, names };
}

type Read = { value: Value; name?: string } | { error: WyError };

function readValue(
  { row, book, registry, ctx }: Reading,
  field: BookField,
  told: Value | When,
): Read {
  switch (field.type) {
    case 'moment': {
      const { day, at } = told as When;
      return { value: at ?? endOfDay(day, ctx.zone) };
    }
    case 'unit':
      return registry.units.has(String(told)) ? { value: told as Value } : { error: NO_UNIT };
    case 'staff': {
      const found = registry.staff.get(plainName(String(told)));
      return found ? { value: found.id, name: found.name } : { error: NO_STAFF };
    }
    case 'resident':
      return residentIn(registry, String(told), unitOf(book, row));
    case 'record':
      return registry.isRecord(String(told)) ? { value: told as Value } : { error: NO_RECORD };
    default:
      return { value: told as Value };
  }
}

const unitOf = (book: Book, row: EntryLine): string | undefined => {
  const field = book.fields.find(({ type }) => type === 'unit');
  const told = field && row[columnOf(field)];
  return typeof told === 'string' ? told : undefined;
};

/** A stay by its id, or by a name that only one has: in the unit of the row, where it tells one. */
function residentIn(registry: Registry, told: string, unit: string | undefined): Read {
  const byId = /^\d{1,9}$/.test(told) ? registry.residentById(Number(told)) : undefined;
  const named = byId ? [byId] : registry.residents(plainName(told));
  const there = unit === undefined ? named : named.filter((each) => each.unit === unit);
  const [found] = there;
  if (!found) return { error: NO_RESIDENT };
  const people = new Set(there.map(({ personId }) => personId));
  const units = new Set(there.map((each) => each.unit));
  if (people.size > 1 || units.size > 1) return { error: MANY_RESIDENTS };
  return { value: found.id, name: found.name };
}

/** As it would have been typed on that day; who was on duty then is not known. */
function usualValue({ at, today, ctx, registry }: Reading, field: BookField): Value | undefined {
  const usual = readUsual(field, { today, now: at, zone: ctx.zone }) as Value | undefined;
  const isNowhere = field.type === 'unit' && !registry.units.has(String(usual));
  return isNowhere ? undefined : usual;
}

const MISSING = misused('missing_value', w('不能为空', 'must not be blank'));
const NO_UNIT = refused('unknown_unit', w('没有这套房', 'there is no such unit'));
const NO_STAFF = refused(
  'unknown_staff',
  w('员工名册里没有这个人', 'nobody of this name was ever on the staff'),
);
const NO_RESIDENT = refused(
  'unknown_resident',
  w('住户名册里没有这个人', 'there is no such resident'),
);
const MANY_RESIDENTS = refused(
  'ambiguous_resident',
  w('同名的住户不止一个，请写住户编号', 'more than one resident has this name: write the id'),
);
const NO_RECORD = refused('unknown_number', w('没有这个编号的记录', 'there is no such record'));
