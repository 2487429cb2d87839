import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/day.ts';
import type { Reading } from '../../src/meters/model.ts';
import { isUnusual, spanOver, unbilledSteps, usedOver } from '../../src/meters/usage-rules.ts';

const FIRST = '2026-01-01';

/** One reading a month: what it shows, or that with what else is special about it. */
const readings = (...shown: (number | (Partial<Reading> & { shows: number }))[]): Reading[] =>
  shown.map((it, at) => {
    const { shows, ...special } = typeof it === 'number' ? { shows: it } : it;
    return {
      id: at + 1,
      unitId: 1,
      meter: 'water',
      readOn: addDays(FIRST, at * 30),
      readingThousandths: shows,
      carryThousandths: 0,
      reason: null,
      subject: null,
      ...special,
    };
  });

const span = (from: number, to: number) => ({ fromReadingId: from, toReadingId: to });

const told = (found: ReturnType<typeof unbilledSteps>) =>
  found.map((it) => [it.fromReadingId, it.toReadingId, it.usageThousandths, it.fellOn]);

describe('what a tariff has not billed of a meter', () => {
  it.each([
    ['no reading', readings(), [], []],
    ['the base alone is never billed', readings(7_000), [], []],
    ['from the base to the last', readings(7_000, 9_500, 12_000), [], [[1, 3, 5_000, null]]],
    ['nothing was used', readings(7_000, 7_000), [], [[1, 2, 0, null]]],
    [
      'after the last billed reading',
      readings(0, 1_000, 3_000, 6_000),
      [span(1, 2), span(2, 3)],
      [[3, 4, 3_000, null]],
    ],
    ['all is billed', readings(0, 1_000), [span(1, 2)], []],
    [
      'a reversed charge left a gap',
      readings(0, 1_000, 3_000, 6_000),
      [span(1, 2), span(3, 4)],
      [[2, 3, 2_000, null]],
    ],
    [
      'gaps on both sides',
      readings(0, 1_000, 3_000, 6_000),
      [span(2, 3)],
      [
        [1, 2, 1_000, null],
        [3, 4, 3_000, null],
      ],
    ],
    [
      'a reading put between two billed ones is billed',
      readings(0, 1_000, 3_000),
      [span(1, 3)],
      [],
    ],
    [
      'an exchanged meter: 100 to 130, then 0 to 5',
      readings(100_000, { shows: 5_000, carryThousandths: 130_000, reason: 'exchanged' }, 8_000),
      [],
      [[1, 3, 38_000, null]],
    ],
    [
      'a meter of five digits turned over',
      readings(99_990_000, {
        shows: 12_000,
        carryThousandths: 100_000_000,
        reason: 'turned-over',
      }),
      [],
      [[1, 2, 22_000, null]],
    ],
    [
      'a household moved out and another in: each owes its own',
      readings(0, { shows: 1_000, subject: 'M260131-001' }, 3_000),
      [],
      [
        [1, 2, 1_000, null],
        [2, 3, 2_000, null],
      ],
    ],
    [
      'the base of a move-in parts nothing before it',
      readings({ shows: 5, subject: 'M260101-001' }, 1_005),
      [],
      [[1, 2, 1_000, null]],
    ],
    [
      'a reading of a move fell, which nobody explained',
      readings(9_000, { shows: 2_000, subject: 'M260131-001' }, 3_000),
      [],
      [
        [1, 2, -7_000, '2026-01-31'],
        [2, 3, 1_000, null],
      ],
    ],
    [
      'a fall is told though the sum is not negative',
      readings(5_000, 4_000, 9_000),
      [],
      [[1, 3, 4_000, '2026-01-31']],
    ],
    [
      'billed up to a reading that is not looked at yet',
      readings(0, 1_000, 3_000),
      [span(2, 99)],
      [[1, 2, 1_000, null]],
    ],
  ])('%s', (_, given, billed, expected) => {
    expect(told(unbilledSteps(given, billed))).toEqual(expected);
  });

  const histories = fc
    .array(
      fc.record({
        used: fc.nat(50_000),
        moved: fc.boolean(),
        carry: fc.oneof(fc.constant(0), fc.nat(9_000)),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((steps) => {
      let shows = 40_000;
      return readings(
        ...steps.map(({ used, moved, carry }, at) => {
          // A carry takes the meter back: the usage stays what it was.
          const carryThousandths = at === 0 ? 0 : Math.min(carry, shows);
          shows = shows + used - carryThousandths;
          return { shows, carryThousandths, subject: moved ? `M${at}` : null };
        }),
      );
    });

  it('billed at any days, in any order, with reversals: every unit once, none twice', () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.record({ until: fc.nat(11), reverse: fc.nat(5) })),
        (all, runs) => {
          let billed: ReturnType<typeof unbilledSteps> = [];
          for (const { until, reverse } of runs) {
            billed.push(...unbilledSteps(all.slice(0, until + 1), billed));
            billed = billed.filter((_, at) => at !== reverse);
          }
          billed.push(...unbilledSteps(all, billed));
          expect(unbilledSteps(all, billed)).toEqual([]);
          const sum = billed.reduce((total, it) => total + it.usageThousandths, 0);
          expect(sum).toBe(usedOver(all));
          expect(billed.every(({ fellOn }) => fellOn === null)).toBe(true);
        },
      ),
    );
  });
});

describe('unusual usage', () => {
  const before = { days: 30, usageThousandths: 10_000 };
  it.each([
    ['three times the average a day is usual', { days: 30, usageThousandths: 30_000 }, false],
    ['a thousandth more is not', { days: 30, usageThousandths: 30_001 }, true],
    ['over half the days half as much', { days: 15, usageThousandths: 15_000 }, false],
    ['over half the days more', { days: 15, usageThousandths: 15_001 }, true],
    ['on the same day nothing is', { days: 0, usageThousandths: 90_000 }, false],
  ])('%s', (_, now, expected) => {
    expect(isUnusual(now, before, 300)).toBe(expected);
  });

  it.each([
    ['nothing known before', { days: 0, usageThousandths: 0 }, 90_000, false],
    ['anything where nothing was used', { days: 30, usageThousandths: 0 }, 1, true],
    ['nothing where nothing was used', { days: 30, usageThousandths: 0 }, 0, false],
  ])('%s', (_, earlier, usageThousandths, expected) => {
    expect(isUnusual({ days: 30, usageThousandths }, earlier, 300)).toBe(expected);
  });

  it('is measured over all that was read before', () => {
    expect(spanOver(readings(0, 1_000, 4_000))).toEqual({ days: 60, usageThousandths: 4_000 });
    expect(spanOver([])).toEqual({ days: 0, usageThousandths: 0 });
  });
});
