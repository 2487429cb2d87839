import { beforeEach, describe, expect, it } from 'vitest';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { findAndTell, findResidents } from '../../src/registry/find.ts';
import type { NewResident } from '../../src/registry/residents.ts';
import {
  addResident,
  editResident,
  listResidents,
  requireResident,
  staysOf,
} from '../../src/registry/residents.ts';
import { addUnit, requireUnit } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { makeCtx } from '../support/ledger.ts';

const readName = await loadPinyin();

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
  for (const code of ['3-2-1501', '3-2-1502', '10-1-101', '商铺12', 'B1-023']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: null });
  }
});

const owner: NewResident = {
  unit: '3-2-1501',
  name: '张伟',
  phone: '13800005678',
  identity: null,
  role: 'owner',
  fromOn: '2020-06-30',
  untilOn: null,
};

const ID = '11010519491231002X';

const journal = (): Record<string, unknown>[] =>
  ctx.ledger.db
    .prepare<[], string>('SELECT changes FROM journal ORDER BY seq')
    .pluck()
    .all()
    .map((changes) => JSON.parse(changes));

const add = (change: Partial<NewResident> = {}) =>
  addResident(ctx, { ...owner, ...change }, readName);

const livedIn = (unit: string, on: string | undefined) =>
  listResidents(ctx.ledger, { unit, on }).map((it) => it.name);

describe('who lived where on a day', () => {
  beforeEach(() => {
    add({ untilOn: '2024-03-31' });
    add({ name: '王芳', phone: '13900001234', fromOn: '2024-04-01' });
    add({ name: '李娜', phone: null, role: 'tenant', fromOn: null, untilOn: '2021-12-31' });
  });
  it.each([
    ['the day before the first came', '2020-06-29', ['李娜']],
    ['the first day', '2020-06-30', ['张伟', '李娜']],
    ['the last day', '2024-03-31', ['张伟']],
    ['the day after it', '2024-04-01', ['王芳']],
    ['any time', undefined, ['张伟', '王芳', '李娜']],
  ])('%s', (_, day, names) => {
    expect(livedIn('3-2-1501', day)).toEqual(names);
  });
});

describe('one person, several records', () => {
  it('the same name and phone is the same person', () => {
    const first = add();
    const second = add({ unit: '商铺12' });
    expect(second.personId).toBe(first.personId);
    expect(staysOf(ctx.ledger, first).map((stay) => stay.unit)).toEqual(['3-2-1501', 'S-12']);
  });

  it('the same name with another phone is another person', () => {
    expect(add({ unit: '商铺12', phone: '13800009999' }).personId).not.toBe(add().personId);
  });

  it('the same identity number is the same person, whatever the phone', () => {
    const first = add({ identity: ID });
    expect(add({ identity: ID, phone: null, unit: '商铺12' }).personId).toBe(first.personId);
  });

  it('nobody lives twice in one unit at one time, but may come back', () => {
    const { id } = add({ untilOn: '2022-01-01' });
    expect(() => add({ fromOn: '2022-01-01' })).toThrow('resident_exists');
    expect(add({ fromOn: '2022-01-02' }).id).not.toBe(id);
  });

  it('the same identity number with a new phone: the phone is new everywhere', () => {
    const first = add({ identity: ID });
    add({ identity: ID, phone: '13900009999', unit: '商铺12' });
    expect(requireResident(ctx.ledger, first.id).phone).toBe('13900009999');
    expect(journal().at(-1)).toEqual({
      unit: 'S-12',
      role: 'owner',
      fromOn: '2020-06-30',
      untilOn: null,
      phone: '***',
    });
  });

  it('the same identity number under another name is refused, and nothing of it is stored', () => {
    add({ identity: ID });
    expect(() => add({ identity: ID, name: '张小伟', unit: '商铺12' })).toThrow('identity_taken');
    expect(listResidents(ctx.ledger)).toHaveLength(1);
  });

  it('who is recognised by name and phone gains the identity number', () => {
    const first = add();
    add({ identity: ID, unit: '商铺12' });
    expect(requireResident(ctx.ledger, first.id).identity).toBe(ID);
    expect(add({ identity: ID, phone: null, unit: 'B1-023' }).personId).toBe(first.personId);
  });

  it('the same name and phone with another identity number is another person', () => {
    const first = add({ identity: ID });
    expect(add({ identity: '110105194912310011' }).personId).not.toBe(first.personId);
  });

  it("nobody is given another person's identity number", () => {
    add({ identity: ID });
    const { id } = add({ name: '李娜', phone: null });
    expect(() => editResident(ctx, id, { identity: ID }, readName)).toThrow('identity_taken');
    expect(requireResident(ctx.ledger, id).identity).toBeNull();
  });

  it.each([
    ['a last day that reaches the next stay', { untilOn: '2024-01-01' }, 'resident_exists'],
    ['a last day before it', { untilOn: '2023-12-31' }, undefined],
    ['its own period', { untilOn: '2022-01-01' }, undefined],
    ['another role', { role: 'family', untilOn: '2024-01-01' }, undefined],
    ['the phone', { phone: '13900009999' }, undefined],
    ['a last day before the first', { untilOn: '2019-01-01' }, 'period_reversed'],
  ] as const)('editing %s', (_, edit, code) => {
    const { id } = add({ untilOn: '2022-01-01' });
    add({ fromOn: '2024-01-01' });
    const act = () => editResident(ctx, id, edit, readName);
    if (code) expect(act).toThrow(code);
    else expect(act()).toMatchObject(edit);
  });

  it('a new phone is new everywhere, a new role only here', () => {
    const first = add();
    const second = add({ unit: '商铺12' });
    editResident(ctx, first.id, { phone: '13800001111', role: 'family' }, readName);
    expect(requireResident(ctx.ledger, second.id)).toMatchObject({
      phone: '13800001111',
      role: 'owner',
    });
  });
});

