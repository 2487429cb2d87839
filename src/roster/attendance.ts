import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { addDays, type Day, type Month } from '../lib/day.ts';
import { type DaySpan, monthSpan } from '../lib/day-span.ts';
import { misused, refused } from '../lib/errors.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Staff } from '../registry/model.ts';
import { requireAnyStaff, requireStaff } from '../registry/staff.ts';
import {
  type Attendance,
  attendanceOf,
  counts,
  turnToCome,
  turnToLeave,
} from './attendance-rules.ts';
import { write } from './attendance-store.ts';
import type { Absence, Presence, Turn } from './model.ts';
import { shiftAfter, turnAt } from './on-duty.ts';
import { shiftName } from './rules.ts';
import { requireShift, requireTurn } from './shifts.ts';
import * as store from './store.ts';

/** What each has to show for a month, by the days on which the turns begin (rules 150, 162). */
export function attendanceIn(ctx: Ctx, month: Month): Attendance[] {
  const turns = store.list(ctx.ledger, { ...monthSpan(month), dropped: true });
  return attendanceOf(turns, { early: ctx.policy.roster.early, now: ctx.now });
}

/** The turns of one member of staff in a month, who may have left since. */
export function attendanceOfStaff(ctx: Ctx, name: string, month: Month): Turn[] {
  const staffId = requireAnyStaff(ctx.ledger, name).id;
  return store.list(ctx.ledger, { ...monthSpan(month), staffId, dropped: true }).filter(counts);
}

export interface WhichTurn {
  /** By name or id; undefined: whoever acts. */
  staff: string | undefined;
  /** Undefined: the one that is on, or begins soon. */
  on: Day | undefined;
  shift: string | undefined;
}

/** Somebody is on post at the moment of the context (rule 151). Refuses `no_turn` and `already_came`. */
export function come(ctx: Ctx, which: WhichTurn): Turn {
  const staff = requireStaff(ctx.ledger, which.staff ?? ctx.operator().name);
  const turn = turnOf(ctx, staff, which) ?? turnToCome(turnsNear(ctx, staff), ctx.now);
  if (!turn) throw nothingToCome(ctx, staff);
  if (turn.cameAt !== null) throw alreadyCame(turn);
  return recordCame(ctx, turn, ctx.now);
}

/**
 * Writes down when somebody was on post for a turn. Where that stands already it stays; refuses where
 * they stand as absent (`named_absent`).
 */
export function recordCame(ctx: Ctx, turn: Pick<Turn, 'id'>, at: Moment): Turn {
  return record(ctx, 'attendance.come', turn.id, (it) => {
    if (it.cameAt !== null) return it;
    if (it.absence !== null) throw namedAbsent(it);
    return { ...noPresence, cameAt: at };
  });
}

const noPresence: Presence = { cameAt: null, leftAt: null, absence: null, note: null };

/** Somebody leaves their post at the moment of the context; warns where nobody has taken over (rule 151). */
export function go(ctx: Ctx, which: WhichTurn): Turn {
  const staff = requireStaff(ctx.ledger, which.staff ?? ctx.operator().name);
  const turn = turnOf(ctx, staff, which) ?? turnToLeave(turnsNear(ctx, staff), ctx.now);
  if (!turn) throw nothingToLeave(staff);
  const left = recordLeft(ctx, turn, ctx.now);
  warnOfSuccessor(ctx, left);
  return left;
}

/**
 * Somebody handed their shift over: they leave with it where it is over by then. Before its end they
 * stay on post until it ends, or say when they go.
 */
export function recordRelieved(ctx: Ctx, turn: Turn, at: Moment): void {
  const { cameAt, leftAt, untilAt } = turn;
  if (cameAt !== null && leftAt === null && at >= untilAt) recordLeft(ctx, turn, at);
}

/** Writes down when somebody left their post; refuses who has not come, or has left already. */
function recordLeft(ctx: Ctx, turn: Pick<Turn, 'id'>, at: Moment): Turn {
  return record(ctx, 'attendance.go', turn.id, (it) => {
    if (it.cameAt === null || it.leftAt !== null) throw nothingToLeave({ name: it.staff });
    if (at < it.cameAt) throw leftBeforeComing(it);
    return { ...it, leftAt: at };
  });
}

