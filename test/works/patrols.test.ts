import { beforeEach, describe, expect, it } from 'vitest';
import { advance } from '../../src/acceptance/store.ts';
import type { Ctx } from '../../src/context.ts';
import { invariants } from '../../src/deadlines/invariants.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { endWorks, startWorks } from '../../src/renovations/running.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { grantOvertime } from '../../src/works/overtime.ts';
import { patrolAll, patrolWorks, type Seen } from '../../src/works/patrolling.ts';
import { addViolation } from '../../src/works/violating.ts';
import { codeOf, violated } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { permitted, promises, siteDesk, when } from './site.ts';

let desk: TestCtx;
let no: string;

beforeEach(async () => {
  desk = await siteDesk();
  no = permitted(desk);
});

const WELL: Seen = { note: undefined, violation: undefined };

const patrol = (time: string, seen: Partial<Seen> = {}) =>
  patrolWorks(when(desk, time), no, { ...WELL, ...seen });

const owed = (ctx: TestCtx, of = no) => promises(ctx, of, 'reno.patrol');

const journalled = (ctx: Ctx) =>
  ctx.ledger
    .prepare<[], { subject: string | null; changes: string }>(
      "SELECT subject, changes FROM journal WHERE action = 'reno.patrol' ORDER BY seq",
    )
    .all();

describe('a patrol', () => {
  it('keeps the promise of its day, and stands in the timeline', () => {
    const it = patrol('11-24 10:00', { note: '水电改造中' });
    expect(it.lastPatrolAt).toBe(when(desk, '11-24 10:00').now);
    expect(owed(desk)).toEqual(['11-24 23:59 met', '11-25 23:59 open']);
    expect(timelineOf(desk.ledger, no).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['patrolled', { ok: true, text: '水电改造中' }],
    ]);
    expect(journalled(desk).map(({ changes }) => JSON.parse(changes))).toEqual([
      { ok: true, note: '***' },
    ]);
  });

  it('with a violation records both', () => {
    const violation = { code: '9', measures: ['stop-work'], note: '梁上开槽' } as const;
    const it = patrol('11-24 10:00', { note: '梁上开槽', violation });
    expect(it.violations).toMatchObject([{ part: 1, code: 'V09', note: '梁上开槽' }]);
    expect(owed(desk)).toEqual(['11-24 23:59 met', '11-25 23:59 open']);
    expect(timelineOf(desk.ledger, no).map(({ kind }) => kind)).toContain('violated');
    expect(JSON.parse(journalled(desk)[0]?.changes ?? '')).toEqual({
      ...{ ok: false, note: '***', part: 1, code: 'V09', measures: 'stop-work' },
      ...{ fixByAt: '2026-11-27T15:59:59Z', stoppedAt: '2026-11-24T02:00:00Z' },
    });
  });

  it('with a violation stands in the journal as the violation alone does', () => {
    const violation = { code: 'V20', measures: ['persuade'], note: '垃圾堆在楼道' } as const;
    const lastLine = () => JSON.parse(String(lines.get()));
    const lines = desk.ledger.db.prepare('SELECT changes FROM journal ORDER BY seq DESC').pluck();
    patrol('11-24 10:00', { note: violation.note, violation });
    const { ok: _, ...patrolled } = lastLine();
    addViolation(when(desk, '11-24 10:00'), no, violation);
    expect(patrolled).toEqual({ ...lastLine(), part: 1 });
  });

  it('with a violation that there is not records nothing', () => {
    const violation = { code: 'V99', measures: [], note: undefined };
    expect(codeOf(() => patrol('11-24 10:00', { violation }))).toBe('unknown_violation');
    expect(requireRenovation(desk, no).lastPatrolAt).toBeNull();
    expect(owed(desk)).toEqual(['11-24 23:59 open']);
    expect(journalled(desk)).toEqual([]);
  });

  it('that is written up later than another is refused, as every step is', () => {
    patrol('11-25 10:00');
    expect(codeOf(() => patrol('11-24 10:00'))).toBe('before_last_step');
  });

  it('of today is not owed again when the acceptance of today fails', () => {
    patrol('11-24 10:00');
    endWorks(when(desk, '11-24 14:00'), { no });
    const then = when(desk, '11-24 16:00');
    startWorks(then, requireRenovation(then, no));
    expect(owed(then)).toEqual(['11-24 23:59 met', '11-25 23:59 open']);
  });

  it.each([
    ['within the hours', '11-24 10:00', undefined],
    ['over noon', '11-24 13:00', 'No works now (hours of work 08:00–12:00, 14:00–18:00'],
    ['on a Saturday', '11-28 10:00', 'Today is a day off: quiet works only.'],
    ['on a Saturday night', '11-28 21:00', 'No works now'],
    ['before the works', '11-23 16:00', `The works of ${'D261123-001'} begin on 2026-11-24.`],
    ['on the last day', '12-18 10:00', undefined],
  ])('%s', (_, time, said) => {
    patrol(time);
    const all = desk.warnings.map(({ en }) => en);
    expect(all).toEqual(said === undefined ? [] : [expect.stringContaining(said)]);
  });

  it('in overtime finds works that are allowed', () => {
    grantOvertime(desk, no, {
      ...{ from: when(desk, '11-24 18:00').now, until: when(desk, '11-24 20:00').now },
      ...{ reason: '瓷砖胶须连续施工', approvedBy: '王芳' },
    });
    patrol('11-24 19:00');
    expect(desk.warnings).toEqual([]);
  });

  it('outside the hours names V24 only where the policy lists it', async () => {
    const policy = await policyOf('renovations: {violations: {X-1: {name: 夜间施工扰民}}}\n');
    const { V24: _, ...violations } = policy.renovations.violations;
    const without = { ...policy, renovations: { ...policy.renovations, violations } };
    patrolWorks({ ...when(desk, '11-24 13:00'), policy: without }, no, WELL);
    expect(desk.warnings.at(-1)?.en).toContain(`wy reno patrol ${no} --violation … --note "…"`);
    patrolWorks(when(desk, '11-24 13:00'), no, WELL);
    expect(desk.warnings.at(-1)?.en).toContain(`wy reno patrol ${no} --violation V24 --note "…"`);
  });

  it('at night with a violation says nothing of the hour', () => {
    const violation = { code: 'V24', measures: ['persuade'], note: undefined } as const;
    patrol('11-24 21:00', { violation });
    expect(desk.warnings.map(({ en }) => en).join()).not.toContain('No works now');
  });

  it('past the last day says that the works are to be accepted or extended', () => {
    patrol('12-21 10:00');
    expect(desk.warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining(`wy reno extend ${no}`),
    ]);
    expect(promises(when(desk, '12-21 10:00'), no, 'reno.period-end')).toEqual([
      '12-20 23:59 overdue',
    ]);
  });
});

