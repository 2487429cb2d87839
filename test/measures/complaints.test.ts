import { beforeAll, describe, expect, it } from 'vitest';
import { planComplaints } from '../../src/complaints/bulk.ts';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
} from '../../src/complaints/ending.ts';
import type { ComplaintLine } from '../../src/complaints/past.ts';
import { regrade } from '../../src/complaints/regrading.ts';
import { measure } from '../../src/measures/measuring.ts';
import { openComplaints } from '../../src/measures/open-complaints.ts';
import { addResident } from '../../src/registry/residents.ts';
import { complaintDesk, log } from '../complaints/desk.ts';
import type { TestCtx } from '../support/ledger.ts';
import { expectExplained, monthOf, nosOf, parted, told, when } from './figures.ts';

let desk: TestCtx;
/** Thursday 2026-12-10, 09:30 in Shanghai. */
let now: TestCtx;

const A = 'C261001-001';
const B = 'C261028-001';
const C = 'C261010-001';
const D = 'C261110-001';
const E = 'C261120-001';
const F = 'C261125-001';
const G = 'C261128-001';
const H = 'C261130-001';

beforeAll(async () => {
  desk = await complaintDesk();
  for (const unit of ['3-2-1501', '3-2-1502']) {
    addResident(
      desk,
      {
        ...{ unit, name: '张伟', phone: null, identity: null, role: 'owner' },
        ...{ fromOn: unit === '3-2-1501' ? '2026-01-01' : '2026-11-10', untilOn: null },
      },
      () => ({ pinyin: '', initials: '' }),
    );
  }
  const on = (local: string) => when(desk, `2026-${local}`);
  const resolve = (local: string, no: string) => resolveComplaint(on(local), no, '已处理');
  const close = (local: string, no: string) => closeComplaint(on(local), no);
  const call = (local: string, no: string, result: 'satisfied' | 'fair' | 'dissatisfied') =>
    recordCallback(on(local), no, { result });

  // A: from the first second of a month on, kept in every way.
  log(on('10-01 00:00:00'));
  resolve('10-03 23:59:59', A);
  close('10-07 09:00', A);
  call('10-08 09:00', A, 'satisfied');

  // C: closed in October; dissatisfied when called in November, which sets it going again.
  log(on('10-10 09:00'), { grade: 'important', channel: 'visit' });
  resolve('10-11 09:00', C);
  close('10-12 09:00', C);

  // B: received in October, closed in November; resolved late.
  log(on('10-28 09:00'), { unit: '3-2-1502', category: 'cleaning', against: 'cleaning' });
  resolve('11-02 09:00', B);
  close('11-03 09:00', B);

  call('11-05 09:00', C, 'dissatisfied');
  resolve('11-06 09:00', C);
  close('11-07 09:00', C);
  call('11-10 08:00', B, 'fair');

  // D: judged to be important a day later; closed in the last second of the month.
  log(on('11-10 09:00'));
  regrade(on('11-11 09:00'), D, { grade: 'important', reason: '涉及安全' });
  resolve('11-12 09:00', D);

  // E: without grounds, closed as invalid.
  log(on('11-20 09:00'), { nature: 'invalid', channel: 'online' });
  resolve('11-21 09:00', E);
  close('11-21 09:00', E);
  call('11-24 09:00', E, 'satisfied');

  // F: nobody sees to it.
  log(on('11-25 09:00'));

  // G: settled, set going again before it was closed, closed in December.
  log(on('11-28 09:00'));
  resolve('11-29 09:00', G);
  reopenComplaint(on('11-29 18:00'), G, '又出现了');
  resolve('12-01 09:00', G);
  close('12-02 09:00', G);

  close('11-30 23:59:59', D);

  // H: in the last second of November, over in the first of December.
  log(on('11-30 23:59:59'));
  resolve('12-01 00:00:00', H);
  close('12-01 00:00:00', H);
  call('12-03 09:00', H, 'satisfied');

  now = on('12-10 09:30');
});

const FIGURES = ['new', 'carried', 'returned', 'handled', 'closed', 'open', 'repeated'].map(
  (figure) => `complaints.${figure}`,
);

