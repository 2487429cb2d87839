import { beforeEach, describe, expect, it } from 'vitest';
import { retireStaff } from '../../src/registry/staff.ts';
import { come, recordAbsence } from '../../src/roster/attendance.ts';
import { invariants } from '../../src/roster/invariants.ts';
import { dropTurns } from '../../src/roster/planning.ts';
import { type Swap, swapTurns } from '../../src/roster/swapping.ts';
import { checkRoster, listTurns } from '../../src/roster/turns.ts';
import { policyOf, scribeOf, type TestCtx } from '../support/ledger.ts';
import { temporaryPath } from '../support/session.ts';
import { BROKEN } from '../upkeep/broken.ts';
import { lastLine, on, plan, planned, refusal, rosterDesk } from './desk.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await rosterDesk();
});

const offended = () =>
  invariants.filter(({ sql }) => ctx.ledger.prepare(sql).all().length > 0).map(({ key }) => key);

describe('planning', () => {
  it('writes turns with the hours of the policy, and one line', () => {
    const { turns } = plan(ctx, '王芳,李娜', '夜', ['2026-12-31', '2027-01-01'], { rotate: 'day' });
    expect(turns).toMatchObject([
      {
        ...{ day: '2026-12-31', shift: 'night', staff: '王芳' },
        ...{ fromAt: '2026-12-31T15:00:00Z', untilAt: '2026-12-31T23:00:00Z' },
      },
      { day: '2027-01-01', staff: '李娜' },
    ]);
    expect(lastLine(ctx)).toEqual({
      action: 'roster.plan',
      subject: '2026-12-31',
      changes: {
        ...{ staffIds: [1, 2], shifts: ['night'], fromOn: '2026-12-31', untilOn: '2027-01-01' },
        ...{ rotate: 'day', added: 2 },
      },
    });
  });

  it('anew drops what a person had on that day, and keeps it', () => {
    plan(ctx, '王芳', 'early', [MONDAY, TUESDAY]);
    const again = plan(ctx, '王芳', 'late', TUESDAY);
    expect(again).toMatchObject({ added: 1, dropped: 1 });
    expect(planned(ctx)).toEqual(['23 early 王芳', '24 late 王芳']);
    expect(planned(ctx, true)).toEqual(['23 early 王芳', '-24 early 王芳', '24 late 王芳']);
    expect(listTurns(ctx, { fromOn: TUESDAY, untilOn: TUESDAY, dropped: true })).toMatchObject([
      { reason: 'replanned', droppedAt: ctx.now },
      { reason: null },
    ]);
  });

  it('of what stands already leaves no line', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    const before = lastLine(ctx);
    expect(plan(ctx, '王芳', '早班', MONDAY)).toMatchObject({ added: 0, dropped: 0 });
    expect(plan(ctx, '王芳,王芳', '早', MONDAY)).toMatchObject({ turns: [{ staff: '王芳' }] });
    expect(lastLine(ctx)).toEqual(before);
  });

  it('a day off, and a shift beside another', () => {
    plan(ctx, '王芳', 'early', [MONDAY, TUESDAY]);
    plan(ctx, '王芳', '休', TUESDAY);
    plan(ctx, '王芳', 'night', MONDAY, { also: true });
    expect(planned(ctx)).toEqual(['23 early 王芳', '23 night 王芳']);
    expect(ctx.warnings.at(-1)?.zh).toContain('只隔 8 小时');
  });

  it('in the place of whoever had the shift', () => {
    plan(ctx, '王芳,李娜', 'early', MONDAY);
    plan(ctx, '赵敏', 'early', MONDAY, { replace: true });
    expect(planned(ctx)).toEqual(['23 early 赵敏']);
  });

  it('leaves hours as they were planned when the policy has others', async () => {
    plan(ctx, '王芳', 'early', MONDAY);
    const policy = await policyOf('roster: {shifts: {early: {from: "08:00", until: "16:00"}}}');
    const later = { ...ctx, policy };
    expect(listTurns(later, { fromOn: MONDAY, untilOn: MONDAY })).toMatchObject([
      { fromAt: '2026-11-22T23:00:00Z' },
    ]);
    expect(checkRoster(later, { fromOn: MONDAY, untilOn: MONDAY })).toContainEqual(
      expect.objectContaining({ kind: 'outdated', shift: 'early' }),
    );
  });

  it.each<[string, () => unknown, string]>([
    ['a day that is over', () => plan(ctx, '王芳', 'early', '2026-11-21'), 'day_passed'],
    ['an unknown shift', () => plan(ctx, '王芳', 'dawn', MONDAY), 'unknown_shift'],
    [
      'a shift that is not planned here',
      () => plan(ctx, '王芳', 'chief', MONDAY),
      'shift_not_held',
    ],
    ['somebody unknown', () => plan(ctx, '张三', 'early', MONDAY), 'unknown_staff'],
    [
      'several shifts at once',
      () => plan(ctx, '王芳', 'early,late', MONDAY),
      'shifts_without_rotation',
    ],
  ])('refuses %s', (_, deed, code) => {
    expect(deed).toThrow(refusal(code));
    expect(planned(ctx)).toEqual([]);
  });

  it('refuses whoever has left, and names the turns they still have', () => {
    plan(ctx, '赵敏', 'early', [MONDAY, TUESDAY]);
    retireStaff(on(ctx, '11-24 08:00'), '赵敏');
    expect(() => plan(ctx, '赵敏', 'late', '2026-11-25')).toThrow(refusal('unknown_staff'));
    const problems = checkRoster(ctx, { fromOn: MONDAY, untilOn: TUESDAY });
    expect(problems.filter(({ kind }) => kind === 'retired')).toMatchObject([
      { day: TUESDAY, shift: 'early', staff: '赵敏' },
    ]);
    dropTurns(ctx, {
      staff: '赵敏',
      fromOn: TUESDAY,
      untilOn: TUESDAY,
      shift: undefined,
      reason: '离职',
    });
    expect(planned(ctx)).toEqual(['23 early 赵敏']);
  });

  it('of a shift of some weekdays leaves out the others', async () => {
    const policy = await policyOf('roster: {shifts: {early: {days: [mon, tue]}}}');
    const there = { ...ctx, policy };
    plan(there, '王芳', 'early', ['2026-11-22', '2026-11-25']);
    expect(planned(there)).toEqual(['23 early 王芳', '24 early 王芳']);
    expect(() => plan(there, '王芳', 'early', '2026-11-25')).toThrow(refusal('shift_not_held'));
  });

  it('by two processes makes one turn', async () => {
    const file = temporaryPath('ledger.db');
    const first = await rosterDesk({ file });
    const { Ledger } = await import('../../src/ledger/ledger.ts');
    const ledger = new Ledger(file);
    const second = { ...first, ...scribeOf(ledger, first.now), ledger, operator: first.operator };
    plan(first, '王芳', 'early', MONDAY);
    expect(plan(second, '王芳', 'early', MONDAY)).toMatchObject({ added: 0 });
    expect(planned(first)).toEqual(['23 early 王芳']);
    ledger.close();
    first.ledger.close();
  });
});

