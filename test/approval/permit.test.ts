import { beforeEach, describe, expect, it } from 'vitest';
import { resubmit } from '../../src/approval/applying.ts';
import { approve, passReview, refuse } from '../../src/approval/deciding.ts';
import { takeFees } from '../../src/approval/fees.ts';
import { addPapers } from '../../src/approval/papers.ts';
import {
  issuePermit,
  openUtilities,
  type Permitting,
  tellOfWorks,
} from '../../src/approval/permit.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { localText } from '../../src/lib/moment.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { as, stageOf, when } from '../renovations/stages.ts';
import { codeOf, violated } from '../support/checks.ts';
import { makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';

let clean: TestCtx;

beforeEach(async () => {
  clean = await makeCtx();
});

const permit = (ctx: TestCtx, no: string, change: Partial<Permitting> = {}) =>
  issuePermit(ctx, no, { told: [], untilOn: undefined, approvedBy: undefined, ...change });

const pay = (ctx: TestCtx, no: string) =>
  takeFees(ctx, { no, method: 'wechat', party: undefined, holder: undefined });

const papers = (ctx: TestCtx, no: string) =>
  addPapers(ctx, no, { add: ['all'], detail: undefined });

/** Approved on Monday 2026-11-23, 11:00, for 2026-11-24 to 2026-12-20, with all that it needs. */
function ready(change: Parameters<typeof stageOf>[2] = {}): { ctx: TestCtx; no: string } {
  const { ctx, no } = stageOf(clean, 'approved', change);
  papers(ctx, no);
  pay(ctx, no);
  ctx.warnings.length = 0;
  return { ctx, no };
}

const UNCHANGED = {
  ...{ scope: undefined, works: undefined, fromOn: undefined, untilOn: undefined, text: undefined },
};

/** Kind, whom, when, state. */
const promises = (ctx: TestCtx, no: string) =>
  requireRenovation(ctx, no)
    .deadlines.map((each) =>
      [
        ...[each.kind, each.role, localText(each.dueAt, ctx.zone).slice('2026-'.length)],
        stateOf(each, ctx.now),
      ].join(' '),
    )
    .filter((each) => /^reno\.(utilities|tell|period-end|patrol)/.test(each));

describe('the permit', () => {
  it('owes no promises any more, of which the policy dropped the last', () => {
    const { ctx, no } = stageOf(clean, 'reviewed');
    const { policy } = ctx;
    const violations = { ...policy.renovations.violations, V33: { name: '占用车位' } };
    const more = { ...policy, renovations: { ...policy.renovations, violations } };
    refuse(as(ctx, 'director'), no, '占用车位');
    resubmit({ ...ctx, policy: more }, no, { ...UNCHANGED, papers: [] });
    passReview(ctx, no, { opinion: undefined, opinionBy: undefined });
    approve(as(ctx, 'director'), no, undefined);
    papers(ctx, no);
    pay(ctx, no);
    const it = permit(ctx, no);
    const commitments = it.deadlines.filter(({ kind }) => kind === 'reno.commit');
    expect(commitments.map(({ ending }) => ending)).toEqual(['met', 'met']);
    expect(violated(ctx)).toEqual([]);
  });

  it('is issued once, and the works begin', () => {
    const { ctx, no } = ready();
    const it = permit(ctx, no);
    expect(it).toMatchObject({ state: 'permitted', permittedAt: ctx.now, untilOn: '2026-12-20' });
    expect(it.permits).toMatchObject([{ part: 0, untilOn: '2026-12-20', fate: null }]);
    expect(promises(ctx, no)).toEqual([
      'reno.utilities engineering 11-23 23:59 open',
      'reno.tell engineering 11-23 23:59 open',
      'reno.tell security 11-23 23:59 open',
      'reno.patrol clerk 11-24 23:59 open',
      'reno.period-end clerk 12-20 23:59 open',
    ]);
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'permitted',
      detail: { untilOn: '2026-12-20' },
    });
    expect(codeOf(() => permit(ctx, no))).toBe('renovation_permitted');
    expect(violated(ctx)).toEqual([]);
  });

  it('says what hangs on the door, and the hours of the policy', () => {
    const { ctx, no } = ready();
    permit(ctx, no);
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([
      `施工许可证 ${no} 贴在门上，有效期到 2026-12-20；现场备两具灭火器；施工时间 08:00–12:00、14:00–18:00，休息日、节假日只做没有噪声的。`,
    ]);
  });

  it.each<[string, Permitting['told'], string[]]>([
    ['engineering', ['engineering'], ['security']],
    ['both', ['engineering', 'security'], []],
  ])('owes no word to whoever knows of it already: %s', (_, told, still) => {
    const { ctx, no } = ready();
    permit(ctx, no, { told });
    const tells = promises(ctx, no).filter((each) => each.startsWith('reno.tell'));
    expect(tells).toEqual(still.map((role) => `reno.tell ${role} 11-23 23:59 open`));
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'told',
      detail: { roles: told.join(',') },
    });
  });

  it('late, but not over: patrols from today on', () => {
    const { ctx, no } = ready();
    const late = when(ctx, '2026-12-20 09:00');
    permit(late, no);
    expect(promises(late, no).slice(-2)).toEqual([
      'reno.patrol clerk 12-20 23:59 open',
      'reno.period-end clerk 12-20 23:59 open',
    ]);
  });

  it('of a period that is over names the way', () => {
    const { ctx, no } = ready();
    const late = when(ctx, '2026-12-21 00:00');
    expect(() => permit(late, no)).toThrow(
      expect.objectContaining({
        code: 'period_over',
        hint: expect.objectContaining({
          en: expect.stringContaining(`wy reno permit ${no} --until … --approved-by …`),
        }),
      }),
    );
    expect(codeOf(() => permit(late, no, { untilOn: '2027-01-20' }))).toBe('approval_needed');
    expect(codeOf(() => permit(late, no, { untilOn: '2027-01-20', approvedBy: '李强' }))).toBe(
      'missing_role',
    );
    const it = permit(late, no, { untilOn: '2027-01-20', approvedBy: '陈主任' });
    expect(it).toMatchObject({ untilOn: '2027-01-20', permits: [{ untilOn: '2027-01-20' }] });
    expect(showRenovation(late, no).timeline.at(-1)).toMatchObject({
      kind: 'permitted',
      detail: { untilOn: '2027-01-20', approvedBy: '陈主任' },
    });
  });

  it('may be shorter than was approved, without anybody’s consent', () => {
    const { ctx, no } = ready();
    expect(permit(ctx, no, { untilOn: '2026-12-01' }).untilOn).toBe('2026-12-01');
  });

  it('asks for the papers first, then for the money', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    expect(codeOf(() => permit(ctx, no))).toBe('papers_missing');
    papers(ctx, no);
    expect(codeOf(() => permit(ctx, no))).toBe('fees_unpaid');
    takeFees(ctx, { no, method: 'cash', party: 'household', holder: undefined });
    expect(() => permit(ctx, no)).toThrow(
      expect.objectContaining({
        words: expect.objectContaining({ zh: expect.stringContaining('施工队') }),
      }),
    );
    takeFees(ctx, { no, method: 'cash', party: 'team', holder: undefined });
    expect(permit(ctx, no).state).toBe('permitted');
  });

  it.each([
    ['deposits.renovation.amount', "deposits:\n  renovation: {amount: ''}\n"],
    ['fees.tariffs.rubbish.active', 'fees:\n  tariffs:\n    rubbish: {active: no}\n'],
    ['fees.tariffs.pass-cost.active', 'fees:\n  tariffs:\n    pass-cost: {active: no}\n'],
  ])('is refused while the policy leaves %s unset, though paid for', async (unset, text) => {
    const { ctx, no } = ready();
    const bare = { ...ctx, policy: await policyOf(text) };
    expect(() => permit(bare, no)).toThrow(
      expect.objectContaining({
        code: 'amount_not_set',
        words: expect.objectContaining({ zh: expect.stringContaining(unset) }),
      }),
    );
    expect(requireRenovation(ctx, no).state).toBe('approved');
  });

  it('is not to be had before the approval', () => {
    const { ctx, no } = stageOf(clean, 'reviewed');
    expect(codeOf(() => permit(ctx, no))).toBe('not_yet');
    approve(as(ctx, 'director'), no, undefined);
    expect(codeOf(() => permit(ctx, no))).toBe('papers_missing');
  });
});

