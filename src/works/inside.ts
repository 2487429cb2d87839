import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay } from '../lib/moment.ts';
import { type PassState, passState } from '../renovations/pass-rules.ts';
import type { PassOut } from './model.ts';
import { passesOut } from './site-store.ts';
import { daysLeft } from './worker-rules.ts';

/** A pass that is out, and for how many more days it is good; negative once it has expired. */
export type PassInUse = PassOut & { state: PassState; daysLeft: number };

export interface InsideQuery {
  /** Only those that have expired. */
  expired?: boolean | undefined;
  building?: string | undefined;
  /** The end of which day; undefined: now. */
  on?: Day | undefined;
}

/** The workers who may be in the house, then those whose pass has expired; of works not accepted yet. */
export function workersInside(ctx: Ctx, { expired, building, on }: InsideQuery): PassInUse[] {
  const day = on ?? ctx.today;
  const asOf = on === undefined || on === ctx.today ? ctx.now : endOfDay(on, ctx.zone);
  const out = passesOut(ctx.ledger, { asOf, building }).map((pass) => ({
    ...pass,
    state: passState({ ...pass, fate: null }, day),
    daysLeft: daysLeft(pass, day),
  }));
  const over = out.filter(({ state }) => state === 'expired');
  return expired ? over : [...out.filter(({ state }) => state !== 'expired'), ...over];
}
