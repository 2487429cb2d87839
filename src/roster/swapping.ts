import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { addDays, type Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Staff } from '../registry/model.ts';
import { requireAnyStaff, requireStaff } from '../registry/staff.ts';
import type { Turn } from './model.ts';
import { addTurn } from './planning.ts';
import { overlap, shiftName } from './rules.ts';
import { requireShift, requireTurn } from './shifts.ts';
import * as store from './store.ts';
import { dropAll, warnOf } from './turns.ts';

export interface Swap {
  /** Whose turn it is; may have left since. */
  staff: string;
  with: string;
  on: Day;
  shift: string | undefined;
  /** The day of the turn taken in return; undefined: the same day, if the other has one then. */
  back: Day | undefined;
  backShift: string | undefined;
  /** Nothing is taken in return. */
  give: boolean;
  reason: string | undefined;
}

/**
 * One member of staff takes another's turn, and gives one of their own where they have one: on the same
 * day, or on `back`. Both keep the hours that were planned. Refuses what would make a double duty.
 */
export function swapTurns(ctx: Ctx, swap: Swap): Turn[] {
  return transact(ctx, 'roster.swap', (entry) => {
    const first = requireAnyStaff(ctx.ledger, swap.staff);
    const second = requireStaff(ctx.ledger, swap.with);
    if (first.id === second.id) throw samePerson();
    const given = turnOf(ctx, first, swap.on, swap.shift);
    const taken = turnInReturn(ctx, second, swap);
    if (taken && taken.day === given.day && taken.shift === given.shift) {
      throw sameShift(ctx, given);
    }
    const turns = exchange(ctx, { given, taken, first, second, reason: swap.reason ?? 'swapped' });
    entry.subject = given.day;
    entry.changes = {
      ...{ staffId: first.id, withId: second.id, shift: given.shift },
      ...(taken && { backOn: taken.day, backShift: taken.shift }),
      ...(swap.reason !== undefined && { reason: HIDDEN }),
    };
    return turns;
  });
}

function turnOf(ctx: Ctx, { id, name }: Staff, day: Day, shift: string | undefined): Turn {
  const key = shift === undefined ? undefined : requireShift(ctx, shift);
  const turn = requireTurn(ctx, { staffId: id, staff: name, day, shift: key });
  if (turn.untilAt <= ctx.now) throw turnOver(turn);
  return turn;
}

function turnInReturn(ctx: Ctx, second: Staff, { on, back, backShift, give }: Swap) {
  if (give) return undefined;
  if (back !== undefined || backShift !== undefined) {
    return turnOf(ctx, second, back ?? on, backShift);
  }
  const there = store.list(ctx.ledger, { fromOn: on, untilOn: on, staffId: second.id });
  return there.length === 0 ? undefined : turnOf(ctx, second, on, undefined);
}

interface Exchange {
  given: Turn;
  taken: Turn | undefined;
  first: Staff;
  second: Staff;
  reason: string;
}

function exchange(ctx: Ctx, { given, taken, first, second, reason }: Exchange): Turn[] {
  if (taken && first.retiredOn !== null) throw hasLeft(first);
  dropAll(ctx, taken ? [given, taken] : [given], reason);
  const moves = [{ turn: given, to: second }, ...(taken ? [{ turn: taken, to: first }] : [])];
  for (const { turn, to } of moves) refuseDouble(ctx, turn, to);
  const ids = moves.map(({ turn, to }) =>
    addTurn(ctx, { day: turn.day, shift: turn.shift, staffId: to.id, instead: turn }),
  );
  for (const { turn, to } of moves) warnOf(ctx, [to.id], { fromOn: turn.day, untilOn: turn.day });
  return ids.flatMap((id) => store.byId(ctx.ledger, id) ?? []);
}

/** A turn of the day before may reach into this one, and this one into the next day. */
function refuseDouble(ctx: Ctx, turn: Turn, to: Staff): void {
  const around = { fromOn: addDays(turn.day, -1), untilOn: addDays(turn.day, 1) };
  const other = store
    .list(ctx.ledger, { ...around, staffId: to.id })
    .find((each) => overlap(each, turn));
  if (!other) return;
  const name = shiftName(ctx.policy.roster.shifts, other.shift);
  throw refused(
    'double_duty',
    w(
      `${to.name}在 ${other.day} 已有${name.zh}，时间重叠。`,
      `${to.name} has the shift ${name.en} of ${other.day} at that time.`,
    ),
    w(
      `请先撤下或换走那个班，或另找人：wy roster show --week ${turn.day}`,
      `Drop or swap that turn first, or ask somebody else: wy roster show --week ${turn.day}`,
    ),
  );
}

const samePerson = () =>
  refused(
    'same_person',
    w('换班要两个人。', 'A swap takes two people.'),
    w(
      '只撤下：wy roster drop --staff … --on … --reason …',
      'To take the turn off the plan: wy roster drop --staff … --on … --reason …',
    ),
  );

function sameShift({ policy }: Ctx, { shift, day }: Turn) {
  const { zh, en } = shiftName(policy.roster.shifts, shift);
  return refused(
    'same_shift',
    w(`两人在 ${day} 都是${zh}，没有可换的。`, `Both have the shift ${en} on ${day}.`),
    w('换另一天的班请写 --back。', 'To take a turn of another day in return, say --back.'),
  );
}

const turnOver = ({ staff, day }: Turn) =>
  refused(
    'turn_over',
    w(`${staff}在 ${day} 的班已经结束。`, `The turn of ${staff} on ${day} is over.`),
    w(
      `补录以前的换班请加 --at，如 --at "${day} 07:00"`,
      `To record what was swapped earlier, add --at, as in --at "${day} 07:00"`,
    ),
  );

const hasLeft = ({ name }: Staff) =>
  refused(
    'unknown_staff',
    w(`${name}已经离职，不能再接班。`, `${name} has left the staff and can take no turn.`),
    w('只把班交出去请加 --give。', 'To give the turn away only, add --give.'),
  );
