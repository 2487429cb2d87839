import { beforeEach, describe, expect, it } from 'vitest';
import { invariants } from '../../src/deadlines/invariants.ts';
import { extendWorks } from '../../src/works/extending.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { permitted, promises, siteDesk, when } from './site.ts';

let desk: TestCtx;
let no: string;

beforeEach(async () => {
  desk = await siteDesk();
  no = permitted(desk);
});

const extend = (time: string, until: string, approvedBy = '王芳') =>
  extendWorks(when(desk, time), no, { until, reason: '橱柜到货延迟', approvedBy });

const ends = (time: string) => promises(when(desk, time), no, 'reno.period-end');

describe('an extension', () => {
  it('moves the end of the works and the household’s permit', () => {
    const it = extend('12-15 10:00', '2026-12-31');
    expect(it.untilOn).toBe('2026-12-31');
    expect(it.permits[0]?.untilOn).toBe('2026-12-31');
    expect(ends('12-15 10:00')).toEqual(['12-31 23:59 open']);
  });

  it.each([
    ['in the last second of the works', '12-20 23:59:59', ['12-31 23:59 open']],
    ['past it: that end stays missed', '12-21 00:00', ['12-20 23:59 late', '12-31 23:59 open']],
  ])('%s', (_, time, expected) => {
    extend(time, '2026-12-31');
    expect(ends(time)).toEqual(expected);
    expect(violated(desk, invariants)).toEqual([]);
  });

  it.each([
    ['a day longer', '12-15 10:00', '2026-12-21', undefined],
    ['not longer', '12-15 10:00', '2026-12-20', 'not_later'],
    ['until today', '12-25 10:00', '2026-12-25', undefined],
    ['until yesterday', '12-25 10:00', '2026-12-24', 'until_past'],
  ])('%s', (_, time, until, code) => {
    expect(codeOf(() => extend(time, until))).toBe(code);
  });

  it.each([
    ['supervisor', '王芳', undefined],
    ['director', '陈主任', undefined],
    ['clerk', '赵敏', 'missing_role'],
  ])('is approved by the %s', (_, name, code) => {
    expect(codeOf(() => extend('12-15 10:00', '2026-12-31', name))).toBe(code);
  });

  it('leaves the passes as they are, and says how to renew them', () => {
    const worker = { idNo: undefined, phone: undefined, photos: 2 };
    addWorker(desk, no, { ...worker, name: '刘工', until: undefined });
    addWorker(desk, no, { ...worker, name: '周工', until: '2026-12-01' });
    desk.warnings.length = 0;
    expect(extend('12-15 10:00', '2026-12-31').permits.map(({ untilOn }) => untilOn)).toEqual([
      '2026-12-31',
      '2026-12-20',
      '2026-12-01',
    ]);
    expect(desk.warnings.map(({ en }) => en)).toEqual([
      `The workers' passes keep their dates: ${no}-01 (until 2026-12-20), ${no}-02 (until 2026-12-01). To renew them: wy reno worker renew ${no} --all --until 2026-12-31`,
    ]);
  });

  it('is not for works whose acceptance was asked for', () => {
    desk.ledger.prepare('UPDATE renovations SET requested_at = ?').run(desk.now);
    expect(codeOf(() => extend('12-15 10:00', '2026-12-31'))).toBe('already_requested');
  });
});
