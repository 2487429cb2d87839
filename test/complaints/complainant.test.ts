import { beforeEach, describe, expect, it } from 'vitest';
import type { NewComplaint } from '../../src/complaints/opening.ts';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { addResident } from '../../src/registry/residents.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import type { TestCtx } from '../support/ledger.ts';
import { complaintDesk, log } from './desk.ts';

const readName = await loadPinyin();

let desk: TestCtx;

beforeEach(async () => {
  desk = await complaintDesk();
  const live = (
    unit: string,
    name: string,
    phone: string | null,
    untilOn: string | null = null,
    role: 'owner' | 'tenant' = 'owner',
  ) =>
    addResident(
      desk,
      { unit, name, phone, identity: null, role, fromOn: '2020-01-01', untilOn },
      readName,
    );
  live('3-2-1501', '张伟', '13900005678');
  live('3-2-1502', '李娜', '13900006789');
  // Two households of one name, one person with two homes, one who left yesterday.
  live('3-2-1501', '王磊', '13900001111');
  live('3-2-1502', '王磊', '13900002222');
  live('3-2-1501', '赵静', '13900003333', null, 'tenant');
  live('3-2-1502', '赵静', '13900003333', null, 'tenant');
  live('3-2-1502', '孙丽', '13900004444', '2026-11-21');
  // One person, twice in one unit.
  live('3-2-1502', '周敏', '13900007777');
  live('3-2-1502', '周敏', '13900007777', null, 'tenant');
});

describe('whose unit it is', () => {
  it.each<[string, Partial<NewComplaint>, string | null]>([
    ['a name registered once', { who: '张伟' }, '3-2-1501'],
    ['in other letters', { who: ' 张伟　' }, '3-2-1501'],
    ['part of a name', { who: '张' }, null],
    ['a name nobody has', { who: '钱多多' }, null],
    ['a phone', { phone: '13900006789' }, '3-2-1502'],
    ['a phone nobody has', { phone: '13900009999' }, null],
    ['one name in two households', { who: '王磊' }, null],
    ['that name with the phone of one', { who: '王磊', phone: '13900002222' }, '3-2-1502'],
    ['a registered name with a new phone', { who: '张伟', phone: '13900009999' }, '3-2-1501'],
    ['somebody at the phone of a household', { who: '钱多多', phone: '13900005678' }, '3-2-1501'],
    ['who has two homes', { phone: '13900003333' }, null],
    ['who is in one unit twice', { who: '周敏' }, '3-2-1502'],
    ['who left yesterday', { who: '孙丽' }, null],
    ['the unit that is typed', { who: '张伟', unit: '3-2-1502' }, '3-2-1502'],
  ])('%s', (_, who, unit) => {
    expect(log(desk, { unit: undefined, ...who })).toMatchObject({
      unit,
      caller: who.who === undefined ? null : who.who.trim(),
      phone: who.phone ?? null,
    });
  });

  it('several households are named, none is taken', () => {
    log(desk, { unit: undefined, who: '王磊' });
    expect(desk.warnings[0]?.zh).toContain('3-2-1501、3-2-1502');
    expect(desk.warnings[0]?.zh).not.toContain('王磊');
  });

  it('an anonymous letter has its place, and nobody else', () => {
    expect(log(desk, { unit: undefined, place: '北门', channel: 'letter' })).toMatchObject({
      unit: null,
      place: '北门',
      caller: null,
    });
  });

  it.each<[string, { unit?: string; place?: string }, Partial<NewComplaint>, object]>([
    ['its unit', { unit: '3-2-1501' }, {}, { unit: '3-2-1501', place: null }],
    ['its place', { place: '3栋大堂' }, {}, { unit: null, place: '3栋大堂' }],
    ['but who complains comes first', { unit: '3-2-1501' }, { who: '李娜' }, { unit: '3-2-1502' }],
    ['and settles which of several', { unit: '3-2-1501' }, { who: '王磊' }, { unit: '3-2-1501' }],
  ])('a repair brings %s', (_, where, change, expected) => {
    openTicket(desk, {
      unit: where.unit,
      place: where.place,
      item: '漏水',
      system: undefined,
      part: undefined,
      damage: undefined,
      caller: undefined,
      phone: undefined,
      category: 'general',
      urgent: false,
      appointmentAt: undefined,
      charge: 'free',
    });
    expect(log(desk, { unit: undefined, about: '001', ...change })).toMatchObject(expected);
  });
});
