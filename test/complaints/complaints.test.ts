import { beforeEach, describe, expect, it } from 'vitest';
import { showCase } from '../../src/cases/record.ts';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
  signCallback,
  tellResult,
} from '../../src/complaints/ending.ts';
import { escalate } from '../../src/complaints/escalation.ts';
import type { NewComplaint } from '../../src/complaints/opening.ts';
import { listComplaints, searchComplaints, showComplaint } from '../../src/complaints/record.ts';
import {
  addMeasure,
  assignComplaint,
  carryOut,
  investigate,
  noteOn,
  planRemedy,
  promiseReply,
  replyTo,
  stopHarm,
} from '../../src/complaints/work.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { complaint, complaintDesk, log, promises, show, when } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await complaintDesk();
});

const at = (local: string): TestCtx => when(desk, local);

/** Received, its promises, each as `kind role due`. */
const promised = (local: string, change: Partial<NewComplaint>) => {
  const ctx = at(local);
  const { no } = log(ctx, change);
  return promises(ctx, no).map((line) => line.replace(/ (open|overdue)$/, ''));
};

const repair = (ctx: TestCtx) =>
  openTicket(ctx, {
    unit: '3-2-1502',
    place: undefined,
    item: '水管漏水',
    system: undefined,
    part: undefined,
    damage: undefined,
    caller: undefined,
    phone: undefined,
    category: 'general',
    urgent: false,
    appointmentAt: undefined,
    charge: 'free',
  }).no;

describe('what is promised from the reception on', () => {
  it.each<[string, string, Partial<NewComplaint>, string[]]>([
    [
      'a major one (rule 54)',
      '11-22 09:30',
      { grade: 'major' },
      [
        'verify clerk 11-22 23:59',
        'escalate director 11-22 23:59',
        'reply supervisor 11-24 23:59',
        'resolve director 12-02 23:59',
      ],
    ],
    [
      'an important one (rule 55)',
      '11-22 09:30',
      { grade: 'important' },
      [
        'verify clerk 11-22 23:59',
        'escalate engineering 11-22 10:30',
        'resolve engineering 11-25 23:59',
      ],
    ],
    [
      'a minor one (rule 56)',
      '11-22 09:30',
      { grade: 'minor' },
      ['verify clerk 11-22 23:59', 'resolve clerk 11-24 23:59'],
    ],
    [
      'a minor one with a limit asked for: that moment, longer or shorter than the policy',
      '11-22 09:30',
      { askedUntilAt: '2026-11-22T10:00:00Z' },
      ['verify clerk 11-22 23:59', 'resolve clerk 11-22 18:00'],
    ],
    [
      'a minute before midnight is still that day',
      '11-22 23:59',
      { grade: 'major' },
      [
        'verify clerk 11-22 23:59',
        'escalate director 11-22 23:59',
        'reply supervisor 11-24 23:59',
        'resolve director 12-02 23:59',
      ],
    ],
    [
      'at midnight it is the next',
      '11-23 00:00',
      { grade: 'minor' },
      ['verify clerk 11-23 23:59', 'resolve clerk 11-25 23:59'],
    ],
    [
      'an hour across midnight',
      '11-22 23:30',
      { grade: 'important' },
      [
        'verify clerk 11-22 23:59',
        'escalate engineering 11-23 00:30',
        'resolve engineering 11-25 23:59',
      ],
    ],
    [
      '24 December: ten days end in the next year',
      '12-24 10:00',
      { grade: 'major' },
      [
        'verify clerk 12-24 23:59',
        'escalate director 12-24 23:59',
        'reply supervisor 12-26 23:59',
        'resolve director 01-03 23:59',
      ],
    ],
    [
      'the last day of a month',
      '11-30 22:30',
      { grade: 'important' },
      [
        'verify clerk 11-30 23:59',
        'escalate engineering 11-30 23:30',
        'resolve engineering 12-03 23:59',
      ],
    ],
    [
      'the last of February',
      '2027-02-27 10:00',
      { grade: 'minor' },
      ['verify clerk 02-27 23:59', 'resolve clerk 03-01 23:59'],
    ],
    [
      'over the seven days of a national holiday nothing stretches',
      '2026-09-30 10:00',
      { grade: 'important' },
      [
        'verify clerk 09-30 23:59',
        'escalate engineering 09-30 11:00',
        'resolve engineering 10-03 23:59',
      ],
    ],
    [
      'a harm that is going on comes first (rule 53)',
      '11-22 23:30',
      { harmOngoing: true, against: 'security' },
      ['stop security 11-23 00:30', 'verify clerk 11-22 23:59', 'resolve clerk 11-24 23:59'],
    ],
  ])('%s', (_, local, change, expected) => {
    expect(promised(local, change)).toEqual(expected);
  });

  it('by the clock of the site, not of the machine', async () => {
    const newYork = await complaintDesk(
      await policyOf('site: {timezone: America/New_York}\noperators: {desk: 王芳}\n'),
    );
    // 23:30 on 21 November in New York, 12:30 on the 22nd in Shanghai.
    const ctx = { ...when(newYork, '11-22 12:30'), today: '2026-11-21' };
    const { no, deadlines } = log(ctx, { grade: 'important' });
    expect(no).toBe('C261121-001');
    expect(deadlines.map(({ dueAt }) => dueAt)).toEqual([
      '2026-11-22T04:59:59Z',
      '2026-11-22T05:30:00Z',
      '2026-11-25T04:59:59Z',
    ]);
  });

  it('the repair that became it is linked, its timeline tells, and the supervisor is told (rule 37)', () => {
    const ticket = repair(desk);
    const made = log(at('11-22 10:00'), { unit: undefined, about: '001' });
    expect(made).toMatchObject({ about: ticket, unit: '3-2-1502' });
    expect(promises(desk, made.no)).toContain('coordinate supervisor 11-22 23:59 open');
    const { timeline } = showCase(desk, TICKET, ticket);
    expect(timeline.at(-1)).toMatchObject({ kind: 'complained', detail: { complaint: made.no } });
  });
});

