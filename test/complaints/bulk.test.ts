import { beforeEach, describe, expect, it } from 'vitest';
import type { When } from '../../src/cases/past.ts';
import { requireCase } from '../../src/cases/record.ts';
import { planComplaints } from '../../src/complaints/bulk.ts';
import { reopenComplaint } from '../../src/complaints/ending.ts';
import { invariants } from '../../src/complaints/invariants.ts';
import type { ComplaintLine } from '../../src/complaints/past.ts';
import { COMPLAINT } from '../../src/complaints/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { dutiesDueBy } from '../../src/deadlines/service.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import { makeCtx, NOW, policyOf, type TestCtx } from '../support/ledger.ts';

const on = (day: string): When => ({ day, at: undefined });
/** A time in Shanghai, as the list has it. */
const when = (text: string): When => {
  const moment = new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
  return { day: text.slice(0, 10), at: `${moment.slice(0, 19)}Z` };
};

const blank: ComplaintLine = {
  line: 2,
  no: 'TS-1',
  unit: '3-2-1501',
  place: undefined,
  caller: undefined,
  phone: undefined,
  text: '垃圾没有清运',
  channel: 'phone',
  grade: 'minor',
  nature: undefined,
  category: 'cleaning',
  formerCategory: undefined,
  against: 'cleaning',
  againstPerson: undefined,
  formerAgainst: undefined,
  wants: undefined,
  state: undefined,
  handler: undefined,
  happened: undefined,
  received: when('2023-12-24 23:59'),
  verified: undefined,
  facts: undefined,
  replied: undefined,
  resolved: undefined,
  result: undefined,
  told: undefined,
  closed: undefined,
  calledBack: undefined,
  callbackResult: undefined,
  signedBy: undefined,
  remark: undefined,
  tellsEnd: true,
  tellsClosing: true,
};

let ctx: TestCtx;

async function furnish(options: Parameters<typeof makeCtx>[0] = {}) {
  ctx = await makeCtx(options);
  addStaff(ctx, { name: '李强', roles: ['cleaning'], phone: null });
  addUnit(ctx, { code: '3-2-1501', areaThousandths: 89_530, use: 'residential', handoverOn: null });
}

beforeEach(() => furnish());

function bring(...rows: Partial<ComplaintLine>[]) {
  const plan = planComplaints(
    ctx,
    rows.map((row, index) => ({ ...blank, line: index + 2, ...row })),
  );
  ctx.ledger.write(() => plan.write(() => {}));
  return plan;
}

const faultsOf = ({ faults }: ReturnType<typeof planComplaints>) =>
  faults.map(({ row, field, error }) => [row.line, field, error.code]);

const complaint = (no = 'TS-1') => requireCase(ctx, COMPLAINT, no);

/** Kind, state and when it ended, of each promise. */
const promisesOf = (no = 'TS-1') =>
  Object.fromEntries(
    complaint(no).deadlines.map((each) => [
      each.kind.slice('complaint.'.length),
      [stateOf(each, ctx.now), each.endedAt],
    ]),
  );

const findings = () =>
  [
    ...invariants,
    ...allInvariants.filter(({ key }) => /^(?:deadlines|events)\./.test(key)),
  ].flatMap(({ key, sql }) => {
    const found = ctx.ledger.db.prepare(sql).pluck().all();
    return found.map((each) => `${key} ${each}`);
  });

