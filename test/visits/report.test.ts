import { beforeAll, describe, expect, it } from 'vitest';
import { closeTicket, recordCallback } from '../../src/tickets/ending.ts';
import { finishTicket } from '../../src/tickets/work.ts';
import { conclude, meetCommittee } from '../../src/visits/concluding.ts';
import type { Answered } from '../../src/visits/report-model.ts';
import { sumUp, tallyOf } from '../../src/visits/report-rules.ts';
import { reportOf } from '../../src/visits/reporting.ts';
import { sampleOf } from '../../src/visits/sampling.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx } from '../support/ledger.ts';
import { addHome, addHomes, closed, finished, on, sampling, visit } from './desk.ts';

const answer: Answered = {
  no: 'V261101-001',
  unit: '1-101',
  building: '1',
  place: null,
  reason: 'visit',
  topic: null,
  result: 'satisfied',
  opinion: null,
  needs: null,
  at: '2026-11-01T01:00:00Z',
};

const answers = (...changes: Partial<Answered>[]) =>
  changes.map((change, at) => ({ ...answer, no: `V261101-00${at + 1}`, ...change }));

const sums = (...changes: Partial<Answered>[]) =>
  sumUp(answers(...changes), { buildings: ['1', '2'], tries: 0 });

describe('the satisfaction of those who answered', () => {
  it.each([
    ['nobody', [], null],
    ['satisfied and fair count', ['satisfied', 'fair'] as const, '100.0'],
    ['two of three', ['satisfied', 'fair', 'dissatisfied'] as const, '66.7'],
    ['none', ['dissatisfied'] as const, '0.0'],
  ])('%s', (_, results, percent) => {
    const of = answers(...results.map((result) => ({ result })));
    expect(tallyOf(of).rate.percent).toBe(percent);
  });
});

