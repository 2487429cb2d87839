import { beforeEach, describe, expect, it } from 'vitest';
import { deduct } from '../../src/acceptance/deducting.ts';
import { widthOf } from '../../src/cli/layout.ts';
import { Pen } from '../../src/cli/pen.ts';
import { addDays } from '../../src/lib/day.ts';
import type { Lang } from '../../src/lib/words.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { listRenovations, showRenovation } from '../../src/renovations/record.ts';
import { renovationPage, renovationTable } from '../../src/renovations/view.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { patrolWorks } from '../../src/works/patrolling.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { addViolation } from '../../src/works/violating.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { type Staged, stageOf, when } from './stages.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

interface Look {
  lang?: Lang;
  width?: number;
  reveal?: boolean;
}

const as = ({ now, zone }: TestCtx, { lang = 'zh', reveal = false }: Look = {}) => ({
  ...{ lang, now, zone, reveal },
});

const pen = (at: TestCtx, look: Look = {}) =>
  new Pen(as(at, look), { width: look.width, color: false });

const pageText = ({ ctx: at, no }: Staged, look: Look = {}): string =>
  renovationPage.text(showRenovation(at, no), pen(at, look));

/** The lines under a label of the card, without it. */
const section = (text: string, label: string): string[] => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${label} `));
  if (first < 0) return [];
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  return [lines[first]?.slice(label.length) ?? '', ...rest.slice(0, end < 0 ? undefined : end)].map(
    (line) => line.trim(),
  );
};

const json = ({ ctx: at, no }: Staged, look: Look = {}) =>
  renovationPage.json(showRenovation(at, no), as(at, look)) as Record<string, unknown>;

const ALL_STATES = Object.keys(STATES) as State[];

describe('for people', () => {
  it.each<[State, string[]]>([
    ['applied', ['还缺资料', '违规承诺', '下一步']],
    ['reviewed', ['还缺资料', '违规承诺', '下一步', '工程意见']],
    ['approved', ['还缺资料', '违规承诺', '下一步', '工程意见', '待收']],
    ['permitted', ['下一步', '保证金', '施工许可证', '出入证', '水电', '最近巡查']],
    ['accepted', ['下一步', '保证金', '施工许可证', '出入证', '验收', '复检']],
    ['reinspected', ['下一步', '保证金', '施工许可证', '出入证', '验收']],
    ['settled', ['下一步', '保证金', '施工许可证', '出入证', '验收']],
    ['closed', ['保证金', '施工许可证', '出入证', '验收']],
    ['refused', ['还缺资料', '违规承诺', '下一步', '原因']],
    ['cancelled', ['原因']],
  ])('one that is %s shows what matters there', (state, labels) => {
    const text = pageText(stageOf(ctx, state));
    const all = [
      ...['还缺资料', '违规承诺', '下一步', '不予通过', '原因', '待收', '保证金', '向住户追偿'],
      ...['施工许可证', '出入证', '违规', '加班许可', '验收', '水电', '最近巡查', '复检'],
    ];
    const shown = all.filter((label) => section(text, label).length > 0);
    const wanted = labels.filter((label) => label !== '工程意见');
    expect(shown.toSorted()).toEqual(wanted.toSorted());
  });

  it.each<[State, string, string, string]>([
    ['applied', '收资料', '客服管理员', 'wy reno paper NO --add '],
    ['reviewed', '主任审批', '管理处主任', 'wy reno approve NO'],
    ['approved', '收资料', '客服管理员', 'wy reno paper NO --add agreement,safety-letter'],
    ['permitted', '开通水电', '工程维修', 'wy reno utilities NO'],
    ['accepted', '收回证件', '客服管理员', 'wy reno permits NO --returned all'],
    ['settled', '归档', '客服管理员', 'wy reno close NO'],
    ['refused', '修改后重新申请', '客服管理员', 'wy reno resubmit NO'],
  ])('after %s comes %s', (state, step, who, line) => {
    const staged = stageOf(ctx, state);
    const [head, typed] = section(pageText(staged), '下一步');
    expect(head).toBe(`${step}  ${who}`);
    expect(typed).toContain(line.replace('NO', staged.no));
  });

  it('papers are named with the codes to type; so are grounds, not works', () => {
    const text = pageText(stageOf(ctx, 'applied', { works: ['wiring'] }));
    expect(section(text, '还缺资料')[0]).toContain('装修设计图纸（drawings）');
    expect(section(text, '事项')).toEqual(['改动电路']);
    const en = pageText(stageOf(ctx, 'applied', { unit: '3-2-1502' }), { lang: 'en' });
    expect(section(en, 'Papers missing')[0]).toMatch(/^drawings, description of the works \(/);
  });

  it('open violations stand first, with what was done and by when', () => {
    const { no, ctx: at } = stageOf(ctx, 'permitted');
    addViolation(at, no, { code: 'V20', measures: ['persuade'] });
    rectifyViolation(at, no, { part: 1, note: undefined });
    addViolation(at, no, {
      ...{ code: 'V09', measures: ['stop-work', 'restore'] },
      fixBy: '2026-12-02T10:00:00Z',
    });
    const [first, second] = section(pageText({ no, ctx: at }), '违规');
    expect(first).toMatch(/^2 {2}V09 在承重墙.*要求停工.*限期 2026-12-02 18:00.*未整改$/);
    expect(second).toMatch(/^1 {2}V20 .*批评教育规劝.*整改合格 2026-11-23/);
  });

  it('daily patrols are told once in the timeline, and counted among the deadlines', () => {
    const { no, ctx: at } = stageOf(ctx, 'permitted');
    for (let day = 0; day < 5; day += 1) {
      const on = when(at, `${addDays('2026-11-24', day)} 10:00`);
      patrolWorks(on, no, { note: undefined, violation: undefined });
    }
    const later = when(at, '2026-11-28 11:00');
    const text = pageText({ no, ctx: later });
    expect(text.match(/巡查无异常 {2}5 次，至 2026-11-28 10:00/g)).toHaveLength(1);
    expect(section(text, '时限').filter((line) => line.startsWith('装修巡查'))).toEqual([
      '装修巡查  2026-11-29 23:59  未到期',
      '装修巡查  按时 5',
    ]);
    const { timeline, deadlines } = json({ no, ctx: later });
    const kinds = (timeline as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'patrolled')).toHaveLength(5);
    expect((deadlines as unknown[]).length).toBeGreaterThan(10);
    expect(deadlines).toContainEqual(
      expect.objectContaining({ kind: 'reno.pass-expiry', part: 1 }),
    );
  });

  it.each([
    ['2026-11-23 15:00', '2026-11-24 至 2026-12-20'],
    ['2026-11-24 09:00', '2026-11-24 至 2026-12-20  还剩 26 天'],
    ['2026-12-20 09:00', '2026-11-24 至 2026-12-20  今天到期'],
    ['2026-12-21 09:00', '2026-11-24 至 2026-12-20  已过 1 天'],
  ])('at %s the period reads %s', (local, said) => {
    const { no, ctx: at } = stageOf(ctx, 'permitted');
    expect(section(pageText({ no, ctx: when(at, local) }), '施工期')).toEqual([said]);
  });

  it.each<[number, Lang]>([
    [60, 'zh'],
    [60, 'en'],
    [100, 'zh'],
    [100, 'en'],
  ])('%i columns in %s hold every page and the list', (width, lang) => {
    const staged = ALL_STATES.map((state, at) => stageOf(ctx, state, { unit: `3-2-${at + 1}01` }));
    const list = renovationTable.text(listRenovations(ctx, {}), pen(ctx, { width, lang }));
    const pages = staged.map((each) => pageText(each, { width, lang }));
    for (const line of [list, ...pages].flatMap((text) => text.split('\n'))) {
      expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
    expect(list.split('\n')[0]).toMatch(lang === 'zh' ? /编号.*下一步/ : /No .*Next/);
    expect(list).toContain(staged[0]?.no);
  });
});

describe('for programs', () => {
  it('has what the contract names, in every state', () => {
    for (const [at, state] of ALL_STATES.entries()) {
      const it = json(stageOf(ctx, state, { unit: `3-2-${at + 1}01` }));
      expect(it).toMatchObject({ state, unit: `3-2-${at + 1}01`, applicant: 'owner' });
      expect(it).toMatchObject({ from: '2026-11-24', until: '2026-12-20', claim: '0.00' });
      expect(it).toMatchObject({
        papers: { have: expect.any(Array), missing: expect.any(Array) },
        commitments: { total: 32, made: expect.any(Number) },
        workers: expect.any(Array),
        violations: expect.any(Array),
        deposits: [{ party: 'household' }, { party: 'team' }],
        deadlines: expect.any(Array),
      });
    }
  });

  it('says what is next, whose it is, and what is lacking; nothing at the end', () => {
    const staged = stageOf(ctx, 'permitted');
    expect(json(staged).next).toEqual({
      ...{ step: 'utilities', role: 'engineering', command: `wy reno utilities ${staged.no}` },
      lacks: [
        { need: 'utilities', of: ['未开通'] },
        { need: 'works-over', of: ['2026-12-20'] },
        { need: 'requested', of: ['验收申请'] },
      ],
    });
    expect(json(stageOf(ctx, 'closed', { unit: '3-2-1502' })).next).toBeNull();
  });

  it('passes have a state of their own', () => {
    const { no, ctx: at } = stageOf(ctx, 'permitted');
    addWorker(at, no, {
      ...{ name: '小刘', idNo: '11010519491231002X', phone: '13800000009', photos: 2 },
      until: '2026-11-25',
    });
    const on = (local: string) => {
      const { workers } = json({ no, ctx: when(at, local) });
      return (workers as { state: string }[]).map(({ state }) => state);
    };
    expect(on('2026-11-25 23:59')).toEqual(['valid', 'valid']);
    expect(on('2026-11-26 00:00')).toEqual(['valid', 'expired']);
    expect(json({ no, ctx: at }).workers).toMatchObject([
      { pass: `${no}-01`, name: '马师傅', until: '2026-12-20' },
      { pass: `${no}-02`, idNo: '**************002X', phone: '138****0009' },
    ]);
    expect(json({ no, ctx: at }, { reveal: true }).workers).toMatchObject([
      {},
      { idNo: '11010519491231002X', phone: '13800000009' },
    ]);
  });

  it('deposits and claim after a deduction beyond both deposits', () => {
    const { no, ctx: at } = stageOf(ctx, 'accepted');
    deduct(at, no, {
      ...{ amountFen: 450_000, ground: undefined, reason: '渗水', assessedBy: '李强' },
      approvedBy: '陈主任',
    });
    const gone = { taken: '2000.00', deducted: '2000.00', held: '0.00', refunded: '0.00' };
    expect(json({ no, ctx: at })).toMatchObject({
      claim: '500.00',
      deposits: [
        { party: 'household', ...gone },
        { party: 'team', ...gone },
      ],
    });
    expect(section(pageText({ no, ctx: at }), '向住户追偿')[0]).toContain('500.00  未付 500.00');
  });

  it('a household without a team has neither contractor nor a deposit of one', () => {
    const it = json(stageOf(ctx, 'applied', { contractor: undefined }));
    expect(it).toMatchObject({ contractor: null, deposits: [{ party: 'household' }] });
  });
});
