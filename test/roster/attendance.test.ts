import { beforeEach, describe, expect, it } from 'vitest';
import {
  attendanceIn,
  attendanceOfStaff,
  type Correction,
  come,
  correctAttendance,
  go,
  recordAbsence,
  recordCame,
} from '../../src/roster/attendance.ts';
import { comingOf, minutesOnPost } from '../../src/roster/attendance-rules.ts';
import { invariants } from '../../src/roster/invariants.ts';
import type { Turn } from '../../src/roster/model.ts';
import { swapTurns } from '../../src/roster/swapping.ts';
import { listTurns } from '../../src/roster/turns.ts';
import type { TestCtx } from '../support/ledger.ts';
import { clock, lastLine, on, plan, planned, refusal, rosterDesk } from './desk.ts';
import { moment, turn } from './turns.ts';

const MONDAY = '2026-11-23';
const EARLY = { amount: 20, unit: 'm', text: '20m' } as const;

describe('how somebody came (rule 151)', () => {
  it.each<[string, Partial<Turn>, string, string]>([
    ['twenty minutes before', { cameAt: moment(MONDAY, '06:40:00') }, '07:00', 'early'],
    ['a second after that', { cameAt: moment(MONDAY, '06:40:01') }, '07:00', 'tight'],
    ['as the shift began', { cameAt: moment(MONDAY, '07:00:00') }, '07:00', 'tight'],
    ['a second after that, too', { cameAt: moment(MONDAY, '07:00:01') }, '07:01', 'late'],
    ['not yet', {}, '06:59:59', 'expected'],
    ['not at all, as it began', {}, '07:00:00', 'unrecorded'],
    ['on leave', { absence: 'leave' }, '06:00', 'leave'],
    ['absent', { absence: 'absent' }, '16:00', 'absent'],
  ])('%s', (_, change, now, expected) => {
    const it = turn(1, MONDAY, 'early', change);
    expect(comingOf(it, EARLY, moment(MONDAY, now))).toBe(expected);
  });

  it('without a time before the shift nobody is too late for it', () => {
    const it = turn(1, MONDAY, 'early', { cameAt: moment(MONDAY, '07:00') });
    expect(comingOf(it, { amount: 0, unit: 'm', text: '0m' }, moment(MONDAY, '07:00'))).toBe(
      'early',
    );
  });
});

describe('minutes on post', () => {
  const at = (time: string | null) => time && moment(MONDAY, time);
  it.each([
    ['of who came early, from the start', '06:30', '15:00', '16:00', 480],
    ['of who came late, from then', '07:30', '15:00', '16:00', 450],
    ['of who left early, until then', '06:40', '14:00', '14:00', 420],
    ['of who had to wait for the successor, too', '06:40', '15:30', '16:00', 510],
    ['of who never said that they left, to the end', '06:40', null, '15:00', 480],
    ['of who is still there: none yet', '06:40', null, '14:59', 0],
    ['of who never came', null, null, '16:00', 0],
  ])('%s', (_, came, left, now, minutes) => {
    const it = turn(1, MONDAY, 'early', { cameAt: at(came), leftAt: at(left) });
    expect(minutesOnPost(it, moment(MONDAY, now))).toBe(minutes);
  });
});

let ctx: TestCtx;
const wang = { staff: '王芳', on: undefined, shift: undefined };

beforeEach(async () => {
  ctx = await rosterDesk();
  plan(ctx, '王芳', 'early', [MONDAY, '2026-11-25']);
  plan(ctx, '李娜', 'late', MONDAY);
});

const offended = () =>
  invariants.filter(({ sql }) => ctx.ledger.prepare(sql).all().length > 0).map(({ key }) => key);

const absent = (
  staff: string,
  fromOn: string,
  untilOn = fromOn,
  because: 'leave' | 'sick' = 'leave',
) => recordAbsence(ctx, { staff, fromOn, untilOn, shift: undefined, because, note: '回老家' });

