import { beforeEach, describe, expect, it } from 'vitest';
import { applyFor, type NewApplication } from '../../src/approval/applying.ts';
import { commit, type Promising } from '../../src/approval/promising.ts';
import { addUnit } from '../../src/registry/units.ts';
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
  const { no } = applyFor(desk, { ...application, ...change });
  desk.warnings.length = 0;
  return no;
}

const NOTHING = {
  items: undefined,
  signedBy: undefined,
  foreman: undefined,
  explainedBy: undefined,
};

const promised = (no: string, change: Partial<Promising>, ctx = desk) =>
  commit(ctx, no, { ...NOTHING, ...change });

const HOUSEHOLD = { signedBy: '张伟' };
const TEAM = { foreman: '马师傅' };

const commitment = (no: string) =>
  requireRenovation(desk, no).deadlines.filter(({ kind }) => kind === 'reno.commit');

/** The policy as it is without this violation. */
function without<C extends TestCtx>(ctx: C, code: string): C {
  const { [code]: _, ...violations } = ctx.policy.renovations.violations;
  return {
    ...ctx,
    policy: { ...ctx.policy, renovations: { ...ctx.policy.renovations, violations } },
  };
}

const warned = () => desk.warnings.map(({ zh }) => zh).join('\n');

describe('promises (rule 86)', () => {
  it('of both, all of them, keep the day', () => {
    const no = apply();
    const it = promised(no, { ...HOUSEHOLD, ...TEAM });
    expect(it).toMatchObject({ commitments: { total: 32, made: 32 }, unpromised: [] });
    expect(commitment(no)).toMatchObject([{ ending: 'met' }]);
    expect(warned()).toContain('一式两份');
    expect(showRenovation(desk, no).timeline.slice(1)).toMatchObject([
      { kind: 'promised', detail: { party: 'household', count: 32, signedBy: '张伟' } },
      { kind: 'promised', detail: { party: 'team', count: 32, signedBy: '马师傅' } },
    ]);
    expect(violated(desk)).toEqual([]);
  });

  it('count once both have made them', () => {
    const no = apply();
    promised(no, HOUSEHOLD);
    expect(requireRenovation(desk, no).commitments.made).toBe(0);
    promised(no, { ...TEAM, items: ['V01', '乱拉电线', '超负荷用电'] });
    const { commitments, unpromised } = requireRenovation(desk, no);
    expect([commitments.made, unpromised.length, unpromised[0]]).toEqual([2, 30, 'V03']);
    expect(commitment(no)).toMatchObject([{ ending: null }]);
    expect(warned()).toContain('还有 30 条没有承诺齐：V03');
  });

  it('one short is not enough, the last one is', () => {
    const no = apply();
    const codes = Object.keys(desk.policy.renovations.violations);
    promised(no, { ...HOUSEHOLD, ...TEAM, items: codes.slice(1) });
    expect(commitment(no)).toMatchObject([{ ending: null }]);
    promised(no, { ...TEAM, items: ['V01'] });
    expect(commitment(no)).toMatchObject([{ ending: null }]);
    promised(no, { ...HOUSEHOLD, items: ['V01'] });
    expect(commitment(no)).toMatchObject([{ ending: 'met' }]);
  });

  it.each([
    ['on the last second of the day', '2026-11-23 23:59:59', '2026-11-23T15:59:59Z'],
    ['the next day', '2026-11-24 00:00', '2026-11-23T16:00:00Z'],
  ])('are kept %s', (_, time, endedAt) => {
    const no = apply();
    promised(no, { ...HOUSEHOLD, ...TEAM }, when(desk, time));
    const [kept] = commitment(no);
    expect(kept).toMatchObject({ ending: 'met', endedAt, dueAt: '2026-11-23T15:59:59Z' });
  });

  it('of the household alone are enough where it works itself', () => {
    const no = apply({ contractor: undefined });
    const it = promised(no, { ...HOUSEHOLD, ...TEAM });
    expect(it.commitments.made).toBe(32);
    expect(it.promises.every(({ party }) => party === 'household')).toBe(true);
    expect(warned()).toContain('没有施工队');
    expect(commitment(no)).toMatchObject([{ ending: 'met' }]);
  });

  it('of a team that there is none change nothing', () => {
    const no = apply({ contractor: undefined });
    expect(promised(no, TEAM).promises).toEqual([]);
  });

  it('made twice change nothing, and keep who signed first', () => {
    const no = apply();
    promised(no, HOUSEHOLD);
    const before = desk.ledger.db.prepare('SELECT max(seq) FROM journal').pluck().get();
    const it = promised(no, { signedBy: '李娜' });
    expect(warned()).toContain('已承诺过这些');
    expect(it.promises.every(({ signedBy }) => signedBy === '张伟')).toBe(true);
    expect(desk.ledger.db.prepare('SELECT max(seq) FROM journal').pluck().get()).toBe(before);
  });

  it('the last of which the policy drops are kept with the next signature', () => {
    const no = apply();
    const codes = Object.keys(desk.policy.renovations.violations);
    promised(no, { ...HOUSEHOLD, ...TEAM, items: codes.slice(0, -1) });
    const less = without(desk, codes.at(-1) ?? '');
    expect(promised(no, { ...HOUSEHOLD, ...TEAM }, less).unpromised).toEqual([]);
    expect(commitment(no)).toMatchObject([{ ending: 'met' }]);
  });

  it("are somebody's", () => {
    const no = apply();
    expect(codeOf(() => promised(no, {}))).toBe('nobody_signed');
    expect(codeOf(() => promised(no, { ...HOUSEHOLD, items: ['V33'] }))).toBe('unknown_violation');
  });

  it('stay out of the journal by name', () => {
    const no = apply();
    promised(no, { ...HOUSEHOLD, items: ['V01'] });
    const line = desk.ledger.db.prepare('SELECT changes FROM journal ORDER BY seq DESC').pluck();
    expect(JSON.parse(String(line.get()))).toEqual({ codes: ['V01'], parties: ['household'] });
  });
});

describe('who explains them', () => {
  it('is whoever acts, if that is the supervisor', () => {
    promised(apply(), HOUSEHOLD);
    expect(warned()).not.toContain('逐条说明；');
  });

  it('is asked for, if a clerk acts', () => {
    const no = apply();
    promised(no, HOUSEHOLD, as(desk, 'clerk'));
    expect(warned()).toContain('应由客服主管逐条说明');
  });

  it('is a supervisor', () => {
    const no = apply();
    const clerk = as(desk, 'clerk');
    const said = (explainedBy: string) => () => promised(no, { ...HOUSEHOLD, explainedBy }, clerk);
    expect(codeOf(said('李强'))).toBe('missing_role');
    expect(codeOf(said('无名'))).toBe('unknown_staff');
    expect(codeOf(said('王芳'))).toBeUndefined();
    expect(showRenovation(desk, no).timeline.at(-1)?.detail).toMatchObject({ explainedBy: '王芳' });
    expect(warned()).not.toContain('应由客服主管逐条说明');
  });
});

it('nothing is promised once the works run', async () => {
  const { no, ctx } = stageOf(await makeCtx(), 'permitted');
  expect(codeOf(() => commit(ctx, no, { ...NOTHING, ...HOUSEHOLD }))).toBe('renovation_permitted');
});
