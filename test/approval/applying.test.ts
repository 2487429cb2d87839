import { beforeEach, describe, expect, it } from 'vitest';
import { applyFor, type NewApplication, resubmit } from '../../src/approval/applying.ts';
import { object } from '../../src/approval/deciding.ts';
import { cancelRenovation } from '../../src/approval/ending.ts';
import { commit } from '../../src/approval/promising.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import type { State } from '../../src/renovations/model.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { application, as, staffed, stageOf, when } from '../renovations/stages.ts';
import { codeOf, violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const UNIT = application.unit;
const MONDAY = '2026-11-23';

let desk: TestCtx;

beforeEach(async () => {
  const ctx = staffed(await makeCtx());
  unitAt(ctx, UNIT, '2026-01-10');
  desk = as(when(ctx, `${MONDAY} 09:00`), 'clerk');
});

function unitAt(ctx: TestCtx, code: string, handoverOn: string | null) {
  addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn });
}

const apply = (change: Partial<NewApplication> = {}, ctx = desk) =>
  applyFor(ctx, { ...application, ...change });

function live(name: string, role: 'owner' | 'tenant', until: string | null = null) {
  const stay = { fromOn: '2020-01-01', untilOn: until };
  const person = { name, phone: null, identity: null };
  const readName = () => ({ pinyin: '', initials: '' });
  addResident(desk, { unit: UNIT, role, ...person, ...stay }, readName);
}

const warned = () => desk.warnings.map(({ zh }) => zh).join('\n');

describe('an application (rules 80–86)', () => {
  it('gets a number, its papers, and the promise to go through the violations that day', () => {
    const it = apply();
    expect(it).toMatchObject({
      no: 'D261123-001',
      unit: UNIT,
      state: 'applied',
      completeAt: null,
      missing: ['drawings', 'description', 'contractor-licence'],
      commitments: { total: 32, made: 0 },
    });
    expect(it.deadlines).toMatchObject([
      { kind: 'reno.commit', role: 'supervisor', dueAt: '2026-11-23T15:59:59Z', ending: null },
    ]);
    expect(violated(desk)).toEqual([]);
  });

  it.each<[string, Partial<NewApplication>, boolean]>([
    ['waterproofing by the household', { contractor: undefined, works: ['waterproofing'] }, true],
    ['wiring by the household', { contractor: undefined, works: ['wiring'] }, false],
    ['waterproofing by a firm', { works: ['waterproofing'] }, false],
  ])('says what a qualified firm must do: %s', (_, change, isSaid) => {
    apply(change);
    expect(warned().includes('须委托有相应资质的单位')).toBe(isSaid);
  });

  it('counts the half day of the review from itself, where all papers came with it', () => {
    const it = apply({ papers: ['drawings', '室内装修说明书', 'contractor-licence'] });
    expect(it.completeAt).toBe(desk.now);
    expect(it.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'reno.review', dueAt: '2026-11-23T07:00:00Z' }),
    );
    expect(apply({ unit: second('3-2-1502'), papers: ['all'] }).completeAt).toBe(desk.now);
  });

  const second = (code: string) => {
    unitAt(desk, code, '2026-01-10');
    return code;
  };

  it('tells the hours of work, and that the neighbours are to be told', () => {
    apply();
    expect(warned()).toMatch(/邻居.*08:00–12:00、14:00–18:00，休息日、节假日只做没有噪声的/);
  });

  it('keeps personal values out of the journal', () => {
    apply({ agent: '刘代办', phone: '13800000011', papers: ['drawings'] });
    const line = String(
      desk.ledger.db.prepare('SELECT changes FROM journal ORDER BY seq DESC').pluck().get(),
    );
    expect(JSON.parse(line)).toMatchObject({
      ...{ unit: UNIT, applicantName: '***', agent: '***', contractor: '***', foreman: '***' },
      ...{ phone: '***', scope: '***', works: [], codes: ['drawings'], isSmall: false },
    });
  });

  it.each([
    ['not known', null, true],
    ['tomorrow', '2026-11-24', true],
    ['today', MONDAY, false],
  ])('a unit handed over %s', (_, handoverOn, isWarned) => {
    unitAt(desk, '3-2-1502', handoverOn);
    apply({ unit: '3-2-1502' });
    expect(warned().includes('没有交房记录')).toBe(isWarned);
  });
});

