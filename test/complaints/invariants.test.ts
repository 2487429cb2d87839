import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
  signCallback,
  tellResult,
} from '../../src/complaints/ending.ts';
import { escalate } from '../../src/complaints/escalation.ts';
import { invariants } from '../../src/complaints/invariants.ts';
import { regrade } from '../../src/complaints/regrading.ts';
import {
  addMeasure,
  analyse,
  assignComplaint,
  carryOut,
  investigate,
  noteOn,
  planRemedy,
  promiseReply,
  replyTo,
  stopHarm,
} from '../../src/complaints/work.ts';
import { digestAll } from '../../src/ledger/digest.ts';
import { readChain } from '../../src/ledger/verify.ts';
import { addDays } from '../../src/lib/day.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { violated } from '../support/checks.ts';
import { at, NOW, type TestCtx } from '../support/ledger.ts';
import { complaintDesk, log, when } from './desk.ts';

const NOS = ['C261122-001', 'C261122-002'];

type Step = (ctx: TestCtx, no: string) => unknown;

const STEPS: Record<string, Step> = {
  log: (ctx) => log(ctx, { category: 'parking', askedUntilAt: addMinutes(ctx.now, 600) }),
  logMajor: (ctx) => log(ctx, { grade: 'major', harmOngoing: true }),
  logInvalid: (ctx) => log(ctx, { nature: 'invalid', grade: 'important', against: 'neighbour' }),
  escalate: (ctx, no) => escalate(ctx, no, '陈主任', undefined),
  escalated: (ctx, no) => escalate(ctx, no, 'engineering', addMinutes(ctx.now, -20)),
  stop: (ctx, no) => stopHarm(ctx, no, undefined),
  stopped: (ctx, no) => stopHarm(ctx, no, addMinutes(ctx.now, -15)),
  investigate: (ctx, no) => investigate(ctx, no, '属实'),
  assign: (ctx, no) => assignComplaint(ctx, no, '李强'),
  plan: (ctx, no) => planRemedy(ctx, no, { text: '赔偿', costFen: 100 }),
  measure: (ctx, no) =>
    addMeasure(ctx, no, {
      kind: 'preventive',
      text: '巡查',
      owner: '李强',
      untilOn: addDays(ctx.today, 1),
    }),
  done: (ctx, no) => carryOut(ctx, no, 1),
  doneSecond: (ctx, no) => carryOut(ctx, no, 2),
  reply: (ctx, no) => replyTo(ctx, no, '三天'),
  promise: (ctx, no) => promiseReply(ctx, no, addMinutes(ctx.now, 90), undefined),
  resolve: (ctx, no) => resolveComplaint(ctx, no, '已修复'),
  tell: (ctx, no) => tellResult(ctx, no),
  close: (ctx, no) => closeComplaint(ctx, no),
  callback: (ctx, no) => recordCallback(ctx, no, { result: 'satisfied', signedBy: '陈主任' }),
  complain: (ctx, no) => recordCallback(ctx, no, { result: 'dissatisfied' }),
  sign: (ctx, no) => signCallback(ctx, no, '陈主任'),
  note: (ctx, no) => noteOn(ctx, no, '已联系'),
  worse: (ctx, no) => regrade(ctx, no, { grade: 'major', reason: '…' }),
  better: (ctx, no) => regrade(ctx, no, { grade: 'minor', reason: '…' }),
  between: (ctx, no) => regrade(ctx, no, { grade: 'important', category: 'fees', reason: '…' }),
  elsewhere: (ctx, no) => regrade(ctx, no, { against: 'security', reason: '…' }),
  groundless: (ctx, no) => regrade(ctx, no, { nature: 'invalid', reason: '…' }),
  reopen: (ctx, no) => reopenComplaint(ctx, no, '又来了'),
  analyse: (ctx, no) => analyse(ctx, no, '…'),
};

const walk = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(STEPS)),
    no: fc.constantFrom(...NOS),
    minutes: fc.oneof(fc.nat(60), fc.nat(2500), fc.integer({ min: -200, max: 0 })),
  }),
  { minLength: 8, maxLength: 45 },
);

describe('whatever is done with complaints, in whatever order', () => {
  it('every invariant holds, and every digest', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const ctx = await complaintDesk();
        log(ctx);
        log(ctx, { grade: 'major' });
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
        expect(Object.fromEntries(chain.tables)).toEqual(digestAll(ctx.ledger.db));
        ctx.ledger.close();
      }),
      { numRuns: 50 },
    );
  });
});