describe('who is told', () => {
  const major = () => log(desk, { grade: 'major', about: repair(desk) }).no;
  const told = (no: string, ctx = desk) =>
    promises(ctx, no).filter((line) => /^(escalate|coordinate)/.test(line));

  it.each<[string, string, string[]]>([
    [
      'the director by name',
      '陈主任',
      ['coordinate supervisor 11-22 23:59 open', 'escalate director 11-22 23:59 met'],
    ],
    [
      'the director by role',
      '管理处主任',
      ['coordinate supervisor 11-22 23:59 open', 'escalate director 11-22 23:59 met'],
    ],
    [
      'the supervisor, who is not the one to be told of a major one',
      'supervisor',
      ['coordinate supervisor 11-22 23:59 met', 'escalate director 11-22 23:59 open'],
    ],
    [
      'somebody else',
      '李强',
      ['coordinate supervisor 11-22 23:59 open', 'escalate director 11-22 23:59 open'],
    ],
  ])('%s', (_, to, expected) => {
    const no = major();
    escalate(desk, no, to, undefined);
    expect(told(no)).toEqual(expected);
    expect(desk.warnings.at(-1)?.zh).toContain('还没有上报');
  });

  it('the line to type names whom to tell', () => {
    const no = major();
    escalate(desk, no, '李强', undefined);
    expect(desk.warnings.slice(-2).map(({ en }) => en)).toEqual([
      `Still to be told: Front-desk supervisor (wy complaint escalate ${no} --to supervisor)`,
      `Still to be told: Site director (wy complaint escalate ${no} --to director)`,
    ]);
  });

  it.each([
    ['a member of staff with their role', '陈主任', { to: '陈主任', role: 'director' }],
    ['a role', '管理处主任', { to: null, role: 'director' }],
  ])('the timeline says so: %s', (_, typed, detail) => {
    const no = major();
    escalate(at('11-22 11:00'), no, typed, '2026-11-22T02:00:00Z');
    expect(show(desk, no).timeline.at(-1)).toMatchObject({
      kind: 'escalated',
      detail: { ...detail, toldAt: '2026-11-22T02:00:00Z' },
    });
  });

  it('when all are told nothing is left to say', () => {
    const no = major();
    escalate(desk, no, 'director', undefined);
    const before = desk.warnings.length;
    escalate(desk, no, 'supervisor', undefined);
    expect(desk.warnings).toHaveLength(before);
  });

  it('the time at which they were told counts, not that of the record', () => {
    const { no } = log(desk, { grade: 'important' });
    escalate(at('11-22 15:00'), no, 'engineering', '2026-11-22T02:30:00Z');
    expect(told(no)).toEqual(['escalate engineering 11-22 10:30 met']);
    const late = log(desk, { grade: 'important' }).no;
    escalate(at('11-22 15:00'), late, 'engineering', '2026-11-22T02:30:01Z');
    expect(told(late)).toEqual(['escalate engineering 11-22 10:30 late']);
  });

  it('at the last second of the hour is on time, a second later is not', () => {
    const nos = [log(desk, { grade: 'important' }).no, log(desk, { grade: 'important' }).no];
    escalate(at('11-22 10:30'), nos[0]!, 'engineering', undefined);
    escalate(at('11-22 10:30:01'), nos[1]!, 'engineering', undefined);
    expect(nos.flatMap((no) => told(no, at('11-22 11:00')))).toEqual([
      'escalate engineering 11-22 10:30 met',
      'escalate engineering 11-22 10:30 late',
    ]);
  });

  it('in a later round only what was said in it counts', () => {
    const no = major();
    resolveComplaint(at('11-22 11:00'), no, '…');
    reopenComplaint(at('11-25 10:00'), no, '又坏了');
    const late = at('11-25 12:00');
    const attempt = () => escalate(late, no, 'director', '2026-11-25T01:59:59Z');
    expect(attempt).toThrow('before_last_step');
    expect(escalate(late, no, 'director', '2026-11-25T02:00:00Z').no).toBe(no);
  });

  it.each([
    ['an unknown name', '赵无名', undefined, 'unknown_staff'],
    ['before the reception', 'director', '2026-11-22T01:29:59Z', 'before_last_step'],
    ['in the future', 'director', '2026-11-22T01:30:01Z', 'not_happened_yet'],
  ])('%s is refused', (_, to, toldAt, code) => {
    const no = major();
    expect(() => escalate(desk, no, to, toldAt)).toThrow(code);
  });
});

