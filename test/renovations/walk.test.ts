import fc from 'fast-check';
import { expect, it } from 'vitest';
import { close } from '../../src/acceptance/closing.ts';
import { deduct } from '../../src/acceptance/deducting.ts';
import { accept, reject, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { refund } from '../../src/acceptance/refunding.ts';
import { fault, reinspect } from '../../src/acceptance/reinspecting.ts';
import { applyFor, resubmit } from '../../src/approval/applying.ts';
import { approve, object, passReview, refuse } from '../../src/approval/deciding.ts';
import { cancelRenovation, noteOnRenovation } from '../../src/approval/ending.ts';
import { takeFees } from '../../src/approval/fees.ts';
import { addPapers, strikePapers } from '../../src/approval/papers.ts';
import { issuePermit, openUtilities, tellOfWorks } from '../../src/approval/permit.ts';
import { commit } from '../../src/approval/promising.ts';
import { dutiesDueBy } from '../../src/deadlines/service.ts';
import { differences, falseNotes, readChain } from '../../src/ledger/verify.ts';
import { addDays } from '../../src/lib/day.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addMinutes, atLocal } from '../../src/lib/moment.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { CHAIN, refusalOfLacks, refusalOfState, STEPS } from '../../src/renovations/chain-rules.ts';
import type { Step } from '../../src/renovations/model.ts';
import { type RenovationRecord, requireRenovation } from '../../src/renovations/record.ts';
import { extendWorks } from '../../src/works/extending.ts';
import { addWorker, renewPasses } from '../../src/works/issuing.ts';
import { grantOvertime } from '../../src/works/overtime.ts';
import { patrolWorks } from '../../src/works/patrolling.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { reportViolation } from '../../src/works/reporting.ts';
import { addViolation } from '../../src/works/violating.ts';
import { violated } from '../support/checks.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';
import { application, as, housed, INSPECTORS, staffed, when } from './stages.ts';

const NOTHING = { text: undefined, note: undefined, opinion: undefined, opinionBy: undefined };

const SEEN = { inspectors: INSPECTORS, note: undefined };

const ANEW = { scope: undefined, works: undefined, fromOn: undefined, papers: [], text: undefined };

const found = (code: string) => ({ code, measures: ['stop-work'] as const });

/** Every step of the chain, as it is done by whoever may do it. */
const DO: Readonly<Record<Step, (ctx: TestCtx, no: string) => unknown>> = {
  paper: (ctx, no) => addPapers(ctx, no, { add: ['all'], detail: undefined }),
  strike: (ctx, no) => strikePapers(ctx, no, ['drawings']),
  commit: (ctx, no) =>
    commit(ctx, no, {
      ...{ items: undefined, signedBy: '张伟', foreman: '马师傅', explainedBy: undefined },
    }),
  review: (ctx, no) => passReview(ctx, no, NOTHING),
  object: (ctx, no) => object(ctx, no, { ...NOTHING, grounds: ['pipes'] }),
  resubmit: (ctx, no) => resubmit(ctx, no, { ...ANEW, untilOn: addDays(ctx.today, 9) }),
  approve: (ctx, no) => approve(ctx, no, undefined),
  refuse: (ctx, no) => refuse(ctx, no, '方案不全'),
  fees: (ctx, no) => takeFees(ctx, { no, method: 'cash', party: undefined, holder: undefined }),
  permit: (ctx, no) =>
    issuePermit(ctx, no, { told: [], untilOn: addDays(ctx.today, 5), approvedBy: '王芳' }),
  tell: (ctx, no) => tellOfWorks(ctx, no, ['security', 'engineering']),
  utilities: (ctx, no) => openUtilities(ctx, no, undefined),
  worker: (ctx, no) =>
    addWorker(ctx, no, {
      ...{ name: ctx.now, idNo: undefined, phone: undefined, photos: 2, until: undefined },
    }),
  renew: (ctx, no) => renewPasses(ctx, no, { pass: undefined, until: addDays(ctx.today, 3) }),
  patrol: (ctx, no) => patrolWorks(ctx, no, { note: undefined, violation: undefined }),
  overtime: (ctx, no) =>
    grantOvertime(ctx, no, {
      from: atLocal(ctx.today, '19:00', ctx.zone),
      until: atLocal(ctx.today, '20:00', ctx.zone),
      ...{ reason: '赶工', approvedBy: '王芳' },
    }),
  extend: (ctx, no) =>
    extendWorks(ctx, no, { until: addDays(ctx.today, 6), reason: '晚到', approvedBy: '王芳' }),
  violation: (ctx, no) => addViolation(ctx, no, found(ctx.now.length % 2 ? 'V20' : 'V09')),
  report: (ctx, no) => reportViolation(ctx, no, { part: undefined, to: '区住建局', at: undefined }),
  rectify: (ctx, no) => rectifyViolation(ctx, no, { part: openPart(ctx, no), note: undefined }),
  request: (ctx, no) => requestAcceptance(ctx, no, {}),
  accept: (ctx, no) => accept(ctx, no, { inspectors: INSPECTORS }),
  reject: (ctx, no) => reject(ctx, no, { inspectors: INSPECTORS, note: '空鼓' }),
  permits: (ctx, no) => takeBackPermits(ctx, no, { returned: ['all'], cleared: false }),
  clear: (ctx, no) => takeBackPermits(ctx, no, { lost: ['all'], cleared: true }),
  deduct: (ctx, no) =>
    deduct(ctx, no, {
      ...{ amountFen: 2500_00, ground: undefined, reason: '损坏' },
      ...{ assessedBy: '李强', approvedBy: '陈主任' },
    }),
  reinspect: (ctx, no) => reinspect(ctx, no, SEEN),
  fault: (ctx, no) => fault(ctx, no, { ...SEEN, note: '渗水' }),
  refund: (ctx, no) => refund(ctx, no, { method: undefined, reason: undefined }),
  close: (ctx, no) => close(ctx, no, undefined),
  cancel: (ctx, no) => cancelRenovation(ctx, no, { reason: '改期', method: undefined }),
  note: (ctx, no) => noteOnRenovation(ctx, no, '已电话联系'),
};

const openPart = (ctx: TestCtx, no: string): number | undefined =>
  requireRenovation(ctx, no).violations.find(({ rectifiedAt }) => rectifiedAt === null)?.part;

/** What keeps a promise, as the agenda says it; of each what may still be lacking when it is due. */
const KEPT_BY: Readonly<Record<string, readonly [Step, ...string[]]>> = {
  'reno.commit': ['commit'],
  'reno.review': ['review', 'open_violations'],
  'reno.approve': ['approve'],
  'reno.tell': ['tell'],
  'reno.utilities': ['utilities'],
  'reno.patrol': ['patrol'],
  'reno.rectify': ['rectify'],
  'reno.report': ['report'],
  'reno.pass-expiry': ['renew'],
  'reno.period-end': ['request'],
  'reno.accept': ['accept', 'open_violations'],
  'reno.clear': ['clear'],
  'reno.reinspect': ['reinspect', 'open_violations'],
  'reno.refund': ['refund', 'permits_out', 'permits_unpaid'],
};

/** Promises on the agenda that cannot be kept by what it says. */
function unkeepable(ctx: TestCtx, it: RenovationRecord): string[] {
  const far = atLocal(addDays(ctx.today, 400), '12:00', ctx.zone);
  return dutiesDueBy(ctx, far)
    .filter(({ subject }) => subject === it.no)
    .filter(({ kind, part }) => {
      const [step, ...lacking] = KEPT_BY[kind] ?? [];
      if (!step) return true;
      const lack = refusalOfLacks(step, it)?.code;
      const gone =
        (kind === 'reno.rectify' &&
          !it.openViolations.some((each) => each.startsWith(`${part} `))) ||
        (kind === 'reno.pass-expiry' &&
          it.permits.find((each) => each.part === part)?.fate !== null);
      return gone || refusalOfState(step, it) !== undefined || (lack && !lacking.includes(lack));
    })
    .map(({ kind, part }) => `${kind} ${part ?? ''} in ${it.state}`);
}

/** Pays what the household was charged for it and has not paid. */
function payClaim(ctx: TestCtx, no: string): void {
  const { unit, claimOutstandingFen, claimCharges } = requireRenovation(ctx, no);
  const paid = { unit, amountFen: claimOutstandingFen, method: 'cash', payer: undefined } as const;
  takeMoney(ctx, { ...paid, for: claimCharges.map(String) });
}

type Choice = Step | 'next' | 'pay' | 'apply';

const walk = fc.array(
  fc.record({
    choice: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Choice>('next') },
      { weight: 8, arbitrary: fc.constantFrom<Choice>(...STEPS, 'pay', 'apply') },
    ),
    minutes: fc.oneof(
      { weight: 8, arbitrary: fc.nat(300) },
      { weight: 2, arbitrary: fc.nat(6000) },
      { weight: 1, arbitrary: fc.constant(100 * 1440) },
      { weight: 1, arbitrary: fc.integer({ min: -300, max: 0 }) },
    ),
  }),
  { minLength: 20, maxLength: 60 },
);