describe('a round of patrols', () => {
  const round = (time: string, building?: string) =>
    patrolAll(when(desk, time), { building, note: undefined }).map((it) => it.no);

  beforeEach(() => {
    permitted(desk, { no: 'D261123-002', unit: '5-1-101' });
    permitted(desk, { no: 'D261123-003', unit: '5-1-102', fromOn: '2026-12-01' });
    permitted(desk, { no: 'D261123-004', unit: '5-1-103' });
    endWorks(desk, { no: 'D261123-004' });
    advance(desk.ledger, 'D261123-004', { requestedAt: desk.now });
  });

  it.each([
    ['all that go on', '11-24 10:00', undefined, ['D261123-001', 'D261123-002']],
    ['of a building', '11-24 10:00', '5', ['D261123-002']],
    ['those that begin today', '12-01 10:00', '5', ['D261123-002', 'D261123-003']],
  ])('%s', (_, time, building, expected) => {
    expect(round(time, building)).toEqual(expected);
    expect(violated(desk, invariants)).toEqual([]);
  });

  it('is one line of the journal behind one for each', () => {
    round('11-24 10:00');
    expect(journalled(desk).map(({ subject }) => subject)).toEqual([
      'D261123-001',
      'D261123-002',
      null,
    ]);
    expect(owed(desk, 'D261123-002')).toEqual(['11-24 23:59 met', '11-25 23:59 open']);
  });

  it('is refused where nothing goes on, and done for all or none', () => {
    expect(codeOf(() => round('11-24 10:00', '9'))).toBe('no_works');
    patrolWorks(when(desk, '11-24 11:00'), 'D261123-002', WELL);
    expect(codeOf(() => round('11-24 10:00'))).toBe('before_last_step');
    expect(owed(desk)).toEqual(['11-24 23:59 open']);
  });

  it('at night says once that no works are allowed', async () => {
    const policy = await policyOf('renovations: {restDays: none}\n');
    patrolAll({ ...when(desk, '11-28 10:00'), policy }, { building: undefined, note: undefined });
    expect(desk.warnings).toHaveLength(1);
  });
});
