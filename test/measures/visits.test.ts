import { beforeAll, describe, expect, it } from 'vitest';
import { closeTicket, recordCallback } from '../../src/tickets/ending.ts';
import { reportOf } from '../../src/visits/reporting.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { addHomes, closed, finished, movedIn, on, visit } from '../visits/desk.ts';
import { expectExplained, parted, told, when } from './figures.ts';

/** Sunday 2026-11-22, 18:00 in Shanghai. */
let now: TestCtx;

beforeAll(async () => {
  const ctx = await makeCtx();
  addHomes(ctx, 3, 2);

  // A repair called back by a visit, in time.
  const leak = finished(on(ctx, 2), { unit: '1-101' });
  visit(on(ctx, 3), { no: leak, result: 'satisfied' });

  // A repair called back by its own command, dissatisfied, a day late: due by the end of the 6th.
  const door = finished(on(ctx, 4), { unit: '1-102' });
  const slip = { signedBy: '张伟', satisfied: true };
  closeTicket(on(ctx, 4, '10:00'), door, slip);
  const ratings = { quality: undefined, attitude: undefined, note: undefined };
  recordCallback(on(ctx, 7), door, { result: 'dissatisfied', ...ratings });

  // A complaint: nobody answers, then somebody does.
  const noise = closed(on(ctx, 10), { unit: '2-101' });
  visit(on(ctx, 11), { no: noise, result: 'no-answer' });
  visit(on(ctx, 12), { no: noise, result: 'satisfied' });

  // A household called on for its own sake, and one that moved in and was not called on.
  visit(on(ctx, 15), { unit: '2-102', result: 'fair', needs: '楼道加灯' });
  movedIn(on(ctx, 18), '1-103');

  now = on(ctx, 22, '18:00');
});

const FIGURES = [
  ...['count', 'callbacks', 'visited', 'satisfied', 'fair', 'dissatisfied', 'pleased'],
  ...['needs', 'unanswered'],
].map((figure) => `visits.${figure}`);

describe('visits by month', () => {
  it.each<[string, string, number[]]>([
    //                                  count callbacks visited satisfied fair dissatisfied pleased needs unanswered
    ['before there were any', '2026-10', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['three callbacks, a visit, an attempt', '2026-11', [4, 3, 1, 2, 1, 1, 3, 1, 1]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, FIGURES)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['without answers', '2026-10', ['0/0 —', '0/0 —', '0/0 —']],
    // Two repairs and the complaint were called back, the move-in was not; of the repairs one late.
    ['three of four', '2026-11', ['3/4 75.0', '3/4 75.0', '2/2 100.0']],
  ])('rates %s', (_, month, expected) => {
    const names = ['visits.satisfaction', 'visits.callback', 'tickets.callback'];
    expect(told(now, month, names)).toEqual(expected);
  });

  it('in the middle of a month knows nothing of what came later', () => {
    const then = when(now, '2026-11-05 12:00');
    expect(told(then, '2026-11', FIGURES)).toEqual([1, 1, 0, 1, 0, 0, 1, 0, 0]);
  });

  it('by reason and by building', () => {
    const figures = ['count', 'pleased', 'unanswered'];
    expect(parted(now, '2026-11', ['visits', 'reason'], figures)).toEqual({
      ...{ complaint: [1, 1, 1], repair: [2, 1, 0], visit: [1, 1, 0] },
    });
    expect(parted(now, '2026-11', ['visits', 'building'], figures)).toEqual({
      ...{ 1: [2, 1, 0], 2: [2, 2, 1] },
    });
  });
});

it('are the same in the report of the visits', () => {
  const { all, results, owed } = reportOf(now, '2026-11');
  const [count, satisfaction] = told(now, '2026-11', ['visits.count', 'visits.satisfaction']);
  expect(all.count).toBe(count);
  expect(`${all.rate.numerator}/${all.rate.denominator} ${all.rate.percent}`).toBe(satisfaction);
  const figures = ['satisfied', 'fair', 'dissatisfied', 'unanswered'].map((it) => `visits.${it}`);
  expect(results.map((each) => each.count)).toEqual(told(now, '2026-11', figures));
  const done = owed.map(({ done: { numerator, denominator } }) => [numerator, denominator]);
  expect(done).toEqual([
    [2, 2],
    [1, 1],
    [0, 1],
  ]);
});

it('each figure is made by the records that it lists, and by its parts', () => {
  expectExplained(now, ['2026-10', '2026-11']);
});
