import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { list, w } from '../lib/words.ts';
import type { Turn } from './model.ts';
import { readShift, shiftName } from './rules.ts';
import * as store from './store.ts';

type Policied = Pick<Ctx, 'policy'>;

/** The key of a shift, or null for a day off; refuses what is neither (`unknown_shift`). */
export function requireShiftOrOff({ policy }: Policied, typed: string): string | null {
  const { shifts } = policy.roster;
  const read = readShift(shifts, typed);
  if (read !== undefined) return read;
  const known = list(
    Object.entries(shifts)
      .filter(([, { isActive }]) => isActive)
      .map(([key, { name }]) => w(`${key}（${name.zh}）`, key)),
  );
  throw refused(
    'unknown_shift',
    w(`没有班次“${typed}”。`, `There is no shift "${typed}".`),
    w(`有：${known.zh}；休息写 休`, `There are: ${known.en}; off for a day off`),
  );
}

/** The key of a shift by its key or name. */
export function requireShift(ctx: Policied, typed: string): string {
  const shift = requireShiftOrOff(ctx, typed);
  if (shift !== null) return shift;
  throw refused(
    'no_shift',
    w('休息不是班次。', 'A day off is no shift.'),
    w(
      '写班次，如 --shift early；排休息：wy roster plan --staff … --shift 休 --on …',
      'Name a shift, such as --shift early; for a day off: wy roster plan --staff … --shift off --on …',
    ),
  );
}

interface Wanted {
  staffId: number;
  staff: string;
  day: Day;
  /** Undefined: the only one of that day. */
  shift: string | undefined;
}

/** The turn of one member of staff on a day; refuses `no_turn`, and `several_turns` of which one must be said. */
export function requireTurn(ctx: Policied & { ledger: Ledger }, wanted: Wanted): Turn {
  const { staffId, day, shift } = wanted;
  const turns = store.list(ctx.ledger, { fromOn: day, untilOn: day, staffId, shift });
  const [turn] = turns;
  if (!turn) throw noTurn(wanted, ctx);
  if (turns.length > 1) throw severalTurns(wanted, turns, ctx);
  return turn;
}

function noTurn({ staff, day, shift }: Wanted, { policy }: Policied) {
  const { zh, en } = shift ? shiftName(policy.roster.shifts, shift) : w('班', 'turn');
  return refused(
    'no_turn',
    w(`${staff}在 ${day} 没有排${zh}。`, `${staff} has no ${en} planned on ${day}.`),
    w(`查看：wy roster show --week ${day}`, `See wy roster show --week ${day}`),
  );
}

function severalTurns({ staff, day }: Wanted, turns: readonly Turn[], { policy }: Policied) {
  const names = list(turns.map(({ shift }) => shiftName(policy.roster.shifts, shift)));
  return refused(
    'several_turns',
    w(
      `${staff}在 ${day} 有几个班：${names.zh}。`,
      `${staff} has several turns on ${day}: ${names.en}.`,
    ),
    w('请用 --shift 指明是哪个班。', 'Say which with --shift.'),
  );
}
