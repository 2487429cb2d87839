import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { showCase } from '../../src/cases/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { localText } from '../../src/lib/moment.ts';
import { addStaff, retireStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import * as ending from '../../src/tickets/ending.ts';
import * as opening from '../../src/tickets/opening.ts';
import * as record from '../../src/tickets/record.ts';
import * as work from '../../src/tickets/work.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx } from '../support/ledger.ts';

const tickets = { ...ending, ...opening, ...record, ...work };

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let morning: TestCtx;

beforeEach(async () => {
  morning = await makeCtx({ now: '2026-11-22T01:30:00Z' });
  addStaff(morning, { name: '李强', roles: ['engineering'], phone: null });
  addUnit(morning, {
    code: '3-2-1501',
    areaThousandths: 89_530,
    use: 'residential',
    handoverOn: '2020-06-30',
  });
});

const request = {
  unit: '3-2-1501' as string | undefined,
  place: undefined as string | undefined,
  item: '厨房水管漏水',
  system: undefined,
  part: undefined,
  damage: undefined,
  caller: undefined,
  phone: undefined,
  category: 'general' as const,
  urgent: false,
  appointmentAt: undefined as string | undefined,
  charge: undefined,
};

const open = (ctx: TestCtx, change: Partial<opening.NewTicket> = {}) =>
  tickets.openTicket(ctx, { ...request, ...change });

const finish = { work: '更换角阀', costFen: 3500, leakTestedAt: undefined };

/** Shanghai's clock on a day of November 2026. */
const on = (day: number, time: string): TestCtx => {
  const moment = new Date(`2026-11-${String(day).padStart(2, '0')}T${time}+08:00`);
  return at(morning, moment.toISOString().replace('.000', ''));
};

const show = (ctx: TestCtx, no: string) => showCase(ctx, record.TICKET, no);

/** The promises of a ticket as people read them: kind, due, state. */
const promises = (ctx: TestCtx, no: string) =>
  show(ctx, no).deadlines.map(
    (it) => `${it.kind} ${localText(it.dueAt, ctx.zone).slice(5)} ${stateOf(it, ctx.now)}`,
  );

describe('what is promised when a repair is reported', () => {
  it.each([
    ['an ordinary one', {}, ['ticket.finish 11-22 23:59', 'ticket.progress 11-23 23:59']],
    [
      'an urgent one: half an hour',
      { urgent: true },
      ['ticket.arrive 11-22 10:00', 'ticket.finish 11-22 23:59', 'ticket.progress 11-23 23:59'],
    ],
    [
      'by appointment: that time, that day',
      { appointmentAt: '2026-11-24T06:00:00Z' },
      ['ticket.arrive 11-24 14:00', 'ticket.finish 11-24 23:59', 'ticket.progress 11-25 23:59'],
    ],
    [
      'an urgent one by appointment: the agreed time',
      { urgent: true, appointmentAt: '2026-11-22T06:00:00Z' },
      ['ticket.arrive 11-22 14:00', 'ticket.finish 11-22 23:59', 'ticket.progress 11-23 23:59'],
    ],
  ])('%s', (_, change, expected) => {
    const { no } = open(morning, change);
    expect(promises(morning, no)).toEqual(expected.map((line) => `${line} open`));
  });

  it('a minute before midnight is still the same day', () => {
    const ctx = on(22, '23:59:00');
    expect(promises(ctx, open(ctx).no)[0]).toBe('ticket.finish 11-22 23:59 open');
  });

  it('numbers run on by day, and grow beyond 999', () => {
    expect(open(morning).no).toBe('T261122-001');
    expect(open(on(22, '23:59:59')).no).toBe('T261122-002');
    expect(open(on(23, '00:00:00')).no).toBe('T261123-001');
    morning.ledger.db.exec("UPDATE tickets SET no = 'T261122-999' WHERE no = 'T261122-002'");
    expect(open(on(22, '23:59:59')).no).toBe('T261122-1000');
    expect(open(on(22, '23:59:59')).no).toBe('T261122-1001');
  });

  it('warns when nobody can say who pays', () => {
    addUnit(morning, {
      code: '3-2-1502',
      areaThousandths: 1,
      use: 'residential',
      handoverOn: null,
    });
    expect(open(morning, { unit: '3-2-1502' }).charge).toBe('paid');
    expect(morning.warnings).toHaveLength(1);
  });
});

describe('kept and broken promises', () => {
  it('on site at the last second of the half hour is on time, a second later is late', () => {
    const first = open(morning, { urgent: true }).no;
    const second = open(morning, { urgent: true }).no;
    tickets.arriveAt(on(22, '10:00:00'), first);
    tickets.arriveAt(on(22, '10:00:01'), second);
    expect(promises(on(22, '10:01:00'), first)[0]).toBe('ticket.arrive 11-22 10:00 met');
    expect(promises(on(22, '10:01:00'), second)[0]).toBe('ticket.arrive 11-22 10:00 late');
  });

  it('finishing meets an open arrival', () => {
    const { no } = open(morning, { urgent: true });
    tickets.finishTicket(on(22, '09:50:00'), no, finish);
    expect(promises(on(22, '09:50:00'), no).slice(0, 2)).toEqual([
      'ticket.arrive 11-22 10:00 met',
      'ticket.finish 11-22 23:59 met',
    ]);
  });

  it('finishing the same day leaves no trace of the progress nobody had to ask for', () => {
    const { no } = open(morning);
    tickets.finishTicket(on(22, '17:00:00'), no, finish);
    expect(promises(on(22, '17:00:00'), no)).toEqual([
      'ticket.finish 11-22 23:59 met',
      'ticket.slip 11-22 23:59 open',
      'ticket.callback 11-24 23:59 open',
    ]);
  });

  it('the desk asks every day while the work goes on (rule 36)', () => {
    const { no } = open(morning);
    const next = on(23, '09:00:00');
    const kinds = () => agenda(next, {}).duties.map((duty) => duty.kind);
    expect(agenda(on(22, '20:00:00'), {}).duties.map((duty) => duty.kind)).not.toContain(
      'ticket.progress',
    );
    expect(kinds()).toContain('ticket.progress');
    tickets.noteOn(next, no, '配件明天到');
    expect(kinds()).not.toContain('ticket.progress');
    expect(promises(on(24, '09:00:00'), no)).toEqual([
      'ticket.finish 11-22 23:59 overdue',
      'ticket.progress 11-23 23:59 met',
      'ticket.progress 11-24 23:59 open',
    ]);
  });

  it.each([
    ['other work: two days', 'general', undefined, '11-24'],
    ['safety: two days', 'safety', undefined, '11-24'],
    ['a leak never tested: three days from the completion', 'leak', undefined, '11-25'],
    ['a leak: three days from the test', 'leak', '2026-11-22T05:00:00Z', '11-25'],
  ] as const)('callback of %s', (_, category, leakTestedAt, due) => {
    const { no } = open(morning, { category });
    const ctx = on(22, '18:00:00');
    tickets.finishTicket(ctx, no, { ...finish, leakTestedAt });
    expect(promises(ctx, no).at(-1)).toBe(`ticket.callback ${due} 23:59 open`);
  });

  it('a test made the day after moves the callback', () => {
    const { no } = open(morning, { category: 'leak' });
    tickets.finishTicket(on(22, '18:00:00'), no, finish);
    tickets.recordLeakTest(on(24, '10:00:00'), no);
    expect(promises(on(24, '10:00:00'), no).at(-1)).toBe('ticket.callback 11-27 23:59 open');
  });
});

describe('postponing (rule 35)', () => {
  it('moves the promises and makes the duty to tell', () => {
    const { no } = open(morning, { appointmentAt: '2026-11-22T06:00:00Z' });
    const ctx = on(22, '13:00:00');
    tickets.postponeTicket(ctx, no, '2026-11-25T02:00:00Z', '等配件');
    expect(promises(ctx, no)).toEqual([
      'ticket.arrive 11-25 10:00 open',
      'ticket.finish 11-25 23:59 open',
      'ticket.progress 11-26 23:59 open',
      'ticket.inform 11-22 23:59 open',
    ]);
    tickets.informResident(ctx, no);
    expect(promises(ctx, no).at(-1)).toBe('ticket.inform 11-22 23:59 met');
    expect(() => tickets.informResident(ctx, no)).toThrow('nothing_to_tell');
  });

  it('does not mend what was already broken', () => {
    const { no } = open(morning);
    const ctx = on(23, '09:00:00');
    tickets.postponeTicket(ctx, no, '2026-11-25T02:00:00Z', '等配件');
    expect(promises(on(25, '09:00:00'), no)).toEqual([
      'ticket.finish 11-22 23:59 late',
      'ticket.progress 11-23 23:59 met',
      'ticket.arrive 11-25 10:00 open',
      'ticket.finish 11-25 23:59 open',
      'ticket.progress 11-26 23:59 open',
      'ticket.inform 11-23 23:59 overdue',
    ]);
  });

  it('to the past is refused', () => {
    const { no } = open(morning);
    expect(() =>
      tickets.postponeTicket(on(22, '10:00:00'), no, '2026-11-22T01:59:59Z', '…'),
    ).toThrow('time_passed');
  });
});

describe('work that comes back', () => {
  const done = () => {
    const { no } = open(morning);
    tickets.assignTicket(morning, no, '李强', true);
    tickets.finishTicket(on(22, '11:00:00'), no, finish);
    return no;
  };

  it('a slip signed by a dissatisfied resident sends it back, and is no repeat', () => {
    const no = done();
    const ctx = on(22, '12:00:00');
    const ticket = tickets.closeTicket(ctx, no, { signedBy: '张伟', satisfied: false });
    expect(ticket).toMatchObject({
      state: 'assigned',
      repeats: 0,
      finishedAt: null,
      closedAt: null,
    });
    expect(promises(ctx, no)).toEqual([
      'ticket.finish 11-22 23:59 met',
      'ticket.slip 11-22 23:59 met',
      'ticket.callback 11-24 23:59 waived',
      'ticket.finish 11-22 23:59 open',
      'ticket.progress 11-23 23:59 open',
    ]);
  });

  it('a dissatisfied callback reopens it and counts as a repeat (rule 43)', () => {
    const no = done();
    tickets.closeTicket(on(22, '12:00:00'), no, { signedBy: '张伟', satisfied: true });
    const ctx = on(23, '09:00:00');
    const ticket = tickets.recordCallback(ctx, no, {
      result: 'dissatisfied',
      quality: 2,
      attitude: 4,
      note: '又漏了',
    });
    expect(ticket).toMatchObject({ state: 'assigned', repeats: 1, callbackResult: 'dissatisfied' });
    expect(promises(ctx, no)).toContain('ticket.callback 11-24 23:59 met');
    expect(promises(ctx, no)).toContain('ticket.finish 11-23 23:59 open');
  });

  it('reopening keeps the work of the first round in the timeline', () => {
    const no = done();
    tickets.reopenTicket(on(23, '09:00:00'), no, '又漏了');
    tickets.finishTicket(on(23, '10:00:00'), no, { ...finish, work: '更换软管' });
    const page = show(on(23, '10:00:00'), no);
    expect(page.repeats).toBe(1);
    expect(page.timeline.map((event) => event.kind)).toEqual([
      'opened',
      'assigned',
      'finished',
      'reopened',
      'finished',
    ]);
    expect(page.timeline[2]?.detail).toMatchObject({ work: '更换角阀' });
  });

  it('the next round begins with nothing done and nothing paid', () => {
    const no = done();
    expect(tickets.reopenTicket(on(23, '09:00:00'), no, '又漏了')).toMatchObject({
      work: null,
      costFen: null,
      arrivedAt: null,
      leakTestedAt: null,
    });
  });

  it('a callback is recorded once for each round', () => {
    const no = done();
    const answer = { result: 'satisfied' as const, quality: 5, attitude: 5, note: undefined };
    tickets.recordCallback(on(22, '12:00:00'), no, answer);
    expect(() => tickets.recordCallback(on(22, '12:00:00'), no, answer)).toThrow(
      'already_called_back',
    );
    tickets.reopenTicket(on(23, '09:00:00'), no, '又漏了');
    const again = tickets.finishTicket(on(23, '10:00:00'), no, finish);
    expect(again).toMatchObject({ callbackAt: null, callbackResult: null, callbackQuality: null });
    tickets.recordCallback(on(23, '12:00:00'), no, answer);
  });

  it('its worker may have left meanwhile', () => {
    const no = done();
    retireStaff(on(22, '13:00:00'), '李强');
    expect(tickets.reopenTicket(on(23, '09:00:00'), no, '又漏了').assignedTo).toBe('李强');
  });
});

describe('a step recorded for a time before the last one', () => {
  it.each([
    [
      'the slip that was refused',
      (no: string) => {
        tickets.finishTicket(on(22, '10:00:00'), no, finish);
        tickets.closeTicket(on(22, '18:00:00'), no, { signedBy: '张伟', satisfied: false });
      },
    ],
    [
      'a postponement',
      (no: string) => tickets.postponeTicket(on(22, '18:00:00'), no, '2026-11-23T02:00:00Z', '…'),
    ],
    ['an assignment', (no: string) => tickets.assignTicket(on(22, '18:00:00'), no, '李强', false)],
  ])('is refused after %s', (_, last) => {
    const { no } = open(morning);
    last(no);
    expect(() => tickets.finishTicket(on(22, '17:59:59'), no, finish)).toThrow('before_last_step');
    expect(tickets.finishTicket(on(22, '18:00:00'), no, finish).state).toBe('finished');
  });

  it('a note may be written up later, but for no time before the call', () => {
    const { no } = open(morning);
    tickets.finishTicket(on(22, '18:00:00'), no, finish);
    tickets.noteOn(on(22, '10:00:00'), no, '配件已到');
    expect(() => tickets.noteOn(on(22, '09:29:59'), no, '…')).toThrow('before_last_step');
    expect(show(morning, no).timeline.map((event) => event.kind)).toEqual([
      'opened',
      'note',
      'finished',
    ]);
  });
});

it('who took the call owes the question for progress', () => {
  const { no } = open(morning);
  const progress = show(morning, no).deadlines.at(-1);
  expect(progress).toMatchObject({ kind: 'ticket.progress', assignee: '王芳' });
});

it('the same worker named again keeps the slip they signed for', () => {
  const { no } = open(morning);
  tickets.assignTicket(morning, no, '李强', true);
  expect(tickets.assignTicket(morning, no, '李强', false).slipTaken).toBe(true);
  expect(tickets.assignTicket(morning, no, '王芳', false).slipTaken).toBe(false);
});

describe('cancelling', () => {
  it('waives what was promised, and forgives nothing that was broken', () => {
    const { no } = open(morning, { urgent: true });
    const ctx = on(22, '11:00:00');
    tickets.cancelTicket(ctx, no, '自行修好');
    expect(promises(ctx, no)).toEqual([
      'ticket.arrive 11-22 10:00 late',
      'ticket.finish 11-22 23:59 waived',
    ]);
  });
});

describe('refusals write nothing', () => {
  const rows = (ctx: TestCtx) =>
    ['tickets', 'deadlines', 'events', 'journal'].map(
      (table) => ctx.ledger.db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number },
    );
  it.each([
    ['an unknown unit', () => open(morning, { unit: '9-9-999' }), 'unknown_unit'],
    [
      'an appointment in the past',
      () => open(morning, { appointmentAt: '2026-11-22T01:29:59Z' }),
      'time_passed',
    ],
    ['an unknown number', () => tickets.arriveAt(morning, '777'), 'unknown_number'],
    [
      'closing before finishing',
      () => tickets.closeTicket(morning, '001', { signedBy: '张伟', satisfied: true }),
      'ticket_not_finished',
    ],
    [
      'an unknown worker',
      () => tickets.assignTicket(morning, '001', '赵无名', false),
      'unknown_staff',
    ],
    [
      'a step before the opening',
      () => tickets.arriveAt(on(22, '09:29:59'), '001'),
      'before_last_step',
    ],
    [
      'a water test of what is no leak',
      () => tickets.finishTicket(morning, '001', { ...finish, leakTestedAt: morning.now }),
      'no_leak',
    ],
  ])('%s', (_, attempt, code) => {
    open(morning);
    const before = rows(morning);
    expect(attempt).toThrow(code);
    expect(rows(morning)).toEqual(before);
  });

  it('arriving twice', () => {
    const { no } = open(morning);
    tickets.arriveAt(morning, no);
    expect(() => tickets.arriveAt(morning, no)).toThrow('already_arrived');
  });
});