describe('a harm that is going on', () => {
  it('is asked for first, and nothing is resolved before it is stopped', () => {
    const { no } = log(desk, { harmOngoing: true });
    expect(desk.warnings.at(-1)?.zh).toContain(`wy complaint stop ${no}`);
    showComplaint(desk, no);
    expect(desk.warnings).toHaveLength(2);
    expect(() => resolveComplaint(desk, no, '…')).toThrow('harm_not_stopped');
    stopHarm(at('11-22 12:00'), no, '2026-11-22T02:30:00Z');
    expect(promises(at('11-22 12:00'), no)[0]).toBe('stop engineering 11-22 10:30 met');
    showComplaint(desk, no);
    expect(desk.warnings).toHaveLength(2);
    expect(resolveComplaint(at('11-22 12:30'), no, '已修复').state).toBe('resolved');
  });

  it.each([
    ['twice', { harmOngoing: true }, 'already_stopped'],
    ['where there was none', { harmOngoing: false }, 'no_harm'],
  ])('is not stopped %s', (_, change, code) => {
    const { no } = log(desk, change);
    if (change.harmOngoing) stopHarm(desk, no, undefined);
    expect(() => stopHarm(desk, no, undefined)).toThrow(code);
  });
});

describe('the work', () => {
  it('facts verified on the last second of the day are in time, later ones replace them', () => {
    const { no } = log(desk);
    investigate(at('11-22 23:59:59'), no, '属实');
    const again = investigate(at('11-23 08:00'), no, '部分属实');
    expect(again).toMatchObject({ verifiedAt: '2026-11-22T15:59:59Z', facts: '部分属实' });
    expect(promises(at('11-23 08:00'), no)[0]).toBe('verify clerk 11-22 23:59 met');
    const texts = show(desk, no).timeline.map(({ detail }) => detail.text);
    expect(texts).toContain('属实');
  });

  it('resolving verifies what nobody had, late where it is late', () => {
    const { no } = log(desk);
    resolveComplaint(at('11-23 08:00'), no, '已清扫');
    expect(promises(at('11-23 08:00'), no)).toEqual([
      'verify clerk 11-22 23:59 late',
      'resolve clerk 11-24 23:59 met',
      'tell clerk 11-23 23:59 open',
    ]);
  });

  it('who handles it owes its settling, but of a major one the director does', () => {
    const owners = (grade: 'minor' | 'major') => {
      const { no } = log(desk, { grade });
      return assignComplaint(desk, no, '李强').deadlines.map(({ kind, assignee }) => [
        kind.replace('complaint.', ''),
        assignee,
      ]);
    };
    expect(owners('minor')).toEqual([
      ['verify', '李强'],
      ['resolve', '李强'],
    ]);
    expect(owners('major')).toContainEqual(['resolve', null]);
  });

  it('remedies and measures are numbered together; each measure is owed by its owner', () => {
    const { no } = log(desk);
    planRemedy(desk, no, { text: '赔偿清洗费', costFen: 20_000 });
    const measure = { text: '增加巡查', owner: '李强', untilOn: '2026-11-30' } as const;
    addMeasure(desk, no, { ...measure, kind: 'corrective' });
    const made = addMeasure(desk, no, { ...measure, kind: 'preventive', owner: '陈主任' });
    expect(
      made.measures.map(({ part, kind, costFen, owner }) => [part, kind, costFen, owner]),
    ).toEqual([
      [1, 'remedy', 20_000, null],
      [2, 'corrective', null, '李强'],
      [3, 'preventive', null, '陈主任'],
    ]);
    carryOut(at('11-30 23:59:59'), no, 2);
    carryOut(at('12-01 00:00'), no, 3);
    const ctx = at('12-01 00:00');
    expect(promises(ctx, no).filter((line) => line.startsWith('measure'))).toEqual([
      'measure engineering 11-30 23:59 met',
      'measure director 11-30 23:59 late',
    ]);
    expect(carryOut(ctx, no, 1).measures[0]?.doneAt).toBe(ctx.now);
  });

  it.each<[string, (no: string) => unknown, string]>([
    ['a part that is not there', (no) => carryOut(desk, no, 9), 'unknown_part'],
    [
      'a measure for a day that has passed',
      (no) =>
        addMeasure(desk, no, {
          kind: 'corrective',
          text: '…',
          owner: '李强',
          untilOn: '2026-11-21',
        }),
      'time_passed',
    ],
    [
      'a measure of nobody',
      (no) =>
        addMeasure(desk, no, {
          kind: 'corrective',
          text: '…',
          owner: '赵无名',
          untilOn: '2026-11-23',
        }),
      'unknown_staff',
    ],
    [
      'an answer promised for the past',
      (no) => promiseReply(desk, no, '2026-11-22T01:29:59Z', undefined),
      'time_passed',
    ],
    ['an assignment to nobody', (no) => assignComplaint(desk, no, '赵无名'), 'unknown_staff'],
  ])('%s is refused', (_, attempt, code) => {
    const { no } = log(desk);
    expect(() => attempt(no)).toThrow(code);
  });

  it('a measure is carried out once', () => {
    const { no } = log(desk);
    planRemedy(desk, no, { text: '赔偿', costFen: undefined });
    carryOut(desk, no, 1);
    expect(() => carryOut(desk, no, 1)).toThrow('already_done');
  });

  it('a measure for today can still be promised', () => {
    const { no } = log(desk);
    const made = addMeasure(at('11-22 23:59'), no, {
      kind: 'corrective',
      text: '…',
      owner: '李强',
      untilOn: '2026-11-22',
    });
    expect(made.measures).toHaveLength(1);
  });

  it('an answer keeps what was promised and what the rule wants; the first one counts (rules 54, 63)', () => {
    const { no } = log(desk, { grade: 'major' });
    promiseReply(desk, no, '2026-11-22T04:00:00Z', '停梯几天');
    promiseReply(at('11-22 11:00'), no, '2026-11-22T06:00:00Z', undefined);
    replyTo(at('11-22 14:00'), no, '三天');
    replyTo(at('11-22 15:00'), no, '两天');
    const kept = promises(at('11-22 15:00'), no).filter((line) => /^(reply|answer)/.test(line));
    expect(kept).toEqual(['reply supervisor 11-24 23:59 met', 'answer clerk 11-22 14:00 met']);
    expect(show(desk, no).repliedAt).toBe('2026-11-22T06:00:00Z');
  });

  it('a broken appointment stays broken when another is made', () => {
    const { no } = log(desk);
    promiseReply(desk, no, '2026-11-22T04:00:00Z', undefined);
    promiseReply(at('11-22 12:01'), no, '2026-11-23T04:00:00Z', undefined);
    expect(promises(at('11-22 12:01'), no).filter((line) => line.startsWith('answer'))).toEqual([
      'answer clerk 11-22 12:00 late',
      'answer clerk 11-23 12:00 open',
    ]);
  });

  it('a note may be written up later, but for no time before the reception', () => {
    const { no } = log(desk);
    investigate(at('11-22 12:00'), no, '属实');
    noteOn(at('11-22 10:00'), no, '电话未接');
    expect(() => noteOn(at('11-22 09:29:59'), no, '…')).toThrow('before_last_step');
    expect(() => replyTo(at('11-22 11:59'), no, '…')).toThrow('before_last_step');
  });
});

