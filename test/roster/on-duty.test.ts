import { beforeEach, describe, expect, it } from 'vitest';
import { retireStaff } from '../../src/registry/staff.ts';
import { come, go, recordAbsence } from '../../src/roster/attendance.ts';
import type { ShiftOn } from '../../src/roster/model.ts';
import {
  onDuty,
  requireOnDuty,
  rosterNow,
  shiftAfter,
  shiftBefore,
  shiftNow,
} from '../../src/roster/on-duty.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { on, plan, refusal, rosterDesk } from './desk.ts';

const MONDAY = '2026-11-23';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await rosterDesk();
});

const names = (local: string, when = ctx) => onDuty(on(when, local)).map(({ name }) => name);
const own = { on: undefined, shift: undefined };

describe('who is on duty', () => {
  beforeEach(() => {
    plan(ctx, '李娜', 'early', MONDAY);
    plan(ctx, '赵敏', 'night', MONDAY);
  });

  it.each([
    ['the second before', '11-23 06:59:59', []],
    ['the first second', '11-23 07:00:00', ['李娜']],
    ['the last second', '11-23 14:59:59', ['李娜']],
    ['the second after', '11-23 15:00:00', []],
    ['before midnight', '11-23 23:59:59', ['赵敏']],
    ['after midnight, by the day on which it began', '11-24 06:59:59', ['赵敏']],
    ['the next morning', '11-24 07:00:00', []],
  ])('%s', (_, local, expected) => {
    expect(names(local)).toEqual(expected);
  });

  it('whoever heads the duty comes first: its own shift, director, supervisor', async () => {
    const policy = await policyOf('roster: {shifts: {chief: {active: yes}}}');
    const there = { ...ctx, policy };
    plan(there, '王芳,陈主任', 'night', MONDAY);
    expect(names('11-23 23:30', there)).toEqual(['陈主任', '王芳', '赵敏']);
    plan(there, '王芳', 'chief', MONDAY);
    expect(names('11-23 23:30', there)).toEqual(['王芳', '陈主任', '赵敏']);
  });

  it('not who is on leave, has gone or has left the staff', () => {
    plan(ctx, '王芳,陈主任', 'early', MONDAY);
    recordAbsence(ctx, {
      ...{ staff: '李娜', fromOn: MONDAY, untilOn: MONDAY },
      ...{ shift: undefined, because: 'sick', note: undefined },
    });
    come(on(ctx, '11-23 06:40'), { ...own, staff: '王芳' });
    go(on(ctx, '11-23 12:00'), { ...own, staff: '王芳' });
    expect(names('11-23 11:59:59')).toEqual(['陈主任', '王芳']);
    expect(names('11-23 12:00')).toEqual(['陈主任']);
    retireStaff(on(ctx, '11-23 12:00'), '陈主任');
    expect(names('11-23 12:00')).toEqual([]);
    expect(() => requireOnDuty(on(ctx, '11-23 12:00'))).toThrow(refusal('nobody_on_duty'));
  });
});

const told = (it: ShiftOn | undefined) =>
  it && `${it.day.slice(8)} ${it.shift} ${it.turns.map(({ staff }) => staff).join(' ')}`.trim();

describe('which shift is on, which before and after', () => {
  it.each([
    ['by the policy', '11-23 09:30', '23 early', '22 night', '23 late'],
    ['a night after midnight', '11-24 02:00', '23 night', '23 late', '24 early'],
    ['over the end of the month', '11-30 23:00', '30 night', '30 late', '01 early'],
    ['the first second of one', '11-23 15:00', '23 late', '23 early', '23 night'],
  ])('%s', (_, local, on_, before, after) => {
    const there = on(ctx, local);
    const now = shiftNow(there);
    expect(told(now)).toBe(on_);
    expect(now && told(shiftBefore(there, now))).toBe(before);
    expect(now && told(shiftAfter(there, now))).toBe(after);
  });

  it('names who is planned', () => {
    plan(ctx, '李娜,王芳', 'early', MONDAY);
    plan(ctx, '赵敏', 'late', MONDAY);
    const { on: now, next, turns } = rosterNow(on(ctx, '11-23 07:00'));
    expect([told(now), told(next)]).toEqual(['23 early 王芳 李娜', '23 late 赵敏']);
    expect(turns.map(({ staff }) => staff)).toEqual(['王芳', '李娜']);
  });

  it('keeps the hours that were planned when the policy has others', async () => {
    plan(ctx, '李娜', 'early', MONDAY);
    const policy = await policyOf('roster: {shifts: {early: {from: "08:00", until: "16:00"}}}');
    expect(told(shiftNow(on({ ...ctx, policy }, '11-23 07:30')))).toBe('23 early 李娜');
  });

  it('with hours between shifts knows the next one, days later too', async () => {
    const policy = await policyOf(
      `roster: {shifts: {early: {days: [mon], from: "09:00", until: "17:00"},
         late: {active: no}, night: {active: no}}}`,
    );
    const there = { ...ctx, policy };
    const { on: now, next } = rosterNow(on(there, '11-23 17:00'));
    expect([told(now), told(next)]).toEqual([undefined, '30 early']);
    expect(told(rosterNow(on(there, '11-23 16:59')).next)).toBe('30 early');
  });

  it('where shifts overlap by minutes, the one that takes over is next', async () => {
    const policy = await policyOf('roster: {shifts: {night: {until: "07:10"}}}');
    const there = { ...ctx, policy };
    const night = shiftNow(on(there, '11-24 06:00'));
    expect(told(night)).toBe('23 night');
    expect(night && told(shiftAfter(there, night))).toBe('24 early');
    expect(told(shiftNow(on(there, '11-24 07:05')))).toBe('24 early');
  });

  it('whoever heads the duty hands nothing over', async () => {
    const policy = await policyOf('roster: {shifts: {chief: {active: yes}}}');
    const there = { ...ctx, policy };
    plan(there, '陈主任', 'chief', MONDAY);
    expect(told(shiftNow(on(there, '11-23 20:00')))).toBe('23 late');
  });

  it('there may be none at all', async () => {
    const off = ['early', 'late', 'night'].map((key) => `${key}: {active: no}`).join(', ');
    const there = { ...ctx, policy: await policyOf(`roster: {shifts: {${off}}}`) };
    expect(rosterNow(there)).toMatchObject({ on: undefined, next: undefined, turns: [] });
  });
});
