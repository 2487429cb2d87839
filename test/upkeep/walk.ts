import fc from 'fast-check';
import { addMinutes } from '../../src/lib/moment.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, NOW } from '../support/ledger.ts';
import { SLICE_NAMES, type Slice, stepsOf, take, walkDesk } from './steps.ts';

interface Pace {
  step: string;
  /** On which record, from the newest. */
  nth: number;
  /** Sometimes what is recorded happened before what was recorded last. */
  minutes: number;
}

const paceIn = (slices: readonly Slice[]): fc.Arbitrary<Pace> =>
  fc.record({
    step: fc.constantFrom(...slices).chain((slice) => fc.constantFrom(...stepsOf(slice))),
    nth: fc.oneof(fc.constant(0), fc.nat(3)),
    minutes: fc.oneof(
      fc.nat(90),
      fc.nat(3000),
      fc.integer({ min: -200, max: 0 }),
      fc.integer({ min: -6000, max: 60_000 }),
    ),
  });

/** A way through few slices, so that each is walked far and they meet. */
export const walk: fc.Arbitrary<Pace[]> = fc
  .uniqueArray(fc.constantFrom(...SLICE_NAMES), { minLength: 1, maxLength: 3 })
  .chain((slices) => fc.array(paceIn(slices), { minLength: 5, maxLength: 40, size: 'max' }));

/** Of each kind one that is done and one to step through. */
const BEGINNING = [
  'tickets.mended',
  'tickets.open',
  'complaints.settled',
  'complaints.log',
  'moves.moveIn',
  'moves.supplyAndComplete',
  'moves.moveAway',
  'plans.planToday',
  'enquiries.log',
  'surveys.open',
  'surveys.send',
  'renovations.apply',
  'renovations.papers',
  'renovations.commitAll',
  'renovations.review',
  'renovations.approve',
  'renovations.papers',
  'renovations.fees',
  'renovations.permit',
  'renovations.worker',
];

/** Walks it on a desk of its own; what `begin` gives looks on after every step. */
export async function walkThrough(
  paces: readonly Pace[],
  begin: (ctx: TestCtx) => (step: string) => void,
): Promise<TestCtx> {
  const ctx = await walkDesk();
  for (const step of BEGINNING) take(ctx, step);
  const look = begin(ctx);
  let now = NOW;
  for (const { step, nth, minutes } of paces) {
    now = addMinutes(now, minutes);
    take(at(ctx, now), step, nth);
    look(step);
  }
  return ctx;
}
