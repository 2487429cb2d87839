import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/visits/model.ts';
import { householdsTogether, inCallingOrder, isToCall } from '../../src/visits/rules.ts';

/** Sunday 22 November, in Shanghai. */
const day = {
  startOfToday: '2026-11-21T16:00:00Z',
  endOfToday: '2026-11-22T15:59:59Z',
  dueBy: undefined as string | undefined,
};

const duty = {
  reason: 'repair' as Reason,
  sinceAt: '2026-11-21T15:59:59Z',
  dueAt: '2026-11-23T15:59:59Z',
};

describe('what stands on the call list', () => {
  it.each<[string, Partial<typeof duty>, Partial<typeof day>, boolean]>([
    ['finished in the last second of yesterday, due tomorrow', {}, {}, true],
    ['finished in the first second of today', { sinceAt: '2026-11-21T16:00:00Z' }, {}, false],
    [
      'finished today and due today',
      { sinceAt: '2026-11-22T01:00:00Z', dueAt: '2026-11-22T15:59:59Z' },
      {},
      true,
    ],
    [
      'finished today and due in the first second of tomorrow',
      { sinceAt: '2026-11-22T01:00:00Z', dueAt: '2026-11-22T16:00:00Z' },
      {},
      false,
    ],
    ['overdue', { dueAt: '2026-11-20T15:59:59Z' }, {}, true],
    ['due far ahead, but arisen before today', { dueAt: '2026-12-24T15:59:59Z' }, {}, true],
    ['planned, its day begun', { reason: 'plan', sinceAt: '2026-11-21T16:00:00Z' }, {}, true],
    ['due at the end of what was asked for', {}, { dueBy: '2026-11-23T15:59:59Z' }, true],
    ['due a second later', {}, { dueBy: '2026-11-23T15:59:58Z' }, false],
    [
      'due today, whatever was asked for',
      { dueAt: '2026-11-22T15:59:59Z' },
      { dueBy: '2026-11-22T02:00:00Z' },
      true,
    ],
  ])('%s', (_, change, on, expected) => {
    expect(isToCall({ ...duty, ...change }, { ...day, ...on })).toBe(expected);
  });
});

describe('the calling order', () => {
  const call = {
    dueAt: '2026-11-23T15:59:59Z',
    tries: 0,
    sortKey: '0003-02-1501' as string | null,
    subject: 'T261121-001',
  };
  it.each<[string, Partial<typeof call>]>([
    ['what is due a second earlier', { dueAt: '2026-11-23T15:59:58Z', tries: 9 }],
    ['of equals who was tried less', { sortKey: '9' }],
    ['then by unit', { tries: 1, sortKey: '0003-02-1500' }],
    ['then by number', { tries: 1, subject: 'T261121-000' }],
  ])('%s comes first', (_, change) => {
    const later = { ...call, tries: 1 };
    expect([later, { ...call, ...change }].sort(inCallingOrder)[1]).toBe(later);
  });

  it('has public places behind the units', () => {
    const hall = { ...call, sortKey: null };
    expect([hall, call].sort(inCallingOrder)).toEqual([call, hall]);
  });
});

describe('one household', () => {
  const calls = (...units: (string | null)[]) => units.map((unit, at) => ({ unit, at }));
  it.each([
    ['is called once, for all it is called about', calls('1-101', '1-102', '1-101'), [0, 2, 1]],
    ['after the other keeps its place', calls('1-102', '1-101', '1-102', '1-101'), [0, 2, 1, 3]],
    ['is no public place', calls(null, '1-101', null), [0, 1, 2]],
  ])('%s', (_, list, expected) => {
    expect(householdsTogether(list).map(({ at }) => at)).toEqual(expected);
  });
});
