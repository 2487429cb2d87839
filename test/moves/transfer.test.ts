import { beforeEach, describe, expect, it } from 'vitest';
import { completeFile } from '../../src/moves/ending.ts';
import { requireFile } from '../../src/moves/record.ts';
import { editResident } from '../../src/registry/residents.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import {
  completed,
  countRows,
  journal,
  live,
  makeDesk,
  on,
  supply,
  transfer,
  UNIT,
  whoOn,
} from './desk.ts';

let morning: TestCtx;

beforeEach(async () => {
  morning = await makeDesk();
});

const noPinyin = () => ({ pinyin: '', initials: '' });

describe('who lived there on any day', () => {
  it('the old owner until the day before, the new one from the day on', () => {
    live(morning, '张伟', 'owner', { fromOn: '2020-06-30' });
    const { no } = transfer(morning);
    expect(whoOn(morning, '2026-12-01')).toEqual(['张伟 owner']);
    completed(morning, no);
    expect(whoOn(morning, '2020-06-29')).toEqual([]);
    expect(whoOn(morning, '2020-06-30')).toEqual(['张伟 owner']);
    expect(whoOn(morning, '2026-11-30')).toEqual(['张伟 owner']);
    expect(whoOn(morning, '2026-12-01')).toEqual(['周敏 owner']);
    expect(violated(morning)).toEqual([]);
  });

  it('one change of owner after the other', () => {
    live(morning, '张伟', 'owner');
    completed(morning, transfer(morning, { fromOn: '2026-11-22' }).no);
    const again = { name: '李静', phone: '13800000007', fromOn: '2026-11-22' };
    expect(() => transfer(morning, again)).toThrow('owner_since');
    completed(morning, transfer(morning, { ...again, fromOn: '2026-11-23' }).no);
    expect(whoOn(morning, '2026-11-21')).toEqual(['张伟 owner']);
    expect(whoOn(morning, '2026-11-22')).toEqual(['周敏 owner']);
    expect(whoOn(morning, '2026-11-23')).toEqual(['李静 owner']);
  });

  it('all owners give it up, unless one is named', () => {
    live(morning, '张伟', 'owner');
    const partner = live(morning, '李梅', 'owner');
    completed(morning, transfer(morning, { ownerId: partner.id }).no);
    expect(whoOn(morning, '2026-11-30')).toEqual(['张伟 owner', '李梅 owner']);
    expect(whoOn(morning, '2026-12-01')).toEqual(['张伟 owner', '周敏 owner']);
    completed(morning, transfer(morning, { name: '李静', fromOn: '2026-12-10' }).no);
    expect(whoOn(morning, '2026-12-10')).toEqual(['李静 owner']);
  });

  it('a co-owner takes the rest over and goes on as before', () => {
    live(morning, '张伟', 'owner');
    const partner = live(morning, '李梅', 'owner');
    const share = { name: '张伟', phone: undefined, ownerId: partner.id };
    completed(morning, transfer(morning, share).no);
    expect(whoOn(morning, '2026-12-01')).toEqual(['张伟 owner']);
    const periods = morning.ledger.db
      .prepare('SELECT from_on, until_on FROM residents ORDER BY id')
      .raw()
      .all();
    expect(periods).toEqual([
      ['2026-01-01', null],
      ['2026-01-01', '2026-11-30'],
    ]);
  });

  it('the child of the house inherits it', () => {
    live(morning, '张伟', 'owner');
    live(morning, '张小明', 'family');
    completed(morning, transfer(morning, { name: '张小明', phone: '13800000008' }).no);
    expect(whoOn(morning, '2026-12-01')).toEqual(['张小明 family', '张小明 owner']);
    expect(morning.ledger.db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(2);
  });

  it('a unit whose owner nobody knew', () => {
    const { no } = transfer(morning);
    expect(morning.warnings[0]?.en).toContain('no owner registered');
    completed(morning, no);
    expect(whoOn(morning, '2026-12-01')).toEqual(['周敏 owner']);
  });
});

describe('debts stay with whoever owed them', () => {
  it('is said when the file is opened and when it is completed', () => {
    live(morning, '张伟', 'owner');
    const { no } = transfer(morning);
    completed(morning, no);
    const said = morning.warnings.filter(({ zh }) => zh.includes('欠费仍由原业主承担'));
    expect(said).toHaveLength(2);
    expect(said[0]?.en).toContain('debts from before 2026-12-01 stay with the former owner');
  });

  it('so is the family that is still registered', () => {
    live(morning, '张伟', 'owner');
    live(morning, '张小明', 'family');
    completed(morning, transfer(morning).no);
    expect(morning.warnings.at(-1)?.en).toContain('wy resident edit 2 --until 2026-11-30');
  });

  it('the family of the new owner is no matter', () => {
    live(morning, '张伟', 'owner');
    live(morning, '周小明', 'family', { fromOn: '2026-12-01' });
    completed(morning, transfer(morning).no);
    expect(morning.warnings.at(-1)?.en).not.toContain('family');
  });
});

describe('a change of owner is refused', () => {
  it.each([
    ['to the owner', { name: '张伟', phone: undefined }, 'same_owner'],
    ['of somebody who is no owner', { ownerId: 999 }, 'not_owner'],
    ['from the day on which the owner came', { fromOn: '2026-01-01' }, 'owner_since'],
    ['in an unknown unit', { unit: '9-9-999' }, 'unknown_unit'],
  ])('%s', (_, change, code) => {
    live(morning, '张伟', 'owner');
    const rows = countRows(morning);
    expect(() => transfer(morning, change)).toThrow(code);
    expect(countRows(morning)).toEqual(rows);
  });

  it('while papers are missing: the registry stays as it is', () => {
    live(morning, '张伟', 'owner');
    const { no } = transfer(morning);
    expect(() => completeFile(morning, no)).toThrow('file_incomplete');
    expect(whoOn(morning, '2026-12-01')).toEqual(['张伟 owner']);
  });

  it('at its completion, if the owner was changed to one of later meanwhile', () => {
    const { id } = live(morning, '张伟', 'owner');
    const { no } = transfer(morning);
    supply(morning, no);
    editResident(morning, id, { fromOn: '2026-12-01' }, noPinyin);
    expect(() => completeFile(morning, no)).toThrow('owner_since');
    expect(requireFile(morning, no).state).toBe('open');
  });

  it('not at its completion, if the registry was brought there by hand', () => {
    const { id } = live(morning, '张伟', 'owner');
    const { no } = transfer(morning);
    supply(morning, no);
    editResident(morning, id, { untilOn: '2026-11-30' }, noPinyin);
    live(morning, '周敏', 'owner', { phone: '13800000006', fromOn: '2026-12-01' });
    completeFile(morning, no);
    expect(whoOn(morning, '2026-12-01')).toEqual(['周敏 owner']);
    expect(violated(morning)).toEqual([]);
  });
});

describe('the file names who gives it up', () => {
  const names = (no: string) => requireFile(morning, no).previousOwners?.map(({ name }) => name);

  it('all owners, before the completion and after it', () => {
    live(morning, '张伟', 'owner');
    live(morning, '李梅', 'owner');
    const { no } = transfer(morning);
    expect(names(no)).toEqual(['张伟', '李梅']);
    completed(morning, no);
    expect(names(no)).toEqual(['张伟', '李梅']);
  });

  it('the one whose share changes hands', () => {
    live(morning, '张伟', 'owner');
    const partner = live(morning, '李梅', 'owner');
    expect(names(transfer(morning, { ownerId: partner.id }).no)).toEqual(['李梅']);
  });
});

it('an owner who came after the day of the change is pointed out, twice', () => {
  live(morning, '张伟', 'owner');
  completed(morning, transfer(morning, { fromOn: '2026-11-20' }).no);
  const { no } = transfer(morning, {
    name: '李静',
    phone: '13800000007',
    fromOn: '2026-11-10',
  });
  completed(morning, no);
  const said = morning.warnings.filter(({ en }) => en.includes('another owner (id 2)'));
  expect(said).toHaveLength(2);
  expect(said[0]?.zh).toContain('自 2026-11-20 起另有业主（编号 2）');
});

it('opened now for a day of last month', () => {
  live(morning, '张伟', 'owner');
  const { no } = transfer(morning, { fromOn: '2026-10-01' });
  completed(on(morning, '2026-11-23 10:00'), no);
  expect(whoOn(morning, '2026-09-30')).toEqual(['张伟 owner']);
  expect(whoOn(morning, '2026-10-01')).toEqual(['周敏 owner']);
});

it('the journal holds no personal values', () => {
  live(morning, '张伟', 'owner', { phone: '13800000002' });
  completed(morning, transfer(morning, { attendee: '刘洋' }).no);
  const told = journal(morning);
  for (const personal of ['张伟', '周敏', '刘洋', '13800000006', '13800000002']) {
    expect(told).not.toContain(personal);
  }
  expect(told).toContain(UNIT);
});
