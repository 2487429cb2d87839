import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/context.ts';
import { invariants } from '../../src/deadlines/invariants.ts';
import { identityCheckDigit } from '../../src/lib/identity.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { workersInside } from '../../src/works/inside.ts';
import { addWorker, type NewWorker, renewPasses } from '../../src/works/issuing.ts';
import { codeOf, violated } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { permitted, promises, siteDesk, when } from './site.ts';

const idNo = (serial: string) => {
  const first = `11010119900307${serial}`;
  return first + identityCheckDigit(first);
};

const worker = {
  ...{ name: '刘工', idNo: idNo('123'), phone: undefined, photos: 2, until: undefined },
} as const satisfies NewWorker;

let desk: TestCtx;
let no: string;

beforeEach(async () => {
  desk = await siteDesk();
  no = permitted(desk);
});

const add = (ctx: Ctx, change: Partial<NewWorker> = {}) =>
  addWorker(ctx, no, { ...worker, ...change });

const expiries = (ctx: TestCtx) => promises(ctx, no, 'reno.pass-expiry');

const fateOf = (ctx: Ctx, part: number, fate: string) =>
  ctx.ledger
    .prepare('UPDATE renovation_permits SET fate = ?, fate_at = ? WHERE part = ?')
    .run(fate, ctx.now, part);

describe('a worker’s pass', () => {
  it('is numbered behind the renovation, good until the works end, and on the agenda', () => {
    const it = add(desk);
    expect(it.permits.at(-1)).toMatchObject({ part: 1, photos: 2, untilOn: '2026-12-20' });
    expect(it.permitsOut).toEqual([no, `${no}-01`]);
    expect(add(desk, { idNo: idNo('456'), name: '周工' }).permitsOut.at(-1)).toBe(`${no}-02`);
    expect(expiries(desk)).toEqual(['12-20 23:59 open', '12-20 23:59 open']);
    expect(violated(desk, invariants)).toEqual([]);
  });

  it('is owed for from then on, and the desk is told', () => {
    expect(add(desk).dues.find(({ occasion }) => occasion === 'pass')).toMatchObject({
      count: 1,
      owedFen: 500,
    });
    expect(desk.warnings.map(({ en }) => en)).toEqual([
      `Passes still to be paid for, 5.00: wy reno fees ${no} --method …`,
    ]);
  });

  it('leaves personal values out of the journal', () => {
    add(desk, { phone: '13800000007' });
    const { changes } = desk.ledger
      .prepare<[], { changes: string }>('SELECT changes FROM journal ORDER BY seq DESC LIMIT 1')
      .get() as { changes: string };
    expect(JSON.parse(changes)).toEqual({
      ...{ part: 1, worker: '***', idNo: '***', phone: '***', photos: 2, untilOn: '2026-12-20' },
    });
  });

  it.each<[string, string, Partial<NewWorker>, string | undefined]>([
    ['the last day of the works', '11-24 09:00', { until: '2026-12-20' }, undefined],
    ['a day beyond them', '11-24 09:00', { until: '2026-12-21' }, 'beyond_period'],
    ['today alone', '11-24 09:00', { until: '2026-11-24' }, undefined],
    ['yesterday', '11-24 09:00', { until: '2026-11-23' }, 'until_past'],
    ['works that end today', '12-20 23:59', {}, undefined],
    ['works that have ended', '12-21 00:00', {}, 'period_over'],
    ['one photograph of two', '11-24 09:00', { photos: 1 }, 'photos_missing'],
    ['no photographs told', '11-24 09:00', { photos: undefined }, 'photos_missing'],
    ['more photographs', '11-24 09:00', { photos: 3 }, undefined],
  ])('%s', (_, time, change, code) => {
    expect(codeOf(() => add(when(desk, time), change))).toBe(code);
  });

  it('asks for no photographs where the policy wants none', async () => {
    const policy = await policyOf('renovations: {photos: 0}\n');
    expect(codeOf(() => add({ ...desk, policy }, { photos: undefined }))).toBeUndefined();
  });

  it('warns where no identity paper is registered', () => {
    add(desk, { idNo: undefined });
    expect(desk.warnings[0]?.en).toContain('has no number of an identity paper');
  });

  it.each<[string, Partial<NewWorker>, Partial<NewWorker>, string | undefined]>([
    ['the same paper', {}, { name: '刘师傅' }, 'worker_known'],
    ['another paper, the same name', {}, { idNo: idNo('456') }, undefined],
    ['the same name, no paper now', {}, { idNo: undefined }, 'worker_known'],
    ['the same name, no paper then', { idNo: undefined }, {}, 'worker_known'],
    ['another name, no papers', { idNo: undefined }, { name: '周工', idNo: undefined }, undefined],
  ])('for one who has a pass: %s', (_, first, second, code) => {
    add(desk, first);
    expect(codeOf(() => add(desk, second))).toBe(code);
  });

  it('for one whose pass has expired: by the paper it is renewed, by the name alone it is another', () => {
    add(desk, { until: '2026-11-25' });
    const later = when(desk, '11-26 09:00');
    expect(codeOf(() => add(later))).toBe('worker_known');
    expect(codeOf(() => add(later, { idNo: undefined }))).toBeUndefined();
  });

  it.each(['lost', 'returned'])('for one whose pass was %s is issued anew', (fate) => {
    add(desk);
    fateOf(desk, 1, fate);
    expect(add(when(desk, '11-24 09:00')).permits.at(-1)?.part).toBe(2);
  });
});

