import type { Ctx } from '../context.ts';
import { promise } from '../deadlines/service.ts';
import type { Entry } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import { list, same, w } from '../lib/words.ts';
import type { Resident, Unit } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { overlaps } from '../registry/rules.ts';
import { beginStay, staysIn, takePerson } from '../registry/stays.ts';
import { handOver } from '../registry/units.ts';
import type { Attendance } from './model.ts';
import { type NewFile, openFile, type PersonTyped, personOf } from './opening.ts';
import { filed, type MoveFile, type MoveRecord } from './record.ts';

export interface NewMoveIn extends NewFile, Omit<PersonTyped, 'name'> {
  attendance: Attendance;
  /** Undefined: the one owner there is. */
  name: string | undefined;
  /** Undefined: today. */
  fromOn: Day | undefined;
}

/** Opens the file of an owner who moves in (rules 1–17); one who is not registered becomes an owner. */
export function openMoveIn(ctx: Ctx, made: NewMoveIn, readName: PinyinReader): MoveFile {
  return openFile(ctx, 'move-in', made.unit, (unit, entry) => {
    const effectiveOn = made.fromOn ?? ctx.today;
    const owners = ownersOn(ctx, unit, effectiveOn);
    const { name } = made;
    const personId =
      name === undefined
        ? onlyOwner(unit, owners, made).personId
        : ownerNamed(
            ctx,
            { ...made, name },
            { unit, owners, fromOn: effectiveOn },
            readName,
            entry,
          );
    return { case: made.attendance, attendee: made.attendee, personId, effectiveOn };
  });
}

const ownersOn = (ctx: Ctx, unit: Unit, on: Day): Resident[] =>
  listResidents(ctx.ledger, { unit: unit.code, role: 'owner', on });

function onlyOwner(
  { code }: Unit,
  owners: readonly Resident[],
  { phone, identity }: Omit<PersonTyped, 'name'>,
): Resident {
  if (phone !== undefined || identity !== undefined) {
    throw refused(
      'name_missing',
      w('有电话或证件号时，请一并写姓名。', 'A phone or an identity number needs a name.'),
      w('加 --name 姓名', 'Add --name NAME'),
    );
  }
  const [owner] = owners;
  if (owner && owners.length === 1) return owner;
  if (!owner) {
    throw refused(
      'owner_unknown',
      w(`${code} 还没有登记业主。`, `${code} has no owner registered.`),
      w('请写明业主：--name 姓名 --phone 电话', 'Name the owner: --name NAME --phone PHONE'),
    );
  }
  throw refused(
    'several_owners',
    w(`${code} 有 ${owners.length} 位业主。`, `${code} has ${owners.length} owners.`),
    w(
      `请用 --name 写明是哪一位；查看：wy resident list --unit ${code} --role owner`,
      `Say which one with --name; see wy resident list --unit ${code} --role owner`,
    ),
  );
}

/** The owner of this name, registered as one if need be. */
function ownerNamed(
  ctx: Ctx,
  typed: PersonTyped,
  at: { unit: Unit; owners: readonly Resident[]; fromOn: Day },
  readName: PinyinReader,
  entry: Entry,
): number {
  const { unit, owners, fromOn } = at;
  const { personId, changes } = takePerson(ctx.ledger, personOf(typed), owners, readName);
  Object.assign(entry.changes, changes);
  if (owns(ctx, personId, unit, fromOn)) return personId;
  beginStay(ctx, { personId, unit, role: 'owner', fromOn });
  if (owners.length > 0) {
    ctx.warn(
      w(
        `${unit.code} 原有业主 ${owners.length} 位，现登记为共有；房屋易主的请办过户：wy resident transfer`,
        `${unit.code} had ${owners.length} owners; this one is added as a co-owner. A change of owner is wy resident transfer`,
      ),
    );
  }
  return personId;
}

/** An owner from this day on, or from a later one. */
const owns = (ctx: Ctx, personId: number, { code }: Unit, fromOn: Day): boolean =>
  staysIn(ctx.ledger, personId, code).some(
    (stay) => stay.role === 'owner' && overlaps(stay, { fromOn, untilOn: null }),
  );

/** The unit is handed over by now, and the household is called on (rule 76). */
export function movedIn(ctx: Ctx, move: MoveRecord): number {
  handOver(ctx, move.unit, ctx.today);
  const open = filed(ctx, move).defects.filter(
    ({ state }) => state !== 'closed' && state !== 'cancelled',
  );
  if (open.length > 0) {
    const nos = list(open.map(({ no }) => same(no)));
    ctx.warn(
      w(
        `还有 ${open.length} 处缺陷未经业主签认：${nos.zh}`,
        `${open.length} defects are not accepted by the owner yet: ${nos.en}`,
      ),
    );
  }
  promise(ctx, {
    subject: move.no,
    kind: 'move.callback',
    role: 'clerk',
    clause: 'moves.callback',
    from: ctx.now,
  });
  return 0;
}
