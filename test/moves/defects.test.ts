import { beforeEach, describe, expect, it } from 'vitest';
import { showCase } from '../../src/cases/record.ts';
import { completeFile } from '../../src/moves/ending.ts';
import { requireFile } from '../../src/moves/record.ts';
import { addDefect } from '../../src/moves/work.ts';
import { closeTicket, recordCallback, reopenTicket } from '../../src/tickets/ending.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import { listTickets, TICKET } from '../../src/tickets/record.ts';
import { appointAcceptance, finishTicket } from '../../src/tickets/work.ts';
import { violated } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { makeDesk, moveIn, on, promises, supply, UNIT } from './desk.ts';

let morning: TestCtx;
let file: string;

beforeEach(async () => {
  morning = await makeDesk();
  file = moveIn(morning).no;
});

const defect = {
  item: '窗框变形',
  place: '主卧',
  category: 'general',
  appointmentAt: undefined,
} as const;

/** Writes a defect down and gives the number of its ticket. */
function found(ctx = morning): string {
  const { defects } = addDefect(ctx, file, defect);
  return defects.at(-1)?.no ?? '';
}

const mended = { work: '更换窗框', costFen: undefined, leakTestedAt: undefined };
const show = (ctx: TestCtx, no: string) => showCase(ctx, TICKET, no);
const signed = { signedBy: '张伟', satisfied: true };

describe('a defect', () => {
  it('is a repair of the developer’s warranty, for the owner (rules 12, 13)', () => {
    expect(show(morning, found())).toMatchObject({
      no: 'T261122-001',
      unit: UNIT,
      item: '主卧 窗框变形',
      charge: 'warranty',
      caller: '张伟',
      phone: '13800000002',
      defectOf: file,
      state: 'open',
    });
    expect(requireFile(morning, file).defects).toMatchObject([
      { no: 'T261122-001', state: 'open' },
    ]);
    expect(morning.warnings).toEqual([]);
  });

  it('is found among the defects, and those of its file', () => {
    const no = found();
    openTicket(morning, {
      unit: UNIT,
      place: undefined,
      item: '换锁',
      system: undefined,
      part: undefined,
      damage: undefined,
      caller: undefined,
      phone: undefined,
      category: 'general',
      urgent: false,
      appointmentAt: undefined,
      charge: 'paid',
    });
    const nos = (defects: boolean | string) =>
      listTickets(morning, { defects }).map((each) => each.no);
    expect(nos(true)).toEqual([no]);
    expect(nos(file)).toEqual([no]);
    expect(nos('M261122-002')).toEqual([]);
    expect(nos(false)).toHaveLength(2);
  });

  it('does not keep the file open, and that is said', () => {
    const nos = [found(), found(), found()];
    closeTicket(on(morning, '2026-11-22 12:00'), finished(nos[0] ?? ''), signed);
    const noon = on(morning, '2026-11-22 13:00');
    supply(noon, file);
    expect(completeFile(noon, file).state).toBe('completed');
    expect(noon.warnings.at(-1)?.en).toBe(
      '2 defects are not accepted by the owner yet: T261122-002, T261122-003',
    );
  });

  const finished = (no: string) => {
    finishTicket(on(morning, '2026-11-22 11:00'), no, mended);
    return no;
  };

  it('of a completed file is a repair like any other', () => {
    supply(morning, file);
    completeFile(morning, file);
    expect(() => found()).toThrow('file_completed');
  });
});

