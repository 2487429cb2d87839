import { beforeAll, describe, expect, it } from 'vitest';
import { deductDeposit, refundDeposit, takeFreely } from '../../src/deposits/moving.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { addViolation } from '../../src/works/violating.ts';
import { as, stageOf } from '../renovations/stages.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { expectExplained, nosOf, parted, told, when } from './figures.ts';

/** Thursday 2027-04-15, 09:00 in Shanghai. */
let now: TestCtx;

beforeAll(async () => {
  const ctx = await makeCtx();
  // Applied for on 2026-11-23, all of them; D261123-001 to -005.
  stageOf(ctx, 'applied', { unit: '3-2-1501' });
  stageOf(ctx, 'refused', { unit: '3-2-1502' });
  stageOf(ctx, 'cancelled', { unit: '3-2-1503' });
  // Begun on 2026-11-23: 2000 of the household and of the team; a pass is charged, not held.
  const running = stageOf(ctx, 'permitted', { unit: '3-2-1504' });
  // A violation put right in the next month; another that stays.
  const found = { code: 'V09', measures: ['stop-work'] as const };
  addViolation(as(when(ctx, '2026-11-28 10:00'), 'supervisor'), running.no, found);
  const guard = (local: string) => as(when(ctx, local), 'supervisor');
  rectifyViolation(guard('2026-12-02 10:00'), running.no, { part: 1, note: undefined });
  addViolation(guard('2026-12-05 10:00'), running.no, { ...found, code: 'V20' });

  // Money for no document: 10, of which 3 are kept back in January and 7 given back in February.
  const { no } = takeFreely(guard('2026-12-08 10:00'), {
    ...{ unit: '3-2-1501', kind: 'permit', amountFen: 10_00, method: 'cash' },
    ...{ holder: undefined, subject: undefined, note: undefined },
  });
  // Begun with the other one, accepted on 2026-12-18, re-inspected and refunded on 2027-03-18.
  stageOf(ctx, 'closed', { unit: '3-2-1505' });
  deductDeposit(guard('2027-01-10 10:00'), {
    ...{ no, amountFen: 3_00, ground: 'compensation', reason: '证件损坏' },
    ...{ approvedBy: '陈主任', assessedBy: undefined },
  });
  refundDeposit(guard('2027-02-10 10:00'), {
    ...{ no, amountFen: undefined, method: 'cash', reason: undefined },
  });
  now = when(ctx, '2027-04-15 09:00');
});

const of = (family: string, ...figures: string[]) => figures.map((figure) => `${family}.${figure}`);

const STEPS = of(
  'renovations',
  ...['applied', 'turnedDown', 'approved', 'begun', 'cancelled', 'pending', 'running'],
  ...['accepted', 'awaiting', 'reinspectionsDue', 'reinspected'],
);

describe('renovations by month', () => {
  it.each<[string, string, number[]]>([
    // applied turnedDown approved begun cancelled pending running accepted awaiting due reinspected
    ['before there were any', '2026-10', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['five applied for, two begun', '2026-11', [5, 1, 2, 2, 1, 2, 2, 0, 0, 0, 0]],
    ['one accepted', '2026-12', [0, 0, 0, 0, 0, 2, 1, 1, 1, 0, 0]],
    ['in use', '2027-02', [0, 0, 0, 0, 0, 2, 1, 0, 1, 0, 0]],
    ['the months of use over', '2027-03', [0, 0, 0, 0, 0, 2, 1, 0, 0, 1, 1]],
    ['all done of it', '2027-04', [0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, STEPS)).toEqual(expected);
  });

  it('pending is what was applied for or refused, running what has begun', () => {
    expect(nosOf(now, '2026-11', 'renovations.pending')).toEqual(['D261123-001', 'D261123-002']);
    expect(nosOf(now, '2026-11', 'renovations.running')).toEqual(['D261123-004', 'D261123-005']);
  });

  it('is due as soon as the months of use are over, before it is done', () => {
    const then = when(now, '2027-03-10 09:00');
    expect(told(then, '2027-03', of('renovations', 'reinspectionsDue', 'reinspected'))).toEqual([
      1, 0,
    ]);
  });
});

describe('violations by month', () => {
  const figures = of('violations', 'found', 'rectified', 'open', 'overdue');
  it.each<[string, string, number[]]>([
    ['before there were any', '2026-10', [0, 0, 0, 0]],
    ['found, put right in the next month', '2026-11', [1, 0, 1, 0]],
    ['one put right, another found and past its time', '2026-12', [1, 1, 1, 1]],
    ['nothing new, one open', '2027-01', [0, 0, 1, 1]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });
});

describe('deposits by month, in fen', () => {
  const figures = of('deposits', 'carried', 'taken', 'deducted', 'refunded', 'held', 'count');
  it.each<[string, string, number[]]>([
    ['before there were any', '2026-10', [0, 0, 0, 0, 0, 0]],
    ['of two renovations, four of them', '2026-11', [0, 8000_00, 0, 0, 8000_00, 4]],
    ['another one', '2026-12', [8000_00, 10_00, 0, 0, 8010_00, 5]],
    ['a deduction', '2027-01', [8010_00, 0, 3_00, 0, 8007_00, 5]],
    ['the rest given back', '2027-02', [8007_00, 0, 0, 7_00, 8000_00, 4]],
    ['those of one renovation given back', '2027-03', [8000_00, 0, 0, 4000_00, 4000_00, 2]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });

  it('by kind, and how much of it for renovations', () => {
    expect(parted(now, '2026-12', ['deposits', 'kind'], ['held', 'renovation', 'count'])).toEqual({
      permit: [10_00, 0, 1],
      renovation: [4000_00, 4000_00, 2],
      team: [4000_00, 4000_00, 2],
    });
  });
});

it('each figure is made by the records that it lists, and by its parts', () => {
  expectExplained(now, ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']);
});