function warnOfSuccessor(ctx: Ctx, turn: Turn): void {
  const next = shiftAfter(ctx, turn);
  if (!next || next.turns.length === 0 || next.turns.some(({ cameAt }) => cameAt !== null)) return;
  if (turnAt(ctx, ctx.now).some(({ id, cameAt }) => id !== turn.id && cameAt !== null)) return;
  const name = shiftName(ctx.policy.roster.shifts, next.shift);
  ctx.warn(
    w(
      `${name.zh}还没有人到岗：接班人未到，不得离岗（规则 151）。`,
      `Nobody of the shift ${name.en} has come: no one leaves before the successor is there (rule 151).`,
    ),
  );
}

interface Absent extends DaySpan {
  staff: string;
  shift: string | undefined;
  because: Absence;
  note: string | undefined;
}

/** Somebody does not come to their turns of these days; refuses where they have come. */
export function recordAbsence(ctx: Ctx, { staff: name, because, note, ...which }: Absent): Turn[] {
  return ctx.ledger.write(() => {
    const staff = requireAnyStaff(ctx.ledger, name);
    const { fromOn, untilOn } = which;
    const shift = which.shift === undefined ? undefined : requireShift(ctx, which.shift);
    const turns = store.list(ctx.ledger, { fromOn, untilOn, staffId: staff.id, shift });
    if (turns.length === 0) throw noTurns(staff, which);
    return turns.map((turn) =>
      record(ctx, 'attendance.absent', turn.id, (it) => {
        if (it.cameAt !== null) throw alreadyCame(it);
        if (it.absence !== null) throw namedAbsent(it);
        return { ...noPresence, absence: because, note: note ?? null };
      }),
    );
  });
}

export interface Correction {
  came: Moment | undefined;
  left: Moment | undefined;
  absence: Absence | undefined;
  note: string | undefined;
}

/**
 * What was recorded wrongly is put right; the journal keeps what it was. An absence takes the place of
 * the coming, the coming that of an absence. Refuses a turn of which nothing was recorded.
 */
export function correctAttendance(
  ctx: Ctx,
  which: WhichTurn & { staff: string; on: Day },
  { came, left, absence, note }: Correction,
): Turn {
  const isPresence = came !== undefined || left !== undefined;
  if (!isPresence && absence === undefined && note === undefined) throw nothingToCorrect();
  if (isPresence && absence !== undefined) throw cameOrAbsent();
  const staff = requireAnyStaff(ctx.ledger, which.staff);
  const turn = turnOf(ctx, staff, which);
  if (!turn?.isRecorded) throw nothingRecorded(staff, which.on);
  return record(ctx, 'attendance.correct', turn.id, (it) => {
    const kept = note ?? it.note;
    if (absence !== undefined) return { ...noPresence, absence, note: kept };
    if (!isPresence) return { ...it, note: kept };
    const cameAt = came ?? it.cameAt;
    const leftAt = left ?? it.leftAt;
    if (cameAt === null) throw nothingToLeave({ name: it.staff });
    if (leftAt !== null && leftAt < cameAt) throw leftBeforeComing(it);
    return { cameAt, leftAt, absence: null, note: kept };
  });
}

/** Writes what `decide` makes of a turn; the journal keeps what changed, and what it was before. */
function record(ctx: Ctx, action: string, id: number, decide: (turn: Turn) => Presence): Turn {
  return transact(ctx, action, (entry) => {
    const before = requireById(ctx, id);
    const after = decide(before);
    if (before.droppedAt !== null) throw notPlanned(before);
    if (isEqual(before, after)) return before;
    write(ctx.ledger, id, {
      ...{ cameAt: after.cameAt, leftAt: after.leftAt, absence: after.absence, note: after.note },
      ...{ recordedAt: ctx.now, recordedById: ctx.operator().id },
    });
    entry.subject = before.day;
    entry.changes = {
      ...{ staffId: before.staffId, shift: before.shift },
      ...told('cameAt', 'formerCameAt', before.cameAt, after.cameAt),
      ...told('leftAt', 'formerLeftAt', before.leftAt, after.leftAt),
      ...told('absence', 'formerAbsence', before.absence, after.absence),
      ...(after.note !== before.note && { note: after.note === null ? null : HIDDEN }),
    };
    return requireById(ctx, id);
  });
}

const told = (key: string, formerKey: string, before: string | null, after: string | null) => ({
  ...(after !== before && { [key]: after }),
  ...(after !== before && before !== null && { [formerKey]: before }),
});

const isEqual = (a: Presence, b: Presence) =>
  a.cameAt === b.cameAt && a.leftAt === b.leftAt && a.absence === b.absence && a.note === b.note;

function requireById({ ledger }: Ctx, id: number): Turn {
  const turn = store.byId(ledger, id);
  if (turn) return turn;
  throw new RangeError(`no turn ${id}`);
}

