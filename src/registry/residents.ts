import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { tidyName } from '../lib/name.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Resident, ResidentRole } from './model.ts';
import * as store from './resident-store.ts';
import type { Period } from './rules.ts';
import {
  completed,
  identityTaken,
  isReversed,
  isSame,
  overlaps,
  periodReversed,
  recognise,
  residentExists,
} from './rules.ts';
import { knownBuilding, requireUnit } from './units.ts';

/** `unit` in any notation; an open `fromOn` means for as long as anyone remembers. */
export type NewResident = Omit<Resident, 'id' | 'personId'>;

/**
 * Records one person in one unit. Somebody with the same identity number, or the same name and
 * phone, is the same person and gets the phone and number typed; the same person twice in one unit
 * and role at one time is refused.
 */
export function addResident(ctx: Ctx, typed: NewResident, readName: PinyinReader): Resident {
  return transact(ctx, 'resident.add', (entry) => {
    const { ledger } = ctx;
    const { code, id: unitId } = requireUnit(ledger, typed.unit);
    const made = { ...typed, unit: code, name: tidyName(typed.name) };
    refuseReversed(made);
    const known = recognise(made, store.peopleLike(ledger, made));
    if (known) refuseTwice(store.ofPerson(ledger, known.id), made);
    const person = known ? completed(known, made) : made;
    const row = { ...person, ...readName(person.name) };
    if (known && !isSame(known, person)) store.updatePerson(ledger, known.id, row);
    const personId = known?.id ?? store.insertPerson(ledger, row);
    const id = store.insertStay(ledger, { ...made, personId, unitId });
    entry.subject = `resident ${id}`;
    entry.changes = {
      unit: code,
      role: made.role,
      fromOn: made.fromOn,
      untilOn: made.untilOn,
      ...(known && known.phone !== person.phone && { phone: HIDDEN }),
      ...(known && known.identity !== person.identity && { identity: HIDDEN }),
    };
    return requireResident(ledger, id);
  });
}

function refuseReversed(period: Period): void {
  if (isReversed(period)) throw periodReversed(period);
}

function refuseTwice(
  stays: readonly Resident[],
  made: Period & Pick<Resident, 'unit' | 'role'>,
): void {
  const twin = stays.find(
    (stay) => stay.unit === made.unit && stay.role === made.role && overlaps(stay, made),
  );
  if (twin) throw residentExists(made.unit, twin.id);
}

export function requireResident(ledger: Ledger, id: number): Resident {
  const resident = store.byId(ledger, id);
  if (resident) return resident;
  throw refused(
    'unknown_resident',
    w(`没有编号为 ${id} 的住户。`, `There is no resident with the id ${id}.`),
    w('查找：wy resident find 姓名或房号', 'Look them up: wy resident find NAME-OR-UNIT'),
  );
}

/** All units and periods of the person behind a record. */
export const staysOf = (ledger: Ledger, resident: Resident): Resident[] =>
  store.ofPerson(ledger, resident.personId);

/** Those whom the query leaves; refuses an unknown unit or building. */
export function listResidents(ledger: Ledger, query: store.Filter = {}): Resident[] {
  const { unit, building } = query;
  return store.list(ledger, {
    ...query,
    unit: unit === undefined ? undefined : requireUnit(ledger, unit).code,
    building: building === undefined ? undefined : knownBuilding(ledger, building),
  });
}

/** What may change; undefined leaves as it is, null empties. Name, phone and identity are the person's, everywhere. */
export interface ResidentEdit {
  name?: string | undefined;
  phone?: string | null | undefined;
  identity?: string | null | undefined;
  role?: ResidentRole | undefined;
  fromOn?: Day | null | undefined;
  untilOn?: Day | null | undefined;
}

const PERSONAL = new Set(['name', 'phone', 'identity']);

/** Refuses what `addResident` refuses, and another person's identity number. */
export function editResident(
  ctx: Ctx,
  id: number,
  edit: ResidentEdit,
  readName: PinyinReader,
): Resident {
  return transact(ctx, 'resident.edit', (entry) => {
    const { ledger } = ctx;
    const before = requireResident(ledger, id);
    const name = edit.name === undefined ? undefined : tidyName(edit.name);
    const changed = Object.entries({ ...edit, name }).filter(
      ([key, value]) => value !== undefined && before[key as keyof Resident] !== value,
    );
    const after: Resident = { ...before, ...Object.fromEntries(changed) };
    if (changed.some(([key]) => PERSONAL.has(key))) {
      refuseTaken(ledger, after);
      store.updatePerson(ledger, before.personId, { ...after, ...readName(after.name) });
    }
    if (changed.some(([key]) => !PERSONAL.has(key))) {
      refuseReversed(after);
      const others = store.ofPerson(ledger, before.personId).filter((stay) => stay.id !== id);
      refuseTwice(others, after);
      store.updateStay(ledger, id, after);
    }
    entry.subject = `resident ${id}`;
    entry.changes = Object.fromEntries(
      changed.map(([key, value]) => [key, PERSONAL.has(key) && value !== null ? HIDDEN : value]),
    );
    return after;
  });
}

function refuseTaken(ledger: Ledger, after: Resident): void {
  const { identity, personId } = after;
  if (identity === null) return;
  const holders = store.peopleLike(ledger, after).filter((it) => it.identity === identity);
  if (holders.some((it) => it.id !== personId)) throw identityTaken();
}
