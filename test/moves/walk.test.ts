import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences, falseNotes, readChain } from '../../src/ledger/verify.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { cancelFile, completeFile, recordMoveCallback } from '../../src/moves/ending.ts';
import { listFiles } from '../../src/moves/record.ts';
import * as work from '../../src/moves/work.ts';
import { closeTicket, reopenTicket } from '../../src/tickets/ending.ts';
import { listTickets } from '../../src/tickets/record.ts';
import { appointAcceptance, finishTicket } from '../../src/tickets/work.ts';
import { violated } from '../support/checks.ts';
import { at, NOW, type TestCtx } from '../support/ledger.ts';
import { live, makeDesk, moveIn, moveOut, supply, transfer } from './desk.ts';

type Step = (ctx: TestCtx) => unknown;

/** The newest open file, the newest ticket; a number that does not exist where there is none. */
const file = (ctx: TestCtx) => listFiles(ctx, { open: true }).at(-1)?.no ?? 'M000000-001';
const ended = (ctx: TestCtx) => listFiles(ctx, {}).at(-1)?.no ?? 'M000000-001';
const ticket = (ctx: TestCtx) => listTickets(ctx, {}).at(-1)?.no ?? 'T000000-001';

const mended = { work: '更换窗框', costFen: undefined, leakTestedAt: undefined };
const goods = { items: ['keys'], quantity: 2, detail: undefined, signedBy: '张伟' };
const defect = { item: '窗框变形', place: undefined, category: 'leak' } as const;

const STEPS: Record<string, Step> = {
  moveIn: (ctx) => moveIn(ctx),
  moveInAgain: (ctx) => moveIn(ctx, { name: '李静', phone: undefined, attendance: 'agent' }),
  moveOut: (ctx) => moveOut(ctx),
  moveOutAll: (ctx) => moveOut(ctx, { leaving: 'household' }),
  moveAway: (ctx) => moveOut(ctx, { leaving: 'occupants' }),
  transfer: (ctx) => transfer(ctx, { fromOn: ctx.today }),
  live: (ctx) => live(ctx, '周小明', 'family', { fromOn: ctx.today }),
  rent: (ctx) => live(ctx, '周敏', 'tenant', { phone: '13800000006', fromOn: ctx.today }),
  paper: (ctx) => work.addPapers(ctx, file(ctx), ['id-card']),
  handout: (ctx) => work.handOut(ctx, file(ctx), goods),
  takeBack: (ctx) => work.takeBack(ctx, file(ctx), goods),
  meter: (ctx) => work.readMeters(ctx, file(ctx), { water: ctx.now.length * 10 }, undefined),
  settle: (ctx) => work.settle(ctx, file(ctx), { items: ['arrears'], detail: '无' }),
  defect: (ctx) => work.addDefect(ctx, file(ctx), { ...defect, appointmentAt: undefined }),
  strike: (ctx) => work.strikeOut(ctx, file(ctx), ['id-card', 'water', 'inspection'], '记错'),
  strikeOne: (ctx) => work.strikeOut(ctx, file(ctx), ['keys'], '记错'),
  rest: (ctx) => work.addPapers(ctx, file(ctx), ['all'], '刘洋'),
  note: (ctx) => work.noteOnFile(ctx, ended(ctx), '已电话联系'),
  supply: (ctx) => supply(ctx, file(ctx)),
  complete: (ctx) => completeFile(ctx, file(ctx)),
  cancel: (ctx) => cancelFile(ctx, file(ctx), '改期'),
  callback: (ctx) => recordMoveCallback(ctx, ended(ctx), { result: 'fair', note: undefined }),
  finish: (ctx) => finishTicket(ctx, ticket(ctx), mended),
  appoint: (ctx) => appointAcceptance(ctx, ticket(ctx), addMinutes(ctx.now, 600)),
  accept: (ctx) => closeTicket(ctx, ticket(ctx), { signedBy: '张伟', satisfied: true }),
  reject: (ctx) => closeTicket(ctx, ticket(ctx), { signedBy: '张伟', satisfied: false }),
  reopen: (ctx) => reopenTicket(ctx, ticket(ctx), '仍变形'),
};

const walk = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(STEPS), 'supply', 'complete', 'supply', 'complete'),
    minutes: fc.oneof(fc.nat(90), fc.nat(3000), fc.integer({ min: -200, max: 0 })),
  }),
  { minLength: 10, maxLength: 50 },
);

it('whatever is done to files, in whatever order, every invariant holds, and every digest', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const ctx = await makeDesk();
      let now = NOW;
      for (const { step, minutes } of steps) {
        now = addMinutes(now, minutes);
        try {
          STEPS[step]?.(at(ctx, now));
        } catch (error) {
          if (!(error instanceof WyError)) throw error;
        }
        expect(violated(ctx), step).toEqual([]);
      }
      const chain = readChain(ctx.ledger.db);
      expect(chain.brokenAt).toBeNull();
      expect(differences(ctx.ledger.db, chain)).toEqual([]);
      expect(falseNotes(ctx.ledger.db, chain)).toEqual([]);
      ctx.ledger.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
