import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isDone, roundOf } from '../../src/deadlines/rounds.ts';
import { monthFrom } from '../../src/lib/month.ts';
import { recordCallback } from '../../src/tickets/ending.ts';
import { sampleOf, standingOf } from '../../src/visits/sampling.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx } from '../support/ledger.ts';
import { addHome, addHomes, closed, finished, on, sampling, violated, visit } from './desk.ts';

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
  beforeEach(async () => {
    desk = await makeCtx({ policy: await sampling(1, 25) });
  });

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

  it('has all where no more live here', () => {
    addHomes(desk, 2);
    const sample = sampleOf(desk, '2026-11', undefined);
    expect(sample).toMatchObject({ least: 2, units: [{ unit: '1-101' }, { unit: '1-102' }] });
    visit(on(desk, 23), { unit: '1-101', result: 'fair' });
    expect(isDone(desk, 'visit.sample', '2026-11')).toBe(false);
    visit(on(desk, 23), { unit: '1-102', result: 'fair' });
    expect(isDone(desk, 'visit.sample', '2026-11')).toBe(true);
  });

  it('is refused where nobody lives here', () => {
    addHome(desk, '1-101', { people: [] });
    expect(() => unitsOf(desk)).toThrow(
      expect.objectContaining({
        code: 'nobody_to_sample',
        words: expect.objectContaining({ zh: '还没有登记在住的住户。' }),
      }),
    );
  });

  it('on a small estate has the same households again, each to be visited again', () => {
    addHomes(desk, 3);
    const november = unitsOf(desk);
    expect(unitsOf(december(desk), '2026-12')).toEqual(november);
    expect(visit(december(desk), { unit: '1-101', result: 'fair' }).sample).toBe('2026-12');
    expect(visit(december(desk), { unit: '1-101', result: 'fair' }).sample).toBe('2026-11');
    expect(violated(desk)).toEqual([]);
  });

  it('is filled up to the least from last month’s, with no more than that', () => {
    addHomes(desk, 27);
    const november = unitsOf(desk);
    const next = unitsOf(december(desk), '2026-12');
    expect(next).toHaveLength(20);
    expect(next.filter((unit) => !november.includes(unit))).toHaveLength(2);
  });

  it.each<[string, number, number, string[]]>([
    ['as many free as are wanted at the least', 21, 1, []],
    [
      'one less',
      20,
      1,
      [
        '在住 20 户，只有 19 户可抽，不足 20 户；补抽 1 户：本月已回访的 1 户，上月或下月抽到的 0 户。',
      ],
    ],
    ['as many as live here', 20, 0, []],
    ['fewer live here', 19, 0, ['在住只有 19 户，不足 20 户，全部抽取。']],
  ])('says when it was filled up: %s', (_, homes, visits, warnings) => {
    addHomes(desk, homes);
    if (visits > 0) visit(on(desk, 22), { unit: '1-101', result: 'fair' });
    expect(unitsOf(desk)).toHaveLength(Math.min(homes, 20));
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

  it('whatever was drawn before, a household comes in two months running only to fill up', async () => {
    const policy = await sampling(3, 4);
    const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
    const orders = fc.shuffledSubarray(months, { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 14 }), async (order, homes) => {
        const ctx = await makeCtx({ policy });
        addHomes(ctx, homes);
        const samples = new Map<string, readonly string[]>();
        for (const month of order) {
          const besides = [-1, 1].flatMap((step) => samples.get(monthFrom(month, step)) ?? []);
          const free = homes - new Set(besides).size;
          const units = unitsOf(at(ctx, `${month}-20T04:00:00Z`), month);
          const again = units.filter((unit) => besides.includes(unit));
          const least = Math.min(3, homes);
          expect(units).toHaveLength(Math.max(least, Math.min(4, free)));
          expect(again).toHaveLength(Math.max(0, least - free));
          samples.set(month, units);
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