describe('a swap', () => {
  const swap = (change: Partial<Swap>, when = ctx) =>
    swapTurns(when, {
      ...{ staff: '王芳', with: '李娜', on: MONDAY, shift: undefined },
      ...{ back: undefined, backShift: undefined, give: false, reason: undefined },
      ...change,
    });

  it('of the same day exchanges the shifts', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    plan(ctx, '李娜', 'night', MONDAY);
    const turns = swap({ reason: '看病' });
    expect(turns).toMatchObject([
      { shift: 'early', staff: '李娜', insteadOf: '王芳' },
      { shift: 'night', staff: '王芳', insteadOf: '李娜' },
    ]);
    expect(planned(ctx, true)).toEqual([
      '-23 early 王芳',
      '23 early 李娜',
      '23 night 王芳',
      '-23 night 李娜',
    ]);
    expect(lastLine(ctx)).toEqual({
      action: 'roster.swap',
      subject: MONDAY,
      changes: {
        ...{ staffId: 1, withId: 2, shift: 'early', backOn: MONDAY, backShift: 'night' },
        reason: '***',
      },
    });
    expect(offended()).toEqual([]);
  });

  it('with somebody who is off that day gives the turn away', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    swap({});
    expect(planned(ctx)).toEqual(['23 early 李娜']);
  });

  it('gives it away although the other has one of their own', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    plan(ctx, '李娜', 'night', MONDAY);
    swap({ give: true });
    expect(planned(ctx)).toEqual(['23 early 李娜', '23 night 李娜']);
    expect(ctx.warnings.at(-1)?.zh).toContain('只隔 8 小时');
  });

  it('takes a turn of another day in return', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    plan(ctx, '李娜', 'early', TUESDAY);
    swap({ back: TUESDAY });
    expect(planned(ctx)).toEqual(['23 early 李娜', '24 early 王芳']);
  });

  it('of somebody on leave keeps the leave', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    recordAbsence(ctx, {
      ...{ staff: '王芳', fromOn: MONDAY, untilOn: MONDAY, shift: undefined },
      ...{ because: 'leave', note: undefined },
    });
    swap({});
    expect(planned(ctx)).toEqual(['23 early 李娜']);
    expect(offended()).toEqual([]);
  });

  it.each<[string, Partial<Swap>, () => unknown, string]>([
    ['nothing', {}, () => undefined, 'no_turn'],
    ['with oneself', { with: '王芳' }, () => plan(ctx, '王芳', 'early', MONDAY), 'same_person'],
    [
      'the same shift of the same day',
      {},
      () => plan(ctx, '王芳,李娜', 'early', MONDAY),
      'same_shift',
    ],
    [
      'what the other has already, given away',
      { give: true },
      () => plan(ctx, '王芳,李娜', 'early', MONDAY),
      'double_duty',
    ],
    [
      'one of several',
      {},
      () => {
        plan(ctx, '王芳', 'early', MONDAY);
        plan(ctx, '王芳', 'night', MONDAY, { also: true });
      },
      'several_turns',
    ],
    [
      'what is over',
      { on: '2026-11-22' },
      () => plan(ctx, '王芳', 'early', '2026-11-22'),
      'turn_over',
    ],
  ])('refuses %s', (_, change, before, code) => {
    before();
    const there = planned(ctx, true);
    expect(() => swap(change, on(ctx, '11-22 15:00'))).toThrow(refusal(code));
    expect(planned(ctx, true)).toEqual(there);
  });

  it('refuses a night that reaches into a turn of the next day', async () => {
    const policy = await policyOf('roster: {shifts: {night: {until: "07:01"}}}');
    const there = { ...ctx, policy };
    plan(there, '王芳', 'night', MONDAY);
    plan(there, '李娜', 'early', TUESDAY);
    expect(() => swap({}, there)).toThrow(refusal('double_duty'));
    expect(planned(there)).toEqual(['23 night 王芳', '24 early 李娜']);
  });

  it('takes the turns of whoever has left, but gives them none', () => {
    plan(ctx, '王芳', 'early', MONDAY);
    plan(ctx, '赵敏', 'early', TUESDAY);
    retireStaff(ctx, '赵敏');
    const leaver = { staff: '赵敏', with: '王芳', on: TUESDAY };
    expect(() => swap({ ...leaver, back: MONDAY })).toThrow(refusal('unknown_staff'));
    swap(leaver);
    expect(planned(ctx)).toEqual(['23 early 王芳', '24 early 王芳']);
  });
});