describe('coming and going', () => {
  it('writes the times and a line of each', () => {
    const came = come(on(ctx, '11-23 06:38'), wang);
    expect(clock(ctx, came.cameAt)).toBe('11-23 06:38');
    expect(lastLine(ctx)).toEqual({
      action: 'attendance.come',
      subject: MONDAY,
      changes: { staffId: 1, shift: 'early', cameAt: came.cameAt },
    });
    const left = go(on(ctx, '11-23 15:05'), wang);
    expect(clock(ctx, left.leftAt)).toBe('11-23 15:05');
    expect(lastLine(ctx).changes).toEqual({ staffId: 1, shift: 'early', leftAt: left.leftAt });
    expect(offended()).toEqual([]);
  });

  it('is of whoever acts where nobody is named', () => {
    expect(come(on(ctx, '11-23 06:38'), { ...wang, staff: undefined }).staff).toBe('王芳');
  });

  it.each([
    ['four hours before', '11-23 03:00', '11-23'],
    ['in the last second', '11-23 14:59:59', '11-23'],
  ])('is of the turn that is on or begins: %s', (_, local, day) => {
    expect(come(on(ctx, local), wang).day.slice(5)).toBe(day);
  });

  it.each<[string, () => unknown, string]>([
    ['too early for any turn', () => come(on(ctx, '11-23 02:59:59'), wang), 'no_turn'],
    ['after the end', () => come(on(ctx, '11-23 15:00'), wang), 'no_turn'],
    [
      'twice',
      () => {
        come(on(ctx, '11-23 06:40'), wang);
        come(on(ctx, '11-23 06:41'), wang);
      },
      'already_came',
    ],
    [
      'twice, the turn named',
      () => {
        come(on(ctx, '11-23 06:40'), wang);
        come(on(ctx, '11-23 06:41'), { ...wang, on: MONDAY });
      },
      'already_came',
    ],
    [
      'after an absence',
      () => {
        absent('王芳', MONDAY);
        come(on(ctx, '11-23 06:40'), wang);
      },
      'named_absent',
    ],
    ['going without having come', () => go(on(ctx, '11-23 15:00'), wang), 'not_on_post'],
    [
      'going before coming',
      () => {
        come(on(ctx, '11-23 06:40'), wang);
        go(on(ctx, '11-23 06:39'), { ...wang, on: MONDAY });
      },
      'left_before_coming',
    ],
    ['an absence without a turn', () => absent('赵敏', MONDAY), 'no_turn'],
    [
      'an absence after coming',
      () => {
        come(on(ctx, '11-23 06:40'), wang);
        absent('王芳', MONDAY, '2026-11-24');
      },
      'already_came',
    ],
  ])('refuses %s', (_, deed, code) => {
    expect(deed).toThrow(refusal(code));
    expect(offended()).toEqual([]);
  });

  it('an absence of several days is all or nothing', () => {
    come(on(ctx, '11-25 06:40'), wang);
    expect(() => absent('王芳', MONDAY, '2026-11-25')).toThrow(refusal('already_came'));
    expect(attendanceIn(on(ctx, '11-26 09:00'), '2026-11')[0]).toMatchObject({ leave: 0, came: 1 });
  });

  it('reminds that nobody leaves before the successor has come (rule 151)', () => {
    come(on(ctx, '11-23 06:40'), wang);
    const left = on(ctx, '11-23 15:00');
    go(left, wang);
    expect(ctx.warnings.at(-1)?.zh).toContain('接班人未到，不得离岗');
    const [, late] = listTurns(ctx, { fromOn: MONDAY, untilOn: MONDAY });
    expect(late && recordCame(left, late, left.now).cameAt).toBe(left.now);
    // Whoever signs the handover may have come before.
    const line = lastLine(ctx);
    expect(late && recordCame(on(ctx, '11-23 15:20'), late, '2026-11-23T07:20:00Z').cameAt).toBe(
      left.now,
    );
    expect(lastLine(ctx)).toEqual(line);
  });

  it('does not where the successor is there', () => {
    come(on(ctx, '11-23 06:40'), wang);
    come(on(ctx, '11-23 14:40'), { ...wang, staff: '李娜' });
    const before = ctx.warnings.length;
    go(on(ctx, '11-23 15:00'), wang);
    expect(ctx.warnings).toHaveLength(before);
  });
});