it('whatever is done to a renovation, in whatever order, every invariant and every digest holds', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const ctx = staffed(await makeCtx());
      housed(ctx, application.unit);
      let { now } = when(ctx, '2026-11-23 09:00');
      const { no: first } = applyFor(at(ctx, now), application);
      let no = first;
      for (const { choice, minutes } of steps) {
        now = addMinutes(now, minutes);
        const then = at(ctx, now);
        const before = requireRenovation(then, no);
        const step = choice === 'next' ? (before.next?.step ?? 'apply') : choice;
        try {
          if (step === 'pay') payClaim(then, no);
          else if (step === 'apply') {
            const until = { fromOn: then.today, untilOn: addDays(then.today, 9) };
            ({ no } = applyFor(then, { ...application, ...until }));
          } else if (step) DO[step](as(then, CHAIN[step].role), no);
        } catch (error) {
          if (!(error instanceof WyError)) throw error;
          if (error.code === 'too_early' && minutes >= 0) continue;
          expect(requireRenovation(then, no), error.code).toEqual(before);
        }
        expect(violated(ctx), step).toEqual([]);
        const after = requireRenovation(then, no);
        expect(unkeepable(then, after), step).toEqual([]);
      }
      const chain = readChain(ctx.ledger.db);
      expect(chain.brokenAt).toBeNull();
      expect(differences(ctx.ledger.db, chain)).toEqual([]);
      expect(falseNotes(ctx.ledger.db, chain)).toEqual([]);
      ctx.ledger.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);
