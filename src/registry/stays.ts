import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { tidyName } from '../lib/name.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import type { Resident, ResidentRole, Unit } from './model.ts';
import * as store from './resident-store.ts';
import { requireResident } from './residents.ts';
import {
  completed,
  isSame,
  mayBe,
  overlaps,
  type Person,
  recognise,
  refusalOfPeriod,
  residentExists,
} from './rules.ts';

/** Somebody of the registry, and which of their fields were news, for the journal. */
interface Taken {
  personId: number;
  changes: Record<string, typeof HIDDEN>;
}

/**
 * The person typed: known as `addResident` knows them, or by their name among those of a unit, whose
 * phone and number are brought up to date; else somebody new, who lives nowhere yet. Written in the
 * transaction of the caller.
 */
export function takePerson(
  ledger: Ledger,
  typed: Person,
  among: readonly Resident[],
  readName: PinyinReader,
): Taken {
  const made = { ...typed, name: tidyName(typed.name) };
  const known =
    recognise(made, store.peopleLike(ledger, made)) ?? namesakeOf(made, among.map(personOf));
  const person = known ? completed(known, made) : made;
  if (known && isSame(known, person)) return { personId: known.id, changes: {} };
  const row = { ...person, ...readName(person.name) };
  if (known) store.updatePerson(ledger, known.id, row);
  const personId = known?.id ?? store.insertPerson(ledger, row);
  return {
    personId,
    changes: {
      ...(!known && { name: HIDDEN }),
      ...(known?.phone !== person.phone && person.phone !== null && { phone: HIDDEN }),
      ...(known?.identity !== person.identity && person.identity !== null && { identity: HIDDEN }),
    },
  };
}

const personOf = ({ personId, name, phone, identity }: Resident) => ({
  id: personId,
  name,
  phone,
  identity,
});

/** Of several by one name, the one with the phone typed; none whom the number tells apart. */
function namesakeOf<P extends Person>(typed: Person, among: readonly P[]): P | undefined {
  const same = among.filter((it) => it.name === typed.name && mayBe(it, typed.identity));
  return same.find(({ phone }) => phone === typed.phone) ?? same[0];
}

/** A person of the registry lives in a unit from a day on; refuses the same twice at one time. */
export function beginStay(
  ctx: Ctx,
  made: { personId: number; unit: Pick<Unit, 'id' | 'code'>; role: ResidentRole; fromOn: Day },
): Resident {
  return transact(ctx, 'resident.add', (entry) => {
    const { ledger } = ctx;
    const { personId, unit, role, fromOn } = made;
    const period = { fromOn, untilOn: null };
    const twin = staysIn(ledger, personId, unit.code).find(
      (stay) => stay.role === role && overlaps(stay, period),
    );
    if (twin) throw residentExists(unit.code, twin.id);
    const id = store.insertStay(ledger, { personId, unitId: unit.id, role, ...period });
    entry.subject = `resident ${id}`;
    entry.changes = { unit: unit.code, role, ...period };
    return requireResident(ledger, id);
  });
}

/** All periods of a person in one unit. */
export const staysIn = (ledger: Ledger, personId: number, unit: string): Resident[] =>
  store.ofPerson(ledger, personId).filter((stay) => stay.unit === unit);

/** Somebody lives there until this day, the day included; refuses one before they came. */
export function endStay(ctx: Ctx, id: number, untilOn: Day): Resident {
  return transact(ctx, 'resident.edit', (entry) => {
    const before = requireResident(ctx.ledger, id);
    const after = { ...before, untilOn };
    const refusal = refusalOfPeriod(after);
    if (refusal) throw refusal;
    store.updateStay(ctx.ledger, id, after);
    entry.subject = `resident ${id}`;
    entry.changes = { untilOn };
    return after;
  });
}
