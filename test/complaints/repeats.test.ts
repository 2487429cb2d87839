import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { regrade } from '../../src/complaints/regrading.ts';
import { listRepeats } from '../../src/complaints/repeats.ts';
import { analyse } from '../../src/complaints/work.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { complaintDesk, log, promises, show, when } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await complaintDesk();
});

const at = (local: string): TestCtx => when(desk, local);
const warned = () => desk.warnings.map((words) => words.zh);
const analysisOf = (no: string) => promises(desk, no).filter((line) => line.startsWith('analyse'));

describe('what a new complaint repeats is pointed out', () => {
  it.each<[string, string, boolean]>([
    ['thirty days ago', '10-23 00:00', true],
    ['a minute more', '10-22 23:59', false],
    ['a minute ago', '11-22 09:29', true],
  ])('of the same unit, %s: %s', (_, local, isRepeat) => {
    const { no } = log(at(local));
    log(desk);
    expect(warned()).toEqual(isRepeat ? [`同一房 30 天内投诉过：${no}`] : []);
  });

  it('of the same category from another unit, the latest first', () => {
    const nos = ['11-20 09:00', '11-21 09:00'].map(
      (local) => log(at(local), { category: 'parking' }).no,
    );
    desk.warnings.length = 0;
    log(desk, { unit: '3-2-1502', category: 'parking' });
    expect(warned()).toEqual([`同一类别 30 天内投诉过：${nos[1]}、${nos[0]}`]);
    expect(desk.warnings[0]?.en).toContain('within 30 days');
  });

  it('of the same unit and category, once', () => {
    const { no } = log(desk, { category: 'parking' });
    log(desk, { category: 'parking' });
    expect(warned()).toEqual([`同一房 30 天内投诉过：${no}`]);
  });

  it('but not of the category of everything else, nor of what is still to come', () => {
    log(at('11-23 09:00'), { category: 'parking' });
    log(desk, { unit: '3-2-1502', category: 'parking' });
    log(desk, { unit: undefined, place: '北门', category: 'other' });
    log(desk, { unit: undefined, place: '东门', category: 'other' });
    expect(warned()).toEqual([]);
  });

  it('five by number, the others counted', () => {
    for (let count = 1; count <= 6; count += 1) log(desk);
    log(desk);
    expect(warned().at(-1)).toMatch(/C261122-006、.*C261122-002 等 6 件/);
  });
});

