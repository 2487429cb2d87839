import { describe, expect, it } from 'vitest';
import { type Outcome, pastEnding } from '../../src/deadlines/rules.ts';
import { parseDuration } from '../../src/lib/duration.ts';

const made = { sinceAt: '2024-01-05T00:00:00Z', dueAt: '2024-01-07T15:59:59Z' };
const [early, due, late] = ['2024-01-06T00:00:00Z', made.dueAt, '2024-01-07T16:00:00Z'];

describe('a promise of the past', () => {
  it.each<[string, Outcome, string, [string, string]]>([
    ['kept', { how: 'kept', at: early, isExact: true }, '2d', ['met', early]],
    ['kept late', { how: 'kept', at: late, isExact: true }, '2d', ['met', late]],
    ['kept on a day, within days', { how: 'kept', at: late, isExact: false }, '2d', ['met', late]],
    ['within working days', { how: 'kept', at: early, isExact: false }, '2wd', ['met', early]],
    ['within months', { how: 'kept', at: early, isExact: false }, '1mo', ['met', early]],
    ['within minutes', { how: 'kept', at: early, isExact: false }, '30m', ['waived', early]],
    ['within hours', { how: 'kept', at: late, isExact: false }, '1h', ['waived', due]],
    ['within half a day', { how: 'kept', at: early, isExact: false }, '0.5wd', ['waived', early]],
    [
      'within minutes, to the minute',
      { how: 'kept', at: late, isExact: true },
      '30m',
      ['met', late],
    ],
    [
      'untold, over before it was due',
      { how: 'untold', at: early, isExact: true },
      '2d',
      ['waived', early],
    ],
    ['untold, over afterwards', { how: 'untold', at: late, isExact: true }, '2d', ['waived', due]],
    ['dropped in time', { how: 'dropped', at: due, isExact: true }, '2d', ['waived', due]],
    ['dropped too late', { how: 'dropped', at: late, isExact: true }, '2d', ['missed', late]],
  ])('%s', (_, outcome, limit, [ending, endedAt]) => {
    expect(pastEnding(made, parseDuration(limit), outcome)).toEqual({ ending, endedAt });
  });
});
