import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isDone, roundOf } from '../../src/deadlines/rounds.ts';
import { policyText } from '../../src/policy/template.ts';
import { recordCallback } from '../../src/tickets/ending.ts';
import { sampleOf, standingOf } from '../../src/visits/sampling.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx, policyOf } from '../support/ledger.ts';
import { addHome, addHomes, closed, finished, on, violated, visit } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await makeCtx();
});

const unitsOf = (ctx: TestCtx, month = '2026-11', seed?: string) =>
  sampleOf(ctx, month, seed).units.map(({ unit }) => unit);

const code = (work: () => unknown): string => {
  try {
    work();
    return 'nothing was refused';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

/** On the first of December, at noon. */
const december = (ctx: TestCtx) => at(ctx, '2026-12-01T04:00:00Z');

describe('who may be drawn', () => {
  it.each<[string, Parameters<typeof addHome>[2], boolean]>([
    ['a household of today', {}, true],
    ['an empty home', { people: [] }, false],
  ])('%s', (_, home, isDrawn) => {
    addHome(desk, '1-101');
    addHome(desk, '1-102', home);
    expect(unitsOf(desk)).toEqual(isDrawn ? ['1-101', '1-102'] : ['1-101']);
  });

  it.each<[string, (ctx: TestCtx) => unknown, boolean]>([
    [
      'visited this month',
      (ctx) => visit(on(ctx, 1, '00:00'), { unit: '1-102', result: 'fair' }),
      false,
    ],
    ['nobody answered', (ctx) => visit(on(ctx, 1), { unit: '1-102', result: 'no-answer' }), true],
    [
      'visited in the last second of last month',
      (ctx) => visit(at(ctx, '2026-10-31T15:59:59Z'), { unit: '1-102', result: 'fair' }),
      true,
    ],
    [
      'called back about a repair, by a visit',
      (ctx) => visit(on(ctx, 3), { no: finished(on(ctx, 2), { unit: '1-102' }), result: 'fair' }),
      false,
    ],
    [
      'called back about a repair by itself',
      (ctx) =>
        recordCallback(on(ctx, 3), finished(on(ctx, 2), { unit: '1-102' }), {
          result: 'fair',
          quality: undefined,
          attitude: undefined,
          note: undefined,
        }),
      false,
    ],
    ['owed a callback', (ctx) => finished(on(ctx, 2), { unit: '1-102' }), true],
    [
      'called back about a complaint',
      (ctx) => visit(on(ctx, 3), { no: closed(on(ctx, 2), { unit: '1-102' }), result: 'fair' }),
      false,
    ],
  ])('%s', (_, what, isDrawn) => {
    addHome(desk, '1-101');
    addHome(desk, '1-102');
    what(desk);
    expect(unitsOf(desk)).toEqual(isDrawn ? ['1-101', '1-102'] : ['1-101']);
  });
});

describe('the sample of a month', () => {
  it('is as large as the policy says, over all buildings, and in the order of the units', () => {
    addHomes(desk, 30, 20, 2);
    const units = unitsOf(desk);
    expect(units).toHaveLength(25);
    expect(new Set(units.map((unit) => unit[0]))).toEqual(new Set(['1', '2', '3']));
    expect(units).toEqual([...units].sort());
    expect(violated(desk, 'samples', 'visits')).toEqual([]);
  });

  it('is never drawn again, and says so to another seed', () => {
    addHomes(desk, 40);
    const first = sampleOf(desk, '2026-11', undefined);
    expect(first.seed).toBe('2026-11 蓝天新苑');
    addHome(on(desk, 25), '2-101');
    const again = sampleOf(on(desk, 25), '2026-11', '再抽一次');
    expect(again.units.map(({ unit }) => unit)).toEqual(first.units.map(({ unit }) => unit));
    expect(again).toMatchObject({ seed: first.seed, drawnAt: first.drawnAt });
    expect(desk.warnings).toHaveLength(1);
  });

  it('is the same on another ledger with the same households and the same seed', async () => {
    const other = await makeCtx();
    addHomes(desk, 20, 30);
    addHomes(other, 20, 30);
    expect(unitsOf(other, '2026-11', '甲')).toEqual(unitsOf(desk, '2026-11', '甲'));
  });

  it('has none of last month’s', () => {
    addHomes(desk, 30, 30);
    const november = unitsOf(desk);
    const next = unitsOf(december(desk), '2026-12');
    expect(next).toHaveLength(25);
    expect(next.filter((unit) => november.includes(unit))).toEqual([]);
    expect(violated(desk, 'samples')).toEqual([]);
  });

  it('has all that are left, and refuses where nobody is', () => {
    addHomes(desk, 27);
    unitsOf(desk);
    const next = sampleOf(december(desk), '2026-12', undefined);
    expect(next.units).toHaveLength(2);
    expect(next.least).toBe(2);
    visit(december(desk), { unit: next.units[0]?.unit, result: 'fair' });
    expect(isDone(desk, 'visit.sample', '2026-12')).toBe(false);
    visit(december(desk), { unit: next.units[1]?.unit, result: 'fair' });
    expect(isDone(desk, 'visit.sample', '2026-12')).toBe(true);
  });

  it.each([
    ['nobody lives here', 0, '还没有登记在住的住户。'],
    [
      'all were drawn last month',
      25,
      '2026-12 没有可抽的住户：在住 25 户，25 户上月或下月抽到，另有 0 户本月已回访。',
    ],
  ])('is refused where %s', (_, homes, words) => {
    addHomes(desk, homes);
    if (homes > 0) unitsOf(desk);
    expect(() => unitsOf(december(desk), '2026-12')).toThrow(
      expect.objectContaining({
        code: 'nobody_to_sample',
        words: expect.objectContaining({ zh: words }),
      }),
    );
  });

  it.each([
    ['as many as are wanted at the least', 20, []],
    [
      'one less',
      19,
      ['只有 19 户可抽，不足 20 户：在住 20 户，0 户上月或下月抽到，另有 1 户本月已回访。'],
    ],
  ])('of %s says so', (_, free, warnings) => {
    addHomes(desk, 20);
    if (free < 20) visit(on(desk, 22), { unit: '1-101', result: 'fair' });
    expect(unitsOf(desk)).toHaveLength(free);
    expect(desk.warnings.map(({ zh }) => zh)).toEqual(warnings);
  });

  it.each([
    ['this month', '2026-11', 3],
    ['last month, late', '2026-10', 3],
    ['the month before', '2026-09', 'month_over'],
  ])('is drawn for %s', (_, month, expected) => {
    addHomes(desk, 3);
    const drawn = () => unitsOf(desk, month).length;
    if (typeof expected === 'number') expect(drawn()).toBe(expected);
    else expect(code(drawn)).toBe(expected);
  });

  it('is shown however long ago it was drawn', () => {
    addHomes(desk, 3);
    unitsOf(desk);
    const later = sampleOf(at(desk, '2027-03-01T04:00:00Z'), '2026-11', undefined);
    expect(later).toMatchObject({ visited: 0, isOpen: false });
  });

  it('is not drawn before its month has begun', () => {
    addHomes(desk, 3);
    expect(code(() => unitsOf(at(desk, '2026-11-30T15:59:59Z'), '2026-12'))).toBe(
      'month_not_begun',
    );
    expect(unitsOf(at(desk, '2026-11-30T16:00:00Z'), '2026-12')).toHaveLength(3);
  });

  it('whatever was drawn before, no household comes in two months running', async () => {
    const policy = await policyOf(
      policyText('zh', { siteName: '蓝天新苑', operators: {} }).replace(/most: \d+/, 'most: 4'),
    );
    expect(policy.visits.sample.most).toBe(4);
    const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
    const orders = fc.shuffledSubarray(months, { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 5, max: 14 }), async (order, homes) => {
        const ctx = await makeCtx({ policy });
        addHomes(ctx, homes);
        for (const month of order) {
          const then = at(ctx, `${month}-20T04:00:00Z`);
          code(() => sampleOf(then, month, undefined));
        }
        expect(violated(ctx, 'samples')).toEqual([]);
        ctx.ledger.close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the sample is visited', () => {
  it('by unit, once; what comes after is a visit of its own', () => {
    addHomes(desk, 3);
    unitsOf(desk);
    const first = visit(on(desk, 23), { unit: '1-101', way: 'door', result: 'fair' });
    expect(first).toMatchObject({ reason: 'sample', sample: '2026-11', subject: null });
    const second = visit(on(desk, 24), { unit: '1-101', way: 'door', result: 'fair' });
    expect(second).toMatchObject({ reason: 'visit', sample: null });
    expect(sampleOf(on(desk, 24), '2026-11', undefined)).toMatchObject({ visited: 1, least: 3 });
  });

  it('not before it was drawn', () => {
    addHomes(desk, 3);
    unitsOf(desk);
    const before = visit(on(desk, 22, '09:29'), { unit: '1-101', result: 'fair' });
    expect(before).toMatchObject({ reason: 'visit', sample: null });
  });

  it('late, in the month after it, but no later', () => {
    addHomes(desk, 3);
    unitsOf(desk);
    const late = visit(december(desk), { unit: '1-101', result: 'fair' });
    expect(late).toMatchObject({ reason: 'sample', sample: '2026-11' });
    const after = at(desk, '2026-12-31T16:00:00Z');
    expect(visit(after, { unit: '1-102', result: 'fair' })).toMatchObject({ reason: 'visit' });
  });

  it('is done when enough were reached, as of that visit', () => {
    addHomes(desk, 2);
    unitsOf(desk);
    visit(on(desk, 23), { unit: '1-101', result: 'fair' });
    visit(december(desk), { unit: '1-102', result: 'satisfied' });
    expect(roundOf(desk, 'visit.sample', '2026-11')).toMatchObject({
      doneAt: '2026-12-01T04:00:00Z',
      dueAt: '2026-11-30T15:59:59Z',
    });
    expect(violated(desk)).toEqual([]);
  });

  it('is done when enough were reached, though their visits are recorded out of order', () => {
    addHomes(desk, 2);
    unitsOf(desk);
    visit(december(desk), { unit: '1-101', result: 'fair' });
    visit(on(desk, 23), { unit: '1-102', result: 'fair' });
    expect(roundOf(desk, 'visit.sample', '2026-11')?.doneAt).toBe('2026-12-01T04:00:00Z');
  });

  it('as of a day, by then', () => {
    addHomes(desk, 2);
    unitsOf(desk);
    visit(on(desk, 23), { unit: '1-101', result: 'no-answer' });
    visit(on(desk, 24), { unit: '1-101', result: 'fair' });
    const asOf = (day: number) => sampleOf(on(desk, day), '2026-11', undefined);
    expect(asOf(22)).toMatchObject({ visited: 0, units: [{ tries: 0 }, {}] });
    expect(asOf(23)).toMatchObject({ visited: 0, units: [{ tries: 1 }, {}] });
    expect(asOf(24)).toMatchObject({ visited: 1, units: [{ tries: 1, result: 'fair' }, {}] });
    expect(standingOf(on(desk, 21), '2026-11')).toBeNull();
  });
});
