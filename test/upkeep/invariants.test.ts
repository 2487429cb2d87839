import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestAll } from '../../src/ledger/digest.ts';
import { differences, falseNotes, readChain } from '../../src/ledger/verify.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { addStaff, retireStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import {
  cancelTicket,
  closeTicket,
  recordCallback,
  reopenTicket,
} from '../../src/tickets/ending.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import {
  arriveAt,
  assignTicket,
  finishTicket,
  informResident,
  noteOn,
  postponeTicket,
  recordLeakTest,
} from '../../src/tickets/work.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx, NOW } from '../support/ledger.ts';

const NOS = ['T261122-001', 'T261122-002'];

type Step = (ctx: TestCtx, no: string) => unknown;

const nothing = { leakTestedAt: undefined, costFen: undefined };

const STEPS: Record<string, Step> = {
  open: (ctx) =>
    openTicket(ctx, {
      unit: '3-2-1501',
      place: undefined,
      item: '厨房水管漏水',
      system: undefined,
      part: undefined,
      damage: undefined,
      caller: undefined,
      phone: undefined,
      category: 'leak',
      urgent: true,
      appointmentAt: undefined,
      charge: 'free',
    }),
  assign: (ctx, no) => assignTicket(ctx, no, '李强', true),
  arrive: (ctx, no) => arriveAt(ctx, no),
  postpone: (ctx, no) => postponeTicket(ctx, no, addMinutes(ctx.now, 1500), '没人在家'),
  inform: (ctx, no) => informResident(ctx, no),
  note: (ctx, no) => noteOn(ctx, no, '零件在路上'),
  finish: (ctx, no) => finishTicket(ctx, no, { work: '更换角阀', ...nothing }),
  finishTested: (ctx, no) =>
    finishTicket(ctx, no, { work: '更换角阀', ...nothing, leakTestedAt: addMinutes(ctx.now, -30) }),
  leakTest: (ctx, no) => recordLeakTest(ctx, no),
  close: (ctx, no) => closeTicket(ctx, no, { signedBy: '张伟', satisfied: true }),
  reject: (ctx, no) => closeTicket(ctx, no, { signedBy: '张伟', satisfied: false }),
  reopen: (ctx, no) => reopenTicket(ctx, no, '又漏了'),
  cancel: (ctx, no) => cancelTicket(ctx, no, '重复报修'),
  callback: (ctx, no) => callBack(ctx, no, 'satisfied'),
  complaint: (ctx, no) => callBack(ctx, no, 'dissatisfied'),
  retire: (ctx) => retireStaff(ctx, '李强'),
};

const callBack = (ctx: TestCtx, no: string, result: 'satisfied' | 'dissatisfied') =>
  recordCallback(ctx, no, { result, quality: undefined, attitude: undefined, note: undefined });

const walk = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(STEPS)),
    no: fc.constantFrom(...NOS),
    /** Sometimes what is recorded happened before what was recorded last. */
    minutes: fc.oneof(fc.nat(90), fc.nat(3000), fc.integer({ min: -200, max: 0 })),
  }),
  { minLength: 5, maxLength: 40 },
);

const violated = (ctx: TestCtx) =>
  allInvariants.flatMap(({ key, sql }) => {
    const records = ctx.ledger.db.prepare(sql).pluck().all();
    return records.length > 0 ? [`${key}: ${records.join(', ')}`] : [];
  });

describe('whatever is done at the desk, in whatever order', () => {
  it('every invariant holds, and every digest', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const ctx = await makeCtx();
        addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
        addUnit(ctx, {
          code: '3-2-1501',
          areaThousandths: 89_530,
          use: 'residential',
          handoverOn: null,
        });
        let now = NOW;
        for (const { step, no, minutes } of steps) {
          now = addMinutes(now, minutes);
          try {
            STEPS[step]?.(at(ctx, now), no);
          } catch (error) {
            if (!(error instanceof WyError)) throw error;
          }
          expect(violated(ctx), step).toEqual([]);
        }
        const chain = readChain(ctx.ledger.db);
        expect(chain.brokenAt).toBeNull();
        expect(differences(ctx.ledger.db, chain)).toEqual([]);
        expect(falseNotes(ctx.ledger.db, chain)).toEqual([]);
        expect(Object.fromEntries(chain.tables)).toEqual(digestAll(ctx.ledger.db));
        ctx.ledger.close();
      }),
      { numRuns: 150 },
    );
  });
});
