import type { Ctx } from '../context.ts';
import { addDays } from '../lib/day.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { mondayOf } from '../lib/week.ts';
import { w } from '../lib/words.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { BESIDE_DAYS, personal, problemsOf } from './checking-rules.ts';
import type { Problem, Turn } from './model.ts';
import { shiftName } from './rules.ts';
import * as store from './store.ts';

export interface RosterQuery extends DaySpan {
  staff?: string | undefined;
  /** Also what was taken off the plan. */
  dropped?: boolean | undefined;
}

/** The turns of some days, of all or of one member of staff, who may have left since. */
export function listTurns(ctx: Ctx, { staff, ...query }: RosterQuery): Turn[] {
  const staffId = staff === undefined ? undefined : requireAnyStaff(ctx.ledger, staff).id;
  return store.list(ctx.ledger, { ...query, staffId });
}

const withBeside = ({ fromOn, untilOn }: DaySpan): DaySpan => ({
  fromOn: addDays(fromOn, -BESIDE_DAYS),
  untilOn: addDays(untilOn, BESIDE_DAYS),
});

/** What is wrong with the roster of these days (rule 150). */
export function checkRoster({ ledger, policy, zone }: Ctx, span: DaySpan): Problem[] {
  const turns = store.list(ledger, withBeside(span));
  return problemsOf(turns, { ...span, policy: policy.roster, zone });
}

/** What was written is pointed out as soon as it is written; the rest shows in `roster check`. */
const POINTED_OUT = ['double', 'rest', 'role', 'hours', 'restday'];
const MOST_WARNINGS = 5;

/** Warns of what is wrong now for these people in the weeks of these days. */
export function warnOf(ctx: Ctx, staffIds: readonly number[], { fromOn, untilOn }: DaySpan): void {
  const { ledger, policy, zone } = ctx;
  const weeks = { fromOn: mondayOf(fromOn), untilOn: addDays(mondayOf(untilOn), 6) };
  const turns = store
    .list(ledger, withBeside(weeks))
    .filter(({ staffId, absence }) => staffIds.includes(staffId) && absence === null);
  const problems = personal(turns, { ...weeks, policy: policy.roster, zone }).filter(({ kind }) =>
    POINTED_OUT.includes(kind),
  );
  for (const { day, shift, staff, words } of problems.slice(0, MOST_WARNINGS)) {
    const name = shift === null ? undefined : shiftName(policy.roster.shifts, shift);
    const [zh, en] = name ? [`${day} ${name.zh}`, `${name.en} of ${day}`] : [day, day];
    ctx.warn(w(`${staff} ${zh}：${words.zh}`, `${staff}, ${en}: ${words.en}`));
  }
  const more = problems.length - MOST_WARNINGS;
  if (more > 0) {
    ctx.warn(
      w(
        `另有 ${more} 处，见 wy roster check --week ${fromOn}`,
        `${more} more, see wy roster check --week ${fromOn}`,
      ),
    );
  }
}

/** What somebody has come to cannot be unplanned. */
function refusalOfDropping(turn: Turn): WyError | undefined {
  if (turn.cameAt === null) return undefined;
  return refused(
    'turn_attended',
    w(
      `${turn.staff}在 ${turn.day} 已经到岗，这个班不能再改。`,
      `${turn.staff} has come on ${turn.day}; that turn cannot be changed any more.`,
    ),
    w(
      `到岗记错了的：wy attendance correct --staff ${turn.staff} --on ${turn.day} --came …`,
      `Where the coming was recorded wrongly: wy attendance correct --staff ${turn.staff} --on ${turn.day} --came …`,
    ),
  );
}

/** Takes turns off the plan; nothing is deleted. */
export function dropAll(ctx: Ctx, turns: readonly Turn[], reason: string): void {
  for (const turn of turns) {
    const refusal = refusalOfDropping(turn);
    if (refusal) throw refusal;
    store.drop(ctx.ledger, turn.id, ctx.now, reason);
  }
}
