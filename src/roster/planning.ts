import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { type DaySpan, daysIn } from '../lib/day-span.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { requireAnyStaff, requireStaff } from '../registry/staff.ts';
import type { Planned, Rotation, Turn } from './model.ts';
import { changesOf, hoursOf, isHeld, type Place, placesOf, shiftName } from './rules.ts';
import { requireShift, requireShiftOrOff } from './shifts.ts';
import * as store from './store.ts';
import { dropAll, warnOf } from './turns.ts';

export interface PlanRequest extends DaySpan {
  /** Names or ids. */
  staff: readonly string[];
  /** Keys or names; 休 or off is a day off. */
  shifts: readonly string[];
  rotate: Rotation | undefined;
  /** Beside what they have on those days, instead of in its place. */
  also: boolean;
  /** In the place of whoever else had those shifts. */
  replace: boolean;
}

/**
 * Plans who is on duty (rule 150). What a person had on a day planned anew is dropped, with its reason;
 * what stands already is left as it is. Refuses days that are over, and shifts not held on any of them.
 */
export function planTurns(ctx: Ctx, request: PlanRequest): Planned {
  return transact(ctx, 'roster.plan', (entry) => {
    const staffIds = unique(request.staff.map((name) => requireStaff(ctx.ledger, name).id));
    const shifts = request.shifts.map((typed) => requireShiftOrOff(ctx, typed));
    const places = placed(ctx, request, { staffIds, shifts });
    const result = writePlaces(ctx, places, request);
    const { fromOn, untilOn, rotate } = request;
    entry.subject = fromOn;
    entry.changes = {
      ...{ staffIds, shifts: shifts.map((shift) => shift ?? 'off'), fromOn, untilOn },
      ...(rotate && { rotate }),
      added: result.added,
      ...(result.dropped > 0 && { dropped: result.dropped }),
    };
    return result;
  });
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function placed(
  ctx: Ctx,
  { fromOn, untilOn, rotate }: PlanRequest,
  { staffIds, shifts }: { staffIds: readonly number[]; shifts: readonly (string | null)[] },
): Place[] {
  if (fromOn < ctx.today) throw dayPassed(fromOn);
  if (shifts.length > 1 && rotate === undefined) throw howToRotate();
  const places = placesOf({ staffIds, shifts, days: daysIn({ fromOn, untilOn }), rotate });
  const held = places.filter(({ day, shift }) => shift === null || isShiftHeld(ctx, shift, day));
  const [missed] = places;
  if (held.length === 0 && missed?.shift) throw notHeld(ctx, missed.shift, missed.day);
  return held;
}

function isShiftHeld({ policy }: Ctx, key: string, day: Day): boolean {
  const shift = policy.roster.shifts[key];
  return shift !== undefined && isHeld(shift, day);
}

/** Brings the turns of these days to what the places say. */
function writePlaces(
  ctx: Ctx,
  places: readonly Place[],
  { also, replace, ...span }: Pick<PlanRequest, 'also' | 'replace' | 'fromOn' | 'untilOn'>,
): Planned {
  const { fromOn, untilOn } = span;
  const there = store.list(ctx.ledger, { fromOn, untilOn });
  const { add, kept, drop } = changesOf(places, there, { also, replace });
  dropAll(ctx, drop, 'replanned');
  const ids = add.map((place) => addTurn(ctx, place));
  const staffIds = unique(places.map(({ staffId }) => staffId));
  if (ids.length > 0) warnOf(ctx, staffIds, { fromOn, untilOn });
  const ofPlan = new Set([...ids, ...kept.map(({ id }) => id)]);
  const turns = store.list(ctx.ledger, { fromOn, untilOn }).filter(({ id }) => ofPlan.has(id));
  return { fromOn, untilOn, turns, added: add.length, dropped: drop.length };
}

/** Gives the id of a new turn, with the hours that the policy has now. */
export function addTurn(
  ctx: Ctx,
  { day, shift, staffId, instead }: Place & { shift: string; instead?: Turn },
): number {
  const declared = ctx.policy.roster.shifts[shift];
  // Whoever steps in for somebody does the hours that were planned.
  const hours = instead ?? (declared && hoursOf(declared, day, ctx.zone));
  if (!hours) throw new RangeError(`no shift ${shift}`);
  const { fromAt, untilAt } = hours;
  return store.insert(ctx.ledger, {
    ...{ day, shift, staffId, fromAt, untilAt },
    plannedAt: ctx.now,
    plannedById: ctx.operator().id,
    insteadOfId: instead?.id ?? null,
  });
}

interface Drop extends DaySpan {
  staff: string;
  /** Undefined: all of those days. */
  shift: string | undefined;
  reason: string;
}

/** Takes turns of one member of staff off the plan; of whoever has left, too. Refuses where there are none. */
export function dropTurns(ctx: Ctx, { staff: name, shift: typed, reason, ...span }: Drop): Turn[] {
  return transact(ctx, 'roster.drop', (entry) => {
    const { ledger } = ctx;
    const { fromOn, untilOn } = span;
    const staff = requireAnyStaff(ledger, name);
    const shift = typed === undefined ? undefined : requireShift(ctx, typed);
    const turns = store.list(ledger, { fromOn, untilOn, staffId: staff.id, shift });
    if (turns.length === 0) throw nothingToDrop(staff.name, span);
    dropAll(ctx, turns, reason);
    entry.subject = fromOn;
    entry.changes = {
      ...{ staffId: staff.id, fromOn, untilOn, ...(shift && { shift }) },
      ...{ dropped: turns.length, reason: HIDDEN },
    };
    const ids = new Set(turns.map(({ id }) => id));
    return store
      .list(ledger, { fromOn, untilOn, staffId: staff.id, dropped: true })
      .filter(({ id }) => ids.has(id));
  });
}

const dayPassed = (day: Day) =>
  refused(
    'day_passed',
    w(`${day} 已经过去。`, `${day} is over already.`),
    w(
      `补录以前的排班请加 --at，如 --at "${day} 07:00"`,
      `To record what was planned earlier, add --at, as in --at "${day} 07:00"`,
    ),
  );

const howToRotate = () =>
  misused(
    'shifts_without_rotation',
    w(
      '写了几个班次，没有说怎样轮换。',
      'Several shifts were named, but not how they are taken in turn.',
    ),
    w(
      '请加 --rotate day（每天轮换）或 --rotate week（每周轮换）。',
      'Add --rotate day or --rotate week.',
    ),
  );

function notHeld({ policy }: Ctx, key: string, day: Day) {
  const { zh, en } = shiftName(policy.roster.shifts, key);
  return refused(
    'shift_not_held',
    w(`${zh}在 ${day} 不排班。`, `The shift ${en} is not held on ${day}.`),
    w(`查看班次：wy policy show roster.shifts.${key}`, `See wy policy show roster.shifts.${key}`),
  );
}

const nothingToDrop = (staff: string, { fromOn, untilOn }: DaySpan) =>
  refused(
    'no_turn',
    w(
      `${staff}在 ${fromOn}${fromOn === untilOn ? '' : ` 至 ${untilOn}`} 没有排班。`,
      `${staff} has no turn planned ${fromOn === untilOn ? `on ${fromOn}` : `from ${fromOn} to ${untilOn}`}.`,
    ),
    w(`查看：wy roster show --week ${fromOn}`, `See wy roster show --week ${fromOn}`),
  );
