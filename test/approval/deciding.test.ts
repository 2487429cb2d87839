import { beforeEach, describe, expect, it } from 'vitest';
import { applyFor, type NewApplication } from '../../src/approval/applying.ts';
import { approve, object, passReview, refuse } from '../../src/approval/deciding.ts';
import { addPapers } from '../../src/approval/papers.ts';
import type { Role } from '../../src/policy/roles.ts';
import { addUnit } from '../../src/registry/units.ts';
import type { State } from '../../src/renovations/model.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { application, as, staffed, stageOf, when } from '../renovations/stages.ts';
import { codeOf, violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = as(when(staffed(await makeCtx()), '2026-11-23 09:00'), 'supervisor');
  const unit = { code: application.unit, areaThousandths: 89_530, handoverOn: '2020-01-10' };
  addUnit(desk, { ...unit, use: 'residential' });
});

function apply(change: Partial<NewApplication> = {}) {
  const { no } = applyFor(desk, { ...application, papers: ['all'], ...change });
  desk.warnings.length = 0;
  return no;
}

const NO_OPINION = { opinion: undefined, opinionBy: undefined };
const OPINION = { opinion: '不影响结构', opinionBy: '李强' };
const GROUNDS = { grounds: ['pipes'], text: undefined, ...NO_OPINION };

const warned = () => desk.warnings.map(({ zh }) => zh).join('\n');

const open = (no: string) =>
  requireRenovation(desk, no).deadlines.filter(({ ending }) => ending === null);

const endings = (no: string) =>
  requireRenovation(desk, no).deadlines.map(({ kind, ending }) => [kind, ending]);

describe("the supervisor's review (rules 88, 91)", () => {
  it("is kept in half a working day, and the director's begins", () => {
    const no = apply();
    const it = passReview(when(desk, '2026-11-23 15:00'), no, OPINION);
    expect(it).toMatchObject({ state: 'reviewed', reviewedBy: '王芳', ...OPINION });
    expect(endings(no)).toContainEqual(['reno.review', 'met']);
    expect(open(no)).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'reno.approve', role: 'director', clause: 'renovations.approve' },
        dueAt: when(desk, '2026-11-24 09:30').now,
      }),
    );
    expect(violated(desk)).toEqual([]);
  });

  it('shows that engineering said nothing, and that promises are missing', () => {
    passReview(desk, apply(), NO_OPINION);
    expect(warned()).toContain('没有工程维修的意见');
    expect(warned()).toContain('逐条承诺');
  });

  it('of what the policy came to ask less for is complete with it', () => {
    const no = apply({ papers: ['drawings', 'contractor-licence'] });
    const { description: _, ...papers } = desk.policy.renovations.papers;
    const policy = { ...desk.policy, renovations: { ...desk.policy.renovations, papers } };
    expect(codeOf(() => passReview(desk, no, OPINION))).toBe('papers_missing');
    const { completeAt } = passReview({ ...desk, policy }, no, OPINION);
    expect(completeAt).toBe(desk.now);
    expect(violated(desk)).toEqual([]);
  });

  it('an opinion is a text of somebody of engineering', () => {
    const no = apply();
    const given = (opinion: string | undefined, opinionBy: string | undefined) => () =>
      passReview(desk, no, { opinion, opinionBy });
    expect(codeOf(given('好', undefined))).toBe('opinion_incomplete');
    expect(codeOf(given(undefined, '李强'))).toBe('opinion_incomplete');
    expect(codeOf(given('好', '赵敏'))).toBe('missing_role');
    expect(codeOf(given('好', '李强'))).toBeUndefined();
    expect(warned()).not.toContain('没有工程维修的意见');
  });

  it.each([
    ['drawings', ['description', 'contractor-licence'], []],
    ['the approval of load-bearing walls', ['all'], ['demolish-wall']],
    ['the design of a heavier load', ['all'], ['load']],
  ])('does not pass without %s', (_, papers, works) => {
    const no = apply({ papers: [] });
    addPapers(desk, no, { add: papers, detail: undefined });
    if (works.length > 0) {
      desk.ledger.db.prepare('UPDATE renovations SET works = ?').run(works.join(','));
    }
    expect(codeOf(() => passReview(desk, no, OPINION))).toBe('papers_missing');
  });

  it.each([
    ['structure-design', 'authority-approval'],
    ['authority-approval', 'structure-design'],
  ])('load-bearing walls need %s, too', (paper, other) => {
    const rest = ['drawings', 'description', 'contractor-licence'];
    const no = apply({ works: ['demolish-wall'], papers: [...rest, other] });
    expect(codeOf(() => passReview(desk, no, OPINION))).toBe('papers_missing');
    addPapers(desk, no, { add: [paper], detail: undefined });
    expect(passReview(desk, no, OPINION).state).toBe('reviewed');
  });
});

