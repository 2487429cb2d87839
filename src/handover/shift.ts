import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { addMinutes, localText, type Moment, msOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { ShiftOn } from '../roster/model.ts';
import { shiftAfter, shiftBefore, shiftNow } from '../roster/on-duty.ts';
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

/** The change of the shift of a day that is named. */
export function changeOn(ctx: Ctx, day: Day, typed: string): Change {
  const shift = requireShift(ctx, typed);
  const change = changeNow(ctx);
  const near = [shiftBefore(ctx, change.ending), change.ending, change.next];
  const found = near.find((each) => each?.day === day && each.shift === shift);
  if (found) return changeOf(ctx, found);
  throw refused(
    'unknown_shift',
    w('附近没有这一天的这个班次。', 'There is no such shift near this time.'),
    w(
      '补记以前的交接请加 --at；查看：wy roster show',
      'To record an earlier one add --at; see wy roster show.',
    ),
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