describe('what somebody has come to', () => {
  beforeEach(() => {
    plan(ctx, '王芳', 'early', MONDAY);
    come(on(ctx, '11-23 06:40'), { staff: '王芳', on: undefined, shift: undefined });
  });

  it.each<[string, (when: TestCtx) => unknown]>([
    ['planned anew', (when) => plan(when, '王芳', 'late', MONDAY)],
    [
      'dropped',
      (when) =>
        dropTurns(when, {
          ...{ staff: '王芳', fromOn: MONDAY, untilOn: MONDAY },
          ...{ shift: undefined, reason: '误排' },
        }),
    ],
    [
      'swapped',
      (when) =>
        swapTurns(when, {
          ...{ staff: '王芳', with: '李娜', on: MONDAY, shift: undefined },
          ...{ back: undefined, backShift: undefined, give: true, reason: undefined },
        }),
    ],
  ])('cannot be %s', (_, deed) => {
    expect(() => deed(on(ctx, '11-23 09:00'))).toThrow(refusal('turn_attended'));
    expect(planned(ctx, true)).toEqual(['23 early 王芳']);
  });
});

describe('what must hold of the roster', () => {
  it.each(invariants.map(({ key }) => key))('%s is seen to be broken', (key) => {
    expect(offended()).toEqual([]);
    ctx.ledger.db.exec(BROKEN[key] ?? '');
    expect(offended()).toEqual([key]);
  });
});