describe('turned down by the supervisor (rules 87, 90)', () => {
  it('is decided, too, and nothing is owed until it is changed', () => {
    const no = apply();
    const made = { grounds: ['pipes', '消防隐患'], text: '燃气管穿墙', ...OPINION };
    const it = object(when(desk, '2026-11-23 11:00'), no, made);
    expect(it).toMatchObject({
      ...{ state: 'refused', refusedBy: '王芳', grounds: ['pipes', 'fire-hazard'] },
      ...{ reason: '燃气管穿墙', ...OPINION },
      next: { step: 'resubmit' },
    });
    expect(endings(no)).toEqual([
      ['reno.commit', 'waived'],
      ['reno.review', 'met'],
    ]);
    expect(showRenovation(desk, no).timeline.at(-1)).toMatchObject({
      kind: 'objected',
      detail: { codes: 'pipes,fire-hazard', text: '燃气管穿墙', ...OPINION },
    });
    expect(warned()).toMatch(/告知住户.*破损预埋管线.*消防隐患.*wy reno resubmit/);
    expect(warned()).not.toContain('燃气管穿墙');
    expect(violated(desk)).toEqual([]);
  });

  it('needs no papers to be complete', () => {
    const no = apply({ papers: [] });
    expect(object(desk, no, GROUNDS).state).toBe('refused');
  });

  it('on grounds of the policy', () => {
    const no = apply();
    expect(codeOf(() => object(desk, no, { ...GROUNDS, grounds: ['ugly'] }))).toBe('unknown_code');
  });

  it('leaves a violation to be reported', () => {
    const no = apply();
    owe(no);
    object(desk, no, GROUNDS);
    expect(open(no)).toMatchObject([{ kind: 'reno.report' }]);
  });
});

/** A duty to report, as a violation before the permit leaves it. */
function owe(no: string) {
  desk.ledger.db
    .prepare(
      `INSERT INTO deadlines (subject, kind, part, role, since_at, due_at, clause, limit_text)
       VALUES (?, 'reno.report', 1, 'supervisor', ?, ?, 'renovations.report', '0d')`,
    )
    .run(no, desk.now, desk.now);
}

describe("the director's decision (rule 89)", () => {
  const reviewed = (given = OPINION) => {
    const no = apply();
    passReview(desk, no, given);
    desk.warnings.length = 0;
    return no;
  };
  const director = (time: string) => as(when(desk, time), 'director');

  it.each([
    ['in time', '2026-11-23 15:00'],
    ['late', '2026-11-23 15:01'],
  ])('approved %s', (_, time) => {
    const no = reviewed();
    const it = approve(director(time), no, undefined);
    expect(it).toMatchObject({ state: 'approved', approvedBy: '陈主任' });
    const [kept] = it.deadlines.filter(({ kind }) => kind === 'reno.approve');
    expect(kept).toMatchObject({
      ...{ ending: 'met', endedAt: when(desk, time).now },
      dueAt: when(desk, '2026-11-23 15:00').now,
    });
    expect(violated(desk)).toEqual([]);
  });

  it('shows an opinion that is missing', () => {
    const no = apply();
    passReview(desk, no, NO_OPINION);
    desk.warnings.length = 0;
    approve(director('2026-11-23 10:00'), no, undefined);
    expect(warned()).toContain('工程维修意见');
  });

  it('refused is decided, too', () => {
    const no = reviewed();
    const it = refuse(director('2026-11-23 10:00'), no, '占用消防通道');
    expect(it).toMatchObject({
      ...{ state: 'refused', refusedBy: '陈主任', reason: '占用消防通道', grounds: [] },
    });
    expect(endings(no)).toContainEqual(['reno.approve', 'met']);
    expect(open(no)).toEqual([]);
    expect(warned()).toMatch(/告知住户.*wy reno resubmit/);
    expect(warned()).not.toContain('占用消防通道');
  });
});

describe('who decides', () => {
  const acts = {
    review: (ctx: TestCtx, no: string) => passReview(ctx, no, OPINION),
    object: (ctx: TestCtx, no: string) => object(ctx, no, GROUNDS),
    approve: (ctx: TestCtx, no: string) => approve(ctx, no, undefined),
    refuse: (ctx: TestCtx, no: string) => refuse(ctx, no, '…'),
  };

  it.each([
    ['review', 'supervisor', 'applied'],
    ['object', 'supervisor', 'applied'],
    ['approve', 'director', 'reviewed'],
    ['refuse', 'director', 'reviewed'],
  ] satisfies [keyof typeof acts, Role, State][])('%s: %s alone', async (step, role, state) => {
    const { no, ctx } = stageOf(await makeCtx(), state);
    if (state === 'applied') addPapers(ctx, no, { add: ['all'], detail: undefined });
    const others: Role[] = ['clerk', 'engineering', 'finance', 'supervisor', 'director'];
    for (const other of others.filter((each) => each !== role)) {
      expect(codeOf(() => acts[step](as(ctx, other), no))).toBe('missing_role');
    }
    expect(codeOf(() => acts[step](as(ctx, role), no))).toBeUndefined();
  });

  it.each([
    ['approve before the review', 'approve', 'applied', 'not_yet'],
    ['refuse before the review', 'refuse', 'applied', 'not_yet'],
    ['review twice', 'review', 'reviewed', 'renovation_reviewed'],
    ['object after the review', 'object', 'reviewed', 'renovation_reviewed'],
    ['approve twice', 'approve', 'approved', 'renovation_approved'],
    ['approve what was refused', 'approve', 'refused', 'renovation_refused'],
    ['review what was cancelled', 'review', 'cancelled', 'renovation_cancelled'],
    ['refuse while works run', 'refuse', 'permitted', 'renovation_permitted'],
  ] satisfies [string, keyof typeof acts, State, string][])('%s', async (_, step, state, code) => {
    const { no, ctx } = stageOf(await makeCtx(), state);
    const role = step === 'review' || step === 'object' ? 'supervisor' : 'director';
    expect(codeOf(() => acts[step](as(ctx, role), no))).toBe(code);
  });

  it('not before the last step', () => {
    const no = apply();
    const before = when(desk, '2026-11-23 08:59');
    expect(codeOf(() => passReview(before, no, OPINION))).toBe('before_last_step');
  });
});