describe('the period', () => {
  it.each([
    ['runs backwards', '2026-11-25', '2026-11-24', 'period_reversed'],
    ['of one day', '2026-11-25', '2026-11-25', undefined],
    ['ends today', '2026-11-20', MONDAY, undefined],
    ['ended yesterday', '2026-11-20', '2026-11-22', 'period_over'],
  ])('%s', (_, fromOn, untilOn, code) => {
    expect(codeOf(() => apply({ fromOn, untilOn }))).toBe(code);
  });

  it.each([
    ['yesterday', '2026-11-22', true],
    ['today', MONDAY, false],
  ])('begun %s: whoever works already does so without a permit', (_, fromOn, isWarned) => {
    apply({ fromOn });
    expect(warned().includes('擅自开工')).toBe(isWarned);
  });

  it('over by the clock is recorded with --at only, and says so', () => {
    const then = { ...when(desk, '2026-05-08 09:00'), recordedAt: desk.now };
    apply({ fromOn: '2026-05-09', untilOn: '2026-05-20' }, then);
    expect(warned()).toContain('施工期到 2026-05-20，已经过完');
  });
});

describe('who applies', () => {
  const named = (change: Partial<NewApplication> = {}) =>
    apply({ name: undefined, ...change }).applicantName;

  it('is the one owner there is, of that day', () => {
    live('周敏', 'owner', '2026-11-22');
    live('张伟', 'owner');
    live('刘洋', 'tenant');
    expect(named()).toBe('张伟');
  });

  it('is the one tenant there is, with papers of their own', () => {
    live('张伟', 'owner');
    live('刘洋', 'tenant');
    const it = apply({ name: undefined, applicant: 'tenant' });
    expect(it.applicantName).toBe('刘洋');
    expect(it.missing).toContain('owner-authorization');
  });

  it('is to be said where nobody is registered, or several are', () => {
    expect(codeOf(named)).toBe('applicant_unknown');
    live('张伟', 'owner');
    live('李娜', 'owner');
    expect(codeOf(named)).toBe('several_applicants');
    expect(named({ name: '李娜' })).toBe('李娜');
    expect(warned()).not.toContain('没有这个姓名');
  });

  it('may be somebody whom the registry does not know, which is said', () => {
    live('张伟', 'owner');
    expect(named({ name: '李娜' })).toBe('李娜');
    expect(warned()).toContain('没有这个姓名');
  });
});

describe('works and papers by code or name', () => {
  it.each([
    ['codes, each once', ['gas', 'plumbing', 'gas'], ['gas', 'plumbing']],
    ['names in Chinese', ['改动上下水'], ['plumbing']],
    ['names in English', ['Hot Work'], ['hot-work']],
  ])('%s', (_, typed, works) => {
    expect(apply({ works: typed }).works).toEqual(works);
  });

  it('refuses others and names those there are', () => {
    expect(() => apply({ works: ['gas', 'pool'] })).toThrow('no work "pool"');
    expect(codeOf(() => apply({ works: ['pool'] }))).toBe('unknown_code');
    expect(codeOf(() => apply({ papers: ['foo'] }))).toBe('unknown_code');
  });

  it('load-bearing walls need design and approval, small works or not', () => {
    const works = ['demolish-wall'];
    const it = apply({ works, isSmall: true, contractor: undefined });
    expect(it.missing).toEqual(expect.arrayContaining(['structure-design', 'authority-approval']));
  });
});

describe('a second one of the same unit', () => {
  it.each([
    ['applied', 'already_open'],
    ['reviewed', 'already_open'],
    ['approved', 'already_open'],
    ['permitted', 'already_open'],
    ['accepted', undefined],
    ['reinspected', undefined],
    ['settled', undefined],
    ['closed', undefined],
    ['refused', undefined],
    ['cancelled', undefined],
  ] satisfies [State, string | undefined][])('while the first is %s', async (state, code) => {
    const { no, ctx } = stageOf(await makeCtx(), state);
    ctx.warnings.length = 0;
    const again = { ...application, fromOn: '2027-04-01', untilOn: '2027-04-30' };
    expect(codeOf(() => applyFor(ctx, again))).toBe(code);
    const isUnfinished = ['accepted', 'reinspected', 'refused'].includes(state);
    expect(ctx.warnings.some(({ zh }) => zh.includes(no))).toBe(isUnfinished);
  });
});