describe('a correction', () => {
  const none: Correction = {
    came: undefined,
    left: undefined,
    absence: undefined,
    note: undefined,
  };
  const correct = (change: Partial<Correction>, local = '11-24 09:00') =>
    correctAttendance(
      on(ctx, local),
      { ...wang, staff: '王芳', on: MONDAY },
      { ...none, ...change },
    );

  it('keeps what it was in the journal', () => {
    const { cameAt } = come(on(ctx, '11-23 07:10'), wang);
    const came = moment(MONDAY, '06:50');
    expect(correct({ came })).toMatchObject({ cameAt: came, absence: null });
    expect(lastLine(ctx)).toMatchObject({
      action: 'attendance.correct',
      changes: { staffId: 1, cameAt: came, formerCameAt: cameAt },
    });
  });

  it('puts an absence in the place of the coming, and back', () => {
    come(on(ctx, '11-23 06:40'), wang);
    go(on(ctx, '11-23 15:00'), wang);
    expect(correct({ absence: 'sick', note: '发烧' })).toMatchObject({
      ...{ cameAt: null, leftAt: null, absence: 'sick', note: '发烧' },
    });
    expect(lastLine(ctx).changes).toMatchObject({
      ...{ cameAt: null, leftAt: null, absence: 'sick', note: '***' },
      formerCameAt: moment(MONDAY, '06:40'),
    });
    expect(correct({ came: moment(MONDAY, '06:40') })).toMatchObject({ absence: null });
    expect(lastLine(ctx).changes).toMatchObject({ absence: null, formerAbsence: 'sick' });
    expect(offended()).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    ['of nothing recorded', () => correct({ absence: 'sick' }), 'nothing_recorded'],
    ['that says nothing', () => correct({}), 'nothing_to_correct'],
    [
      'that says both',
      () => correct({ came: moment(MONDAY, '06:40'), absence: 'sick' }),
      'came_and_absent',
    ],
    [
      'that leaves before it comes',
      () => {
        come(on(ctx, '11-23 06:40'), wang);
        correct({ left: moment(MONDAY, '06:39:59') });
      },
      'left_before_coming',
    ],
  ])('is refused: %s', (_, deed, code) => {
    expect(deed).toThrow(refusal(code));
  });
});

describe('the attendance of a month', () => {
  it('counts each turn once', () => {
    come(on(ctx, '11-23 06:40'), wang);
    go(on(ctx, '11-23 14:30'), wang);
    come(on(ctx, '11-24 07:05'), wang);
    absent('李娜', MONDAY);
    swapTurns(ctx, {
      ...{ staff: '李娜', with: '赵敏', on: MONDAY, shift: undefined },
      ...{ back: undefined, backShift: undefined, give: true, reason: undefined },
    });
    come(on(ctx, '11-23 14:50'), { ...wang, staff: '赵敏' });
    const none = { came: 0, tight: 0, late: 0, leftEarly: 0, leave: 0, sick: 0, absent: 0 };
    const rest = { unrecorded: 0, expected: 0, swapped: 0, minutes: 0 };
    expect(attendanceIn(on(ctx, '11-25 06:00'), '2026-11')).toEqual([
      {
        ...{ ...none, ...rest, staffId: 1, staff: '王芳', turns: 3, came: 2, late: 1 },
        ...{ leftEarly: 1, expected: 1, minutes: 450 + 475 },
      },
      { ...none, ...rest, staffId: 2, staff: '李娜', turns: 1, leave: 1 },
      {
        ...{ ...none, ...rest, staffId: 3, staff: '赵敏', turns: 1, came: 1, tight: 1 },
        ...{ swapped: 1, minutes: 480 },
      },
    ]);
  });

  it('is of the month in which a turn begins', () => {
    plan(ctx, '赵敏', 'night', '2026-11-30');
    const months = ['2026-11', '2026-12'].map(
      (month) => attendanceOfStaff(ctx, '赵敏', month).length,
    );
    expect(months).toEqual([1, 0]);
  });

  it('leaves out what was planned anew', () => {
    plan(ctx, '王芳', 'late', MONDAY);
    expect(planned(ctx, true)).toContain('-23 early 王芳');
    expect(attendanceIn(ctx, '2026-11')[0]).toMatchObject({ staff: '王芳', turns: 3 });
  });
});
