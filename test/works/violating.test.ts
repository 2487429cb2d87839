import { beforeEach, describe, expect, it } from 'vitest';
import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { refund } from '../../src/acceptance/refunding.ts';
import { reinspect } from '../../src/acceptance/reinspecting.ts';
import { passReview } from '../../src/approval/deciding.ts';
import { addPapers } from '../../src/approval/papers.ts';
import { issuePermit } from '../../src/approval/permit.ts';
import { transact } from '../../src/ledger/transact.ts';
import { localText } from '../../src/lib/moment.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { recordViolation, type Treatment, treatViolation } from '../../src/works/violating.ts';
import { INSPECTORS, stageOf, when } from '../renovations/stages.ts';
import { at, makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';
import { find, owedFor, refusalOf, rubbish, violationOf } from './violation-site.ts';

/** Monday 2026-11-23, 14:21: works are permitted. */
let ctx: TestCtx;
let no: string;

const stage = async (state: State, policy?: Policy) => {
  ({ ctx, no } = stageOf(await makeCtx(policy && { policy }), state));
};

const local = (moment: string | null) => moment && localText(moment, ctx.zone);

const treat = (on: TestCtx, done: Partial<Treatment & { stoppedAt: string }>, part = 1) =>
  treatViolation(on, no, part, { measures: ['persuade'], ...done });

beforeEach(() => stage('permitted'));

describe('a violation', () => {
  it('stops the works at once and is to be put right by the policy', () => {
    find(ctx, no, { note: '垃圾堆在楼道' });
    expect(violationOf(ctx, no)).toMatchObject({
      ...{ part: 1, code: 'V20', note: '垃圾堆在楼道', measures: ['persuade'], foundBy: '王芳' },
      ...{ foundAt: ctx.now, stoppedAt: ctx.now, rectifiedAt: null, reportedAt: null },
    });
    expect(local(violationOf(ctx, no).fixBy)).toBe('2026-11-26 23:59');
    expect(owedFor(ctx, no)).toEqual(['rectify clerk 11-26 23:59 open']);
  });

  it('is numbered within its renovation, in one transaction, too', () => {
    const it = requireRenovation(ctx, no);
    const parts = transact(ctx, 'test', () => [
      recordViolation(ctx, it, rubbish),
      recordViolation(ctx, it, { ...rubbish, code: '24' }),
    ]);
    expect(parts.map(({ part }) => part)).toEqual([1, 2]);
    expect(violationOf(ctx, no, 2).code).toBe('V24');
  });

  it('takes several measures, in their order', () => {
    find(ctx, no, { measures: ['stop-work', 'restore', 'compensation'] });
    expect(violationOf(ctx, no).measures).toEqual(['stop-work', 'restore', 'compensation']);
  });

  it('stands in the timeline, the stop only where it was earlier', () => {
    find(ctx, no);
    find(ctx, no, { stoppedAt: '2026-11-23T06:00:00Z' });
    const [first, second] = timelineOf(ctx.ledger, no).filter(({ kind }) => kind === 'violated');
    const fixByAt = '2026-11-26T15:59:59Z';
    expect(first?.detail).toEqual({
      part: 1,
      code: 'V20',
      measures: 'persuade',
      text: null,
      fixByAt,
    });
    expect(second?.detail).toMatchObject({ part: 2, stoppedAt: '2026-11-23T06:00:00Z' });
  });

  it.each<[string, number, string]>([
    ['in the second of the finding', 0, 'done'],
    ['a second later', 1, 'time_ahead'],
  ])('stopped %s', (_, seconds, expected) => {
    const stoppedAt = new Date(Date.parse(ctx.now) + seconds * 1000).toISOString();
    expect(refusalOf(() => find(ctx, no, { stoppedAt: stoppedAt.replace('.000', '') }))).toBe(
      expected,
    );
  });

  it.each([
    ['at the application', '2026-11-23T01:00:00Z', 'done'],
    ['a second before it', '2026-11-23T00:59:59Z', 'before_application'],
  ])('stopped %s', (_, stoppedAt, expected) => {
    expect(refusalOf(() => find(ctx, no, { stoppedAt }))).toBe(expected);
  });

  it.each([
    ['now', 0, 'done'],
    ['a second ago', -1, 'fix_by_passed'],
  ])('to be put right by %s', (_, seconds, expected) => {
    const fixBy = new Date(Date.parse(ctx.now) + seconds * 1000).toISOString().replace('.000', '');
    expect(refusalOf(() => find(ctx, no, { fixBy }))).toBe(expected);
  });

  it('written up later may be to be put right by a time that has passed since', () => {
    const fixBy = '2026-11-25T10:00:00Z';
    find({ ...ctx, recordedAt: '2026-11-30T01:00:00Z' }, no, { fixBy });
    expect(owedFor(when(ctx, '2026-11-30 09:00'), no)).toEqual([
      'rectify clerk 11-25 18:00 overdue',
    ]);
  });

  it('is given the grace of the policy beyond its notice', async () => {
    const policy = await policyOf(
      'site: {name: 蓝天新苑}\nrenovations: {notice: 2d, rectify: 12h}\n',
    );
    await stage('permitted', policy);
    find(ctx, no);
    expect(local(violationOf(ctx, no).fixBy)).toBe('2026-11-25 23:59');
    expect(owedFor(ctx, no)).toEqual(['rectify clerk 11-26 11:59 open']);
  });
});

describe('what is no power of the company', () => {
  it('is not recorded unasked', () => {
    expect(refusalOf(() => find(ctx, no, { measures: ['seize'] }))).toBe('seizure_not_confirmed');
    expect(requireRenovation(ctx, no).violations).toEqual([]);
  });

  it('is recorded for who was told, and warned of', () => {
    ctx.warnings.length = 0;
    find(ctx, no, { measures: ['seize'], isAgreed: true });
    expect(violationOf(ctx, no).measures).toEqual(['seize']);
    expect(ctx.warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining('may not take or keep tools, nor fine anybody'),
    ]);
  });

  it('leaves compensation to the agreement, by a deduction', () => {
    ctx.warnings.length = 0;
    find(ctx, no, { measures: ['compensation'] });
    expect(ctx.warnings.map(({ en }) => en)).toEqual([
      expect.stringMatching(/is no fine; when .*: wy reno deduct D261123-001 --amount …/),
    ]);
  });

  it('knows that nothing is held before the permit', async () => {
    await stage('approved');
    ctx.warnings.length = 0;
    find(ctx, no, { measures: ['compensation'] });
    expect(ctx.warnings[0]?.en).toContain('once the permit is out');
  });
});

