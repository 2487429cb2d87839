import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { transact } from '../ledger/transact.ts';
import type { Month } from '../lib/day.ts';
import { monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { monthFrom } from '../lib/month.ts';
import { w } from '../lib/words.ts';
import { householdsOf } from './contact-store.ts';
import { draw } from './draw-rules.ts';
import type { Contact, Sample, SampleUnit } from './model.ts';
import { refuseFuture, spanOf } from './months.ts';
import * as store from './sample-store.ts';

/** A month's sample with whom to ask for in each household. */
export interface SamplePage extends Sample {
  units: readonly (SampleUnit & Contact)[];
  visited: number;
  /** How many of them must be reached (rule 74). */
  least: number;
}

/**
 * The sample of a month (rule 74), drawn when it is first asked for and never again. Refuses a month
 * to come, and an estate in which nobody is left to be drawn.
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
  return transact(ctx, 'visit.sample', (entry) => {
    const { ledger, policy, zone, today } = ctx;
    const seed = typedSeed ?? `${month} ${policy.site.name}`;
    const span = spanOf(month, zone);
    const besides = [monthFrom(month, -1), monthFrom(month, 1)];
    const households = store.candidates(ledger, { today, besides, ...span });
    const free = households.filter(({ isDrawn, isReached }) => !isDrawn && !isReached);
    if (free.length === 0) throw nobodyLeft(month, households.length);
    const units = draw(free, policy.visits.sample.most, seed);
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

const nobodyLeft = (month: Month, households: number) =>
  refused(
    'nobody_to_sample',
    w(
      `${month} 没有可抽的住户：在住 ${households} 户，上月都已抽到或本月都已回访。`,
      `Nobody is left to be drawn for ${month}: ${households} households, all drawn last month or called on this month.`,
    ),
    households === 0
      ? w('先登记住户：wy resident add 或 wy import residents', 'Add residents: wy resident add')
      : w(`查看：wy visit list --month ${month}`, `See wy visit list --month ${month}`),
  );

function pageOf(ctx: Ctx, sample: Sample): SamplePage {
  const units = store.unitsOf(ctx.ledger, sample.id);
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

/** How far the sample of a month has come; null where none was drawn. */
export function standingOf(
  ctx: Ctx,
  month: Month,
): { drawn: number; visited: number; least: number } | null {
  const sample = store.ofMonth(ctx.ledger, month);
  if (!sample) return null;
  const units = store.unitsOf(ctx.ledger, sample.id);
  const visited = units.filter(isVisited).length;
  return { drawn: units.length, visited, least: leastOf(ctx, units.length) };
}

/** The routine of the month is done when enough of the sample were reached. */
export function settleSample(ctx: Ctx, sample: Sample): void {
  const standing = standingOf(ctx, sample.month);
  if (standing && standing.visited >= standing.least) doRound(ctx, 'visit.sample', sample.month);
}