describe('telling', () => {
  it('keeps what is owed to whoever was told, and names the other', () => {
    const { ctx, no } = ready();
    permit(ctx, no);
    ctx.warnings.length = 0;
    tellOfWorks(ctx, no, ['engineering']);
    expect(ctx.warnings.map(({ en }) => en)).toEqual([
      `Still to be told: Security (wy reno tell ${no} --to security)`,
    ]);
    const tells = () => promises(ctx, no).filter((each) => each.startsWith('reno.tell'));
    expect(tells()).toEqual([
      'reno.tell engineering 11-23 23:59 met',
      'reno.tell security 11-23 23:59 open',
    ]);
    expect(codeOf(() => tellOfWorks(ctx, no, ['engineering']))).toBe('told_already');
    tellOfWorks(when(ctx, '2026-11-24 09:00'), no, ['engineering', 'security']);
    expect(tells()[1]).toBe('reno.tell security 11-23 23:59 late');
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'told',
      detail: { roles: 'security' },
    });
    expect(violated(ctx)).toEqual([]);
  });

  it('is refused before the permit', () => {
    const { ctx, no } = ready();
    expect(codeOf(() => tellOfWorks(ctx, no, ['security']))).toBe('not_yet');
  });
});

describe('water and power', () => {
  it('are opened once, by whoever is named', () => {
    const { ctx, no } = ready();
    expect(codeOf(() => openUtilities(ctx, no, undefined))).toBe('not_yet');
    permit(ctx, no);
    expect(codeOf(() => openUtilities(ctx, no, '赵无名'))).toBe('unknown_staff');
    expect(openUtilities(ctx, no, '李强').utilitiesAt).toBe(ctx.now);
    expect(promises(ctx, no)[0]).toBe('reno.utilities engineering 11-23 23:59 met');
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'utilities',
      detail: { openedBy: '李强' },
    });
    expect(codeOf(() => openUtilities(ctx, no, undefined))).toBe('utilities_open');
  });

  it('need not say by whom', () => {
    const { ctx, no } = ready();
    permit(ctx, no);
    openUtilities(ctx, no, undefined);
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'utilities',
      detail: {},
    });
  });
});