describe('a further measure', () => {
  beforeEach(() => void find(ctx, no));
  const later = () => when(ctx, '2026-11-25 10:00');

  it('with a notice moves the time', () => {
    treat(later(), { measures: ['stop-work'] });
    expect(violationOf(ctx, no)).toMatchObject({ measures: ['persuade', 'stop-work'] });
    expect(local(violationOf(ctx, no).fixBy)).toBe('2026-11-28 23:59');
    expect(owedFor(later(), no)).toEqual(['rectify clerk 11-28 23:59 open']);
  });

  it('with a time of its own moves it, too', () => {
    treat(later(), { fixBy: '2026-11-25T10:00:00Z' });
    expect(owedFor(later(), no)).toEqual(['rectify clerk 11-25 18:00 open']);
  });

  it('of words alone leaves it', () => {
    treat(later(), {});
    expect(owedFor(later(), no)).toEqual(['rectify clerk 11-26 23:59 open']);
  });

  it('taken again is named once', () => {
    treat(later(), {});
    expect(violationOf(ctx, no).measures).toEqual(['persuade']);
  });

  it.each([
    ['in the last second', '2026-11-26T15:59:59Z', ['rectify clerk 11-29 23:59 open']],
    [
      'a second later, the first stays missed',
      '2026-11-26T16:00:00Z',
      ['rectify clerk 11-26 23:59 late', 'rectify clerk 11-30 23:59 open'],
    ],
  ])('%s', (_, now, expected) => {
    const then = at(ctx, now);
    treat(then, { measures: ['restore'] });
    expect(owedFor(then, no)).toEqual(expected);
  });

  it.each<[string, Partial<Treatment & { stoppedAt: string }>, number, string]>([
    ['one that is not there', {}, 2, 'unknown_violation_part'],
    ['stopped for a second time', { stoppedAt: '2026-11-23T06:00:00Z' }, 1, 'stopped_already'],
    ['seizing, unasked', { measures: ['seize'] }, 1, 'seizure_not_confirmed'],
    ['in the past', { fixBy: '2026-11-25T01:59:59Z' }, 1, 'fix_by_passed'],
  ])('is refused: %s', (_, done, part, code) => {
    expect(refusalOf(() => treat(later(), done, part))).toBe(code);
  });

  it('is refused of one that was put right', () => {
    rectifyViolation(later(), no, { part: 1, note: undefined });
    expect(refusalOf(() => treat(later(), {}))).toBe('already_rectified');
  });
});

describe('is recorded', () => {
  const RECORDED: readonly State[] = [
    ...(['applied', 'refused', 'reviewed', 'approved', 'permitted', 'accepted'] as const),
  ];

  it.each(
    (Object.keys(STATES) as State[]).map((state) => [state, RECORDED.includes(state)] as const),
  )('when %s: %s', async (state, isRecorded) => {
    await stage(state);
    const said = refusalOf(() => find(ctx, no, { code: 'V01' }));
    expect(said).toBe(isRecorded ? 'done' : `renovation_${state}`);
  });
});

describe('an open one holds up', () => {
  const papers = (on: TestCtx) => addPapers(on, no, { add: ['all'], detail: undefined });
  const OPINION = { opinion: '不影响结构', opinionBy: '李强' };
  const BLOCKED: readonly (readonly [string, State, string, (on: TestCtx) => unknown])[] = [
    ['the review', 'applied', '2026-11-23 15:00', (on) => passReview(on, no, OPINION)],
    [
      'the acceptance',
      'permitted',
      '2026-12-18 15:00',
      (on) => accept(on, no, { inspectors: INSPECTORS }),
    ],
    ['the re-inspection', 'accepted', '2027-03-18 10:00', (on) => reinspect(on, no, {})],
    ['the refund', 'reinspected', '2027-03-18 15:00', (on) => refund(on, no, BACK)],
  ];
  const BACK = { method: undefined, reason: undefined };

  it.each(BLOCKED)('%s', async (_, state, time, go) => {
    await stage(state);
    if (state === 'applied') papers(ctx);
    transact(ctx, 'test', () => recordViolation(ctx, requireRenovation(ctx, no), rubbish));
    const then = when(ctx, time);
    if (state === 'permitted') requestAcceptance(then, no, {});
    expect(refusalOf(() => go(then))).toBe('open_violations');
    rectifyViolation(then, no, { part: undefined, note: undefined });
    expect(refusalOf(() => go(then))).not.toBe('open_violations');
  });

  it('the permit', async () => {
    await stage('approved');
    papers(ctx);
    find(ctx, no, { code: 'V01' });
    const go = () => issuePermit(ctx, no, { told: [], untilOn: undefined, approvedBy: undefined });
    expect(refusalOf(go)).toBe('open_violations');
    rectifyViolation(ctx, no, { part: 1, note: undefined });
    expect(refusalOf(go)).toBe('fees_unpaid');
  });
});
