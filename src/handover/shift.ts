import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { addMinutes, localText, type Moment, msOf } from '../lib/moment.ts';
import { list, same, w } from '../lib/words.ts';
import type { ShiftOn } from '../roster/model.ts';
import { lastBegun, shiftAfter, shiftBefore, shiftNow, shiftOf } from '../roster/on-duty.ts';
import { shiftName } from '../roster/rules.ts';
import { requireShift } from '../roster/shifts.ts';
import * as store from './store.ts';

/** A shift that ends, and the one that takes over. */
export interface Change {
  ending: ShiftOn;
  next: ShiftOn | undefined;
  /** When the next one begins. */
  beginsAt: Moment;
}

/**
 * The change of shifts that is at hand: of the shift that is on, or of the one before as long as that
 * one was not signed and the present one is not half over. Refuses where the policy has no shifts.
 */
export function changeNow(ctx: Ctx): Change {
  const on = shiftNow(ctx);
  if (!on) throw noShift();
  const before = shiftBefore(ctx, on);
  const isLate = before && ctx.now < halfOf(on) && !isSigned(ctx, before);
  return changeOf(ctx, isLate ? before : on);
}

/** Refuses to sign a shift away that is not half over, unless it is named: it was signed for already. */
export function refuseTooEarly(ctx: Ctx, { ending }: Change): void {
  if (ctx.now >= halfOf(ending)) return;
  throw refused(
    'handover_too_early',
    w(
      `上一班已经交接，这一班到 ${localText(ending.untilAt, ctx.zone)} 才结束。`,
      `The last shift was handed over; this one ends at ${localText(ending.untilAt, ctx.zone)}.`,
    ),
    w(
      `提前交接请写明班次：--shift ${ending.shift}`,
      `To hand it over early, name it: --shift ${ending.shift}`,
    ),
  );
}

/**
 * The change of the shift that is named: of that day, else of the last one that has begun, as the night
 * shift that ends in the morning began the day before. Refuses one that is not near (`unknown_shift`).
 */
export function changeNamed(ctx: Ctx, typed: string, day?: Day): Change {
  const shift = requireShift(ctx, typed);
  const now = changeNow(ctx);
  const near = [shiftBefore(ctx, now.ending), now.ending, now.next].filter(
    (it) => it !== undefined,
  );
  const found =
    day === undefined
      ? lastBegun(ctx, shift)
      : near.find((each) => each.day === day && each.shift === shift);
  if (found) return changeOf(ctx, found);
  throw notNear(ctx, near, shift, day);
}

/** Names the shifts that can be handed over now, and the moment at which the one that was named could. */
function notNear(ctx: Ctx, near: readonly ShiftOn[], shift: string, day: Day | undefined) {
  const { shifts } = ctx.policy.roster;
  const lines = list(near.map((each) => same(`--shift ${each.shift} --day ${each.day}`)));
  const meant = day === undefined ? undefined : shiftOf(ctx, day, shift);
  const isPast = meant !== undefined && meant.untilAt < ctx.now;
  const at = isPast
    ? `--shift ${shift} --day ${day} --at "${localText(meant.untilAt, ctx.zone)}"`
    : '';
  const name = shiftName(shifts, shift);
  return refused(
    'unknown_shift',
    day === undefined
      ? w(`最近没有${name.zh}。`, `There was no shift ${name.en} of late.`)
      : w(
          `附近没有 ${day} 的${name.zh}。`,
          `There is no shift ${name.en} of ${day} near this time.`,
        ),
    isPast
      ? w(`补记写：${at}`, `To record it now: ${at}`)
      : w(`可以是：${lines.zh}`, `It may be: ${lines.en}`),
  );
}

function changeOf(ctx: Ctx, ending: ShiftOn): Change {
  const next = shiftAfter(ctx, ending);
  return { ending, next, beginsAt: next?.fromAt ?? ending.untilAt };
}

const halfOf = ({ fromAt, untilAt }: ShiftOn): Moment =>
  addMinutes(fromAt, Math.floor((msOf(untilAt) - msOf(fromAt)) / 120_000));

const isSigned = (ctx: Ctx, { day, shift }: ShiftOn): boolean =>
  (store.byShift(ctx.ledger, day, shift)?.signedAt ?? null) !== null;

const noShift = () =>
  refused(
    'no_shift',
    w('现在没有班次。', 'No shift is on now.'),
    w(
      '班次写在 policy.yaml 的 roster.shifts。',
      'Shifts stand in policy.yaml under roster.shifts.',
    ),
  );