describe('the end', () => {
  const resolved = (change: Partial<NewComplaint> = {}) => {
    const { no } = log(desk, change);
    resolveComplaint(at('11-22 15:00'), no, '已清扫');
    return no;
  };
  const closed = (change: Partial<NewComplaint> = {}) => {
    const no = resolved(change);
    tellResult(at('11-22 16:00'), no);
    closeComplaint(at('11-22 17:00'), no);
    return no;
  };

  it('the result told is an answer to whatever was still open', () => {
    const no = resolved({ grade: 'major' });
    promiseReply(at('11-22 15:10'), no, '2026-11-22T08:00:00Z', undefined);
    tellResult(at('11-22 15:30'), no);
    expect(promises(at('11-22 15:30'), no)).toEqual([
      'verify clerk 11-22 23:59 met',
      'escalate director 11-22 23:59 open',
      'reply supervisor 11-24 23:59 met',
      'resolve director 12-02 23:59 met',
      'tell clerk 11-22 23:59 met',
      'answer clerk 11-22 16:00 met',
    ]);
    expect(() => tellResult(at('11-22 15:40'), no)).toThrow('already_told');
  });

  it('what nobody was told falls away with the closing, or stays missed', () => {
    const lines = (change: Partial<NewComplaint>) =>
      promises(at('11-22 17:00'), closed(change)).filter((line) => line.startsWith('escalate'));
    expect(lines({ grade: 'major' })).toEqual(['escalate director 11-22 23:59 waived']);
    expect(lines({ grade: 'important' })).toEqual(['escalate engineering 11-22 10:30 late']);
  });

  it('closing before telling is said aloud, and the telling stays owed', () => {
    const no = resolved();
    closeComplaint(at('11-22 17:00'), no);
    expect(desk.warnings.at(-1)?.zh).toContain(`wy complaint tell ${no}`);
    expect(promises(at('11-23 09:00'), no)).toContain('tell clerk 11-22 23:59 overdue');
    tellResult(at('11-23 09:00'), no);
    expect(promises(at('11-23 09:00'), no)).toContain('tell clerk 11-22 23:59 late');
  });

  it.each<[string, Partial<NewComplaint>, string]>([
    ['three days after the closing, by the desk', {}, 'callback clerk 11-25 23:59 open'],
    [
      'of a major one by the director (rule 68)',
      { grade: 'major' },
      'callback director 11-25 23:59 open',
    ],
  ])('the callback is owed %s', (_, change, line) => {
    expect(promises(at('11-22 17:00'), closed(change)).at(-1)).toBe(line);
  });

  it('closed on the last but one day of a year it is called back in the next', () => {
    const { no } = log(desk);
    resolveComplaint(at('12-30 23:59'), no, '…');
    const { deadlines } = closeComplaint(at('12-30 23:59'), no);
    expect(deadlines.at(-1)?.dueAt).toBe('2027-01-02T15:59:59Z');
  });

  it('one without grounds gets the same help and ends as invalid', () => {
    const no = closed({ nature: 'invalid' });
    expect(show(desk, no).state).toBe('invalid');
    const answer = { result: 'fair', signedBy: '李强' } as const;
    expect(recordCallback(at('11-23 09:00'), no, answer)).toMatchObject({
      state: 'invalid',
      callbackResult: 'fair',
      callbackSignedBy: '李强',
    });
  });

  it('the slip of a callback wants the head of the department, at once or later (rule 62)', () => {
    const no = closed();
    const ctx = at('11-23 09:00');
    expect(() => signCallback(ctx, no, '李强')).toThrow('not_called_back');
    expect(() => recordCallback(ctx, no, { result: 'satisfied', signedBy: '赵敏' })).toThrow(
      'not_head',
    );
    recordCallback(ctx, no, { result: 'satisfied' });
    expect(desk.warnings.at(-1)?.zh).toContain(`wy complaint sign ${no}`);
    expect(() => signCallback(ctx, no, '赵敏')).toThrow('not_head');
    expect(signCallback(ctx, no, '李强').callbackSignedBy).toBe('李强');
    expect(() => signCallback(ctx, no, '李强')).toThrow('already_signed');
    expect(() => recordCallback(ctx, no, { result: 'fair' })).toThrow('already_called_back');
  });

  it('a dissatisfied one begins another round, resolved within its limit from then on', () => {
    const no = closed({ grade: 'important' });
    const ctx = at('11-24 10:00');
    const again = recordCallback(ctx, no, {
      result: 'dissatisfied',
      signedBy: '李强',
      note: '又脏了',
    });
    expect(again).toMatchObject({
      state: 'open',
      repeats: 1,
      reopenedAt: ctx.now,
      resolvedAt: null,
      result: null,
      toldAt: null,
      closedAt: null,
      repliedAt: null,
      callbackResult: 'dissatisfied',
    });
    expect(promises(ctx, no).slice(-2)).toEqual([
      'callback clerk 11-25 23:59 met',
      'resolve engineering 11-27 23:59 open',
    ]);
    resolveComplaint(ctx, no, '…');
    expect(closeComplaint(ctx, no)).toMatchObject({ callbackAt: null, callbackResult: null });
    expect(recordCallback(ctx, no, { result: 'satisfied' }).repeats).toBe(1);
  });

  it('reopened before it was told and closed: the telling falls away with its round', () => {
    const no = resolved({ askedUntilAt: '2026-11-22T08:00:00Z' });
    const again = reopenComplaint(at('11-22 15:30'), no, '没扫干净');
    expect(
      again.deadlines.map(({ kind, ending }) => [kind.replace('complaint.', ''), ending]),
    ).toEqual([
      ['verify', 'met'],
      ['resolve', 'met'],
      ['tell', 'waived'],
      ['resolve', null],
    ]);
    // The moment asked for, 16:00, is still to come.
    expect(again.deadlines.at(-1)).toMatchObject({ clause: 'complaints.resolve.asked' });
  });

  it('a limit asked for that has passed does not bind another round', () => {
    const no = resolved({ askedUntilAt: '2026-11-22T08:00:00Z' });
    const again = reopenComplaint(at('11-22 16:30'), no, '没扫干净');
    expect(again.deadlines.at(-1)).toMatchObject({ clause: 'complaints.resolve.minor' });
  });

  it('measures and answers outlive the closing', () => {
    const { no } = log(desk);
    addMeasure(desk, no, { kind: 'preventive', text: '…', owner: '李强', untilOn: '2026-12-01' });
    resolveComplaint(desk, no, '…');
    tellResult(desk, no);
    closeComplaint(desk, no);
    promiseReply(desk, no, '2026-11-23T02:00:00Z', undefined);
    replyTo(at('11-23 09:00'), no, '…');
    expect(promises(at('11-23 09:00'), no)).toEqual(
      expect.arrayContaining([
        'measure engineering 12-01 23:59 open',
        'answer clerk 11-23 10:00 met',
      ]),
    );
    reopenComplaint(at('11-24 09:00'), no, '…');
    expect(promises(at('11-24 09:00'), no)).toContain('measure engineering 12-01 23:59 open');
  });
});