describe('applied for anew (rule 90)', () => {
  const changes = {
    ...{ scope: undefined, works: undefined, fromOn: undefined, untilOn: undefined },
    ...{ papers: [], text: undefined },
  };
  const later = () => when(desk, `${MONDAY} 10:00`);
  const again = (no: string, change: Partial<Parameters<typeof resubmit>[2]> = {}) =>
    resubmit(later(), no, { ...changes, ...change });

  function turnedDown(papers: string[] = ['all']) {
    const { no } = apply({ papers });
    const opinion = { opinion: '不行', opinionBy: '李强' };
    const made = { grounds: ['pipes'], text: '改线', ...opinion };
    object(as(desk, 'supervisor'), no, made);
    return no;
  }

  it('clears the refusal, and counts the half day of the review anew', () => {
    const it = again(turnedDown(), { scope: '只换橱柜', text: '不动管线' });
    expect(it).toMatchObject({
      ...{ state: 'applied', scope: '只换橱柜', grounds: [], reason: null },
      ...{ refusedAt: null, refusedBy: null, opinion: null, opinionBy: null, reviewedAt: null },
      completeAt: later().now,
    });
    expect(it.deadlines.map(({ kind, ending, dueAt }) => [kind, ending, dueAt])).toEqual([
      ['reno.commit', 'waived', '2026-11-23T15:59:59Z'],
      ['reno.review', 'met', '2026-11-23T07:00:00Z'],
      ['reno.review', null, '2026-11-23T08:00:00Z'],
      ['reno.commit', null, '2026-11-23T15:59:59Z'],
    ]);
    expect(violated(desk)).toEqual([]);
  });

  it('does not have promised again what is promised', () => {
    const { no } = apply();
    const signed = { signedBy: '张伟', foreman: '马师傅', explainedBy: undefined };
    commit(as(desk, 'supervisor'), no, { items: undefined, ...signed });
    object(as(desk, 'supervisor'), no, {
      ...{ grounds: ['pipes'], text: undefined, opinion: undefined, opinionBy: undefined },
    });
    expect(again(no).deadlines).toMatchObject([{ kind: 'reno.commit', ending: 'met' }]);
  });

  it('needs what the changed works need, before the time of the review counts', () => {
    const no = turnedDown();
    const it = again(no, { works: ['load'], papers: ['drawings', 'structure-design'] });
    expect(it).toMatchObject({ completeAt: null, missing: ['authority-approval'] });
    expect(it.deadlines.some(({ kind, ending }) => kind === 'reno.review' && !ending)).toBe(false);
  });

  it('keeps the works, where they are not said; none are as good as others', () => {
    const { no } = apply({ works: ['gas'] });
    const made = { grounds: ['pipes'], text: undefined, opinion: undefined, opinionBy: undefined };
    object(as(desk, 'supervisor'), no, made);
    expect(again(no).works).toEqual(['gas']);
  });

  it.each([
    ['the old one is over', '2026-12-21 09:00', {}, 'period_over'],
    ['a new last day', '2026-12-21 09:00', { untilOn: '2026-12-21' }, undefined],
    ['its last day', '2026-12-20 09:00', {}, undefined],
    ['backwards', '2026-11-24 09:00', { fromOn: '2026-12-21' }, 'period_reversed'],
  ])('the period: %s', (_, time, change, code) => {
    const no = turnedDown();
    const attempt = () => resubmit(when(desk, time), no, { ...changes, ...change });
    expect(codeOf(attempt)).toBe(code);
  });

  it('waits for another one of the unit to end', () => {
    const no = turnedDown();
    const other = apply().no;
    expect(codeOf(() => again(no))).toBe('already_open');
    cancelRenovation(later(), other, { reason: '…', method: undefined });
    expect(again(no).state).toBe('applied');
  });

  it('is only for one that was turned down', () => {
    const { no } = apply();
    expect(codeOf(() => again(no))).toBe('renovation_applied');
    expect(requireRenovation(desk, no).state).toBe('applied');
  });

  it('tells what happened, in order', () => {
    const no = turnedDown();
    again(no, { papers: ['drawings'] });
    const kinds = showRenovation(desk, no).timeline.map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['applied', 'papers', 'complete', 'objected'],
      ...['resubmitted', 'papers', 'complete'],
    ]);
  });
});
