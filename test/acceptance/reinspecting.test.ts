import { describe, expect, it } from 'vitest';
import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { fault, reinspect } from '../../src/acceptance/reinspecting.ts';
import { codeOf } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import {
  ALL_THERE,
  as,
  CLERK,
  NO,
  openKinds,
  promisesOf,
  runningWorks,
  show,
  told,
  violate,
  when,
} from './site.ts';

/** Accepted on 30 November, in use until 28 February. */
async function inUse(): Promise<TestCtx> {
  const ctx = when(await runningWorks(), '11-30 09:00');
  requestAcceptance(ctx, NO, {});
  const then = when(ctx, '11-30 15:00');
  accept(then, NO, { inspectors: ALL_THERE });
  takeBackPermits(then, NO, { returned: ['all'], cleared: true });
  return then;
}

const FIRST = '2027-02-28 00:00:00';

describe('the re-inspection', () => {
  it.each([
    ['the last second before', '2027-02-27 23:59:59', 'too_early'],
    ['the first second of the day', FIRST, undefined],
    ['long after', '2027-06-01 10:00', undefined],
  ])('%s', async (_, local, code) => {
    const ctx = when(await inUse(), local);
    expect(codeOf(() => reinspect(ctx, NO, {}))).toBe(code);
    expect(show(ctx).state).toBe(code ? 'accepted' : 'reinspected');
  });

  it('too early: the refusal names the first day', async () => {
    const ctx = when(await inUse(), '2027-01-10 10:00');
    for (const early of [() => reinspect(ctx, NO, {}), () => fault(ctx, NO, { note: '渗水' })]) {
      try {
        early();
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({
          code: 'too_early',
          hint: { zh: '最早 2027-02-28 复检。以后几周的复检：wy reno due' },
        });
      }
    }
  });

  it('passed: the deposits are to go back', async () => {
    const ctx = when(await inUse(), '2027-03-01 10:00');
    const it = reinspect(ctx, NO, { inspectors: ['李强'], note: '无异常' });
    expect(it).toMatchObject({
      state: 'reinspected',
      reinspectedAt: ctx.now,
      reinspectedBy: '王芳',
    });
    expect(it.inspections[1]).toMatchObject({
      kind: 'reinspection',
      passed: true,
      people: ['李强'],
      note: '无异常',
    });
    expect(promisesOf(ctx, 'reinspect')).toEqual(['2027-03-15 23:59 reinspect.within met']);
    expect(promisesOf(ctx, 'refund')).toEqual(['2027-03-04 23:59 refund open']);
    expect(openKinds(ctx)).toEqual(['refund']);
    expect(told(ctx).at(-1)).toEqual(['reinspected', { people: '李强', text: '无异常' }]);
  });

  it.each([
    ['on the last day', '2027-03-15 23:59:59', 'met'],
    ['a second later', '2027-03-16 00:00:00', 'late'],
  ])('within its time: %s', async (_, local, state) => {
    const ctx = when(await inUse(), local);
    reinspect(ctx, NO, {});
    expect(promisesOf(ctx, 'reinspect')).toEqual([`2027-03-15 23:59 reinspect.within ${state}`]);
  });

  it('failed: it is inspected once more', async () => {
    const ctx = when(await inUse(), '2027-03-01 10:00');
    expect(fault(ctx, NO, { note: '渗水' })).toMatchObject({
      state: 'accepted',
      reinspectedAt: null,
      inspections: [{}, { kind: 'reinspection', passed: false, people: [], note: '渗水' }],
    });
    expect(promisesOf(ctx, 'reinspect')).toEqual([
      '2027-03-15 23:59 reinspect.within met',
      '2027-03-16 23:59 reinspect.again open',
    ]);
    expect(told(ctx).at(-1)).toEqual(['faulted', { text: '渗水' }]);

    reinspect(when(ctx, '2027-03-16 10:00'), NO, {});
    expect(promisesOf(ctx, 'reinspect')).toEqual([
      '2027-03-15 23:59 reinspect.within met',
      '2027-03-16 23:59 reinspect.again met',
    ]);
    expect(openKinds(ctx)).toEqual(['refund']);
  });

  it('failed says why', async () => {
    const ctx = when(await inUse(), '2027-03-01 10:00');
    expect(codeOf(() => fault(ctx, NO, {}))).toBe('missing_note');
  });

  it('only the supervisor', async () => {
    const ctx = as(when(await inUse(), '2027-03-01 10:00'), CLERK);
    expect(codeOf(() => reinspect(ctx, NO, {}))).toBe('missing_role');
    expect(codeOf(() => fault(ctx, NO, { note: '渗水' }))).toBe('missing_role');
  });

  it('not with an open violation, though it may fail with one', async () => {
    const ctx = when(await inUse(), '2027-03-01 10:00');
    violate(ctx, 1);
    expect(codeOf(() => reinspect(ctx, NO, {}))).toBe('open_violations');
    expect(codeOf(() => fault(ctx, NO, { note: '渗水' }))).toBeUndefined();
  });

  it('permits still out are said; they can come back afterwards', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    requestAcceptance(ctx, NO, {});
    accept(when(ctx, '11-30 15:00'), NO, { inspectors: ALL_THERE });
    const later = when(ctx, '2027-03-01 10:00');
    reinspect(later, NO, {});
    expect(later.warnings.at(-1)?.zh).toContain(`${NO}-01`);
    takeBackPermits(later, NO, { returned: ['all'], cleared: true });
    expect(openKinds(later)).toEqual(['refund']);
  });

  it('once: what has passed is not inspected again', async () => {
    const ctx = when(await inUse(), '2027-03-01 10:00');
    reinspect(ctx, NO, {});
    expect(codeOf(() => reinspect(ctx, NO, {}))).toBe('renovation_reinspected');
    expect(codeOf(() => fault(ctx, NO, { note: '渗水' }))).toBe('renovation_reinspected');
  });
});
