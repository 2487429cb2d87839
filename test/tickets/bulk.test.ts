import { beforeEach, describe, expect, it } from 'vitest';
import type { When } from '../../src/cases/past.ts';
import { requireCase } from '../../src/cases/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { dutiesDueBy } from '../../src/deadlines/service.ts';
import { endOfDay } from '../../src/lib/moment.ts';
import { addStaff, retireStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { planTickets } from '../../src/tickets/bulk.ts';
import { closeTicket, recordCallback } from '../../src/tickets/ending.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import type { TicketLine } from '../../src/tickets/past.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { finishTicket } from '../../src/tickets/work.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import { at, makeCtx, NOW, policyOf, type TestCtx } from '../support/ledger.ts';

const on = (day: string): When => ({ day, at: undefined });
/** A time in Shanghai, as the list has it. */
const when = (text: string): When => {
  const moment = new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
  return { day: text.slice(0, 10), at: `${moment.slice(0, 19)}Z` };
};

const blank: TicketLine = {
  line: 2,
  no: undefined,
  unit: '3-2-1501',
  place: undefined,
  item: '厨房水管漏水',
  system: undefined,
  part: undefined,
  damage: undefined,
  caller: undefined,
  phone: undefined,
  category: undefined,
  urgent: undefined,
  charge: undefined,
  state: undefined,
  worker: undefined,
  opened: when('2024-01-05 14:00'),
  appointment: undefined,
  arrived: undefined,
  finished: undefined,
  work: undefined,
  costFen: undefined,
  closed: undefined,
  signedBy: undefined,
  satisfied: undefined,
  cancelled: undefined,
  calledBack: undefined,
  callbackResult: undefined,
  remark: undefined,
  tellsFinish: true,
  tellsClosing: true,
};

let ctx: TestCtx;

async function furnish(options: Parameters<typeof makeCtx>[0] = {}) {
  ctx = await makeCtx(options);
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  for (const code of ['3-2-1501', '3-2-1502']) {
    addUnit(ctx, {
      code,
      areaThousandths: 89_530,
      use: 'residential',
      handoverOn: '2019-06-28',
    });
  }
}

beforeEach(() => furnish());

function bring(...rows: Partial<TicketLine>[]) {
  const plan = planTickets(
    ctx,
    rows.map((row, index) => ({ ...blank, line: index + 2, ...row })),
  );
  ctx.ledger.write(() => plan.write(() => {}));
  return plan;
}

const faultsOf = ({ faults }: ReturnType<typeof planTickets>) =>
  faults.map(({ row, field, error }) => [row.line, field, error.code]);

const ticket = (no: string) => requireCase(ctx, TICKET, no);

/** Kind, state and when it ended, of each promise. */
const promisesOf = (no: string) =>
  Object.fromEntries(
    ticket(no).deadlines.map((each) => [
      each.kind.slice(7),
      [stateOf(each, ctx.now), each.endedAt],
    ]),
  );

const findings = () =>
  allInvariants
    .filter(({ key }) => /^(?:tickets|deadlines|events)\./.test(key))
    .flatMap(({ key, sql }) => {
      const found = ctx.ledger.db.prepare(sql).pluck().all();
      return found.map((each) => `${key} ${each}`);
    });

describe('numbers', () => {
  const keep = (no: string | undefined, opened = blank.opened) => ({
    no,
    opened,
    item: `修 ${no}`,
  });

  it('are kept, derived or given, in the order of the list', () => {
    bring(
      keep('BX-2024-017'),
      keep('T240105-002'),
      keep('240105003'),
      keep(undefined),
      keep('240106001', when('2024-01-05 23:50')),
    );
    const rows = ctx.ledger.db.prepare('SELECT no, former_no FROM tickets ORDER BY id').raw().all();
    expect(rows).toEqual([
      ['T240105-004', 'BX-2024-017'],
      ['T240105-002', null],
      ['T240105-003', '240105003'],
      ['T240105-005', null],
      ['T240106-001', '240106001'],
    ]);
    expect(findings()).toEqual([]);
  });

  it.each([
    ['the old one', 'BX-2024-017'],
    ['the old one in small letters', 'bx-2024-017'],
    ['the new one', 'T240105-001'],
    ['its end', '0105-001'],
  ])('a ticket is found by %s', (_, typed) => {
    bring(keep('BX-2024-017'));
    expect(ticket(typed).no).toBe('T240105-001');
  });

  it("a bare serial means today's ticket before an old number", () => {
    bring(keep('001'));
    expect(ticket('001').no).toBe('T240105-001');
    const made = {
      ...blank,
      appointmentAt: undefined,
      category: 'general',
      urgent: false,
    } as const;
    const { no } = openTicket(ctx, { ...made, charge: 'free' });
    expect(ticket('001').no).toBe(no);
  });

  it('a number that stands twice is a fault of the second', () => {
    expect(
      faultsOf(bring(keep('BX-1'), keep('BX-1'), keep('240105001'), keep('T240105-001'))),
    ).toEqual([
      [3, 'no', 'twice_in_file'],
      [5, 'no', 'twice_in_file'],
    ]);
  });

  it('without numbers the same repair twice is a fault of the second', () => {
    expect(faultsOf(bring({}, { item: '换锁' }, {}))).toEqual([[4, 'opened', 'twice_in_file']]);
  });

  it('a derived number gives way to a ticket of this desk, one of ours does not', () => {
    const made = {
      ...blank,
      appointmentAt: undefined,
      category: 'general',
      urgent: false,
    } as const;
    openTicket(at(ctx, '2024-01-05T00:30:00Z'), { ...made, charge: 'free' });
    expect(faultsOf(bring(keep('240105001'), keep('T240105-001')))).toEqual([
      [3, 'no', 'twice_in_file'],
    ]);
    expect(ticket('240105001').no).toBe('T240105-002');
    expect(faultsOf(bring(keep('T240105-001')))).toEqual([[2, 'no', 'differs_from_ledger']]);
  });
});

describe('what stands in the ledger', () => {
  const row: Partial<TicketLine> = {
    no: 'BX-1',
    state: 'closed',
    arrived: when('2024-01-05 14:20'),
    finished: on('2024-01-05'),
    work: '换角阀',
    costFen: 35_00,
    signedBy: '张伟',
    calledBack: on('2024-01-07'),
    callbackResult: 'satisfied',
    caller: '张伟',
    phone: '13800005678',
  };

  it.each([
    ['by its number', {}],
    ['by what it tells', { no: undefined }],
    ['with today as a bare day', { finished: on('2026-11-22'), calledBack: on('2026-11-22') }],
  ])('the same again is unchanged, recognised %s', (_, change) => {
    expect(bring({ ...row, ...change }).added).toBe(1);
    ctx = at(ctx, '2026-11-22T09:00:00Z');
    const again = bring({ ...row, ...change });
    expect([again.added, again.unchanged, again.faults]).toEqual([0, 1, []]);
  });

  it('a blank says nothing', () => {
    bring(row);
    expect(bring({ no: 'BX-1', state: 'closed', finished: on('2024-01-05') }).unchanged).toBe(1);
  });

  it.each<[string, Partial<TicketLine>]>([
    ['another item', { item: '换锁' }],
    ['another unit', { unit: '3-2-1502' }],
    ['another minute', { opened: when('2024-01-05 14:01') }],
    ['another day', { finished: on('2024-01-06') }],
    ['another caller', { caller: '李娜' }],
    ['another cost', { costFen: 36_00 }],
    ['another result', { callbackResult: 'fair' }],
    ['another state', { state: 'finished', signedBy: undefined }],
  ])('%s is a fault, and nothing changes', (_, change) => {
    bring(row);
    const before = ticket('BX-1');
    expect(faultsOf(bring({ ...row, ...change }))).toEqual([[2, 'no', 'differs_from_ledger']]);
    expect(ticket('BX-1')).toEqual(before);
  });

  it('what went on here since is not contradicted by a row that was under way', () => {
    const open = { no: 'BX-1', worker: '李强' };
    bring(open);
    finishTicket(ctx, 'BX-1', { work: '换角阀', costFen: undefined, leakTestedAt: undefined });
    expect(bring(open).unchanged).toBe(1);
  });
});

describe('where a row stands', () => {
  const done = { finished: when('2024-01-05 16:00') };

  it.each<[string, Partial<TicketLine>, string]>([
    ['nothing told', {}, 'open'],
    ['somebody of the staff works on it', { worker: '李强' }, 'assigned'],
    ['somebody unknown works on it', { worker: '老陈' }, 'open'],
    ['finished', done, 'finished'],
    ['finished, of a list without closings', { ...done, tellsClosing: false }, 'closed'],
    ['said to be done', { ...done, state: 'done' }, 'finished'],
    [
      'said to be done, without closings',
      { ...done, state: 'done', tellsClosing: false },
      'closed',
    ],
    ['waiting', { ...done, state: 'finished', tellsClosing: false }, 'finished'],
    ['signed', { ...done, signedBy: '张伟' }, 'closed'],
    ['with the day of closing', { ...done, closed: on('2024-01-06') }, 'closed'],
    ['said to be closed', { ...done, state: 'closed' }, 'closed'],
    ['cancelled by its state', { state: 'cancelled' }, 'cancelled'],
    ['cancelled on a day', { cancelled: on('2024-01-06') }, 'cancelled'],
    ['closed, of a list without completions', { state: 'closed', tellsFinish: false }, 'closed'],
  ])('%s', (_, row, state) => {
    expect(faultsOf(bring({ no: 'BX-1', ...row }))).toEqual([]);
    expect(ticket('BX-1').state).toBe(state);
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<TicketLine>, string, string]>([
    ['closed without completion', { state: 'closed' }, 'finished', 'not_finished'],
    ['signed without completion', { signedBy: '张伟' }, 'finished', 'not_finished'],
    [
      'called back without completion',
      { calledBack: on('2024-01-06') },
      'finished',
      'not_finished',
    ],
    ['under way, yet finished', { ...done, state: 'underWay' }, 'state', 'state_contradicts'],
    [
      'under way, yet signed',
      { state: 'underWay', signedBy: '李娜' },
      'state',
      'state_contradicts',
    ],
    ['cancelled, yet finished', { ...done, state: 'cancelled' }, 'state', 'state_contradicts'],
    [
      'closed, yet cancelled on a day',
      { state: 'closed', cancelled: on('2024-01-06') },
      'cancelled',
      'state_contradicts',
    ],
    ['no unit and no place', { unit: undefined }, 'unit', 'missing_value'],
    ['a unit nobody knows', { unit: '9-9-901' }, 'unit', 'unknown_unit'],
  ])('%s is a fault', (_, row, field, code) => {
    expect(faultsOf(bring({ no: 'BX-1', ...row }))).toEqual([[2, field, code]]);
  });
});

describe('the order of the steps', () => {
  const opened = when('2024-01-05 14:00');

  it.each<[string, Partial<TicketLine>, string]>([
    ['arrived a minute before the report', { arrived: when('2024-01-05 13:59') }, 'arrived'],
    ['finished the day before', { finished: on('2024-01-04') }, 'finished'],
    [
      'finished before the arrival',
      { arrived: when('2024-01-05 16:00'), finished: when('2024-01-05 15:00') },
      'finished',
    ],
    [
      'closed before the completion',
      { finished: on('2024-01-06'), closed: when('2024-01-05 23:59') },
      'closed',
    ],
    [
      'called back before the completion',
      { finished: on('2024-01-06'), calledBack: on('2024-01-05') },
      'calledBack',
    ],
    ['cancelled the day before', { cancelled: on('2024-01-04') }, 'cancelled'],
    ['agreed for the day before', { appointment: on('2024-01-04') }, 'appointment'],
  ])('%s is a fault', (_, row, field) => {
    expect(faultsOf(bring({ opened, ...row }))).toEqual([[2, field, 'before_last_step']]);
  });

  it.each<[string, Partial<TicketLine>, Partial<Record<string, string>>]>([
    [
      'a bare day of completion ends after the report of that day',
      { finished: on('2024-01-05') },
      { finishedAt: '2024-01-05T15:59:59Z' },
    ],
    [
      'but not after the closing of that day',
      { finished: on('2024-01-05'), closed: when('2024-01-05 16:30') },
      { finishedAt: '2024-01-05T08:30:00Z', closedAt: '2024-01-05T08:30:00Z' },
    ],
    [
      'nor is the arrival after the completion',
      { arrived: on('2024-01-05'), finished: when('2024-01-05 15:00') },
      { arrivedAt: '2024-01-05T07:00:00Z' },
    ],
    [
      'a bare report begins with its day',
      { opened: on('2024-01-05'), finished: when('2024-01-05 08:00') },
      { openedAt: '2024-01-04T16:00:00Z' },
    ],
    [
      'today has not ended yet',
      { opened: on('2026-11-22'), finished: on('2026-11-22') },
      { openedAt: '2026-11-21T16:00:00Z', finishedAt: NOW },
    ],
    [
      'all on one day',
      {
        opened: on('2024-02-29'),
        arrived: on('2024-02-29'),
        finished: on('2024-02-29'),
        closed: on('2024-02-29'),
        calledBack: on('2024-02-29'),
        callbackResult: 'fair',
      },
      { closedAt: '2024-02-29T15:59:59Z', callbackAt: '2024-02-29T15:59:59Z' },
    ],
  ])('%s', (_, row, expected) => {
    expect(faultsOf(bring({ no: 'BX-1', opened, ...row }))).toEqual([]);
    expect(ticket('BX-1')).toMatchObject(expected);
    expect(findings()).toEqual([]);
  });

  it('the days are those of the site', async () => {
    await furnish({ policy: await policyOf('site:\n  timezone: America/New_York\n') });
    bring({ no: 'BX-1', opened: on('2024-03-10'), finished: on('2024-03-10') });
    expect(ticket('BX-1')).toMatchObject({
      openedAt: '2024-03-10T05:00:00Z',
      finishedAt: '2024-03-11T03:59:59Z',
    });
    expect(findings()).toEqual([]);
  });
});

describe('promises', () => {
  const closed: Partial<TicketLine> = {
    no: 'BX-1',
    urgent: true,
    arrived: when('2024-01-05 14:30'),
    finished: when('2024-01-05 16:00'),
    closed: when('2024-01-05 17:00'),
    signedBy: '张伟',
    calledBack: when('2024-01-07 23:59'),
    callbackResult: 'satisfied',
  };

  it('of a repair whose every step is told are met when it was', () => {
    bring(closed);
    expect(promisesOf('BX-1')).toEqual({
      arrive: ['met', '2024-01-05T06:30:00Z'],
      finish: ['met', '2024-01-05T08:00:00Z'],
      slip: ['met', '2024-01-05T09:00:00Z'],
      callback: ['met', '2024-01-07T15:59:00Z'],
    });
  });

  it.each<[string, Partial<TicketLine>, string, [string, string]]>([
    [
      'a minute after the half hour',
      { arrived: when('2024-01-05 14:31') },
      'arrive',
      ['late', '2024-01-05T06:31:00Z'],
    ],
    [
      'an arrival known by its day cannot be judged by minutes',
      { arrived: on('2024-01-05') },
      'arrive',
      ['waived', '2024-01-05T06:30:00Z'],
    ],
    [
      'nor one after a report known by its day',
      { opened: on('2024-01-05') },
      'arrive',
      ['waived', '2024-01-04T16:30:00Z'],
    ],
    [
      'an arrival nobody wrote down',
      { arrived: undefined },
      'arrive',
      ['waived', '2024-01-05T06:30:00Z'],
    ],
    [
      'finished on the day, known by the day',
      { opened: on('2024-01-05'), finished: on('2024-01-05') },
      'finish',
      ['met', '2024-01-05T09:00:00Z'],
    ],
    [
      'finished the day after',
      { finished: on('2024-01-06'), closed: on('2024-01-06') },
      'finish',
      ['late', '2024-01-06T15:59:59Z'],
    ],
    [
      'finished on the day agreed',
      {
        appointment: on('2024-01-06'),
        arrived: undefined,
        finished: on('2024-01-06'),
        closed: on('2024-01-06'),
      },
      'finish',
      ['met', '2024-01-06T15:59:59Z'],
    ],
    [
      'the slip, where the list tells no closing',
      { closed: undefined },
      'slip',
      ['waived', '2024-01-05T08:00:00Z'],
    ],
    [
      'a callback three days after',
      { calledBack: on('2024-01-08') },
      'callback',
      ['late', '2024-01-08T15:59:59Z'],
    ],
    [
      'of a leak that is on time',
      { calledBack: on('2024-01-08'), category: 'leak' },
      'callback',
      ['met', '2024-01-08T15:59:59Z'],
    ],
    [
      'a callback nobody wrote down falls away with the closing',
      { calledBack: undefined, callbackResult: undefined },
      'callback',
      ['waived', '2024-01-05T09:00:00Z'],
    ],
    [
      'and was not missed where it was closed long after',
      { calledBack: undefined, callbackResult: undefined, closed: on('2024-03-01') },
      'callback',
      ['waived', '2024-01-07T15:59:59Z'],
    ],
    [
      'an answer without its day',
      { calledBack: undefined },
      'callback',
      ['waived', '2024-01-05T09:00:00Z'],
    ],
    [
      'a call without its answer',
      { callbackResult: undefined },
      'callback',
      ['met', '2024-01-07T15:59:00Z'],
    ],
    [
      'a call that nobody answered',
      { callbackResult: null },
      'callback',
      ['waived', '2024-01-05T09:00:00Z'],
    ],
  ])('%s', (_, change, kind, expected) => {
    expect(faultsOf(bring({ ...closed, ...change }))).toEqual([]);
    expect(promisesOf('BX-1')[kind]).toEqual(expected);
    expect(findings()).toEqual([]);
  });

  it('nothing that is over stands on the agenda', () => {
    bring(
      closed,
      { ...closed, no: 'BX-2', calledBack: undefined },
      { no: 'BX-3', state: 'cancelled' },
    );
    expect(dutiesDueBy(ctx, '2199-01-01T00:00:00Z')).toEqual([]);
  });

  it.each<[string, Partial<TicketLine>, Record<string, [string, string | null]>]>([
    [
      'cancelled on the day',
      { cancelled: when('2024-01-05 18:00') },
      { finish: ['waived', '2024-01-05T10:00:00Z'] },
    ],
    [
      'cancelled the day after',
      { cancelled: on('2024-01-06') },
      { finish: ['late', '2024-01-06T15:59:59Z'] },
    ],
    [
      'cancelled nobody knows when',
      { state: 'cancelled', opened: on('2024-01-05') },
      { finish: ['waived', '2024-01-04T16:00:00Z'] },
    ],
  ])('%s', (_, row, expected) => {
    bring({ no: 'BX-1', ...row });
    expect(promisesOf('BX-1')).toEqual(expected);
    expect(findings()).toEqual([]);
  });

  it('one still open owes what it would owe had it been reported here', () => {
    bring(
      { no: 'BX-1', urgent: true, worker: '李强' },
      { no: 'BX-2', opened: when('2026-11-22 09:00') },
    );
    expect(promisesOf('BX-1')).toEqual({
      arrive: ['overdue', null],
      finish: ['overdue', null],
      progress: ['overdue', null],
    });
    expect(promisesOf('BX-2')).toEqual({ finish: ['open', null], progress: ['open', null] });
    expect(dutiesDueBy(ctx, endOfDay('2026-11-22', ctx.zone))).toHaveLength(4);
    expect(ticket('BX-1').deadlines.find(({ kind }) => kind === 'ticket.finish')?.assignee).toBe(
      '李强',
    );
    expect(findings()).toEqual([]);
  });

  it('one whose slip is not back, or that waits for its callback, owes them', () => {
    const done = { finished: when('2024-01-05 16:00') };
    bring({ no: 'BX-1', ...done }, { no: 'BX-2', ...done, state: 'finished', signedBy: '张伟' });
    expect(promisesOf('BX-1')).toMatchObject({
      slip: ['overdue', null],
      callback: ['overdue', null],
    });
    expect(promisesOf('BX-2')).toMatchObject({
      slip: ['waived', '2024-01-05T08:00:00Z'],
      callback: ['overdue', null],
    });
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<TicketLine>, Record<string, unknown>]>([
    ['tried', { calledBack: when('2024-01-06 10:00') }, { noAnswerAt: '2024-01-06T02:00:00Z' }],
    ['never tried', {}, { noAnswer: true }],
  ])('a callback nobody answered is kept as no more than a try: %s', (_, change, detail) => {
    const done = { finished: when('2024-01-05 16:00'), callbackResult: null, ...change };
    const rows = [
      { no: 'BX-1', ...done },
      { no: 'BX-2', ...done, item: '换锁', signedBy: '张伟', satisfied: true },
    ];
    bring(...rows);
    expect(promisesOf('BX-1').callback).toEqual(['overdue', null]);
    expect(promisesOf('BX-2').callback).toEqual(['waived', '2024-01-05T08:00:00Z']);
    expect(ticket('BX-2')).toMatchObject({ callbackAt: null, callbackResult: null });
    expect(timelineOf(ctx.ledger, 'T240105-002')[0]?.detail).toEqual({
      formerNo: 'BX-2',
      finishedAt: '2024-01-05T08:00:00Z',
      ...detail,
    });
    expect(findings()).toEqual([]);
    expect(bring(...rows).unchanged).toBe(2);
  });

  it('one said to be never called back may be under way', () => {
    bring({ no: 'BX-1', state: 'underWay', callbackResult: null });
    expect(ticket('BX-1').state).toBe('open');
  });

  it('what was imported goes on here', () => {
    bring({ no: 'BX-1', finished: when('2024-01-05 16:00') });
    closeTicket(ctx, 'BX-1', { signedBy: '张伟', satisfied: true });
    const answer = { quality: undefined, attitude: undefined, note: undefined };
    recordCallback(ctx, 'BX-1', { result: 'dissatisfied', ...answer });
    expect(ticket('BX-1').state).toBe('open');
    expect(() =>
      finishTicket(at(ctx, '2024-01-05T07:00:00Z'), 'BX-1', {
        work: 'x',
        costFen: undefined,
        leakTestedAt: undefined,
      }),
    ).toThrow('before_last_step');
    expect(findings()).toEqual([]);
  });

  it('limits in days are those of today, whatever the year', () => {
    const years = ['2004-02-29', '2019-12-31', '2024-02-29', '2025-12-31'];
    bring(...years.map((day) => ({ no: day, opened: on(day), finished: on(day) })));
    const due = ctx.ledger.db
      .prepare("SELECT due_at FROM deadlines WHERE kind = 'ticket.callback' ORDER BY id")
      .pluck()
      .all();
    expect(due).toEqual([
      '2004-03-02T15:59:59Z',
      '2020-01-02T15:59:59Z',
      '2024-03-02T15:59:59Z',
      '2026-01-02T15:59:59Z',
    ]);
  });
});

it('a year without holidays is said once, not for every row', async () => {
  await furnish({ policy: await policyOf('tickets:\n  slip: 1wd\n') });
  const rows = ['2001-03-01', '2001-03-02', '2002-03-01'].map((day) => ({
    no: day,
    opened: on(day),
    finished: on(day),
  }));
  bring(...rows);
  expect(ctx.warnings.map(({ en }) => en.slice(0, 24))).toEqual([
    'The holidays of 2001 are',
    'The holidays of 2002 are',
  ]);
});

describe('who and how', () => {
  it.each<[string, Partial<TicketLine>, string | null, string | undefined]>([
    ['one name', { worker: '李强' }, '李强', undefined],
    ['several, one of them known', { worker: '老陈、李强' }, '李强', '老陈、李强'],
    ['somebody unknown', { worker: '老陈' }, null, '老陈'],
  ])('the worker: %s', (_, row, assignedTo, told) => {
    bring({ no: 'BX-1', finished: on('2024-01-05'), ...row });
    expect(ticket('BX-1').assignedTo).toBe(assignedTo);
    const [event] = timelineOf(ctx.ledger, 'T240105-001');
    expect(event?.detail.worker).toBe(told);
    expect(ctx.warnings).toHaveLength(assignedTo ? 0 : 1);
    expect(JSON.stringify(ctx.warnings)).not.toContain('老陈');
  });

  it('who has left keeps what they finished and gets nothing more', () => {
    retireStaff(ctx, '李强');
    bring(
      { no: 'BX-1', worker: '李强', finished: on('2024-01-05') },
      { no: 'BX-2', worker: '李强' },
    );
    expect([ticket('BX-1').assignedTo, ticket('BX-2').assignedTo]).toEqual(['李强', null]);
    expect(findings()).toEqual([]);
  });

  it.each<[string, Partial<TicketLine>, string]>([
    ['what the list says', { charge: 'free', costFen: 35_00 }, 'free'],
    ['it cost something', { costFen: 35_00 }, 'paid'],
    ['a leak within five years', { category: 'leak', opened: on('2024-06-28') }, 'warranty'],
    ['the day after', { category: 'leak', opened: on('2024-06-29') }, 'paid'],
    ['a public place', { unit: undefined, place: '3栋大堂' }, 'free'],
  ])('the charge: %s', (_, row, charge) => {
    bring({ no: 'BX-1', ...row });
    expect(ticket('BX-1').charge).toBe(charge);
  });

  it('one step in the timeline tells where it came from, at the last moment of the list', () => {
    bring({
      no: 'BX-1',
      finished: on('2024-01-05'),
      calledBack: when('2024-01-06 10:00'),
      remark: '前任移交',
    });
    expect(timelineOf(ctx.ledger, 'T240105-001')).toEqual([
      {
        at: '2024-01-06T02:00:00Z',
        by: '王芳',
        kind: 'imported',
        detail: {
          formerNo: 'BX-1',
          finishedAt: '2024-01-05T15:59:59Z',
          calledBackAt: '2024-01-06T02:00:00Z',
          remark: '前任移交',
        },
      },
    ]);
  });

  it('a place beside a unit is a part of it', () => {
    bring({ no: 'BX-1', place: '厨房' }, { no: 'BX-2', place: '厨房', part: '角阀' });
    expect([ticket('BX-1').part, ticket('BX-2').part]).toEqual(['厨房', '角阀']);
    expect(ticket('BX-1').place).toBeNull();
  });
});
