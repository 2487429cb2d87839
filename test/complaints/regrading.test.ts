import { beforeEach, describe, expect, it } from 'vitest';
import { closeComplaint, reopenComplaint, resolveComplaint } from '../../src/complaints/ending.ts';
import { escalate } from '../../src/complaints/escalation.ts';
import type { Grade } from '../../src/complaints/model.ts';
import { type Regrade, regrade } from '../../src/complaints/regrading.ts';
import { assignComplaint, investigate, replyTo, stopHarm } from '../../src/complaints/work.ts';
import type { TestCtx } from '../support/ledger.ts';
import { complaintDesk, log, promises, show, when } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await complaintDesk();
});

const at = (local: string): TestCtx => when(desk, local);
const to = (no: string, local: string, change: Omit<Regrade, 'reason'>) =>
  regrade(at(local), no, { ...change, reason: '复核' });

type Step = (no: string) => unknown;

const told: Step = (no) => escalate(at('11-22 10:00'), no, 'engineering', undefined);
const toldDirector: Step = (no) => escalate(at('11-22 10:00'), no, 'director', undefined);
const replied: Step = (no) => replyTo(at('11-22 11:00'), no, '三天内修好');
const verified: Step = (no) => investigate(at('11-22 12:00'), no, '属实');

describe('what was met stays met, what is open counts from the reception, what was broken stays so', () => {
  it.each<[string, Grade, Step[], string, Grade, string[]]>([
    [
      'minor to important at once',
      'minor',
      [],
      '11-22 10:00',
      'important',
      [
        'verify clerk 11-22 23:59 open',
        'resolve clerk 11-24 23:59 waived',
        'escalate engineering 11-22 10:30 open',
        'resolve engineering 11-25 23:59 open',
      ],
    ],
    [
      'minor to important when the hour is over: overdue at once',
      'minor',
      [verified],
      '11-22 12:00',
      'important',
      [
        'verify clerk 11-22 23:59 met',
        'resolve clerk 11-24 23:59 waived',
        'escalate engineering 11-22 10:30 overdue',
        'resolve engineering 11-25 23:59 open',
      ],
    ],
    [
      'important to major after the head was told',
      'important',
      [told, verified],
      '11-23 09:00',
      'major',
      [
        'verify clerk 11-22 23:59 met',
        'escalate engineering 11-22 10:30 met',
        'resolve engineering 11-25 23:59 waived',
        'escalate director 11-22 23:59 overdue',
        'reply supervisor 11-24 23:59 open',
        'resolve director 12-02 23:59 open',
      ],
    ],
    [
      'important to major when the head was never told: that stays missed',
      'important',
      [],
      '11-22 11:00',
      'major',
      [
        'verify clerk 11-22 23:59 open',
        'escalate engineering 11-22 10:30 late',
        'resolve engineering 11-25 23:59 waived',
        'escalate director 11-22 23:59 open',
        'reply supervisor 11-24 23:59 open',
        'resolve director 12-02 23:59 open',
      ],
    ],
    [
      'major to minor after director and resident were answered',
      'major',
      [toldDirector, replied, verified],
      '11-22 18:00',
      'minor',
      [
        'verify clerk 11-22 23:59 met',
        'escalate director 11-22 23:59 met',
        'reply supervisor 11-24 23:59 met',
        'resolve director 12-02 23:59 waived',
        'resolve clerk 11-24 23:59 open',
      ],
    ],
    [
      'major to minor with nothing done: the new grade knows neither, what was due is missed',
      'major',
      [],
      '11-23 09:00',
      'minor',
      [
        'verify clerk 11-22 23:59 overdue',
        'escalate director 11-22 23:59 late',
        'reply supervisor 11-24 23:59 waived',
        'resolve director 12-02 23:59 waived',
        'resolve clerk 11-24 23:59 open',
      ],
    ],
    [
      'major to important after the fourth day: its three days are over',
      'major',
      [toldDirector],
      '11-26 09:00',
      'important',
      [
        'verify clerk 11-22 23:59 overdue',
        'escalate director 11-22 23:59 met',
        'reply supervisor 11-24 23:59 late',
        'resolve director 12-02 23:59 waived',
        'escalate engineering 11-22 10:30 overdue',
        'resolve engineering 11-25 23:59 overdue',
      ],
    ],
    [
      'minor to major when its own limit is broken: that stays, ten days stand beside it',
      'minor',
      [],
      '11-25 00:00',
      'major',
      [
        'verify clerk 11-22 23:59 overdue',
        'resolve clerk 11-24 23:59 late',
        'escalate director 11-22 23:59 overdue',
        'reply supervisor 11-24 23:59 overdue',
        'resolve director 12-02 23:59 open',
      ],
    ],
    [
      'minor to major when the resident was answered: the answer is weighed by its limit',
      'minor',
      [replied],
      '11-22 12:00',
      'major',
      [
        'verify clerk 11-22 23:59 open',
        'resolve clerk 11-24 23:59 waived',
        'escalate director 11-22 23:59 open',
        'reply supervisor 11-24 23:59 met',
        'resolve director 12-02 23:59 open',
      ],
    ],
  ])('%s', (_, grade, steps, local, wanted, expected) => {
    const { no } = log(desk, { grade });
    for (const step of steps) step(no);
    expect(to(no, local, { grade: wanted }).grade).toBe(wanted);
    expect(promises(at(local), no)).toEqual(expected);
  });

  it('there and back: whoever was told and answered need not be again', () => {
    const { no } = log(desk, { grade: 'major' });
    toldDirector(no);
    replied(no);
    to(no, '11-22 12:00', { grade: 'minor' });
    to(no, '11-22 13:00', { grade: 'major' });
    expect(promises(at('11-22 13:00'), no).slice(1)).toEqual([
      'escalate director 11-22 23:59 met',
      'reply supervisor 11-24 23:59 met',
      'resolve director 12-02 23:59 waived',
      'resolve clerk 11-24 23:59 waived',
      'resolve director 12-02 23:59 open',
    ]);
  });

  it.each<[string, string, string | undefined, string]>([
    ['by name', '陈主任', undefined, 'escalate director 11-22 23:59 met'],
    [
      'by role, written up later',
      'director',
      '2026-11-22T02:00:00Z',
      'escalate director 11-22 23:59 met',
    ],
    ['but somebody else', '李强', undefined, 'escalate director 11-22 23:59 open'],
  ])('who was told before they had to be need not be told again: %s', (_, who, toldAt, line) => {
    const { no } = log(desk, { grade: 'important' });
    escalate(at('11-22 10:20'), no, who, toldAt);
    to(no, '11-22 12:00', { grade: 'major' });
    expect(promises(at('11-22 12:00'), no)).toContain(line);
  });

  it('word of an earlier round is none of this one', () => {
    const { no } = log(desk, { grade: 'minor' });
    toldDirector(no);
    resolveComplaint(at('11-22 11:00'), no, '…');
    reopenComplaint(at('11-25 10:00'), no, '又坏了');
    to(no, '11-25 10:10', { grade: 'major' });
    expect(promises(at('11-25 10:10'), no)).toContain('escalate director 11-25 23:59 open');
  });

  it('a harm that is going on is then stopped by whom it is about now', () => {
    const { no } = log(desk, { grade: 'minor', harmOngoing: true });
    to(no, '11-22 10:00', { against: 'security' });
    expect(promises(at('11-22 10:00'), no).filter((line) => line.startsWith('stop'))).toEqual([
      'stop engineering 11-22 10:30 waived',
      'stop security 11-22 10:30 open',
    ]);
    to(no, '11-22 10:10', { nature: 'help' });
    stopHarm(at('11-22 10:20'), no, undefined);
    to(no, '11-22 10:30', { against: 'cleaning' });
    expect(promises(at('11-22 10:30'), no).filter((line) => line.startsWith('stop'))).toEqual([
      'stop engineering 11-22 10:30 waived',
      'stop security 11-22 10:30 met',
    ]);
  });

  it('the moment the resident asked for counts when it becomes minor', () => {
    const { no } = log(desk, { grade: 'important', askedUntilAt: '2026-11-22T10:00:00Z' });
    to(no, '11-22 19:00', { grade: 'minor' });
    expect(promises(at('11-22 19:00'), no).at(-1)).toBe('resolve clerk 11-22 18:00 overdue');
  });

  it('another nature or category leaves the promises alone', () => {
    const { no } = log(desk, { grade: 'important' });
    const before = promises(desk, no);
    expect(to(no, '11-22 10:00', { nature: 'help', category: '绿化环境' })).toMatchObject({
      nature: 'help',
      category: 'greening',
    });
    expect(promises(desk, no)).toEqual(before);
  });

  it('another department must be told as well, and takes it over', () => {
    const { no } = log(desk, { grade: 'important' });
    told(no);
    to(no, '11-22 10:10', { against: 'cleaning' });
    expect(promises(at('11-22 10:10'), no).slice(1)).toEqual([
      'escalate engineering 11-22 10:30 met',
      'resolve engineering 11-25 23:59 waived',
      'escalate cleaning 11-22 10:30 open',
      'resolve cleaning 11-25 23:59 open',
    ]);
  });

  it('who handles it keeps it, unless it becomes the director’s', () => {
    const owner = (grade: Grade) => {
      const { no } = log(desk, { grade: 'minor' });
      assignComplaint(desk, no, '李强');
      return to(no, '11-22 10:00', { grade }).deadlines.at(-1)?.assignee;
    };
    expect(owner('important')).toBe('李强');
    expect(owner('major')).toBeNull();
  });

  it('what is resolved is not to be resolved again', () => {
    const { no } = log(desk, { grade: 'minor' });
    resolveComplaint(at('11-22 10:00'), no, '已修好');
    to(no, '11-22 10:10', { grade: 'important' });
    expect(promises(at('11-22 10:10'), no)).toEqual([
      'verify clerk 11-22 23:59 met',
      'resolve clerk 11-24 23:59 met',
      'tell clerk 11-22 23:59 open',
      'escalate engineering 11-22 10:30 open',
    ]);
  });

  it('in a later round the promises count from its reopening', () => {
    const { no } = log(desk, { grade: 'minor' });
    resolveComplaint(desk, no, '…');
    closeComplaint(desk, no);
    reopenComplaint(at('11-25 10:00'), no, '又坏了');
    to(no, '11-25 10:10', { grade: 'important' });
    expect(promises(at('11-25 10:10'), no).slice(-2)).toEqual([
      'escalate engineering 11-25 11:00 open',
      'resolve engineering 11-28 23:59 open',
    ]);
  });

  it('is told with what it was before, and why', () => {
    const { no } = log(desk, { grade: 'minor' });
    to(no, '11-22 10:00', { grade: 'major', nature: 'valid' });
    expect(show(desk, no).timeline.at(-1)).toMatchObject({
      kind: 'regraded',
      detail: { gradeBefore: 'minor', grade: 'major', reason: '复核' },
    });
  });

  it.each<[string, Omit<Regrade, 'reason'>, string]>([
    ['nothing at all', {}, 'nothing_to_change'],
    ['what it is already', { grade: 'minor', nature: 'valid' }, 'nothing_changed'],
    ['an unknown category', { category: '外星人' }, 'unknown_category'],
  ])('%s is refused', (_, change, code) => {
    const { no } = log(desk);
    expect(() => to(no, '11-22 10:00', change)).toThrow(code);
  });

  it('what is closed is reopened first', () => {
    const { no } = log(desk);
    resolveComplaint(desk, no, '…');
    closeComplaint(desk, no);
    expect(() => to(no, '11-22 10:00', { grade: 'major' })).toThrow('complaint_closed');
  });
});
