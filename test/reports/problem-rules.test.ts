import { describe, expect, it } from 'vitest';
import { rateOf } from '../../src/lib/rate.ts';
import { type Judged, problemsIn } from '../../src/reports/problem-rules.ts';

const of = (some: Partial<Judged>): Judged => ({
  name: 'tickets.onTime',
  better: 'more',
  now: rateOf(9, 10),
  before: rateOf(9, 10),
  target: null,
  ...some,
});

describe('problems', () => {
  it.each<
    [
      string,
      Partial<Judged>,
      { worseByTenths: number | null; missedByTenths: number | null } | null,
    ]
  >([
    ['as before, nothing aimed at', {}, null],
    ['better than before', { before: rateOf(8, 10) }, null],
    [
      'a tenth of a point worse',
      { now: rateOf(899, 1000) },
      { worseByTenths: 1, missedByTenths: null },
    ],
    ['worse by less than the page shows', { now: rateOf(8999, 10_000) }, null],
    ['nothing now', { now: rateOf(0, 0), before: rateOf(1, 1), target: '90.0' }, null],
    ['nothing before', { before: rateOf(0, 0) }, null],
    ['no month before', { before: null }, null],
    ['on target', { target: '90.0' }, null],
    ['below target', { target: '90.1' }, { worseByTenths: null, missedByTenths: 1 }],
    [
      'less is better: more of it is worse',
      { better: 'less', now: rateOf(1, 10), before: rateOf(0, 10) },
      { worseByTenths: 100, missedByTenths: null },
    ],
    [
      'less is better: above the target',
      { better: 'less', now: rateOf(1, 10), before: rateOf(1, 10), target: '5.0' },
      { worseByTenths: null, missedByTenths: 50 },
    ],
    [
      'both at once',
      { now: rateOf(1, 2), before: rateOf(3, 4), target: '95.0' },
      { worseByTenths: 250, missedByTenths: 450 },
    ],
  ])('%s', (_, some, expected) => {
    const [found] = problemsIn([of(some)]);
    expect(
      found ? { worseByTenths: found.worseByTenths, missedByTenths: found.missedByTenths } : null,
    ).toEqual(expected);
  });

  it('tells the worst first, eight at most', () => {
    const rates = Array.from({ length: 12 }, (_, at) =>
      of({ name: `tickets.${at}`, now: rateOf(at, 100), before: rateOf(50, 100) }),
    );
    expect(problemsIn(rates).map(({ name }) => name)).toEqual(
      Array.from({ length: 8 }, (_, at) => `tickets.${at}`),
    );
  });
});
