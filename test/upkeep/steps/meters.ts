import { daysBetween } from '../../../src/lib/day.ts';
import type { NewReading } from '../../../src/meters/reading.ts';
import { readMeter } from '../../../src/meters/reading.ts';
import { flagLimits } from '../../../src/trusts/limits.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Steps } from './step.ts';

/** Rises by a unit a day, so that any day fits between the others. */
const shownOn = ({ today }: TestCtx) => daysBetween('2026-01-01', today) * 1_000;

export const read = (ctx: TestCtx, unit: string, change: Partial<NewReading> = {}) =>
  readMeter(
    ctx,
    {
      ...{ unit, meter: 'water', readOn: ctx.today, change: undefined },
      ...{ readingThousandths: shownOn(ctx), ...change },
    },
    (unitIds) => flagLimits(ctx, unitIds),
  );

export const steps = {
  read: (ctx, pick) => read(ctx, pick('units')),
  readAnew: (ctx, pick) => read(ctx, pick('units'), { readingThousandths: shownOn(ctx) + 500 }),
  exchange: (ctx, pick) =>
    read(ctx, pick('units'), {
      readingThousandths: 100,
      change: {
        reason: 'exchanged',
        oldFinalThousandths: shownOn(ctx) + 800,
        newStartThousandths: 0,
      },
    }),
  turnOver: (ctx, pick) =>
    read(ctx, pick('units'), {
      readingThousandths: 5,
      change: { reason: 'turned-over', digits: 3 },
    }),
} satisfies Steps;