describe('renewing a pass', () => {
  beforeEach(() => {
    add(desk, { until: '2026-11-30' });
    add(desk, { until: '2026-12-05', idNo: idNo('456'), name: '周工' });
  });

  const renew = (time: string, pass: string | undefined, until: string) =>
    renewPasses(when(desk, time), no, { pass, until });

  it.each(['1', '01', 'D261123-001-01', 'd261123-001-01', '001-01'])('by its number %s', (pass) => {
    expect(renew('11-26 09:00', pass, '2026-12-20').permits[1]?.untilOn).toBe('2026-12-20');
    expect(expiries(desk)).toEqual(['12-05 23:59 open', '12-20 23:59 open']);
  });

  it('all that are out and end sooner', () => {
    fateOf(desk, 2, 'returned');
    add(desk, { until: '2026-12-20', idNo: idNo('789'), name: '吴工' });
    renew('11-26 09:00', undefined, '2026-12-10');
    const permits = requireRenovation(desk, no).permits.map(({ untilOn }) => untilOn);
    expect(permits).toEqual(['2026-12-20', '2026-12-10', '2026-12-05', '2026-12-20']);
    const told = timelineOf(desk.ledger, no).filter(({ kind }) => kind === 'passRenewed');
    expect(told.map(({ detail }) => detail)).toEqual([{ part: 1, untilOn: '2026-12-10' }]);
  });

  it.each([
    ['in its last second: moved', '11-30 23:59:59', ['12-05 23:59 open', '12-20 23:59 open']],
    [
      'a second later: the old one stays missed',
      '12-01 00:00',
      ['11-30 23:59 late', '12-05 23:59 open', '12-20 23:59 open'],
    ],
  ])('%s', (_, time, expected) => {
    renew(time, '1', '2026-12-20');
    expect(expiries(when(desk, time))).toEqual(expected);
    expect(violated(desk, invariants)).toEqual([]);
  });

  it.each([
    ['beyond the works', '11-26 09:00', '1', '2026-12-21', 'beyond_period'],
    ['no longer than it is', '11-26 09:00', '1', '2026-11-30', 'not_later'],
    ['one that is not there', '11-26 09:00', '3', '2026-12-20', 'unknown_pass'],
    ['the household’s permit', '11-26 09:00', '0', '2026-12-20', 'unknown_pass'],
    ['the end of the household’s permit', '11-26 09:00', '001', '2026-12-20', 'unknown_pass'],
    ['that of other works', '11-26 09:00', '002-01', '2026-12-20', 'unknown_pass'],
    ['no number', '11-26 09:00', '刘工', '2026-12-20', 'unknown_pass'],
    ['nothing to renew', '11-26 09:00', undefined, '2026-11-30', 'nothing_to_renew'],
    ['after the works', '12-21 09:00', '1', '2026-12-20', 'period_over'],
  ])('is refused: %s', (_, time, pass, until, code) => {
    expect(codeOf(() => renew(time, pass, until))).toBe(code);
  });

  it('is refused for one that is not out', () => {
    fateOf(desk, 1, 'lost');
    expect(codeOf(() => renew('11-26 09:00', '1', '2026-12-20'))).toBe('pass_not_out');
  });
});

describe('who is in the house', () => {
  const inside = (ctx: TestCtx, query: Parameters<typeof workersInside>[1] = {}) =>
    workersInside(ctx, query).map((it) => `${it.no}-${it.part} ${it.daysLeft}`);

  beforeEach(() => {
    add(desk, { until: '2026-11-25' });
    add(desk, { idNo: idNo('456'), name: '周工' });
    permitted(desk, { no: 'D261123-002', unit: '5-1-101' });
    addWorker(desk, 'D261123-002', { ...worker, until: '2026-11-28' });
  });

  it.each([
    ['all are good', '11-25 09:00', {}, ['D261123-001-1 0', 'D261123-001-2 25', 'D261123-002-1 3']],
    [
      'one has expired: last',
      '11-26 00:00',
      {},
      ['D261123-001-2 24', 'D261123-002-1 2', 'D261123-001-1 -1'],
    ],
    ['only the expired', '11-26 00:00', { expired: true }, ['D261123-001-1 -1']],
    ['of a building', '11-26 00:00', { building: '5' }, ['D261123-002-1 2']],
    [
      'on another day',
      '11-24 09:00',
      { on: '2026-11-29' },
      ['D261123-001-2 21', 'D261123-001-1 -4', 'D261123-002-1 -1'],
    ],
    ['before they were issued', '11-24 09:00', { on: '2026-11-22' }, []],
  ])('%s', (_, time, query, expected) => {
    expect(inside(when(desk, time), query)).toEqual(expected);
  });

  it('without passes that are back, and works that are accepted', () => {
    const later = when(desk, '11-25 10:00');
    fateOf(later, 2, 'returned');
    later.ledger
      .prepare("UPDATE renovations SET accepted_at = ?, state = 'accepted' WHERE no = ?")
      .run(later.now, 'D261123-002');
    expect(inside(when(desk, '11-25 09:59'))).toHaveLength(3);
    expect(inside(later)).toEqual(['D261123-001-1 0']);
    expect(inside(later, { on: '2026-11-24' })).toHaveLength(3);
  });
});