describe('refusals write nothing', () => {
  const rows = (ctx: TestCtx) =>
    ['complaints', 'deadlines', 'events', 'journal'].map(
      (table) => ctx.ledger.db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number },
    );

  it.each<[string, () => unknown, string]>([
    ['an unknown unit', () => log(desk, { unit: '9-9-999' }), 'unknown_unit'],
    ['nobody and nowhere', () => log(desk, { unit: undefined }), 'nobody_named'],
    ['an unknown category', () => log(desk, { category: '外星人' }), 'unknown_category'],
    ['an unknown ticket', () => log(desk, { about: 'T261122-009' }), 'unknown_number'],
    [
      'a limit asked for that has passed',
      () => log(desk, { askedUntilAt: '2026-11-22T01:29:59Z' }),
      'time_passed',
    ],
    [
      'what is still to happen',
      () => log(desk, { happenedAt: '2026-11-22T01:30:01Z' }),
      'not_happened_yet',
    ],
    ['an unknown number', () => noteOn(desk, '777', '…'), 'unknown_number'],
    ['closing before resolving', () => closeComplaint(desk, '001'), 'complaint_not_resolved'],
    [
      'a callback before resolving',
      () => recordCallback(desk, '001', { result: 'satisfied' }),
      'complaint_not_resolved',
    ],
    [
      'a step before the reception',
      () => replyTo(at('11-22 09:29'), '001', '…'),
      'before_last_step',
    ],
  ])('%s', (_, attempt, code) => {
    log(desk);
    const before = rows(desk);
    expect(attempt).toThrow(code);
    expect(rows(desk)).toEqual(before);
  });

  it('a callback before the closing', () => {
    const { no } = log(desk);
    resolveComplaint(desk, no, '…');
    expect(() => recordCallback(desk, no, { result: 'satisfied' })).toThrow('complaint_not_closed');
  });

  it('a complaint about a repair that was not reported yet', () => {
    const ticket = repair(at('11-22 12:00'));
    expect(() => log(desk, { about: ticket })).toThrow('before_last_step');
  });
});

