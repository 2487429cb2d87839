import { expect, it } from 'vitest';
import type { Deadline, Ending } from '../../src/deadlines/model.ts';
import {
  folded,
  patrolCounts,
  settledApart,
  settledCounts,
  together,
  withoutPastPatrols,
} from '../../src/renovations/course-rules.ts';
import type { Event } from '../../src/timeline/model.ts';

const NOW = '2026-12-31T00:00:00Z';

const patrol = (day: number, detail: Event['detail'] = { ok: true, text: null }): Event => ({
  ...{ at: `2026-12-0${day}T01:00:00Z`, by: day > 3 ? '赵敏' : '王芳', kind: 'patrolled', detail },
});

const other: Event = { at: '2026-12-05T02:00:00Z', by: '王芳', kind: 'note', detail: {} };

it.each<[string, Event[], string[]]>([
  ['none', [], []],
  ['two in a row', [patrol(1), patrol(2)], ['patrolled', 'patrolled']],
  ['three in a row', [patrol(1), patrol(2), patrol(3)], ['patrols']],
  [
    'three with something between them',
    [patrol(1), patrol(2), other, patrol(3)],
    ['patrolled', 'patrolled', 'note', 'patrolled'],
  ],
  [
    'one of them found something',
    [patrol(1), patrol(2), patrol(3, { ok: false, text: null }), patrol(4), patrol(5), patrol(6)],
    ['patrolled', 'patrolled', 'patrolled', 'patrols'],
  ],
  [
    'something was written about one of them',
    [patrol(1), patrol(2), patrol(3, { ok: true, text: '贴砖' })],
    ['patrolled', 'patrolled', 'patrolled'],
  ],
])('patrols told once: %s', (_, events, kinds) => {
  expect(folded(events).map(({ kind }) => kind)).toEqual(kinds);
});

it('says how many they were, from when to when, and by whom', () => {
  expect(folded([patrol(2), patrol(3), patrol(4)])).toEqual([
    {
      ...{ at: '2026-12-02T01:00:00Z', by: '王芳/赵敏', kind: 'patrols' },
      detail: { times: 3, untilAt: '2026-12-04T01:00:00Z' },
    },
  ]);
});

const promise = (kind: string, ending: Ending | null, endedAt: string | null = null): Deadline => ({
  ...{ subject: 'D261123-001', kind, part: null, role: 'clerk', assignee: null, assigneeId: null },
  ...{
    sinceAt: '2026-12-01T00:00:00Z',
    dueAt: '2026-12-01T15:59:59Z',
    clause: 'renovations.patrol',
  },
  ...{ limit: '1d', ending, endedAt },
});

const DEADLINES = [
  promise('reno.review', 'met', '2026-12-01T15:00:00Z'),
  promise('reno.patrol', 'met', '2026-12-01T15:59:59Z'),
  promise('reno.patrol', 'met', '2026-12-01T16:00:00Z'),
  promise('reno.patrol', 'missed', '2026-12-02T01:00:00Z'),
  promise('reno.patrol', 'waived', '2026-12-01T01:00:00Z'),
  promise('reno.patrol', null),
];

it('leaves out the patrols that are over, and counts them', () => {
  expect(withoutPastPatrols(DEADLINES).map(({ kind, ending }) => [kind, ending])).toEqual([
    ['reno.review', 'met'],
    ['reno.patrol', null],
  ]);
  const counts = patrolCounts(DEADLINES, NOW).map(([{ zh }, count]) => [zh, count]);
  expect(counts).toEqual([
    ['按时', 1],
    ['超期完成', 1],
    ['超期未办', 1],
  ]);
  expect(patrolCounts([promise('reno.patrol', null)], NOW)).toEqual([]);
});

const KEPT = promise('reno.review', 'met', '2026-12-01T15:59:59Z');

const LATE = promise('reno.approve', 'met', '2026-12-01T16:00:00Z');

const WAIVED = promise('reno.commit', 'waived', '2026-12-01T01:00:00Z');

const OPEN = promise('reno.accept', null);

it.each([
  ['two that were kept stand each for itself', [KEPT, WAIVED, OPEN], [KEPT, WAIVED, OPEN], []],
  [
    'of three only open and late ones do',
    [KEPT, LATE, WAIVED, KEPT, OPEN],
    [LATE, OPEN],
    ['按时 2', '已免 1'],
  ],
  ['of three late ones all do', [LATE, LATE, LATE], [LATE, LATE, LATE], []],
])('what is over and was kept: %s', (_, all, told, counts) => {
  const apart = settledApart(all, NOW);
  expect(apart.told).toEqual(told);
  expect(settledCounts(apart.settled).map(([{ zh }, count]) => `${zh} ${count}`)).toEqual(counts);
});

it('what is due first stands first; passes that expire together are one line', () => {
  const due = (kind: string, part: number | null, dueAt: string): Deadline => ({
    ...promise(kind, null),
    ...{ part, dueAt },
  });
  const lines = together([
    due('reno.period-end', null, '2026-12-10T15:59:59Z'),
    due('reno.pass-expiry', 3, '2026-12-10T15:59:59Z'),
    due('reno.pass-expiry', 2, '2026-12-05T15:59:59Z'),
    due('reno.pass-expiry', 1, '2026-12-10T15:59:59Z'),
    due('reno.patrol', null, '2026-12-02T15:59:59Z'),
  ]);
  expect(lines.map(({ deadline, parts }) => [deadline.kind, parts])).toEqual([
    ['reno.patrol', []],
    ['reno.pass-expiry', [2]],
    ['reno.period-end', []],
    ['reno.pass-expiry', [1, 3]],
  ]);
});
