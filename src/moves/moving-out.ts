import type { Ctx } from '../context.ts';
import type { Entry } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { plainName } from '../lib/name.ts';
import { list, same, w } from '../lib/words.ts';
import { RESIDENT_ROLES, type Resident, type ResidentRole, type Unit } from '../registry/model.ts';
import { listResidents, requireResident } from '../registry/residents.ts';
import { endStay } from '../registry/stays.ts';
import { thoseLeaving } from './household-rules.ts';
import type { Leaving } from './model.ts';
import { type NewFile, openFile } from './opening.ts';
import type { MoveFile, MoveRecord } from './record.ts';

export interface NewMoveOut extends NewFile {
  /** The id of a resident, or a name; undefined: the one tenant or owner there is. */
  who: string | undefined;
  leaving: Leaving;
  /** The last day; undefined: that of the completion. */
  lastOn: Day | undefined;
}

/** Opens the file of somebody who moves out (rule 19). */
export function openMoveOut(ctx: Ctx, made: NewMoveOut): MoveFile {
  return openFile(ctx, 'move-out', made.unit, (unit) => {
    const on = made.lastOn ?? ctx.today;
    const there = listResidents(ctx.ledger, { unit: unit.code, on });
    const stay = whoLeaves(ctx, unit, there, made);
    if (made.leaving === 'occupants' && stay.role !== 'owner') throw notOwner(unit);
    return {
      case: 'leaving',
      attendee: made.attendee,
      personId: stay.personId,
      leaving: made.leaving,
      effectiveOn: made.lastOn ?? null,
    };
  });
}

/** The one who is meant; where all of one role leave together, the first of them stands for all. */
function whoLeaves(
  ctx: Ctx,
  { code }: Unit,
  there: readonly Resident[],
  { who: typed, leaving }: NewMoveOut,
): Resident {
  const named = typed === undefined ? undefined : plainName(typed);
  const id = named !== undefined && /^\d{1,9}$/.test(named) ? Number(named) : undefined;
  const personId = id === undefined ? undefined : requireResident(ctx.ledger, id).personId;
  const meant = there.filter((stay) => {
    if (personId !== undefined) return stay.personId === personId;
    return named === undefined ? stay.role !== 'family' : stay.name === named;
  });
  const [stay] = meant;
  if (!stay) {
    throw refused(
      'not_living_there',
      w(`那一天 ${code} 没有这样的住户。`, `Nobody of that kind lives in ${code} on that day.`),
      w(`查看：wy resident list --unit ${code} --all`, `See wy resident list --unit ${code} --all`),
    );
  }
  const isOne = meant.every((each) => each.personId === stay.personId);
  const allLeave = leaving !== 'person' && meant.every((each) => each.role === stay.role);
  if (isOne || allLeave) return stay;
  const ids = list(meant.map(({ id, role }) => idAndRole(id, role)));
  throw refused(
    'several_residents',
    w(`${code} 不止一位住户，请指明是谁。`, `${code} has several residents; say who leaves.`),
    w(`加 --who 编号：${ids.zh}`, `Say --who with one of these ids: ${ids.en}`),
  );
}

const idAndRole = (id: number, role: ResidentRole) =>
  w(`${id}（${RESIDENT_ROLES[role].zh}）`, `${id} (${RESIDENT_ROLES[role].en})`);

const notOwner = ({ code }: Unit) =>
  refused(
    'not_owner',
    w(`此人不是 ${code} 的业主。`, `This person is no owner of ${code}.`),
    w('去掉 --remains-owner', 'Leave out --remains-owner'),
  );

/** Ends the stays of whoever leaves with their last day (rule 19). */
export function movedOut(ctx: Ctx, move: MoveRecord, lastOn: string, entry: Entry): number {
  const there = listResidents(ctx.ledger, { unit: move.unit, on: lastOn });
  const left = thoseLeaving(there, move.personId, move.leaving ?? 'person').filter(
    (stay) => stay.untilOn !== lastOn,
  );
  for (const stay of left) endStay(ctx, stay.id, lastOn);
  Object.assign(entry.changes, { effectiveOn: lastOn, ended: left.length });
  const ids = list(left.map(({ id }) => same(String(id))));
  ctx.warn(
    left.length === 0
      ? w(`${move.unit} 没有要迁出的住户记录。`, `No stay in ${move.unit} had to end.`)
      : w(
          `${move.unit} 的居住记录止于 ${lastOn}：住户 ${ids.zh}`,
          `These stays in ${move.unit} end with ${lastOn}: ${ids.en}`,
        ),
  );
  if (left.some(({ role }) => role === 'owner')) warnOfOwnership(ctx, move);
  return left.length;
}

function warnOfOwnership(ctx: Ctx, { unit }: MoveRecord): void {
  ctx.warn(
    w(
      `业主身份也已结束；只是搬走、仍是业主的，撤回：wy resident edit 编号 --clear until。新业主：wy resident transfer --unit ${unit}`,
      `This ended an ownership, too. Who still owns it: wy resident edit ID --clear until. A new owner: wy resident transfer --unit ${unit}`,
    ),
  );
}