describe('what recurs', () => {
  const trouble = { result: 'dissatisfied' } as const;
  const parking = { of: 'complaint', name: 'parking' } as const;
  const leak = { of: 'repair', name: 'leak' } as const;
  const recurring = (...changes: Partial<Answered>[]) =>
    sums(...changes).recurring.map(({ unit, topic, count }) => [unit ?? topic, count]);

  it.each<[string, Partial<Answered>[], unknown[]]>([
    ['once is no recurrence', [trouble], []],
    ['satisfied twice is none', [{}, {}], []],
    [
      'a unit twice, for different reasons',
      [trouble, { ...trouble, reason: 'sample' }],
      [['1-101', 2]],
    ],
    [
      'needs count like trouble',
      [{ needs: '楼道加灯' }, { ...trouble, reason: 'sample' }],
      [['1-101', 2]],
    ],
    [
      'a topic in two units, whatever the reason of the visit',
      [
        { ...trouble, reason: 'complaint', topic: parking },
        { needs: '车位', reason: 'sample', topic: parking, unit: '2-101' },
      ],
      [[parking, 2]],
    ],
    [
      'two topics are two problems',
      [
        { ...trouble, reason: 'complaint', topic: parking },
        { ...trouble, reason: 'complaint', topic: { ...parking, name: 'fees' }, unit: '2-101' },
      ],
      [],
    ],
    [
      'of one name in repairs and in complaints',
      [
        { ...trouble, topic: { ...parking, name: 'leak' } },
        { ...trouble, topic: leak, unit: '2-101' },
      ],
      [],
    ],
    [
      'two households of the sample with nothing in common',
      [
        { ...trouble, reason: 'sample' },
        { ...trouble, reason: 'sample', unit: '2-101' },
      ],
      [],
    ],
    [
      'public places are no unit',
      [
        { ...trouble, unit: null },
        { ...trouble, unit: null, reason: 'repair' },
      ],
      [],
    ],
    [
      'the most frequent first',
      [
        { ...trouble, reason: 'plan' },
        { ...trouble, reason: 'repair', topic: leak },
        { ...trouble, reason: 'repair', topic: leak, unit: '2-101' },
        { ...trouble, reason: 'repair', topic: leak, unit: '2-102' },
      ],
      [
        [leak, 3],
        ['1-101', 2],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(recurring(...changes)).toEqual(expected);
  });

  it('names each record once', () => {
    const [found] = sums({ ...trouble, no: 'T1' }, { ...trouble, no: 'T1' }).recurring;
    expect(found).toMatchObject({ count: 2, records: ['T1'] });
  });
});

describe('a month', () => {
  let ctx: TestCtx;
  const noon = (day: number) => on(ctx, day, '12:00');

  // What the desk did in November: see the numbers below.
  beforeAll(async () => {
    ctx = await makeCtx({ now: '2026-10-20T01:00:00Z', policy: await sampling(3, 25) });
    addHomes(ctx, 3, 2);
    addHome(ctx, '2-201');

    // Finished in October, due on 1 November, called back in time by a visit.
    const early = finished(at(ctx, '2026-10-30T01:00:00Z'), { unit: '1-101', category: 'leak' });
    visit(on(ctx, 1), { no: early, result: 'dissatisfied', opinion: '还在漏' });
    // Done again; called back late and by itself.
    finishTicket(on(ctx, 2), early, {
      work: '更换水管',
      costFen: undefined,
      leakTestedAt: undefined,
    });
    recordCallback(on(ctx, 6), early, { result: 'fair', quality: 4, attitude: 4, note: '好了' });
    // Never called back, and closed.
    const silent = finished(on(ctx, 3), { unit: '2-101' });
    closeTicket(on(ctx, 4), silent, { signedBy: '张伟', satisfied: true });
    // Nobody answered, in a public place.
    const hall = finished(on(ctx, 5), { place: '2栋大堂' });
    visit(on(ctx, 6), { no: hall, result: 'no-answer' });
    visit(on(ctx, 7), { no: hall, result: 'satisfied', needs: '大堂加灯' });
    // Two complaints of one category, both dissatisfied.
    for (const unit of ['1-102', '2-102']) {
      const no = closed(on(ctx, 8), { unit });
      visit(on(ctx, 9), { no, result: 'dissatisfied', needs: '每天清扫' });
    }
    // Of the sample one household.
    sampleOf(on(ctx, 24), '2026-11', undefined);
    visit(on(ctx, 25), { unit: '1-103', result: 'satisfied', opinion: '都好' });
    // A visit on its own account in the last second, and one after it.
    visit(at(ctx, '2026-11-30T15:59:59Z'), { unit: '1-102', result: 'satisfied' });
    visit(at(ctx, '2026-11-30T16:00:00Z'), { unit: '1-102', result: 'dissatisfied' });
    // Finished at its end and due in December.
    finished(on(ctx, 30), { unit: '2-101' });
  });

  const report = () => reportOf(at(ctx, '2026-12-05T01:00:00Z'), '2026-11');

  it('counts each visit and each callback once', () => {
    expect(report().all).toEqual({
      count: 7,
      satisfied: 3,
      fair: 1,
      dissatisfied: 3,
      rate: { numerator: 4, denominator: 7, percent: '57.1' },
    });
    expect(report().results).toEqual([
      { result: 'satisfied', count: 3 },
      { result: 'fair', count: 1 },
      { result: 'dissatisfied', count: 3 },
      { result: 'no-answer', count: 1 },
    ]);
  });

  it('by reason', () => {
    expect(
      report().reasons.map(({ reason, count, rate }) => [reason, count, rate.percent]),
    ).toEqual([
      ['repair', 3, '66.7'],
      ['complaint', 2, '0.0'],
      ['sample', 1, '100.0'],
      ['visit', 1, '100.0'],
    ]);
  });

  it('by building, public places last', () => {
    expect(
      report().buildings.map(({ building, count, rate }) => [building, count, rate.numerator]),
    ).toEqual([
      ['1', 5, 3],
      ['2', 1, 0],
      [null, 1, 1],
    ]);
  });

  it('says what was done of what fell due', () => {
    // Repairs: the leak twice, the silent one, the hall. Complaints: both done in time.
    expect(report().owed).toEqual([
      {
        reason: 'repair',
        done: { numerator: 3, denominator: 4, percent: '75.0' },
        onTime: { numerator: 2, denominator: 4, percent: '50.0' },
      },
      {
        reason: 'complaint',
        done: { numerator: 2, denominator: 2, percent: '100.0' },
        onTime: { numerator: 2, denominator: 2, percent: '100.0' },
      },
    ]);
  });

  it('names what recurs, and lists opinions and needs', () => {
    expect(report().recurring).toEqual([
      {
        unit: null,
        topic: { of: 'complaint', name: 'cleaning' },
        count: 2,
        records: ['V261109-001', 'V261109-002'],
      },
    ]);
    expect(report().opinions.map(({ no, text }) => [no, text])).toEqual([
      ['V261101-001', '还在漏'],
      ['T261030-001', '好了'],
      ['V261125-001', '都好'],
    ]);
    expect(report().needs.map(({ unit, place, text }) => [unit, place, text])).toEqual([
      [null, '2栋大堂', '大堂加灯'],
      ['1-102', null, '每天清扫'],
      ['2-102', null, '每天清扫'],
    ]);
  });

  it('says how far the sample has come', () => {
    const { sample } = report();
    expect(sample).toEqual({ drawn: 3, visited: 1, least: 3 });
  });

  it('as of a day counts what had happened by then, and what was due by then', () => {
    const then = reportOf(noon(6), '2026-11');
    expect(then.all.count).toBe(2);
    // The silent repair fell due at the end of the 5th; the hall's is not due yet.
    expect(then.owed).toMatchObject([{ reason: 'repair', done: { numerator: 2, denominator: 3 } }]);
  });

  it('as of a day has no sample and no summary of later', () => {
    conclude(at(ctx, '2026-12-01T01:00:00Z'), '2026-11', '一切正常');
    const asOf = (moment: string) => {
      const { sample, summary } = reportOf(at(ctx, moment), '2026-11');
      return [sample?.visited, summary?.text];
    };
    expect(asOf('2026-11-23T01:00:00Z')).toEqual([undefined, undefined]);
    expect(asOf('2026-11-24T04:00:00Z')).toEqual([0, undefined]);
    expect(asOf('2026-12-01T00:59:59Z')).toEqual([1, undefined]);
    expect(asOf('2026-12-01T01:00:00Z')).toEqual([1, '一切正常']);
  });

  it('without anything has no rates', () => {
    const { all, owed, sample, summary } = reportOf(at(ctx, '2026-10-31T01:00:00Z'), '2026-09');
    expect(all.rate).toEqual({ numerator: 0, denominator: 0, percent: null });
    expect([owed, sample, summary]).toEqual([[], null, null]);
  });
});

it('a need that became a ticket is of that ticket’s category', async () => {
  const ctx = await makeCtx();
  addHomes(ctx, 2);
  for (const unit of ['1-101', '1-102']) {
    visit(ctx, { unit, result: 'satisfied', needs: '楼道加灯', ticket: '楼道灯暗' });
  }
  expect(reportOf(ctx, '2026-11').recurring).toMatchObject([
    { unit: null, topic: { of: 'repair', name: 'general' }, count: 2 },
  ]);
});

it('what households need is about what their words say, else about those words', async () => {
  const ctx = await makeCtx();
  addHomes(ctx, 6);
  const needs = ['多画几个车位', '希望多组织活动', '地库停车难', '希望代收快递', '希望多组织活动'];
  needs.forEach((need, at) => {
    visit(ctx, { unit: `1-${101 + at}`, result: 'satisfied', needs: need, opinion: '报修来得快' });
  });
  const repair = finished(on(ctx, 20), { unit: '1-106', category: 'leak' });
  visit(on(ctx, 21), { no: repair, result: 'satisfied', needs: '车位太少' });
  const topics = reportOf(ctx, '2026-11').recurring.map(({ topic, count }) => [topic, count]);
  expect(topics).toEqual([
    [{ of: 'complaint', name: 'parking' }, 3],
    [{ of: 'words', name: '希望多组织活动' }, 2],
  ]);
});

it('who is dissatisfied with nothing at hand has said what about', async () => {
  const ctx = await makeCtx();
  addHomes(ctx, 2);
  for (const unit of ['1-101', '1-102'])
    visit(ctx, { unit, result: 'dissatisfied', opinion: '楼道脏' });
  expect(reportOf(ctx, '2026-11').recurring).toMatchObject([
    { topic: { of: 'complaint', name: 'cleaning' }, count: 2 },
  ]);
});

it('a complaint of the category 其他 is about nothing that could recur', async () => {
  const ctx = await makeCtx();
  addHomes(ctx, 2);
  for (const unit of ['1-101', '1-102']) {
    const no = closed(on(ctx, 20), { unit, category: 'other' });
    visit(on(ctx, 21), { no, result: 'dissatisfied' });
  }
  expect(reportOf(ctx, '2026-11').recurring).toEqual([]);
});

describe('what is done once a month', () => {
  const code = (work: () => unknown): string => {
    try {
      work();
      return 'nothing was refused';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };

  it('the summary is in the report', async () => {
    const ctx = await makeCtx();
    expect(conclude(ctx, '2026-11', '渗漏水反复')).toMatchObject({
      routine: 'visit.summary',
      dueAt: '2026-11-30T15:59:59Z',
    });
    expect(reportOf(ctx, '2026-11').summary).toEqual({ text: '渗漏水反复', doneAt: ctx.now });
  });

  it('the talk with the committee says with whom', async () => {
    const ctx = await makeCtx();
    const made = meetCommittee(ctx, '2026-11', { text: '电梯更新', with: '张主任' });
    expect(made.text).toBe('电梯更新（张主任）');
    expect(meetCommittee(ctx, '2026-10', { text: '停车', with: undefined }).text).toBe('停车');
  });

  it.each([
    ['a month to come', '2026-12', 'month_not_begun'],
    ['a month that was done', '2026-11', 'done_before'],
    ['a month that is over', '2026-10', 'nothing was refused'],
  ])('%s', async (_, month, expected) => {
    const ctx = await makeCtx();
    conclude(ctx, '2026-11', '一切正常');
    meetCommittee(ctx, '2026-11', { text: '停车', with: undefined });
    expect(code(() => conclude(ctx, month, '一切正常'))).toBe(expected);
    expect(code(() => meetCommittee(ctx, month, { text: '停车', with: undefined }))).toBe(expected);
  });
});
