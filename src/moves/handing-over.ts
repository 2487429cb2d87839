import type { Ctx } from '../context.ts';
import type { Entry } from '../ledger/transact.ts';
import { addDays, type Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Resident, Unit } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { beginStay, endStay, takePerson } from '../registry/stays.ts';
import { requireUnit } from '../registry/units.ts';
import { thoseSelling } from './household-rules.ts';
import type { Move } from './model.ts';
import { type NewFile, openFile, type PersonTyped, personOf } from './opening.ts';
import type { MoveFile, MoveRecord } from './record.ts';
import { debtsWords } from './text.ts';

export interface NewTransfer extends NewFile, PersonTyped {
  /** The first day of the new owner. */
  fromOn: Day;
  /** The resident id of the one owner who gives up their share; undefined: all of them. */
  ownerId: number | undefined;
}

/** Opens the file of a change of owner (rule 18); the registry changes when it is completed. */
export function openTransfer(ctx: Ctx, made: NewTransfer, readName: PinyinReader): MoveFile {
  return openFile(ctx, 'transfer', made.unit, (unit, entry) => {
    const { fromOn } = made;
    const there = listResidents(ctx.ledger, { unit: unit.code, on: fromOn });
    const { personId, changes } = takePerson(ctx.ledger, personOf(made), there, readName);
    Object.assign(entry.changes, changes);
    const previousId = made.ownerId === undefined ? null : ownerMeant(unit, there, made.ownerId);
    const sellers = requireSellers(ctx, { unit, personId, previousId, fromOn });
    if (sellers.length === 0) {
      ctx.warn(
        w(
          `${unit.code} 没有登记原业主。`,
          `${unit.code} has no owner registered who could give it up.`,
        ),
      );
    }
    warnOfDebts(ctx, unit.code, fromOn);
    warnOfLaterOwners(ctx, { unit, personId, fromOn });
    return {
      case: 'transfer',
      attendee: made.attendee,
      personId,
      previousId,
      effectiveOn: fromOn,
    };
  });
}

function ownerMeant({ code }: Unit, there: readonly Resident[], id: number): number {
  const owner = there.find((stay) => stay.id === id && stay.role === 'owner');
  if (owner) return owner.personId;
  throw refused(
    'not_owner',
    w(`编号 ${id} 那一天不是 ${code} 的业主。`, `${id} is no owner of ${code} on that day.`),
    w(
      `查看：wy resident list --unit ${code} --role owner`,
      `See wy resident list --unit ${code} --role owner`,
    ),
  );
}

type Transfer = Pick<Move, 'personId' | 'previousId'> & { unit: Pick<Unit, 'code'>; fromOn: Day };

/** Refuses where nothing would change hands. */
function requireSellers(ctx: Ctx, it: Transfer): readonly Resident[] {
  const { owners, sellers } = partiesOf(ctx, it);
  if (sellers.length > 0 || owners.length === 0) return sellers;
  throw refused(
    'same_owner',
    w(`新业主已经是 ${it.unit.code} 的业主。`, `The new owner owns ${it.unit.code} already.`),
    w(
      '同名的另一人靠证件号区分：原业主 wy resident edit 编号 --id-no …，新业主 --id-no …',
      'Two people of one name are told apart by their numbers: wy resident edit ID --id-no … for the former owner, --id-no … for the new one',
    ),
  );
}

/**
 * The owners on the first day of the new one, and those of them who give up their share; refuses
 * where one of these came that very day or later, as they would have been owners for no day.
 */
function partiesOf(
  ctx: Ctx,
  it: Transfer,
): { owners: readonly Resident[]; sellers: readonly Resident[] } {
  const owners = listResidents(ctx.ledger, { unit: it.unit.code, role: 'owner', on: it.fromOn });
  const sellers = thoseSelling(owners, it.personId, it.previousId);
  const tooNew = sellers.find(({ fromOn }) => fromOn !== null && fromOn >= it.fromOn);
  if (tooNew) throw ownerSince(tooNew.id, tooNew.fromOn ?? it.fromOn);
  return { owners, sellers };
}

function ownerSince(id: number, fromOn: Day) {
  const next = addDays(fromOn, 1);
  return refused(
    'owner_since',
    w(
      `业主 ${id} 自 ${fromOn} 才登记，过户日须在其后。`,
      `Owner ${id} is registered from ${fromOn} on; the change lies after that day.`,
    ),
    w(
      `改过户日：--from ${next}；或先更正：wy resident edit ${id} --from …`,
      `Say --from ${next}, or correct it first: wy resident edit ${id} --from …`,
    ),
  );
}

/** Said aloud, as both parties will ask. */
function warnOfDebts(ctx: Ctx, unit: string, fromOn: Day): void {
  const { zh, en } = debtsWords(fromOn);
  ctx.warn(w(`${unit}：${zh}。`, `${unit}: ${en}.`));
}

/** Somebody became an owner after the day on which the new one is to begin. */
function warnOfLaterOwners(ctx: Ctx, it: Omit<Transfer, 'previousId'>): void {
  const { unit, personId, fromOn } = it;
  const later = listResidents(ctx.ledger, { unit: unit.code, role: 'owner' }).filter(
    (owner) => owner.fromOn !== null && owner.fromOn > fromOn && owner.personId !== personId,
  );
  for (const { id, fromOn: since } of later) {
    ctx.warn(
      w(
        `${unit.code} 自 ${since} 起另有业主（编号 ${id}），过户日在其前，请核对：wy resident list --unit ${unit.code} --all`,
        `${unit.code} has another owner (id ${id}) from ${since} on, after this change; check wy resident list --unit ${unit.code} --all`,
      ),
    );
  }
}

/** The old owners end on the day before the new one begins; what they were stays (rule 18). */
export function changedHands(ctx: Ctx, move: MoveRecord, fromOn: string, entry: Entry): number {
  const unit = requireUnit(ctx.ledger, move.unit);
  const { personId, previousId } = move;
  const { owners, sellers } = partiesOf(ctx, { unit, personId, previousId, fromOn });
  for (const owner of sellers) endStay(ctx, owner.id, addDays(fromOn, -1));
  if (!owners.some((owner) => owner.personId === personId)) {
    beginStay(ctx, { personId, unit, role: 'owner', fromOn });
  }
  entry.changes = { ...entry.changes, effectiveOn: fromOn, ended: sellers.length };
  warnOfDebts(ctx, unit.code, fromOn);
  warnOfLaterOwners(ctx, { unit, personId, fromOn });
  warnOfFamily(ctx, unit.code, fromOn);
  return sellers.length;
}

/** Whose family still lives there, only the desk can know. */
function warnOfFamily(ctx: Ctx, unit: string, fromOn: Day): void {
  const dayBefore = addDays(fromOn, -1);
  const family = listResidents(ctx.ledger, { unit, role: 'family', on: fromOn }).filter(
    (stay) => stay.fromOn === null || stay.fromOn < fromOn,
  );
  for (const { id } of family) {
    ctx.warn(
      w(
        `家庭成员（编号 ${id}）仍登记在住；随原业主搬走的：wy resident edit ${id} --until ${dayBefore}`,
        `A family member (id ${id}) is still registered; one who left with the former owner: wy resident edit ${id} --until ${dayBefore}`,
      ),
    );
  }
}
