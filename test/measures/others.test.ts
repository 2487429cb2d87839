import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerEnquiry,
  closeEnquiry,
  logEnquiry,
  type NewEnquiry,
} from '../../src/enquiries/work.ts';
import { cancelFile, recordMoveCallback } from '../../src/moves/ending.ts';
import { subscribe } from '../../src/subscriptions/subscribing.ts';
import { patrolTrust } from '../../src/trusts/patrolling.ts';
import { completed, makeDesk, moveIn, moveOut, transfer } from '../moves/desk.ts';
import type { TestCtx } from '../support/ledger.ts';
import { expectExplained, parted, told, when } from './figures.ts';

const of = (family: string, ...figures: string[]) => figures.map((figure) => `${family}.${figure}`);

describe('enquiries', () => {
  let now: TestCtx;
  beforeAll(async () => {
    const ctx = await makeDesk();
    const on = (local: string) => when(ctx, `2026-${local}`);
    const call: NewEnquiry = {
      ...{ channel: 'phone', kind: undefined, who: undefined, phone: undefined },
      ...{ unit: '3-2-1501', text: '问车位租金', answer: undefined, promisedAt: undefined },
      passTo: undefined,
    };
    // Over the turn of the month, in time: due by the end of the next day.
    const first = logEnquiry(on('10-31 20:00'), call);
    answerEnquiry(on('11-01 09:00'), first.no, '每月 300 元');
    // A message that is settled by being passed on; a question answered at once.
    logEnquiry(on('11-05 09:00'), { ...call, channel: 'message', passTo: '王芳' });
    logEnquiry(on('11-05 10:00'), { ...call, answer: '到前台办理' });
    // Closed without an answer, a day late; one that nobody answers.
    const late = logEnquiry(on('11-06 09:00'), call);
    answerEnquiry(on('11-09 09:00'), late.no, '已满');
    const withdrawn = logEnquiry(on('11-10 09:00'), call);
    closeEnquiry(on('11-10 10:00'), withdrawn.no, '不用了');
    logEnquiry(on('11-20 09:00'), call);
    now = on('12-10 09:00');
  });

  const figures = [
    ...of('enquiries', 'new', 'carried', 'answered', 'settled', 'open'),
    'enquiries.onTime',
  ];
  it.each<[string, string, (number | string)[]]>([
    ['the first month', '2026-10', [1, 0, 0, 0, 1, '0/0 —']],
    // Due: the first in time, one late, one never; what was withdrawn is owed by nobody.
    ['over the turn of the month', '2026-11', [5, 1, 3, 5, 1, '1/3 33.3']],
    ['one left open', '2026-12', [0, 1, 0, 0, 1, '0/0 —']],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });

  it('by kind', () => {
    expect(parted(now, '2026-11', ['enquiries', 'kind'], ['new', 'settled'])).toEqual({
      caller: [4, 4],
      message: [1, 1],
    });
  });

  it('are made by the records that they list, and by their parts', () => {
    expectExplained(now, ['2026-10', '2026-11', '2026-12']);
  });
});

describe('moves', () => {
  let now: TestCtx;
  beforeAll(async () => {
    const ctx = await makeDesk();
    const on = (local: string) => when(ctx, `2026-${local}`);
    const { no } = moveIn(on('11-28 09:00'));
    completed(on('12-01 09:00'), no);
    recordMoveCallback(on('12-02 09:00'), no, { result: 'satisfied', note: undefined });
    const sale = transfer(on('12-03 09:00'), { fromOn: '2026-12-20' });
    cancelFile(on('12-04 09:00'), sale.no, '不卖了');
    const leaving = moveOut(on('12-28 09:00'), { who: '张伟', leaving: 'household' });
    completed(on('12-31 09:00'), leaving.no);
    now = when(ctx, '2027-01-10 09:00');
  });

  const figures = of(
    'moves',
    ...['opened', 'carried', 'in', 'out', 'transferred', 'cancelled', 'open'],
  );
  it.each<[string, string, number[]]>([
    ['before there were any', '2026-10', [0, 0, 0, 0, 0, 0, 0]],
    ['opened at its end', '2026-11', [1, 0, 0, 0, 0, 0, 1]],
    ['moved in and out, a sale that fell through', '2026-12', [2, 1, 1, 1, 0, 1, 0]],
    ['nothing left', '2027-01', [0, 0, 0, 0, 0, 0, 0]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });

  it.each([
    ['2026-11', 0],
    ['2026-12', 1],
    ['2027-01', 0],
  ])('the households of the last day of %s: %i', (month, expected) => {
    const names = ['estate.units', 'estate.area', 'estate.households', 'estate.occupancy'];
    const rate = `${expected}/1 ${expected * 100}.0`;
    expect(told(now, month, names)).toEqual([1, 89_530, expected, rate]);
  });

  it('are made by the records that they list, and by their parts', () => {
    expectExplained(now, ['2026-11', '2026-12', '2027-01']);
  });
});

describe('trusts', () => {
  let now: TestCtx;
  beforeAll(async () => {
    const ctx = await makeDesk();
    const on = (local: string) => when(ctx, `2026-${local}`);
    const { no } = subscribe(on('10-25 09:00'), {
      ...{ unit: '3-2-1501', tariff: 'trust', fromOn: '2026-10-26', untilOn: '2026-11-15' },
      ...{ quantityThousandths: undefined, rateTenthousandths: undefined },
      ...{ party: undefined, note: undefined },
    });
    const seen = { turn: 'weekly', rain: undefined, finding: undefined, ownerTold: false } as const;
    patrolTrust(on('10-31 09:00'), no, seen);
    patrolTrust(on('11-06 09:00'), no, { ...seen, finding: '阳台窗开着' });
    now = on('12-10 09:00');
  });

  const figures = [
    ...of('trusts', 'begun', 'ended', 'held', 'full'),
    ...of('trustPatrols', 'count', 'findings', 'untold'),
  ];
  it.each<[string, string, number[]]>([
    ['before there were any', '2026-09', [0, 0, 0, 0, 0, 0, 0]],
    ['begun', '2026-10', [1, 0, 1, 0, 1, 0, 0]],
    ['ended', '2026-11', [0, 1, 0, 0, 1, 1, 1]],
    ['over', '2026-12', [0, 0, 0, 0, 0, 0, 0]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });

  it('are held as long as their last day has not passed', () => {
    expect(told(when(now, '2026-11-15 23:59'), '2026-11', ['trusts.held'])).toEqual([1]);
    expect(told(when(now, '2026-11-16 00:00'), '2026-11', ['trusts.held'])).toEqual([0]);
  });

  it('are made by the records that they list, and by their parts', () => {
    expectExplained(now, ['2026-10', '2026-11']);
  });
});