describe('complaints by month', () => {
  it.each<[string, string, number[]]>([
    //                                          new carried returned handled closed open repeated
    ['before the ledger begins', '2026-09', [0, 0, 0, 0, 0, 0, 0]],
    ['the first month: A and C closed, B open', '2026-10', [3, 0, 0, 3, 2, 1, 0]],
    ['B carried over, C came back, F G H left open', '2026-11', [5, 1, 1, 7, 4, 3, 2]],
    ['nothing new: G and H closed, F open', '2026-12', [0, 3, 0, 3, 2, 1, 0]],
    ['a month in which nothing happens', '2027-01', [0, 1, 0, 1, 0, 1, 0]],
  ])('%s', (_, month, expected) => {
    const asOf = month === '2027-01' ? when(desk, '2027-01-02 09:00') : now;
    expect(told(asOf, month, FIGURES)).toEqual(expected);
  });

  it.each([
    ['closed in it', 'closed', [C, B, D, E]],
    ['open at its end', 'open', [F, G, H]],
    ['came back after the closing', 'returned', [C]],
    ['came back after the settling or the closing', 'repeated', [C, G]],
    ['judged to be grave: nobody', 'major', []],
    ['valid', 'valid', [D, F, G, H]],
  ])('November: %s', (_, figure, expected) => {
    expect(nosOf(now, '2026-11', `complaints.${figure}`)).toEqual(expected);
  });

  it('tells October the same, whether asked on its last evening or later', () => {
    const then = when(desk, '2026-10-31 23:59:59');
    expect(told(then, '2026-10', FIGURES)).toEqual(told(now, '2026-10', FIGURES));
  });

  it('in the middle of a month knows nothing of what came later', () => {
    const then = when(desk, '2026-11-06 12:00');
    expect(told(then, '2026-11', FIGURES)).toEqual([0, 1, 1, 2, 1, 1, 1]);
  });
});

const RATES = ['closedRate', 'onTime', 'callback', 'perHousehold'].map((it) => `complaints.${it}`);

describe('rates of complaints', () => {
  it.each<[string, string, string[]]>([
    ['without complaints', '2026-09', ['0/0 —', '0/0 —', '0/0 —', '0/1 0.0']],
    // Due: A C in time, B late. Called: A, and C late.
    ['October', '2026-10', ['2/3 66.7', '2/3 66.7', '2/2 100.0', '3/1 300.0']],
    // Due: C again, D, E, G in time, F never. To call: B late, E; C again never.
    ['November', '2026-11', ['4/7 57.1', '4/5 80.0', '2/3 66.7', '5/2 250.0']],
    // Due: G again, H. To call: H; D and G never.
    ['December', '2026-12', ['2/3 66.7', '2/2 100.0', '1/3 33.3', '0/2 0.0']],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, RATES)).toEqual(expected);
  });

  it('on the last evening of October the callback of C is owed', () => {
    const then = when(desk, '2026-10-31 23:59:59');
    expect(told(then, '2026-10', ['complaints.callback'])).toEqual(['1/2 50.0']);
  });

  it('a rate per household lists the complaints, not the households', () => {
    expect(nosOf(now, '2026-11', 'complaints.perHousehold')).toEqual([D, E, F, G, H]);
  });
});

describe('complaints of November, parted', () => {
  const figures = ['new', 'closed', 'open'];
  it.each<[string, Record<string, number[]>]>([
    ['grade', { important: [1, 2, 0], minor: [4, 2, 3] }],
    ['nature', { invalid: [1, 1, 0], valid: [4, 3, 3] }],
    ['against', { cleaning: [0, 1, 0], engineering: [5, 3, 3] }],
    ['channel', { online: [1, 1, 0], phone: [4, 2, 3], visit: [0, 1, 0] }],
    ['category', { cleaning: [0, 1, 0], other: [5, 3, 3] }],
  ])('by %s', (grouping, expected) => {
    expect(parted(now, '2026-11', ['complaints', grouping], figures)).toEqual(expected);
  });
});