/** The one named by its day; undefined where none was named. */
function turnOf(ctx: Ctx, { id, name }: Staff, { on, shift }: WhichTurn): Turn | undefined {
  const key = shift === undefined ? undefined : requireShift(ctx, shift);
  if (on === undefined && key === undefined) return undefined;
  return requireTurn(ctx, { staffId: id, staff: name, day: on ?? ctx.today, shift: key });
}

const turnsNear = ({ ledger, now, zone }: Ctx, { id }: Staff): Turn[] => {
  const day = dayOf(now, zone);
  const around = { fromOn: addDays(day, -2), untilOn: addDays(day, 1) };
  return store.list(ledger, { ...around, staffId: id });
};

const SEE_OR_PLAN = w(
  '查看：wy roster now；没排的先排：wy roster plan；别的班用 --on、--shift 指明。',
  'See wy roster now; plan first with wy roster plan; name another turn with --on, --shift.',
);

function nothingToCome(ctx: Ctx, staff: Staff) {
  const came = turnsNear(ctx, staff).findLast(
    ({ cameAt, leftAt, untilAt }) => cameAt !== null && leftAt === null && ctx.now < untilAt,
  );
  if (came) return alreadyCame(came);
  return refused(
    'no_turn',
    w(`${staff.name}现在没有要到岗的班。`, `${staff.name} has no turn to come to now.`),
    SEE_OR_PLAN,
  );
}

const alreadyCame = ({ staff, day }: Turn) =>
  refused(
    'already_came',
    w(`${staff}在 ${day} 已登记到岗。`, `${staff} has come on ${day} already.`),
    correctLine({ staff, day }),
  );

const namedAbsent = ({ staff, day }: Turn) =>
  refused(
    'named_absent',
    w(`${staff}在 ${day} 已登记未到。`, `${staff} stands as not coming on ${day}.`),
    correctLine({ staff, day }),
  );

function correctLine({ staff, day }: Pick<Turn, 'staff' | 'day'>) {
  const line = `wy attendance correct --staff ${staff} --on ${day} --came …`;
  return w(`记错了的：${line}`, `Recorded wrongly: ${line}`);
}

const nothingToLeave = ({ name }: Pick<Staff, 'name'>) =>
  refused(
    'not_on_post',
    w(`${name}没有登记到岗，或已离岗。`, `${name} has not come, or has left already.`),
    w(
      `先登记到岗：wy attendance come --staff ${name}`,
      `Record the coming first: wy attendance come --staff ${name}`,
    ),
  );

const leftBeforeComing = ({ staff }: Turn) =>
  refused(
    'left_before_coming',
    w(`${staff}的离岗时间早于到岗时间。`, `${staff} would have left before coming.`),
    w('请检查 --at 或两个时间。', 'Check --at, or both times.'),
  );

const notPlanned = ({ staff, day }: Turn) =>
  refused(
    'no_turn',
    w(`${staff}在 ${day} 的班已撤下。`, `The turn of ${staff} on ${day} was dropped.`),
    w(`查看：wy roster show --week ${day}`, `See wy roster show --week ${day}`),
  );

const noTurns = ({ name }: Staff, { fromOn, untilOn }: DaySpan) =>
  refused(
    'no_turn',
    w(
      `${name}在 ${fromOn}${fromOn === untilOn ? '' : ` 至 ${untilOn}`} 没有排班。`,
      `${name} has no turn planned ${fromOn === untilOn ? `on ${fromOn}` : `from ${fromOn} to ${untilOn}`}.`,
    ),
    w(`查看：wy roster show --week ${fromOn}`, `See wy roster show --week ${fromOn}`),
  );

const nothingRecorded = ({ name }: Staff, on: Day) =>
  refused(
    'nothing_recorded',
    w(`${name}在 ${on} 还没有考勤记录。`, `Nothing is recorded of ${name} on ${on} yet.`),
    w(
      '登记：wy attendance come，或 wy attendance absent；以前的加 --at。',
      'Record it: wy attendance come, or wy attendance absent; --at for earlier ones.',
    ),
  );

const nothingToCorrect = () =>
  misused(
    'nothing_to_correct',
    w('没有写要改什么。', 'Nothing to correct was named.'),
    w('写 --came、--left、--because 或 --note。', 'Say --came, --left, --because or --note.'),
  );

const cameOrAbsent = () =>
  misused(
    'came_and_absent',
    w('到岗和缺勤只能写一种。', 'Somebody came, or did not.'),
    w('--because 不与 --came、--left 一起写。', 'Leave out --because, or --came and --left.'),
  );
