import { beforeEach, describe, expect, it } from 'vitest';
import { applyFor, type NewApplication } from '../../src/approval/applying.ts';
import { approve, object, passReview } from '../../src/approval/deciding.ts';
import { addPapers, strikePapers } from '../../src/approval/papers.ts';
import { addUnit } from '../../src/registry/units.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { application, as, staffed, when } from '../renovations/stages.ts';
import { codeOf } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = as(when(staffed(await makeCtx()), '2026-11-23 09:00'), 'clerk');
  const unit = { code: application.unit, areaThousandths: 89_530, handoverOn: '2020-01-10' };
  addUnit(desk, { ...unit, use: 'residential' });
});

const apply = (change: Partial<NewApplication> = {}, ctx = desk) =>
  applyFor(ctx, { ...application, ...change }).no;

const add = (no: string, add: readonly string[], ctx = desk, detail?: string) =>
  addPapers(ctx, no, { add, detail });

const strike = (no: string, codes: readonly string[], ctx = desk) => strikePapers(ctx, no, codes);

const reviews = (no: string) =>
  requireRenovation(desk, no).deadlines.filter(({ kind }) => kind === 'reno.review');

const NO_OPINION = { opinion: undefined, opinionBy: undefined };

const pass = (no: string) => passReview(as(desk, 'supervisor'), no, NO_OPINION);

describe('papers handed in', () => {
  it('by code or name, what there was being left as it is', () => {
    const no = apply();
    add(no, ['drawings']);
    expect(add(no, ['drawings', '室内装修说明书']).have).toEqual(['drawings', 'description']);
    expect(showRenovation(desk, no).timeline.map(({ detail }) => detail)).toEqual([
      {},
      { codes: 'drawings', detail: null },
      { codes: 'description', detail: null },
    ]);
  });

  it('all: whatever the review lacks, then what the permit lacks', () => {
    const no = apply({ works: ['gas'] });
    expect(add(no, ['全部']).have).toEqual([
      ...['drawings', 'description', 'contractor-licence', 'gas-approval'],
    ]);
    expect(codeOf(() => add(no, ['all']))).toBe('nothing_missing');
    pass(no);
    expect(add(no, ['all']).have.slice(4)).toEqual(['agreement', 'safety-letter']);
    expect(codeOf(() => add(no, ['all']))).toBe('nothing_missing');
  });

  it('agreement and safety letter may come before the review', () => {
    const no = apply();
    expect(add(no, ['agreement', 'all']).missing).toEqual([]);
    pass(no);
    expect(requireRenovation(desk, no).missing).toEqual(['safety-letter']);
  });

  it('a detail belongs to one, and may come later', () => {
    const no = apply();
    expect(codeOf(() => add(no, ['drawings', 'description'], desk, '…'))).toBe('one_item');
    add(no, ['drawings']);
    expect(codeOf(() => add(no, ['drawings']))).toBe('papers_there');
    expect(add(no, ['drawings'], desk, '3 张').papers).toMatchObject([
      { code: 'drawings', detail: '3 张' },
    ]);
  });

  it('none after the end', () => {
    const no = apply();
    desk.ledger.db.prepare("UPDATE renovations SET state = 'cancelled'").run();
    expect(codeOf(() => add(no, ['drawings']))).toBe('renovation_cancelled');
  });
});

describe('the half day of the review counts from the last paper (rule 88)', () => {
  it.each([
    ['when the office opens', '2026-11-23 08:30', '2026-11-23 14:30'],
    ['over lunch', '2026-11-23 09:00', '2026-11-23 15:00'],
    ['at the end of the morning', '2026-11-23 12:00', '2026-11-23 18:00'],
    ['at lunch', '2026-11-23 13:00', '2026-11-23 18:00'],
    ['over the night', '2026-11-23 15:00', '2026-11-24 09:30'],
    ['in the evening', '2026-11-23 19:30', '2026-11-24 14:30'],
    ['over the weekend', '2026-11-27 16:00', '2026-11-30 10:30'],
    ['on a Saturday', '2026-11-28 10:00', '2026-11-30 14:30'],
    ['over a holiday', '2026-09-30 17:00', '2026-10-08 11:30'],
    ['on a make-up day', '2026-10-10 09:00', '2026-10-10 15:00'],
  ])('%s', (_, time, due) => {
    const ctx = when(desk, time);
    const no = apply({ untilOn: '2026-12-31' }, ctx);
    add(no, ['drawings', 'description'], ctx);
    expect(reviews(no)).toEqual([]);
    add(no, ['contractor-licence'], ctx);
    expect(reviews(no)).toMatchObject([
      { role: 'supervisor', dueAt: when(desk, due).now, clause: 'renovations.review' },
    ]);
  });

  it('once, whatever comes after', () => {
    const no = apply({ papers: ['all'] });
    add(no, ['agreement'], when(desk, '2026-11-23 11:00'));
    expect(reviews(no)).toHaveLength(1);
  });

  it('not while it is turned down', () => {
    const no = apply();
    object(as(desk, 'supervisor'), no, { grounds: ['pipes'], text: undefined, ...NO_OPINION });
    const it = add(no, ['all']);
    expect(it).toMatchObject({ state: 'refused', completeAt: null, missing: [] });
    expect(reviews(no)).toEqual([]);
  });
});

describe('papers struck out', () => {
  it('stop the time of the review, and it begins anew', () => {
    const no = apply({ papers: ['all'] });
    const struck = strike(no, ['装修设计图纸'], when(desk, '2026-11-23 09:30'));
    expect(struck).toMatchObject({ completeAt: null, missing: ['drawings'] });
    expect(reviews(no)).toMatchObject([{ ending: 'waived' }]);
    add(no, ['drawings'], when(desk, '2026-11-23 11:00'));
    expect(reviews(no)).toMatchObject([
      { ending: 'waived' },
      { ending: null, dueAt: when(desk, '2026-11-23 17:00').now },
    ]);
  });

  it('once the time was over it stays missed', () => {
    const no = apply({ papers: ['all'] });
    strike(no, ['drawings'], when(desk, '2026-11-23 15:01'));
    expect(reviews(no)).toMatchObject([{ ending: 'missed' }]);
  });

  it('that the review does not need leave its time as it is', () => {
    const no = apply({ papers: ['all', 'agreement', 'gas-approval'] });
    const it = strike(no, ['agreement', 'gas-approval']);
    expect(it.completeAt).toBe(desk.now);
    expect(reviews(no)).toMatchObject([{ ending: null }]);
  });

  it('were there', () => {
    const no = apply({ papers: ['drawings'] });
    expect(codeOf(() => strike(no, ['drawings', 'description']))).toBe('papers_absent');
    expect(requireRenovation(desk, no).have).toEqual(['drawings']);
  });

  it('were not reviewed: the approval of load-bearing works stays', () => {
    const no = apply({ works: ['demolish-wall'], papers: ['all', 'agreement'] });
    pass(no);
    for (const code of ['structure-design', 'authority-approval', 'drawings']) {
      expect(codeOf(() => strike(no, [code]))).toBe('papers_reviewed');
    }
    expect(strike(no, ['agreement']).missing).toEqual(['agreement', 'safety-letter']);
    approve(as(desk, 'director'), no, undefined);
    expect(codeOf(() => strike(no, ['authority-approval']))).toBe('papers_reviewed');
  });

  it('may be anything while it is turned down', () => {
    const no = apply({ papers: ['all'] });
    object(as(desk, 'supervisor'), no, { grounds: ['pipes'], text: undefined, ...NO_OPINION });
    expect(strike(no, ['drawings']).missing).toEqual(['drawings']);
  });
});
