import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { fateOf, stateOf, urgencyOf } from '../../src/deadlines/rules.ts';
import { deadlinesOf, overdueSubjects, promise } from '../../src/deadlines/service.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import { addSeconds } from '../../src/lib/moment.ts';
import { addStaff, retireStaff } from '../../src/registry/staff.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import { assignTicket } from '../../src/tickets/work.ts';
import { at, makeCtx, NOW, policyOf, type TestCtx } from '../support/ledger.ts';

describe('the state of a promise', () => {
  const open = { dueAt: NOW, ending: null, endedAt: null };
  const ended = (ending: 'met' | 'waived' | 'missed', endedAt: string) => ({
    dueAt: NOW,
    ending,
    endedAt,
  });
  const later = addSeconds(NOW, 1);
  it.each([
    ['open at its due second', open, NOW, 'open'],
    ['open a second after', open, later, 'overdue'],
    ['met at its due second', ended('met', NOW), later, 'met'],
    ['met a second after', ended('met', later), later, 'late'],
    ['missed', ended('missed', later), later, 'late'],
    ['waived', ended('waived', NOW), later, 'waived'],
  ])('%s', (_, deadline, now, state) => {
    expect(stateOf(deadline, now)).toBe(state);
  });

  it.each([
    ['not begun', { sinceAt: later, dueAt: later }, 'never_arose'],
    ['begun at this second', { sinceAt: NOW, dueAt: NOW }, 'waived'],
    ['due a second ago', { sinceAt: NOW, dueAt: addSeconds(NOW, -1) }, 'missed'],
  ])('falls away when %s', (_, deadline, fate) => {
    expect(fateOf(deadline, NOW)).toBe(fate);
  });

  it.each([
    ['at the last second of the day', later, 'today'],
    ['a second after it', addSeconds(NOW, 2), 'soon'],
  ])('stands on the agenda, due %s', (_, dueAt, urgency) => {
    expect(urgencyOf({ ...open, dueAt }, NOW, later)).toBe(urgency);
  });
});

const repair = {
  unit: undefined,
  place: '3栋大堂',
  item: '灯不亮',
  system: undefined,
  part: undefined,
  damage: undefined,
  caller: undefined,
  phone: undefined,
  category: 'general' as const,
  urgent: true,
  appointmentAt: undefined,
  charge: undefined,
};

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

it('what is overdue is the same for the list and for each record', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 * 86_400 }), (seconds) => {
      const then = at(ctx, addSeconds(NOW, seconds));
      const nos = ctx.ledger.db.prepare('SELECT no FROM tickets').pluck().all() as string[];
      const byRecord = [...deadlinesOf(ctx.ledger, nos)]
        .filter(([, all]) => all.some((each) => stateOf(each, then.now) === 'overdue'))
        .map(([no]) => no);
      expect(overdueSubjects(then).sort()).toEqual(byRecord.sort());
      openTicket(then, repair);
    }),
    { numRuns: 40 },
  );
});

describe('whose agenda', () => {
  const duties = (query: Parameters<typeof agenda>[1], now = ctx) =>
    agenda(now, query)
      .duties.map((duty) => duty.kind)
      .filter((kind) => !kind.startsWith('books.'));

  it('who is named owes it; unnamed, whoever has the role', () => {
    const worker = addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
    const other = addStaff(ctx, { name: '赵刚', roles: ['engineering'], phone: null });
    const { no } = openTicket(ctx, repair);
    expect(duties({ staff: [worker] })).toEqual(['ticket.arrive', 'ticket.finish']);
    assignTicket(ctx, no, '李强', false);
    expect(duties({ staff: [worker] })).toEqual(['ticket.arrive', 'ticket.finish']);
    expect(duties({ staff: [other] })).toEqual([]);
    expect(duties({ role: 'engineering' })).toHaveLength(2);
    expect(duties({ role: 'clerk' })).toEqual(['cash.safe', 'handover.sign', 'fee.bill']);
  });

  it('a namesake of somebody who left does not inherit their work', () => {
    addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
    const { no } = openTicket(ctx, repair);
    assignTicket(ctx, no, '李强', false);
    retireStaff(ctx, '李强');
    const namesake = addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
    expect(duties({ staff: [namesake] })).toEqual([]);
  });

  it('looks as far ahead as it is asked, and always to the end of the day', () => {
    const role = 'engineering';
    openTicket(ctx, { ...repair, urgent: false, appointmentAt: '2026-11-25T06:00:00Z' });
    expect(duties({ role, within: parseDuration('2d') })).toEqual([]);
    expect(duties({ role, within: parseDuration('3d') })).toEqual([
      'ticket.arrive',
      'ticket.finish',
    ]);
    openTicket(ctx, { ...repair, urgent: false });
    expect(duties({ role, within: parseDuration('30m') })).toEqual(['ticket.finish']);
  });
});

it('a limit in working days says aloud that a year has no holidays yet', async () => {
  const policy = await policyOf('tickets:\n  finish: 2wd\n');
  const december = { ...ctx, policy, now: '2026-12-31T02:00:00Z', today: '2026-12-31' };
  promise(december, {
    subject: 'T261231-001',
    kind: 'ticket.finish',
    role: 'engineering',
    clause: 'tickets.finish',
    from: december.now,
  });
  expect(ctx.warnings.map((words) => words.en).join()).toContain('2027');
});
