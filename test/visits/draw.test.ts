import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, draw } from '../../src/visits/draw-rules.ts';

describe('places for the buildings of an estate', () => {
  it.each<[string, number[], number, number[]]>([
    ['as many as there are', [3, 2], 5, [3, 2]],
    ['more than there are: all of them', [3, 2], 25, [3, 2]],
    ['in proportion', [60, 30, 10], 10, [6, 3, 1]],
    ['the rest by the largest remainder', [50, 30, 20], 7, [4, 2, 1]],
    ['equal remainders: the earlier first', [10, 10, 10], 4, [2, 1, 1]],
    ['a small building has one all the same', [100, 100, 1], 5, [2, 2, 1]],
    ['and what it takes makes none of the others empty', [100, 26, 1, 1], 5, [2, 1, 1, 1]],
    ['as many places as buildings', [100, 1, 1], 3, [1, 1, 1]],
    ['fewer: the largest', [1, 100, 2], 2, [0, 1, 1]],
    ['no building', [], 25, []],
  ])('%s', (_, sizes, places, expected) => {
    expect(apportion(sizes, places)).toEqual(expected);
  });

  it('all go out, nobody gets more than there is, and none is off its claim by a whole place', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 60 }), (of, places) => {
        const shares = apportion(of, places);
        const total = of.reduce((all, each) => all + each, 0);
        expect(shares.reduce((all, each) => all + each, 0)).toBe(Math.min(places, total));
        shares.forEach((share, at) => {
          const size = of[at] ?? 0;
          expect(share).toBeLessThanOrEqual(size);
          if (places >= of.length) expect(share).toBeGreaterThanOrEqual(1);
          const claim = (size * places) / total;
          if (places < total) expect(share).toBeLessThan(Math.max(claim, 1) + 1);
        });
      }),
    );
  });
});

/** Buildings of some households each: `1-101`, `1-102`, `2-101`. */
const estate = (...sizes: number[]) =>
  sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, room) => ({
      unit: `${at + 1}-${101 + room}`,
      building: String(at + 1),
    })),
  );

const buildingOf = (unit: string) => unit.split('-')[0];

describe('the sample of a month', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
  const seed = fc.string({ minLength: 1, maxLength: 20 });

  it('is as large as wanted, of different households, in every building', () => {
    fc.assert(
      fc.property(sizes, seed, fc.integer({ min: 12, max: 25 }), (of, by, most) => {
        const households = estate(...of);
        const drawn = draw(households, most, by);
        expect(drawn).toHaveLength(Math.min(most, households.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(new Set(drawn.map(buildingOf)).size).toBe(of.length);
        const known = households.map(({ unit }) => unit);
        expect(drawn.filter((unit) => !known.includes(unit))).toEqual([]);
      }),
    );
  });

  it('is the same for the same seed, in whatever order the households come', () => {
    const shuffled = sizes.chain((of) => {
      const households = estate(...of);
      const all = { minLength: households.length, maxLength: households.length };
      return fc.tuple(fc.constant(households), fc.shuffledSubarray(households, all));
    });
    fc.assert(
      fc.property(shuffled, seed, ([one, other], by) => {
        expect(draw(other, 20, by)).toEqual(draw(one, 20, by));
      }),
    );
  });

  it('stays what it was drawn as: the order of a seed is for ever', () => {
    expect(draw(estate(6, 3), 4, '2026-11 翠湖花园')).toMatchInlineSnapshot(`
      [
        "2-101",
        "1-101",
        "1-104",
        "1-105",
      ]
    `);
  });

  it('differs from seed to seed', () => {
    const households = estate(40, 40);
    expect(draw(households, 20, '2026-12')).not.toEqual(draw(households, 20, '2026-11'));
  });

  it('gives every household of a building its turn', () => {
    const households = estate(10);
    const counts = new Map<string, number>();
    for (let month = 0; month < 500; month += 1) {
      for (const unit of draw(households, 2, `month ${month}`)) {
        counts.set(unit, (counts.get(unit) ?? 0) + 1);
      }
    }
    // 100 each are expected; 60 and 140 are more than four deviations off.
    expect(Math.min(...counts.values())).toBeGreaterThan(60);
    expect(Math.max(...counts.values())).toBeLessThan(140);
  });
});