describe('each invariant names its offender', () => {
  it.each<[string, string]>([
    ['complaints.known', "grade = 'huge'"],
    ['complaints.known', "channel = 'pigeon'"],
    ['complaints.known', "against = 'nobody'"],
    ['complaints.known', "state = 'lost'"],
    ['complaints.moments', "received_at = '2026-11-22 09:30'"],
    ['complaints.order', "happened_at = '2026-12-24T00:00:00Z'"],
    ['complaints.order', "told_at = '2026-11-22T01:00:00Z'"],
    ['complaints.somebody', 'unit_id = NULL'],
    ['complaints.resolved', 'result = NULL'],
    ['complaints.closed', 'closed_at = NULL'],
    ['complaints.closed', "nature = 'invalid'"],
    ['complaints.harm', 'harm_at_reception = 1'],
    ['complaints.harm', "harm_stopped_at = '2026-11-22T02:00:00Z'"],
    ['complaints.verified', 'facts = NULL'],
    ['complaints.callback', 'callback_result = NULL'],
    ['complaints.callback', 'callback_at = NULL, callback_result = NULL'],
    ['complaints.rounds', 'repeats = 1'],
    ['complaints.about', "about = 'T991231-001'"],
    ['complaints.resolve_promised', "state = 'open'"],
  ])('%s: %s', async (key, change) => {
    const ctx = await ended();
    ctx.ledger.db.exec(`UPDATE complaints SET ${change} WHERE no = '${NOS[0]}'`);
    expect(violated(ctx, invariants)).toContain(`${key}: ${NOS[0]}`);
  });

  it.each<[string, string]>([
    ['complaints.callback_promised', "DELETE FROM deadlines WHERE kind = 'complaint.callback'"],
    [
      'complaints.ended',
      "UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE kind = 'complaint.verify'",
    ],
    [
      'complaints.resolve_promised',
      "UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE kind = 'complaint.resolve'",
    ],
    [
      'complaints.promised_once',
      `INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text)
       SELECT subject, kind, role, since_at, due_at, clause, limit_text FROM deadlines, json_each('[1,2]')
       WHERE kind = 'complaint.tell'`,
    ],
    ['complaint_measures.known', "UPDATE complaint_measures SET kind = 'wish'"],
    ['complaint_measures.known', "UPDATE complaint_measures SET until_on = '2026-02-30'"],
    ['complaint_measures.promised', 'UPDATE complaint_measures SET owner_id = NULL'],
    ['complaint_measures.promised', 'UPDATE complaint_measures SET done_at = NULL'],
    [
      'complaint_measures.promised',
      "DELETE FROM deadlines WHERE kind = 'complaint.measure' AND part = 2",
    ],
  ])('%s: %s', async (key, sql) => {
    const ctx = await ended();
    ctx.ledger.db.exec(sql);
    expect(violated(ctx, invariants)).toContain(`${key}: ${NOS[0]}`);
  });

  it('and none where nothing is wrong', async () => {
    expect(violated(await ended())).toEqual([]);
  });
});

/** One that was told, measured (one measure done, one not), resolved, closed, called back and signed. */
async function ended(): Promise<TestCtx> {
  const ctx = await complaintDesk();
  const no = log(ctx, { grade: 'important' }).no;
  const measure = { kind: 'corrective', text: '…', owner: '李强', untilOn: '2026-11-30' } as const;
  investigate(ctx, no, '属实');
  addMeasure(ctx, no, measure);
  addMeasure(ctx, no, measure);
  carryOut(ctx, no, 1);
  resolveComplaint(ctx, no, '…');
  tellResult(ctx, no);
  closeComplaint(ctx, no);
  recordCallback(when(ctx, '11-23 09:00'), no, { result: 'fair', signedBy: '李强' });
  return ctx;
}

describe('the journal', () => {
  it('holds no word that anybody said, and no name', async () => {
    const ctx = await complaintDesk();
    const secret = '秘密';
    const no = log(ctx, {
      text: secret,
      who: secret,
      phone: '13911112222',
      place: secret,
      wants: secret,
      againstPerson: secret,
    }).no;
    escalate(ctx, no, '陈主任', undefined);
    investigate(ctx, no, secret);
    planRemedy(ctx, no, { text: secret, costFen: 100 });
    addMeasure(ctx, no, { kind: 'corrective', text: secret, owner: '李强', untilOn: '2026-11-30' });
    promiseReply(ctx, no, addMinutes(NOW, 60), secret);
    replyTo(ctx, no, secret);
    noteOn(ctx, no, secret);
    regrade(ctx, no, { grade: 'important', reason: secret });
    resolveComplaint(ctx, no, secret);
    tellResult(ctx, no);
    closeComplaint(ctx, no);
    recordCallback(ctx, no, { result: 'dissatisfied', signedBy: '李强', note: secret });
    const lines = ctx.ledger.db
      .prepare('SELECT action, changes FROM journal WHERE subject = ? ORDER BY seq')
      .all(no) as { action: string; changes: string }[];
    expect(lines.map(({ action }) => action)).toEqual([
      'complaint.log',
      'complaint.escalate',
      'complaint.investigate',
      'complaint.plan',
      'complaint.measure',
      'complaint.promise',
      'complaint.reply',
      'complaint.note',
      'complaint.regrade',
      'complaint.resolve',
      'complaint.tell',
      'complaint.close',
      'complaint.callback',
    ]);
    const all = lines.map(({ changes }) => changes).join();
    for (const word of [secret, '13911112222', '陈主任', '李强']) expect(all).not.toContain(word);
    expect(JSON.parse(lines[0]?.changes ?? '')).toEqual({
      unit: '3-2-1501',
      channel: 'phone',
      grade: 'minor',
      nature: 'valid',
      category: 'other',
      against: 'engineering',
      askedUntilAt: null,
      harmAtReception: false,
      about: null,
      caller: '***',
      phone: '***',
      againstPerson: '***',
    });
  });
});