describe('which number is meant', () => {
  it('the serial of today, else any end that only one has', () => {
    open(on(20, '09:00:00'));
    open(on(20, '09:00:00'));
    open(morning);
    expect(show(morning, '1').no).toBe('T261122-001');
    expect(show(morning, '001').no).toBe('T261122-001');
    expect(show(morning, '002').no).toBe('T261120-002');
    expect(show(morning, 't261120-001').no).toBe('T261120-001');
    expect(show(morning, 'Ｔ２６１１２０－００１').no).toBe('T261120-001');
    expect(() => show(on(23, '09:00:00'), '001')).toThrow('ambiguous_number');
    expect(() => show(morning, '%')).toThrow('unknown_number');
  });
});

it('what a former member of staff still owes is told when they leave, and can be found', () => {
  const { no } = open(morning);
  tickets.assignTicket(morning, no, '李强', false);
  retireStaff(morning, '李强');
  expect(morning.warnings.at(-1)?.en).toContain('1 things are still owed');
  expect(tickets.listTickets(morning, { to: '李强' }).map((it) => it.no)).toEqual([no]);
  expect(() => tickets.listTickets(morning, { to: '赵无名' })).toThrow('unknown_staff');
});

describe('the list', () => {
  it('takes only what is asked for', () => {
    const first = open(on(20, '09:00:00')).no;
    const second = open(morning, { unit: undefined, place: '3栋大堂' }).no;
    tickets.finishTicket(morning, first, finish);
    tickets.closeTicket(morning, first, { signedBy: '张伟', satisfied: true });
    tickets.assignTicket(morning, second, '李强', false);
    const nos = (query: record.TicketQuery, ctx = morning) =>
      tickets.listTickets(ctx, query).map((ticket) => ticket.no);
    expect(nos({})).toEqual([first, second]);
    expect(nos({ open: true })).toEqual([second]);
    expect(nos({ state: 'closed' })).toEqual([first]);
    expect(nos({ to: '李强' })).toEqual([second]);
    expect(nos({ unit: '3-2-1501' })).toEqual([first]);
    expect(nos({ since: '2026-11-21' })).toEqual([second]);
    expect(nos({ until: '2026-11-20' })).toEqual([first]);
    expect(nos({ overdue: true })).toEqual([]);
    expect(nos({ overdue: true }, on(23, '00:00:00'))).toEqual([second]);
  });
});
