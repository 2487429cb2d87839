import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/context.ts';
import { doRound, isDone, roundsDue } from '../../src/deadlines/rounds.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { Moment } from '../../src/lib/moment.ts';
import { localText } from '../../src/lib/moment.ts';
import { at, makeCtx, policyOf } from '../support/ledger.ts';

const NO_MONEY = ['bill', 'safe', 'close', 'handover', 'report']
  .map((round) => `  ${round}:\n    held: no\n`)
  .join('');
const WITHOUT_MONEY = `rounds:\n${NO_MONEY}`;
const without = (more = '') => policyOf(WITHOUT_MONEY + more);
const desk = await makeCtx({ policy: await without() });
const owed = (ctx: Ctx) =>
  roundsDue(ctx).map(
    (duty) => `${duty.kind} ${duty.subject} ${localText(duty.dueAt, ctx.zone).slice(0, 16)}`,
  );

const SURVEY = 'survey.yearly 2026 2026-12-31 23:59';
const COMMITTEE = 'visit.committee 2026-11 2026-11-30 23:59';
const SAMPLE = 'visit.sample 2026-11 2026-11-30 23:59';
const SUMMARY = 'visit.summary 2026-11 2026-11-30 23:59';

describe('what returns by the calendar stands on the agenda', () => {
  it.each<[string, Moment, string[]]>([
    ['not before its lead', '2026-10-15T02:00:00Z', []],
    ['a year’s two months before its end', '2026-11-01T02:00:00Z', [SURVEY]],
    ['a month’s seven days before its end', '2026-11-23T02:00:00Z', [SAMPLE, COMMITTEE, SURVEY]],
    ['on the last day', '2026-11-30T15:59:59Z', [SAMPLE, SUMMARY, COMMITTEE, SURVEY]],
    ['no longer when the next period has begun', '2026-11-30T16:00:00Z', [SURVEY]],
    [
      'the last month of a year',
      '2026-12-31T15:59:59Z',
      [
        'visit.sample 2026-12 2026-12-31 23:59',
        'visit.summary 2026-12 2026-12-31 23:59',
        'visit.committee 2026-12 2026-12-31 23:59',
        SURVEY,
      ],
    ],
    [
      'February',
      '2027-02-28T02:00:00Z',
      [
        'visit.sample 2027-02 2027-02-28 23:59',
        'visit.summary 2027-02 2027-02-28 23:59',
        'visit.committee 2027-02 2027-02-28 23:59',
      ],
    ],
  ])('%s', (_, now, expected) => {
    expect(owed(at(desk, now))).toEqual(
      expected.filter((each) => each !== SURVEY || now < '2026-12-31T16:00:00Z'),
    );
  });

  it('until it is done, once', async () => {
    const ctx = at(await makeCtx({ policy: await without() }), '2026-11-30T02:00:00Z');
    const done = () =>
      transact(ctx, 'visit.committee', () => doRound(ctx, 'visit.committee', '2026-11', '无'));
    expect(done()).toBe(true);
    expect(done()).toBe(false);
    expect(isDone(ctx, 'visit.committee', '2026-11')).toBe(true);
    expect(owed(ctx)).toEqual([SAMPLE, SUMMARY, SURVEY]);
  });

  it('not where this site does not hold it', async () => {
    const policy = await without('  committee:\n    held: no\n');
    expect(owed(at(await makeCtx({ policy }), '2026-11-30T02:00:00Z'))).toEqual([
      SAMPLE,
      SUMMARY,
      SURVEY,
    ]);
  });

  it.each<[string, Moment, string[]]>([
    [
      'each day its own',
      '2026-11-22T02:00:00Z',
      ['cash.safe 2026-11-22 23:59', 'fee.bill 2026-11 2026-11-30 23:59'],
    ],
    [
      'the cash journal in the last days of the month',
      '2026-11-30T15:59:59Z',
      [
        'cash.close 2026-11 2026-12-03 23:59',
        'cash.safe 2026-11-30 23:59',
        'fee.bill 2026-11 2026-11-30 23:59',
      ],
    ],
    [
      'yesterday’s safe is no longer today’s',
      '2026-11-30T16:00:00Z',
      [
        'cash.close 2026-11 2026-12-03 23:59',
        'cash.safe 2026-12-01 23:59',
        'fee.bill 2026-12 2026-12-31 23:59',
      ],
    ],
    [
      'the cash journal in the last minute of its time',
      '2026-12-03T15:59:59Z',
      [
        'cash.close 2026-11 2026-12-03 23:59',
        'cash.safe 2026-12-03 23:59',
        'fee.bill 2026-12 2026-12-31 23:59',
      ],
    ],
    [
      'and not after it',
      '2026-12-03T16:00:00Z',
      ['cash.safe 2026-12-04 23:59', 'fee.bill 2026-12 2026-12-31 23:59'],
    ],
  ])('the money of the desk: %s', async (_, now, expected) => {
    const ctx = at(await makeCtx(), now);
    const lines = owed(ctx).map((line) => line.replace(/^(cash\.safe \S+) \S+/, '$1'));
    const money = lines.filter((line) => /^(?:fee|cash)\./.test(line)).sort();
    expect(money).toEqual(expected);
  });

  it.each<[string, Moment, boolean]>([
    ['on the last day of grace', '2026-12-03T15:59:59Z', true],
    ['a second later', '2026-12-03T16:00:00Z', false],
  ])('after its period, while there is time: %s', async (_, now, isOwed) => {
    const policy = await policyOf('rounds:\n  summary:\n    due: 3d\n');
    const line = 'visit.summary 2026-11 2026-12-03 23:59';
    expect(owed(at(await makeCtx({ policy }), now)).includes(line)).toBe(isOwed);
  });
});