describe('what recurs calls for a written analysis (rule 73)', () => {
  it('the third of one category: at the end of the month, by the supervisor', () => {
    for (const unit of ['3-2-1501', '3-2-1502']) log(desk, { unit, category: 'parking' });
    const third = log(desk, { unit: undefined, place: '北门', category: 'parking' });
    expect(third.recurring).toBe('category');
    expect(analysisOf(third.no)).toEqual(['analyse supervisor 11-30 23:59 open']);
  });

  it('the third of one unit, whatever it is about', () => {
    for (const category of ['parking', 'fees']) log(desk, { category });
    expect(log(desk, { category: 'other' }).recurring).toBe('unit');
  });

  it('of both at once: one analysis', () => {
    for (let count = 1; count <= 2; count += 1) log(desk, { category: 'parking' });
    const third = log(desk, { category: 'parking' });
    expect(third.recurring).toBe('both');
    expect(analysisOf(third.no)).toHaveLength(1);
  });

  it('one waits for each category and unit; what a written one was about does not count again', () => {
    const place = { unit: undefined, place: '北门', category: 'parking' };
    const [, , third, fourth] = Array.from({ length: 4 }, () => log(desk, place));
    expect([third?.recurring, fourth?.recurring]).toEqual(['category', null]);
    const written = analyse(at('11-28 09:00'), third?.no ?? '', '车位不足，建议划线');
    expect(written.deadlines.find(({ kind }) => kind === 'complaint.analyse')?.ending).toBe('met');
    expect(() => analyse(at('11-28 09:00'), third?.no ?? '', '…')).toThrow('nothing_to_analyse');
    const recurring = ['10:00', '11:00', '12:00'].map(
      (time) => log(at(`11-28 ${time}`), place).recurring,
    );
    expect(recurring).toEqual([null, null, 'category']);
  });

  it('an analysis about a unit does not stand for one about its category', () => {
    for (const category of ['fees', 'house']) log(desk, { category });
    expect(log(desk, { category: 'parking' }).recurring).toBe('unit');
    log(desk, { unit: '3-2-1502', category: 'parking' });
    expect(log(desk, { unit: '3-2-1502', category: 'parking' }).recurring).toBe('category');
  });

  it.each([
    ['on the last evening of a month it is due that day', '11-30 23:59', '11-30 23:59'],
    ['on the first day of the next it has all of that month', '12-01 00:00', '12-31 23:59'],
    ['in February', '2027-02-01 09:00', '02-28 23:59'],
  ])('%s', (_, local, due) => {
    const ctx = at(local);
    const [, , third] = Array.from({ length: 3 }, () => log(ctx));
    expect(promises(ctx, third?.no ?? '').at(-1)).toBe(`analyse supervisor ${due} open`);
  });

  it('stands on the agenda of the supervisor when the month ends', () => {
    for (let count = 1; count <= 3; count += 1) log(desk);
    const kinds = (local: string) =>
      agenda(at(local), { role: 'supervisor' }).duties.map(({ kind }) => kind);
    expect(kinds('11-27 09:00')).not.toContain('complaint.analyse');
    expect(kinds('11-28 09:00')).toContain('complaint.analyse');
  });

  it('the policy says how many make it recurring', async () => {
    desk = await complaintDesk(
      await policyOf('operators: {desk: 王芳}\ncomplaints: {recurring: 2, repeatWithin: 1mo}\n'),
    );
    log(desk);
    expect(log(desk).recurring).toBe('unit');
    expect(warned()).toEqual(['同一房 1 个月内投诉过：C261122-001']);
  });

  it('another category is counted anew, and its analysis with it', () => {
    const place = { unit: undefined, place: '北门' };
    for (let count = 1; count <= 2; count += 1) log(desk, { ...place, category: 'parking' });
    for (let count = 1; count <= 2; count += 1) log(desk, { ...place, category: 'fees' });
    const { no } = log(desk, { ...place, category: 'parking' });
    const to = (category: string) =>
      regrade(at('11-22 10:00'), no, { category, reason: '归类有误' }).recurring;
    expect(to('fees')).toBe('category');
    expect(analysisOf(no)).toHaveLength(1);
    expect(to('house')).toBeNull();
    expect(analysisOf(no)).toEqual(['analyse supervisor 11-30 23:59 waived']);
  });

  it('an analysis of the unit is not asked for again by another category', () => {
    const [, , third] = Array.from({ length: 3 }, () => log(desk));
    const no = third?.no ?? '';
    analyse(desk, no, '…');
    const { recurring } = regrade(at('11-22 10:00'), no, { category: 'fees', reason: '归类有误' });
    expect(recurring).toBe('unit');
    expect(analysisOf(no)).toEqual(['analyse supervisor 11-30 23:59 met']);
  });
});

describe('the list of what repeats', () => {
  it('by unit and by category, most first', () => {
    log(at('11-20 09:00'), { category: 'parking' });
    log(at('11-21 09:00'), { unit: '3-2-1502', category: 'parking' });
    log(at('11-22 09:00'), { category: 'parking' });
    log(desk, { category: 'other' });
    expect(listRepeats(desk, {})).toEqual([
      {
        by: 'unit',
        unit: '3-2-1501',
        category: null,
        count: 3,
        recurring: true,
        analysisOpen: true,
        firstAt: '2026-11-20T01:00:00Z',
        lastAt: desk.now,
        nos: ['C261120-001', 'C261122-001', 'C261122-002'],
      },
      expect.objectContaining({
        by: 'category',
        category: 'parking',
        count: 3,
        analysisOpen: true,
      }),
    ]);
  });

  it('takes other days on request, and names nothing that stands alone', () => {
    log(at('09-01 09:00'));
    log(at('09-02 09:00'));
    log(desk);
    expect(listRepeats(desk, {})).toEqual([]);
    const counts = (query: Parameters<typeof listRepeats>[1]) =>
      listRepeats(desk, query).map(({ count }) => count);
    expect(counts({ since: '2026-09-01' })).toEqual([3]);
    expect(counts({ until: '2026-10-01' })).toEqual([2]);
    expect(counts({ until: '2026-10-02' })).toEqual([]);
  });
});

it('the analysis is kept in the timeline', () => {
  const [, , third] = Array.from({ length: 3 }, () => log(desk));
  analyse(desk, third?.no ?? '', '三次都因保洁缺员');
  expect(show(desk, third?.no ?? '').timeline.at(-1)).toMatchObject({
    kind: 'analysed',
    detail: { text: '三次都因保洁缺员' },
  });
});
