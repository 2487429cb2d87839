import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { transact } from '../ledger/transact.ts';
import type { Month } from '../lib/day.ts';
import { monthOf } from '../lib/day.ts';
import { monthFrom } from '../lib/month.ts';
import { w } from '../lib/words.ts';
import { householdsOn } from '../registry/households.ts';
import { householdsOf } from './contact-store.ts';
import type { Contact, Sample, SampleUnit } from './model.ts';
import { isOpenOn, refuseFuture, refuseOver, spanOf } from './months.ts';
import { drawOrFillUp, fewFree, nobodyLivesHere } from './sample-rules.ts';
import * as store from './sample-store.ts';

/** A month's sample with whom to ask for in each household. */
export interface SamplePage extends Sample {
  units: readonly (SampleUnit & Contact)[];
  visited: number;
  /** How many of them must be reached (rule 74). */
  least: number;
  /** Whether a visit now can still be for it. */
  isOpen: boolean;
}

/**
 * The sample of a month (rule 74), drawn when it is first asked for and never again. Refuses to draw
 * for a month to come or long over, and where nobody lives.
 */
export function sampleOf(ctx: Ctx, month: Month, seed: string | undefined): SamplePage {
  const drawn = store.ofMonth(ctx.ledger, month);
  if (drawn && seed !== undefined && seed !== drawn.seed) {
    ctx.warn(
      w(
        `${month} 的样本已按种子“${drawn.seed}”抽好，不再重抽。`,
        `The sample of ${month} was drawn with the seed "${drawn.seed}" and is not drawn again.`,
      ),
    );
  }
  return pageOf(ctx, drawn ?? drawSample(ctx, month, seed));
}

function drawSample(ctx: Ctx, month: Month, typedSeed: string | undefined): Sample {
  refuseFuture(ctx, month);
  refuseOver(ctx, month);
  return transact(ctx, 'visit.sample', (entry) => {
    const { ledger, policy, zone, today } = ctx;
    const seed = typedSeed ?? `${month} ${policy.site.name}`;
    const households = householdsOn(ledger, today).map(({ id }) => id);
    const besides = [monthFrom(month, -1), monthFrom(month, 1)];
    const span = spanOf(month, zone);
    const candidates = store.candidates(ledger, { households, besides, ...span });
    if (candidates.length === 0) throw nobodyLivesHere();
    const drawn = drawOrFillUp(candidates, policy.visits.sample, seed);
    const warning = fewFree(drawn, policy.visits.sample.least, candidates.length);
    if (warning) ctx.warn(warning);
    const units = [...drawn.free, ...drawn.reached, ...drawn.drawn];
    const drawnById = ctx.operator().id;
    store.insert(ledger, { month, seed, drawnAt: ctx.now, drawnById, units });
    entry.changes = { month, seed, households: units.length };
    return requireSample(ctx, month);
  });
}

function requireSample(ctx: Ctx, month: Month): Sample {
  const sample = store.ofMonth(ctx.ledger, month);
  if (!sample) throw new Error(`the sample of ${month} was not written`);
  return sample;
}

function pageOf(ctx: Ctx, sample: Sample): SamplePage {
  const units = store.unitsOf(ctx.ledger, sample.id, ctx.now);
  const households = householdsOf(
    ctx.ledger,
    units.map(({ unit }) => unit),
    ctx.today,
  );
  return {
    ...sample,
    units: units.map((each) => {
      const { name = null, phone = null } = households.get(each.unit) ?? {};
      return { ...each, name, phone };
    }),
    visited: units.filter(isVisited).length,
    least: leastOf(ctx, units.length),
    isOpen: isOpenOn(ctx.today, sample.month),
  };
}

const isVisited = ({ visit }: SampleUnit): boolean => visit !== null;

/** All of them where fewer were drawn. */
const leastOf = (ctx: Ctx, drawn: number): number =>
  Math.min(ctx.policy.visits.sample.least, drawn);

/**
 * The sample that still waits for this household: this month's, or last month's, which can be visited
 * late.
 */
export function sampleAwaiting({ ledger, now, today }: Ctx, unitId: number): Sample | undefined {
  const month = monthOf(today);
  return (
    store.awaiting(ledger, { unitId, month, now }) ??
    store.awaiting(ledger, { unitId, month: monthFrom(month, -1), now })
  );
}

/** How far the sample of a month had come by now; null where none was drawn. */
export function standingOf(
  ctx: Ctx,
  month: Month,
): { drawn: number; visited: number; least: number } | null {
  const sample = store.ofMonth(ctx.ledger, month);
  if (!sample || sample.drawnAt > ctx.now) return null;
  const units = store.unitsOf(ctx.ledger, sample.id, ctx.now);
  const visited = units.filter(isVisited).length;
  return { drawn: units.length, visited, least: leastOf(ctx, units.length) };
}

/**
 * The routine of the month is done when enough of the sample were reached, in whatever order their
 * visits are recorded.
 */
export function settleSample(ctx: Ctx, { id, month }: Sample): void {
  const units = store.unitsOf(ctx.ledger, id, null);
  const enoughAt = units
    .flatMap(({ visitedAt }) => visitedAt ?? [])
    .sort()
    .at(leastOf(ctx, units.length) - 1);
  if (enoughAt) doRound({ ...ctx, now: enoughAt }, 'visit.sample', month);
}
