import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Resident, ResidentRole } from './model.ts';
import * as store from './resident-store.ts';
import { requireUnit } from './units.ts';

export interface NewResident {
  unit: string;
  name: string;
  phone: string | null;
  identity: string | null;
  role: ResidentRole;
  /** Null: for as long as anyone remembers. */
  fromOn: Day | null;
  untilOn: Day | null;
}

/**
 * Records one person in one unit. Somebody with the same identity number, or the same name and
 * phone, is the same person; the same person twice in one unit and role at one time is refused.
 */
export function addResident(ctx: Ctx, made: NewResident, readName: PinyinReader): Resident {
  return transact(ctx, 'resident.add', (entry) => {
    const { ledger } = ctx;
    const unit = requireUnit(ledger, made.unit);
    refuseReversed(made);
    const known = knownPerson(ledger, made);
    if (known !== undefined)
      refuseTwice(store.ofPerson(ledger, known), { ...made, unit: unit.code });
    const personId = known ?? store.insertPerson(ledger, { ...made, ...readName(made.name) });
    const id = store.insertStay(ledger, { ...made, personId, unitId: unit.id });
    entry.subject = `resident ${id}`;
    entry.changes = { unit: unit.code, role: made.role, from: made.fromOn, until: made.untilOn };
    return requireResident(ledger, id);
  });
}

function knownPerson(ledger: Ledger, made: NewResident): number | undefined {
  const byIdentity = made.identity && store.personByIdentity(ledger, made.identity);
  if (byIdentity) return byIdentity;
  return made.phone ? store.personByPhone(ledger, made.name, made.phone) : undefined;
}

export function refuseReversed(stay: { fromOn: Day | null; untilOn: Day | null }): void {
  if (stay.fromOn && stay.untilOn && stay.untilOn < stay.fromOn) {
    throw refused(
      'period_reversed',
      w(
        `结束日期 ${stay.untilOn} 早于开始日期 ${stay.fromOn}。`,
        `The last day ${stay.untilOn} is before the first day ${stay.fromOn}.`,
      ),
    );
  }
}

type Period = { fromOn: Day | null; untilOn: Day | null };

export const overlaps = (a: Period, b: Period): boolean =>
  (a.untilOn === null || b.fromOn === null || b.fromOn <= a.untilOn) &&
  (b.untilOn === null || a.fromOn === null || a.fromOn <= b.untilOn);

function refuseTwice(stays: readonly Resident[], made: NewResident): void {
  const twin = stays.find(
    (stay) => stay.unit === made.unit && stay.role === made.role && overlaps(stay, made),
  );
  if (!twin) return;
  throw refused(
    'resident_exists',
    w(
      `此人已登记在 ${made.unit}（编号 ${twin.id}）。`,
      `This person is registered in ${made.unit} already (id ${twin.id}).`,
    ),
    w(`修改：wy resident edit ${twin.id}`, `Edit it: wy resident edit ${twin.id}`),
  );
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

export const listResidents = (ledger: Ledger, filter: store.Filter): Resident[] =>
  store.list(ledger, filter);

/** What may change; undefined leaves as it is. Name, phone and identity are the person's, everywhere. */
export interface ResidentEdit {
  name?: string | undefined;
  phone?: string | undefined;
  identity?: string | undefined;
  role?: ResidentRole | undefined;
  fromOn?: Day | undefined;
  untilOn?: Day | undefined;
}

const PERSONAL = new Set(['name', 'phone', 'identity']);

export function editResident(
  ctx: Ctx,
  id: number,
  edit: ResidentEdit,
  readName: PinyinReader,
): Resident {
  return transact(ctx, 'resident.edit', (entry) => {
    const before = requireResident(ctx.ledger, id);
    const given = Object.entries(edit).filter(([, value]) => value !== undefined);
    const after: Resident = { ...before, ...Object.fromEntries(given) };
    refuseReversed(after);
    const changed = given.filter(([key, value]) => before[key as keyof Resident] !== value);
    if (changed.some(([key]) => PERSONAL.has(key))) {
      store.updatePerson(ctx.ledger, before.personId, { ...after, ...readName(after.name) });
    }
    if (changed.some(([key]) => !PERSONAL.has(key))) store.updateStay(ctx.ledger, id, after);
    entry.subject = `resident ${id}`;
    entry.changes = Object.fromEntries(
      changed.map(([key, value]) => [key, PERSONAL.has(key) ? null : value]),
    );
    return after;
  });
}
