import type { Ctx } from '../context.ts';
import type { Moment } from '../lib/moment.ts';
import { dayOf } from '../lib/moment.ts';
import type { Staff } from '../registry/model.ts';

/** One thing that was done at the desk at some moment. */
export interface Beat {
  readonly at: Moment;
  /** Whoever recorded it; undefined: who sat at the desk. */
  readonly by?: Staff | undefined;
  act(ctx: Ctx): void;
}

const BEATS_A_STEP = 50;

/** Does all that was done until now, in order: each at its moment, as a rule by whoever sat at the desk. */
export function live(ctx: Ctx, beats: readonly Beat[], deskAt: (moment: Moment) => Staff): void {
  const lived = beats
    .filter(({ at }) => at <= ctx.now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  lived.forEach((beat, index) => {
    beat.act(contextAt(ctx, beat.at, beat.by ?? deskAt(beat.at)));
    if (index % BEATS_A_STEP === 0) ctx.progress(index, lived.length);
  });
  ctx.progress(lived.length, lived.length);
}

/** The desk as it was at some moment: what happens is recorded at once. */
export function contextAt(ctx: Ctx, moment: Moment, operator?: Staff): Ctx {
  return {
    ...ctx,
    now: moment,
    recordedAt: moment,
    today: dayOf(moment, ctx.zone),
    ...(operator && { operator: () => operator }),
    warn: () => {},
  };
}
