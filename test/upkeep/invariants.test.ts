import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestAll } from '../../src/ledger/digest.ts';
import { differences, falseNotes, readChain } from '../../src/ledger/verify.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import type { TestCtx } from '../support/ledger.ts';
import { walk, walkThrough } from './walk.ts';

/** What does not hold, asked again and again of one ledger. */
function inspector({ ledger }: TestCtx): () => string[] {
  const questions = allInvariants.map(({ key, sql }) => ({
    key,
    statement: ledger.db.prepare<[], string>(sql).pluck(),
  }));
  return () =>
    questions.flatMap(({ key, statement }) => {
      const records = statement.all();
      return records.length > 0 ? [`${key}: ${records.join(', ')}`] : [];
    });
}

describe('whatever is done at the desk, in whatever order', () => {
  it('every invariant holds, and every digest', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (paces) => {
        const { ledger } = await walkThrough(paces, (ctx) => {
          const violated = inspector(ctx);
          return (step) => expect(violated(), step).toEqual([]);
        });
        const chain = readChain(ledger.db);
        expect(chain.brokenAt).toBeNull();
        expect(differences(ledger.db, chain)).toEqual([]);
        expect(falseNotes(ledger.db, chain)).toEqual([]);
        expect(Object.fromEntries(chain.tables)).toEqual(digestAll(ledger.db));
        ledger.close();
      }),
      { numRuns: 60 },
    );
  });
});
