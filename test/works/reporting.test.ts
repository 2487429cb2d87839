import { beforeEach, describe, expect, it } from 'vitest';
import { localText } from '../../src/lib/moment.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { type Report, reportViolation } from '../../src/works/reporting.ts';
import { treatViolation } from '../../src/works/violating.ts';
import { stageOf, when } from '../renovations/stages.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { find, owedFor, refusalOf, violationOf } from './violation-site.ts';

/** Monday 2026-11-23, 14:21: works are permitted. */
let ctx: TestCtx;
let no: string;

beforeEach(async () => {
  ({ ctx, no } = stageOf(await makeCtx(), 'permitted'));
});

const WALL = { code: 'V09', measures: ['stop-work'] } as const;

const report = (on: TestCtx, change: Partial<Report> = {}) =>
  reportViolation(on, no, { part: 1, to: '区住建局', at: undefined, ...change });

const rectify = (on: TestCtx, part?: number) => rectifyViolation(on, no, { part, note: undefined });

const REPORT = 'report supervisor 11-23 23:59';
const RECTIFY = 'rectify clerk 11-26 23:59';

describe('a report is owed', () => {
  it.each([
    ['of one that the authority must know of', WALL, [`${RECTIFY} open`, `${REPORT} open`]],
    [
      'where that was decided',
      { code: 'V20', measures: ['persuade', 'report'] },
      [`${RECTIFY} open`, `${REPORT} open`],
    ],
    ['of no other', { code: 'V20', measures: ['stop-work'] }, [`${RECTIFY} open`]],
  ] as const)('%s', (_, found, expected) => {
    find(ctx, no, found);
    expect(owedFor(ctx, no)).toEqual(expected);
  });

  it('not where the authority was told at once', () => {
    find(ctx, no, { ...WALL, reportedTo: '区住建局' });
    expect(owedFor(ctx, no)).toEqual([`${RECTIFY} open`]);
    expect(violationOf(ctx, no)).toMatchObject({
      ...{ measures: ['stop-work', 'report'], reportedAt: ctx.now, reportedTo: '区住建局' },
    });
  });

  it('from a further measure on, once', () => {
    find(ctx, no);
    treatViolation(ctx, no, 1, { measures: ['report'] });
    treatViolation(ctx, no, 1, { measures: ['report'] });
    expect(owedFor(ctx, no)).toEqual([`${RECTIFY} open`, `${REPORT} open`]);
  });

  it('with a time and nobody who was told is refused', () => {
    expect(refusalOf(() => find(ctx, no, { reportedAt: ctx.now }))).toBe('reported_to_whom');
  });
});

describe('a report', () => {
  beforeEach(() => void find(ctx, no, WALL));

  it('meets what is owed and stands among the measures', () => {
    const then = when(ctx, '2026-11-23 16:00');
    report(then);
    expect(owedFor(then, no)).toEqual([`${RECTIFY} open`, `${REPORT} met`]);
    expect(violationOf(ctx, no)).toMatchObject({
      ...{ measures: ['stop-work', 'report'], reportedAt: then.now, reportedTo: '区住建局' },
    });
  });

  it.each([
    ['the last second of the day', '2026-11-23T15:59:59Z', 'met'],
    ['a second later', '2026-11-23T16:00:00Z', 'late'],
    ['before the violation was written down', '2026-11-23T06:00:00Z', 'met'],
  ])('counts as of when it was made: %s', (_, at, state) => {
    const then = when(ctx, '2026-11-24 09:00');
    report(then, { at });
    expect(owedFor(then, no)).toEqual([`${RECTIFY} open`, `${REPORT} ${state}`]);
    expect(violationOf(ctx, no).reportedAt).toBe(at);
  });

  it.each<[string, Partial<Report>, string]>([
    ['now', { at: '2026-11-24T01:00:00Z' }, 'done'],
    ['ahead', { at: '2026-11-24T01:00:01Z' }, 'time_ahead'],
    ['at the application', { at: '2026-11-23T01:00:00Z' }, 'done'],
    ['before it', { at: '2026-11-23T00:59:59Z' }, 'before_application'],
    ['of one that is not there', { part: 2 }, 'unknown_violation_part'],
  ])('%s', (_, change, code) => {
    const then = when(ctx, '2026-11-24 09:00');
    expect(refusalOf(() => report(then, change))).toBe(code);
  });

  it('is made once; more of it is noted', () => {
    report(ctx);
    expect(refusalOf(() => report(ctx, { to: '区城管局' }))).toBe('already_reported');
    const again = () => treatViolation(ctx, no, 1, { measures: ['report'] });
    expect(refusalOf(again)).toBe('already_reported');
  });

  it('may come with a further measure', () => {
    treatViolation(ctx, no, 1, { measures: ['persuade'], reportedTo: '区住建局' });
    expect(owedFor(ctx, no)).toEqual([`${RECTIFY} open`, `${REPORT} met`]);
    expect(violationOf(ctx, no).measures).toEqual(['stop-work', 'persuade', 'report']);
  });

  it('needs no part where one alone is owed', () => {
    find(ctx, no);
    report(ctx, { part: undefined });
    expect(violationOf(ctx, no, 1).reportedAt).toBe(ctx.now);
    expect(violationOf(ctx, no, 2).reportedAt).toBeNull();
  });

  it('needs one where several are', () => {
    find(ctx, no, WALL);
    expect(refusalOf(() => report(ctx, { part: undefined }))).toBe('which_violation');
  });

  it('may come after it was put right', () => {
    rectify(ctx);
    report(ctx);
    expect(violationOf(ctx, no).reportedTo).toBe('区住建局');
  });
});

