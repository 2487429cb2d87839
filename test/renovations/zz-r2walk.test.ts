import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import { stepsOf } from '../upkeep/steps.ts';
import { walkThrough } from '../upkeep/walk.ts';

const pace = fc.record({
  step: fc.constantFrom(...stepsOf('renovations')),
  nth: fc.constantFrom(0, 0, 0, 0, 1),
  minutes: fc.oneof(fc.nat(90), fc.nat(3000), fc.integer({ min: -200, max: 0 })),
});

it('walks', { timeout: 500_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pace, { minLength: 20, maxLength: 60, size: 'max' }), async (paces) => {
      const { ledger } = await walkThrough(paces, (ctx) => {
        const qs = allInvariants.map(({ key, sql }) => ({ key, st: ctx.ledger.db.prepare<[], string>(sql).pluck() }));
        return (step) => expect(qs.filter(({ st }) => st.all().length > 0).map(({ key }) => key), step).toEqual([]);
      });
      ledger.close();
    }),
    { numRuns: 200 },
  );
});
