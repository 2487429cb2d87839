import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { tidyName } from '../lib/name.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Greeting, Resident, ResidentRole } from './model.ts';
import * as store from './resident-store.ts';
import type { Period } from './rules.ts';
import {
  birthdayOf,
  changedGreeting,
  completed,
  identityTaken,
  isSame,
  overlaps,
  recognise,
  refusalOfPeriod,
  residentExists,
  UNASKED,
} from './rules.ts';
import { knownBuilding, requireUnit } from './units.ts';

/**
 * `unit` in any notation; an open `fromOn` means for as long as anyone remembers. What is not said of
 * the greeting stays as it is of somebody known.
 */
export type NewResident = Omit<Resident, 'id' | 'personId' | keyof Greeting> & GreetingEdit;

/** What may change of a wish; undefined leaves as it is, null empties. */
interface GreetingEdit {
  greet?: Greeting['greet'] | undefined;
  birthday?: Greeting['birthday'] | undefined;
}

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
    const wish = greetOn(ledger, personId, typed);
    entry.subject = `resident ${id}`;
    entry.changes = {
      unit: code,
      role: made.role,
      fromOn: made.fromOn,
      untilOn: made.untilOn,
      ...(known && known.phone !== person.phone && { phone: HIDDEN }),
      ...(known && known.identity !== person.identity && { identity: HIDDEN }),
      ...hidden(wish),
    };
    const resident = requireResident(ledger, id);
    if ('greet' in wish) warnOfBirthday(ctx, resident);
    return resident;
  });
}

/** Keeps what changed of a person's wish, and tells it. */
function greetOn(ledger: Ledger, personId: number, edit: GreetingEdit): Partial<Greeting> {
  const before = store.greetingOf(ledger, personId) ?? UNASKED;
  const after = changedGreeting(before, edit);
  const changed = Object.entries(after).filter(
    ([key, value]) => before[key as keyof Greeting] !== value,
  );
  if (changed.length > 0) store.updateGreeting(ledger, personId, after);
  return Object.fromEntries(changed);
}

function warnOfBirthday(ctx: Ctx, resident: Resident): void {
  if (!resident.greet || birthdayOf(resident)) return;
  ctx.warn(
    w(
      `还不知道生日：wy resident edit ${resident.id} --birthday 05-03`,
      `The birthday is not known: wy resident edit ${resident.id} --birthday 05-03`,
    ),
  );
}

function refuseReversed(period: Period): void {
  const refusal = refusalOfPeriod(period);
  if (refusal) throw refusal;
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

/** What may change; undefined leaves as it is, null empties. Name, phone, identity and wish are the person's, everywhere. */
export interface ResidentEdit extends GreetingEdit {
  name?: string | undefined;
  phone?: string | null | undefined;
  identity?: string | null | undefined;
  role?: ResidentRole | undefined;
  fromOn?: Day | null | undefined;
  untilOn?: Day | null | undefined;
}

const OF_PERSON = ['name', 'phone', 'identity'];
const PERSONAL = new Set([...OF_PERSON, 'birthday']);

/** As the journal tells it: personal values are named only. */
const hidden = (changed: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [
      key,
      PERSONAL.has(key) && value !== null ? HIDDEN : value,
    ]),
  );

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
    const { greet, birthday, ...rest } = edit;
    const name = edit.name === undefined ? undefined : tidyName(edit.name);
    const changed = Object.entries({ ...rest, name }).filter(
      ([key, value]) => value !== undefined && before[key as keyof Resident] !== value,
    );
    const wish = greetOn(ledger, before.personId, { greet, birthday });
    const after: Resident = { ...before, ...Object.fromEntries(changed), ...wish };
    if (changed.some(([key]) => OF_PERSON.includes(key))) {
      refuseTaken(ledger, after);
      store.updatePerson(ledger, before.personId, { ...after, ...readName(after.name) });
    }
    if (changed.some(([key]) => !OF_PERSON.includes(key))) {
      refuseReversed(after);
      const others = store.ofPerson(ledger, before.personId).filter((stay) => stay.id !== id);
      refuseTwice(others, after);
      store.updateStay(ledger, id, after);
    }
    if ('greet' in wish || 'birthday' in wish) warnOfBirthday(ctx, after);
    if (after.name !== before.name) warnOfName(ctx, after);
    entry.subject = `resident ${id}`;
    entry.changes = hidden({ ...Object.fromEntries(changed), ...wish });
    return after;
  });
}

/** A name is corrected in all records of the person; somebody else has a record of their own. */
function warnOfName(ctx: Ctx, { unit, role }: Resident): void {
  const line =
    role === 'owner'
      ? `wy resident transfer --unit ${unit}`
      : `wy resident add --unit ${unit} --role ${role}`;
  ctx.warn(
    w(
      `改名是更正同一个人的姓名，以前的记录也跟着改；换了人的请改回来，另办：${line}`,
      `A name is corrected for one and the same person, in the past, too; if it is somebody else, put it back and type ${line}`,
    ),
  );
}

function refuseTaken(ledger: Ledger, after: Resident): void {
  const { identity, personId } = after;
  if (identity === null) return;
  const holders = store.peopleLike(ledger, after).filter((it) => it.identity === identity);
  if (holders.some((it) => it.id !== personId)) throw identityTaken();
}