it('a wrong last day and a wrong phone can be taken away again', () => {
  const { id } = add({ untilOn: '2026-12-31' });
  const edited = editResident(ctx, id, { untilOn: null, phone: null }, readName);
  expect(edited).toMatchObject({ untilOn: null, phone: null });
  expect(requireResident(ctx.ledger, id)).toMatchObject({ untilOn: null, phone: null });
});

describe('what is refused', () => {
  it.each([
    ['an unknown unit', { unit: '3-2-1503' }, 'unknown_unit'],
    ['a period that ends before it begins', { untilOn: '2020-06-29' }, 'period_reversed'],
  ])('%s', (_, change, code) => {
    expect(() => add(change)).toThrow(code);
  });

  it('an unknown unit names those like it', () => {
    expect(() => requireUnit(ctx.ledger, '3-1-1501')).toThrow(
      expect.objectContaining({ hint: expect.objectContaining({ en: 'Did you mean 3-2-1501?' }) }),
    );
  });
});

describe('finding', () => {
  beforeEach(() => {
    add();
    add({ name: '张伟强', phone: '13900005678', unit: '3-2-1502' });
    add({ name: '单雄信', phone: '13700001501', unit: '10-1-101' });
    add({ name: 'ABC公司', phone: '0755-26001234', unit: '商铺12' });
    add({ name: '张伟', phone: '13600000001', unit: 'B1-023', untilOn: '2021-01-01' });
  });
  it.each([
    [
      'a whole name first, those who left last',
      '张伟',
      ['张伟 3-2-1501', '张伟 B1-023', '张伟强 3-2-1502'],
    ],
    ['a part of a name', '伟强', ['张伟强 3-2-1502']],
    ['pinyin', 'zhangwei', ['张伟 3-2-1501', '张伟 B1-023', '张伟强 3-2-1502']],
    ['initials', 'zwq', ['张伟强 3-2-1502']],
    ['a surname with its own sound', 'shan', ['单雄信 10-1-101']],
    ['the last four digits', '5678', ['张伟 3-2-1501', '张伟强 3-2-1502']],
    ['a unit before a phone that holds its digits', '1501', ['单雄信 10-1-101', '张伟 3-2-1501']],
    ['a unit as people write it', '3栋2单元1501', ['张伟 3-2-1501']],
    ['the beginning of a unit', '3-2', ['张伟 3-2-1501', '张伟强 3-2-1502']],
    ['a shop', '商铺12', ['ABC公司 S-12']],
    ['latin letters of a name', 'abc', ['ABC公司 S-12']],
    ['full-width', '５６７８', ['张伟 3-2-1501', '张伟强 3-2-1502']],
    ['nobody', '赵', []],
    ['a sign that means something to SQL', "%'", []],
    ['nothing', '  ', []],
  ])('%s: %s', (_, typed, expected) => {
    expect(findResidents(ctx, typed).map((it) => `${it.name} ${it.unit}`)).toEqual(expected);
  });
});

it('says when there are more than are shown', () => {
  for (let at = 0; at < 4; at += 1) add({ phone: `1380000000${at}` });
  expect(findAndTell(ctx, '张伟', 4)).toHaveLength(4);
  expect(ctx.warnings).toEqual([]);
  expect(findAndTell(ctx, '张伟', 3)).toHaveLength(3);
  expect(ctx.warnings).toHaveLength(1);
});

it.each([
  ['of an owner', 'owner', 'wy resident transfer --unit 3-2-1501'],
  ['of a tenant', 'tenant', 'wy resident add --unit 3-2-1501 --role tenant'],
] as const)('a name that is changed may be %s who came after them', (_, role, line) => {
  const { id } = add({ role });
  editResident(ctx, id, { phone: '13800001111' }, readName);
  expect(ctx.warnings).toEqual([]);
  editResident(ctx, id, { name: '周敏' }, readName);
  expect(ctx.warnings.at(-1)?.en).toContain(line);
});

describe('the journal', () => {
  it('names the fields as the records do, with their units', () => {
    const { id } = add();
    editResident(ctx, id, { untilOn: '2026-12-31', name: '张小伟' }, readName);
    const [unit, , , , , added, edited] = journal().slice(2);
    expect(unit).toEqual({ areaThousandths: 89_530, use: 'residential', handoverOn: null });
    expect(added).toEqual({
      unit: '3-2-1501',
      role: 'owner',
      fromOn: '2020-06-30',
      untilOn: null,
    });
    expect(edited).toEqual({ name: '***', untilOn: '2026-12-31' });
  });

  it('holds no personal values', () => {
    const { id } = add();
    editResident(
      ctx,
      id,
      { phone: '13800001111', name: '张小伟', untilOn: '2026-12-31' },
      readName,
    );
    const lines = ctx.ledger.db.prepare('SELECT * FROM journal').all();
    const text = JSON.stringify(lines);
    expect(text).not.toMatch(/张|1380000/);
    expect(text).toContain('2026-12-31');
  });
});