describe('deadlines, parted', () => {
  const figures = ['due', 'met', 'late', 'overdue'];
  const of = (grouping: string, month: string) =>
    parted(now, month, ['deadlines', grouping], figures);

  it.each([
    // A in time, B late.
    ['2026-10', 'complaints.resolve.minor', [2, 1, 1, 0]],
    ['2026-10', 'complaints.resolve.important', [1, 1, 0, 0]],
    // E and G in time, F never; what D owed as a minor one was waived.
    ['2026-11', 'complaints.resolve.minor', [3, 2, 0, 1]],
    ['2026-11', 'complaints.resolve.important', [2, 2, 0, 0]],
    // B late, E in time, C again never.
    ['2026-11', 'complaints.callback', [3, 1, 1, 1]],
  ])('%s %s', (month, clause, expected) => {
    expect(of('clause', month)[clause]).toEqual(expected);
  });

  it.each([
    // C: not reported within the hour, resolved in time.
    ['2026-10', 'engineering', [2, 1, 1, 0]],
    // D: not reported; C again and D resolved in time.
    ['2026-11', 'engineering', [3, 2, 1, 0]],
  ])('%s of the role %s', (month, role, expected) => {
    expect(of('role', month)[role]).toEqual(expected);
  });
});

describe('what is unclosed, and why', () => {
  it.each<[string, string, (string | null)[][]]>([
    ['October', '2026-10', [[B, '待核实', '2026-10-30T15:59:59Z']]],
    [
      'November',
      '2026-11',
      [
        [F, '待核实', '2026-11-27T15:59:59Z'],
        [G, '重新处理中', null],
        [H, '待核实', null],
      ],
    ],
    ['December', '2026-12', [[F, '待核实', '2026-11-27T15:59:59Z']]],
  ])('%s', (_, month, expected) => {
    const found = openComplaints(now, monthOf(now, month));
    expect(found.map(({ no, reason, overdueSince }) => [no, reason.zh, overdueSince])).toEqual(
      expected,
    );
    expect(found.map(({ no }) => no)).toEqual(nosOf(now, month, 'complaints.open'));
  });
});

it('each figure is made by the records that it lists, and by its parts', () => {
  expectExplained(now, ['2026-09', '2026-10', '2026-11', '2026-12']);
});

it('what was carried over is what was open at the end before', () => {
  const months = ['2026-09', '2026-10', '2026-11', '2026-12'];
  const numbers = months.map((month) => measure(now, monthOf(now, month)).numbers);
  for (const [index, before] of numbers.slice(0, -1).entries()) {
    expect(numbers[index + 1]?.['complaints.carried']).toBe(before['complaints.open']);
  }
});

describe('a complaint from an old list', () => {
  let ctx: TestCtx;
  beforeAll(async () => {
    ctx = when(await complaintDesk(), '2026-11-01 09:00');
    const on = (day: string) => ({ day, at: undefined });
    const oldLine = {
      ...{ line: 2, no: 'TS-1', unit: '3-2-1501', text: '垃圾没有清运', channel: 'phone' },
      ...{ grade: 'minor', category: 'cleaning', against: 'cleaning' },
      ...{ tellsEnd: true, tellsClosing: true },
    } as ComplaintLine;
    const plan = planComplaints(ctx, [
      {
        ...oldLine,
        received: on('2026-10-05'),
        resolved: on('2026-10-06'),
        closed: on('2026-10-07'),
      },
    ]);
    ctx.ledger.write(() => plan.write(() => {}));
  });

  it('is closed on the day that the list says', () => {
    expect(told(ctx, '2026-10', FIGURES)).toEqual([1, 0, 0, 1, 1, 0, 0]);
    expect(told(ctx, '2026-11', FIGURES)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('and was, whatever comes of it later', () => {
    reopenComplaint(when(ctx, '2026-11-20 09:00'), 'C261005-001', '又发生了');
    const later = when(ctx, '2026-12-01 09:00');
    expect(told(later, '2026-10', FIGURES)).toEqual([1, 0, 0, 1, 1, 0, 0]);
    expect(told(later, '2026-11', FIGURES)).toEqual([0, 0, 1, 1, 0, 1, 1]);
  });
});