describe('putting right', () => {
  it.each([
    ['in the last second', '2026-11-26 23:59:59', 'met'],
    ['a second later', '2026-11-27 00:00:00', 'late'],
  ])('%s', (_, time, state) => {
    find(ctx, no);
    const then = when(ctx, time);
    rectify(then);
    expect(owedFor(then, no)).toEqual([`${RECTIFY} ${state}`]);
    expect(localText(violationOf(ctx, no).rectifiedAt ?? '', ctx.zone)).toBe(time.slice(0, 16));
  });

  it.each([
    ['the day of the finding: nobody need be told', '2026-11-23 18:00', 'waived'],
    ['the day after: it was not told in time', '2026-11-24 00:00', 'late'],
  ])('%s', (_, time, state) => {
    find(ctx, no, WALL);
    const then = when(ctx, time);
    rectify(then);
    expect(owedFor(then, no)).toEqual([`${RECTIFY} met`, `${REPORT} ${state}`]);
  });

  it('leaves what is owed for another violation', () => {
    find(ctx, no, WALL);
    find(ctx, no, WALL);
    rectify(ctx, 1);
    expect(owedFor(ctx, no, 2)).toEqual([`${RECTIFY} open`, `${REPORT} open`]);
  });

  it('leaves the passes, whose parts are the same', () => {
    const worker = {
      name: '吴师傅',
      idNo: undefined,
      phone: undefined,
      photos: 2,
      until: undefined,
    };
    addWorker(ctx, no, worker);
    find(ctx, no);
    rectify(ctx);
    const { deadlines } = requireRenovation(ctx, no);
    const open = deadlines.filter(({ part, ending }) => part === 1 && ending === null);
    expect(open.map(({ kind }) => kind)).toEqual(['reno.pass-expiry']);
  });

  it.each([
    ['none is open', 0, undefined, 'no_violation'],
    ['one is open', 1, undefined, 'done'],
    ['two are', 2, undefined, 'which_violation'],
    ['two are and one is named', 2, 2, 'done'],
    ['a third is named', 2, 3, 'unknown_violation_part'],
  ])('%s', (_, count, part, code) => {
    for (let each = 0; each < count; each += 1) find(ctx, no);
    expect(refusalOf(() => rectify(ctx, part))).toBe(code);
  });

  it('is done once', () => {
    find(ctx, no);
    rectify(ctx);
    expect(refusalOf(() => rectify(ctx, 1))).toBe('already_rectified');
  });

  it.each(Object.keys(STATES) as State[])('and reporting are taken when %s', async (state) => {
    const stages = stageOf(await makeCtx(), state);
    ({ ctx, no } = stages);
    expect(refusalOf(() => rectify(ctx, 1))).toBe('unknown_violation_part');
    expect(refusalOf(() => report(ctx))).toBe('unknown_violation_part');
  });
});