describe('the chain of a defect (rules 14, 15)', () => {
  it.each([
    ['just before midnight', '2026-11-22 23:59', '11-23 23:59'],
    ['just after it', '2026-11-23 00:00', '11-24 23:59'],
    ['at the end of a month', '2026-11-30 18:00', '12-01 23:59'],
  ])('finished %s, a time is to be fixed by the next day', (_, at, due) => {
    const ctx = on(morning, at);
    const no = found(morning);
    finishTicket(ctx, no, mended);
    expect(promises(ctx, show(ctx, no))).toContain(`ticket.appoint ${due} open`);
    expect(show(ctx, no).deadlines.map(({ kind }) => kind)).not.toContain('ticket.slip');
  });

  it('the owner accepts at the agreed time', () => {
    const no = found();
    finishTicket(on(morning, '2026-11-22 18:00'), no, mended);
    const call = on(morning, '2026-11-23 23:59');
    const ticket = appointAcceptance(call, no, '2026-11-25T02:00:00Z');
    expect(ticket.acceptAt).toBe('2026-11-25T02:00:00Z');
    expect(promises(call, ticket).slice(-3)).toEqual([
      'ticket.appoint 11-23 23:59 met',
      'ticket.callback 11-24 23:59 open',
      'ticket.accept 11-25 10:00 open',
    ]);
    const there = on(morning, '2026-11-25 10:00');
    const closed = closeTicket(there, no, signed);
    expect(closed.state).toBe('closed');
    expect(promises(there, closed).at(-1)).toBe('ticket.accept 11-25 10:00 met');
    expect(show(there, no).timeline.map(({ kind }) => kind)).toEqual([
      'opened',
      'finished',
      'appointed',
      'closed',
    ]);
    expect(violated(there)).toEqual([]);
  });

  it('a minute later is late; so is a grace that the policy gives', async () => {
    const no = found();
    finishTicket(morning, no, mended);
    appointAcceptance(morning, no, '2026-11-25T02:00:00Z');
    const late = on(morning, '2026-11-25 10:01');
    expect(promises(late, closeTicket(late, no, signed)).at(-1)).toBe(
      'ticket.accept 11-25 10:00 late',
    );
    morning = await makeDesk({ policy: await policyOf('moves:\n  accept: 30m\n') });
    file = moveIn(morning).no;
    const other = found();
    finishTicket(morning, other, mended);
    const ticket = appointAcceptance(morning, other, '2026-11-25T02:00:00Z');
    expect(promises(morning, ticket).at(-1)).toBe('ticket.accept 11-25 10:30 open');
  });

  it('a signature without an appointment meets what was promised', () => {
    const no = found();
    finishTicket(morning, no, mended);
    const closed = closeTicket(morning, no, signed);
    expect(promises(morning, closed)).toContain('ticket.appoint 11-23 23:59 met');
    expect(violated(morning)).toEqual([]);
  });

  it('another time moves the promise; a broken one stays broken', () => {
    const no = found();
    finishTicket(morning, no, mended);
    appointAcceptance(morning, no, '2026-11-25T02:00:00Z');
    const moved = appointAcceptance(morning, no, '2026-11-26T02:00:00Z');
    expect(promises(morning, moved).at(-1)).toBe('ticket.accept 11-26 10:00 open');
    const after = on(morning, '2026-11-27 09:00');
    const again = appointAcceptance(after, no, '2026-11-28T02:00:00Z');
    expect(promises(after, again).slice(-2)).toEqual([
      'ticket.accept 11-26 10:00 late',
      'ticket.accept 11-28 10:00 open',
    ]);
  });

  it('an owner who does not accept sends it back, and a new round begins', () => {
    const no = found();
    finishTicket(morning, no, mended);
    appointAcceptance(morning, no, '2026-11-25T02:00:00Z');
    const there = on(morning, '2026-11-25 10:00');
    const back = closeTicket(there, no, { signedBy: '张伟', satisfied: false });
    expect(back).toMatchObject({ state: 'open', acceptAt: null, finishedAt: null });
    expect(violated(there)).toEqual([]);
    const again = finishTicket(on(morning, '2026-11-26 10:00'), no, mended);
    expect(promises(on(morning, '2026-11-26 10:00'), again)).toContain(
      'ticket.appoint 11-27 23:59 open',
    );
  });

  it('a dissatisfied callback and a reopening take the appointment away', () => {
    const [first, second] = [found(), found()];
    for (const no of [first, second]) {
      finishTicket(morning, no, mended);
      appointAcceptance(morning, no, '2026-11-25T02:00:00Z');
    }
    const next = on(morning, '2026-11-23 10:00');
    const answer = { quality: undefined, attitude: undefined, note: undefined };
    recordCallback(next, first, { result: 'dissatisfied', ...answer });
    reopenTicket(next, second, '仍变形');
    for (const no of [first, second]) {
      expect(show(next, no).acceptAt).toBeNull();
      expect(promises(next, show(next, no))).toContain('ticket.accept 11-25 10:00 waived');
    }
    expect(violated(next)).toEqual([]);
  });

  it.each([
    [
      'before it is finished',
      (no: string) => appointAcceptance(morning, no, morning.now),
      'ticket_not_finished',
    ],
    [
      'for a time that has passed',
      (no: string) => {
        finishTicket(morning, no, mended);
        appointAcceptance(morning, no, '2026-11-22T01:29:59Z');
      },
      'time_passed',
    ],
  ])('no time is fixed %s', (_, attempt, code) => {
    const no = found();
    expect(() => attempt(no)).toThrow(code);
  });

  it('a repair that is no defect needs nobody to accept it', () => {
    const { no } = openTicket(morning, {
      unit: UNIT,
      place: undefined,
      item: '换锁',
      system: undefined,
      part: undefined,
      damage: undefined,
      caller: undefined,
      phone: undefined,
      category: 'general',
      urgent: false,
      appointmentAt: undefined,
      charge: 'paid',
    });
    finishTicket(morning, no, mended);
    expect(() => appointAcceptance(morning, no, '2026-11-25T02:00:00Z')).toThrow('no_defect');
  });
});