describe('numbers', () => {
  it('run on by day; the end of one is enough', () => {
    expect(log(desk).no).toBe('C261122-001');
    expect(log(at('11-22 23:59:59')).no).toBe('C261122-002');
    expect(log(at('11-23 00:00')).no).toBe('C261123-001');
    expect(show(desk, '2').no).toBe('C261122-002');
  });
});

describe('lists', () => {
  it('take only what is asked for', () => {
    const first = log(at('11-20 09:00'), { category: 'parking', against: 'security' }).no;
    const second = log(desk, { unit: '3-2-1502', grade: 'major', category: '保洁卫生' }).no;
    resolveComplaint(at('11-22 10:00'), first, '…');
    closeComplaint(at('11-22 10:00'), first);
    const nos = (query: Parameters<typeof listComplaints>[1], ctx = at('11-22 12:00')) =>
      listComplaints(ctx, query).map(({ no }) => no);
    expect(nos({})).toEqual([first, second]);
    expect(nos({ open: true })).toEqual([second]);
    expect(nos({ state: 'closed' })).toEqual([first]);
    expect(nos({ grade: 'major' })).toEqual([second]);
    expect(nos({ category: 'cleaning' })).toEqual([second]);
    expect(nos({ category: '车辆停放' })).toEqual([first]);
    expect(nos({ against: 'security' })).toEqual([first]);
    expect(nos({ unit: '3-2-1502' })).toEqual([second]);
    expect(nos({ since: '2026-11-21' })).toEqual([second]);
    expect(nos({ until: '2026-11-20' })).toEqual([first]);
    expect(nos({ overdue: true })).toEqual([]);
    expect(nos({ overdue: true }, at('11-23 00:00'))).toEqual([first, second]);
    expect(() => nos({ category: '外星人' })).toThrow('unknown_category');
    expect(() => nos({ unit: '9-9-999' })).toThrow('unknown_unit');
  });

  it('finds a text in what was said, found and done, the newest first', () => {
    const first = log(at('11-20 09:00'), { text: 'WiFi 不通', who: '张伟' }).no;
    const second = log(desk, { wants: '换路由器' }).no;
    investigate(desk, second, 'wifi 断线');
    resolveComplaint(at('11-22 10:00'), first, '重启路由器');
    const found = (text: string, most?: number) =>
      searchComplaints(desk, text, most).map(({ no }) => no);
    expect(found('wifi')).toEqual([second, first]);
    expect(found('路由器')).toEqual([second, first]);
    expect(found('张伟')).toEqual([first]);
    expect(found('%')).toEqual([]);
    expect(found('wifi', 1)).toEqual([second]);
    expect(desk.warnings.at(-1)?.en).toContain('Only the latest 1');
  });
});

it('a site may have categories and names of its own', async () => {
  const own = await complaintDesk(
    await policyOf(
      'operators: {desk: 王芳}\ncomplaints:\n  categories: {elevator: [扶梯]}\n  categoryNames: {elevator: 电梯, cleaning: 环境}\n',
    ),
  );
  expect(log(own, { category: undefined, text: '扶梯又停了' }).category).toBe('elevator');
  expect(log(own, { category: '环境' }).category).toBe('cleaning');
  expect(log(own, { category: 'cleaning' }).category).toBe('cleaning');
});

it('a category that several suggest is named, and taken', () => {
  const { category } = log(desk, { ...complaint, category: undefined, text: '楼上漏水' });
  expect(category).toBe('repairs');
  expect(desk.warnings.at(-1)?.zh).toContain('噪音邻里');
  expect(log(desk, { category: undefined, text: '想提个建议' }).category).toBe('other');
});