describe('where a row stands', () => {
  const settled = { resolved: on('2023-12-25') };
  const listOnly = { tellsEnd: false, tellsClosing: false };

  it.each<[string, Partial<ComplaintLine>, string]>([
    ['nothing told', {}, 'open'],
    ['answered only', { replied: on('2023-12-25') }, 'open'],
    ['a word on its progress', { result: '已派保洁' }, 'open'],
    ['settled', settled, 'resolved'],
    ['settled, of a list without closings', { ...settled, tellsClosing: false }, 'closed'],
    ['settled and waiting', { ...settled, state: 'resolved', tellsClosing: false }, 'resolved'],
    ['said to be done', { ...settled, state: 'done' }, 'resolved'],
    [
      'said to be done, without closings',
      { ...settled, state: 'done', tellsClosing: false },
      'closed',
    ],
    ['closed on a day', { closed: on('2023-12-26') }, 'closed'],
    ['called back', { ...settled, calledBack: on('2023-12-26') }, 'closed'],
    ['waiting for the callback', { ...settled, state: 'awaited' }, 'closed'],
    ['without grounds', { ...settled, nature: 'invalid', state: 'closed' }, 'invalid'],
    ['closed as invalid', { ...settled, state: 'invalid' }, 'invalid'],
    ['a result, of a list without days', { ...listOnly, result: '已清运' }, 'closed'],
    ['closed, of a list without days', { ...listOnly, state: 'closed' }, 'closed'],
    ['nothing told, of a list without days', listOnly, 'open'],
  ])('%s', (_, row, state) => {
    expect(faultsOf(bring(row))).toEqual([]);
    expect(complaint().state).toBe(state);
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<ComplaintLine>, string, string]>([
    ['closed without its day', { state: 'closed' }, 'resolved', 'not_resolved'],
    ['called back without it', { calledBack: on('2023-12-26') }, 'resolved', 'not_resolved'],
    ['told without it', { told: on('2023-12-26') }, 'resolved', 'not_resolved'],
    ['under way, yet settled', { ...settled, state: 'underWay' }, 'state', 'state_contradicts'],
    ['a unit nobody knows', { unit: '9-9-901' }, 'unit', 'unknown_unit'],
    ['nobody and nowhere', { unit: undefined }, 'caller', 'nobody_named'],
    ['settled the day before', { resolved: on('2023-12-23') }, 'resolved', 'before_last_step'],
    [
      'answered a minute before',
      { replied: when('2023-12-24 23:58') },
      'replied',
      'before_last_step',
    ],
    [
      'closed before it was settled',
      { ...settled, closed: when('2023-12-24 23:59') },
      'closed',
      'before_last_step',
    ],
    [
      'told before it was settled',
      { ...settled, told: on('2023-12-24') },
      'told',
      'before_last_step',
    ],
    [
      'called back before it was settled',
      { ...settled, calledBack: on('2023-12-24') },
      'calledBack',
      'before_last_step',
    ],
    ['happened the day after', { happened: on('2023-12-25') }, 'received', 'before_last_step'],
  ])('%s is a fault', (_, row, field, code) => {
    expect(faultsOf(bring(row))).toEqual([[2, field, code]]);
  });
});

describe('the order of the steps', () => {
  it.each<[string, Partial<ComplaintLine>, Record<string, string>]>([
    [
      'all on one day',
      {
        received: on('2024-02-29'),
        happened: when('2024-02-29 10:00'),
        verified: on('2024-02-29'),
        facts: '属实',
        resolved: on('2024-02-29'),
        replied: on('2024-02-29'),
        closed: on('2024-02-29'),
        calledBack: on('2024-02-29'),
        callbackResult: 'fair',
      },
      {
        happenedAt: '2024-02-28T16:00:00Z',
        receivedAt: '2024-02-28T16:00:00Z',
        resolvedAt: '2024-02-29T15:59:59Z',
        toldAt: '2024-02-29T15:59:59Z',
        callbackAt: '2024-02-29T15:59:59Z',
      },
    ],
    [
      'settled on the day of the closing, not after it',
      { resolved: on('2023-12-25'), closed: when('2023-12-25 10:00') },
      { resolvedAt: '2023-12-25T02:00:00Z', closedAt: '2023-12-25T02:00:00Z' },
    ],
    [
      'closed after the callback, as some offices do',
      { closed: on('2023-12-30'), calledBack: on('2023-12-27'), callbackResult: 'satisfied' },
      { resolvedAt: '2023-12-27T15:59:59Z', closedAt: '2023-12-30T15:59:59Z' },
    ],
    [
      'today has not ended yet',
      { received: on('2026-11-22'), resolved: on('2026-11-22') },
      { resolvedAt: NOW },
    ],
  ])('%s', (_, row, expected) => {
    expect(faultsOf(bring(row))).toEqual([]);
    expect(complaint()).toMatchObject(expected);
    expect(findings()).toEqual([]);
    expect(bring(row).unchanged).toBe(1);
  });

  it('the days are those of the site', async () => {
    await furnish({ policy: await policyOf('site:\n  timezone: America/New_York\n') });
    bring({ received: on('2024-11-03'), closed: on('2024-11-03') });
    expect(complaint()).toMatchObject({
      receivedAt: '2024-11-03T04:00:00Z',
      closedAt: '2024-11-04T04:59:59Z',
    });
    expect(findings()).toEqual([]);
  });
});

describe('promises', () => {
  const major: Partial<ComplaintLine> = {
    grade: 'major',
    verified: when('2023-12-24 23:59'),
    facts: '属实',
    replied: on('2023-12-26'),
    resolved: on('2024-01-03'),
    result: '已更换',
    told: on('2024-01-03'),
    closed: on('2024-01-04'),
    calledBack: on('2024-01-07'),
    callbackResult: 'satisfied',
  };

  it('of a complaint whose every step is told are met when it was, on the last day', () => {
    bring(major);
    expect(promisesOf()).toEqual({
      verify: ['met', '2023-12-24T15:59:00Z'],
      escalate: ['waived', '2023-12-24T15:59:59Z'],
      reply: ['met', '2023-12-26T15:59:59Z'],
      resolve: ['met', '2024-01-03T15:59:59Z'],
      tell: ['met', '2024-01-03T15:59:59Z'],
      callback: ['met', '2024-01-07T15:59:59Z'],
    });
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<ComplaintLine>, string, [string, string]]>([
    [
      'answered a day late',
      { replied: on('2023-12-27') },
      'reply',
      ['late', '2023-12-27T15:59:59Z'],
    ],
    [
      'answered by telling the result',
      { replied: undefined },
      'reply',
      ['late', '2024-01-03T15:59:59Z'],
    ],
    [
      'settled a day late',
      { resolved: on('2024-01-04'), told: on('2024-01-04') },
      'resolve',
      ['late', '2024-01-04T15:59:59Z'],
    ],
    [
      'an important one has three days',
      { grade: 'important', resolved: on('2023-12-27') },
      'resolve',
      ['met', '2023-12-27T15:59:59Z'],
    ],
    [
      'whose head was to be told within the hour, which no list tells',
      { grade: 'important' },
      'escalate',
      ['waived', '2023-12-24T16:59:00Z'],
    ],
    ['told the day after', { told: on('2024-01-04') }, 'tell', ['late', '2024-01-04T15:59:59Z']],
    [
      'told by the answer that followed',
      { told: undefined, replied: on('2024-01-03') },
      'tell',
      ['met', '2024-01-03T15:59:59Z'],
    ],
    ['told nobody knows when', { told: undefined }, 'tell', ['waived', '2024-01-03T15:59:59Z']],
    [
      'verified nobody knows when',
      { verified: undefined },
      'verify',
      ['waived', '2023-12-24T15:59:59Z'],
    ],
    [
      'called back a day late',
      { calledBack: on('2024-01-08') },
      'callback',
      ['late', '2024-01-08T15:59:59Z'],
    ],
    [
      'called back before the closing, after the settling',
      { calledBack: on('2024-01-03') },
      'callback',
      ['met', '2024-01-03T15:59:59Z'],
    ],
    [
      'a callback nobody wrote down',
      { calledBack: undefined, callbackResult: undefined },
      'callback',
      ['waived', '2024-01-04T15:59:59Z'],
    ],
    [
      'a call without its answer',
      { callbackResult: undefined },
      'callback',
      ['met', '2024-01-07T15:59:59Z'],
    ],
    [
      'a call that nobody answered',
      { callbackResult: null },
      'callback',
      ['waived', '2024-01-04T15:59:59Z'],
    ],
    [
      'nor before the closing',
      { calledBack: on('2024-01-03'), callbackResult: null },
      'callback',
      ['waived', '2024-01-04T15:59:59Z'],
    ],
  ])('%s', (_, change, kind, expected) => {
    expect(faultsOf(bring({ ...major, ...change }))).toEqual([]);
    expect(promisesOf()[kind]).toEqual(expected);
    expect(findings()).toEqual([]);
  });

  it('nothing that is over stands on the agenda', () => {
    const closed = { closed: on('2024-01-04') };
    bring(major, { ...closed, no: 'TS-2' }, { ...closed, no: 'TS-3', grade: 'important' });
    expect(dutiesDueBy(ctx, '2199-01-01T00:00:00Z')).toEqual([]);
  });

  it('one still open owes what it would owe had it been received here', () => {
    bring({ grade: 'major', handler: '李强', replied: on('2023-12-25') });
    expect(promisesOf()).toEqual({
      verify: ['overdue', null],
      escalate: ['overdue', null],
      reply: ['met', '2023-12-25T15:59:59Z'],
      resolve: ['overdue', null],
    });
    expect(findings()).toEqual([]);
  });

  it('one that is settled owes the word, one that waits its callback', () => {
    const resolved = on('2026-11-21');
    const received = on('2026-11-20');
    bring(
      { received, resolved },
      { no: 'TS-2', received, resolved, told: resolved, state: 'awaited' },
    );
    expect(promisesOf()).toMatchObject({ tell: ['overdue', null] });
    expect(promisesOf('TS-2')).toMatchObject({ callback: ['open', null] });
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<ComplaintLine>]>([
    ['tried', { calledBack: on('2026-11-22') }],
    ['never tried', {}],
  ])('one that waits for its callback owes it while nobody answered: %s', (_, change) => {
    const resolved = on('2026-11-21');
    const told = { received: on('2026-11-20'), resolved, callbackResult: null };
    bring({ ...told, state: 'awaited', ...change });
    expect(promisesOf()).toMatchObject({ callback: ['open', null] });
    expect(findings()).toEqual([]);
  });

  it('what was imported goes on here', () => {
    bring(major);
    reopenComplaint(ctx, 'TS-1', '又发生了');
    expect(complaint().state).toBe('open');
    expect(findings()).toEqual([]);
  });
});

describe('what stands in the ledger', () => {
  const row: Partial<ComplaintLine> = {
    resolved: on('2023-12-25'),
    result: '已清运',
    closed: on('2023-12-26'),
    caller: '张伟',
  };

  it.each([
    ['by its number', { no: 'TS-1' }],
    ['under a number of ours', { no: '231224001' }],
    ['by what it tells', { no: undefined }],
  ])('the same again is unchanged, recognised %s', (_, no) => {
    expect(bring({ ...row, ...no }).added).toBe(1);
    expect(bring({ ...row, ...no }).unchanged).toBe(1);
    expect(complaint('C231224-001').formerNo).toBe(no.no ?? null);
  });

  it.each<[string, Partial<ComplaintLine>]>([
    ['another text', { text: '太吵' }],
    ['another day', { closed: on('2023-12-27') }],
    ['another result', { result: '没有清运' }],
    ['another caller', { caller: '李娜' }],
  ])('%s is a fault, and nothing changes', (_, change) => {
    bring(row);
    const before = complaint();
    expect(faultsOf(bring({ ...row, ...change }))).toEqual([[2, 'no', 'differs_from_ledger']]);
    expect(complaint()).toEqual(before);
  });

  it('a number that stands twice is a fault of the second', () => {
    expect(faultsOf(bring({}, {}))).toEqual([[3, 'no', 'twice_in_file']]);
  });
});

it('one step in the timeline keeps what has no place of its own', () => {
  bring({
    closed: on('2023-12-26'),
    handler: '老陈',
    formerCategory: '垃圾类',
    facts: '三天未清',
    calledBack: when('2023-12-27 10:00'),
    remark: '前任移交',
  });
  expect(timelineOf(ctx.ledger, 'C231224-001')).toEqual([
    {
      at: '2023-12-27T02:00:00Z',
      by: '王芳',
      kind: 'imported',
      detail: {
        formerNo: 'TS-1',
        closedAt: '2023-12-26T15:59:59Z',
        formerCategory: '垃圾类',
        handler: '老陈',
        facts: '三天未清',
        calledBackAt: '2023-12-27T02:00:00Z',
        remark: '前任移交',
      },
    },
  ]);
  expect(ctx.warnings).toHaveLength(1);
});

it.each<[string, Partial<ComplaintLine>, Record<string, unknown>]>([
  [
    'a call nobody answered',
    { calledBack: when('2023-12-27 10:00'), callbackResult: null },
    { noAnswerAt: '2023-12-27T02:00:00Z' },
  ],
  ['one without its time', { callbackResult: null }, { noAnswer: true }],
  ['a department nobody knows', { formerAgainst: '运营部' }, { formerAgainst: '运营部' }],
])('the step of the import keeps %s', (_, row, detail) => {
  bring({ closed: on('2023-12-26'), ...row });
  const [event] = timelineOf(ctx.ledger, 'C231224-001');
  expect(event?.detail).toEqual({
    formerNo: 'TS-1',
    closedAt: '2023-12-26T15:59:59Z',
    ...detail,
  });
  expect(complaint()).toMatchObject({ callbackAt: null, callbackResult: null });
  expect(bring({ closed: on('2023-12-26'), ...row }).unchanged).toBe(1);
});

it('said to be never called back, it is still under way', () => {
  bring({ callbackResult: null, state: 'underWay' });
  expect(complaint().state).toBe('open');
});
