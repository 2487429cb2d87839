import { beforeEach, describe, expect, it } from 'vitest';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { recordGreeting } from '../../src/registry/greetings.ts';
import { invariants } from '../../src/registry/invariants.ts';
import type { Greeting } from '../../src/registry/model.ts';
import {
  addResident,
  editResident,
  listResidents,
  type NewResident,
  requireResident,
} from '../../src/registry/residents.ts';
import { birthdayOf, changedGreeting, UNASKED } from '../../src/registry/rules.ts';
import { addUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const readName = await loadPinyin();

/** Born on 1949-12-31. */
const ID = '11010519491231002X';

const agreed: Greeting = { greet: true, birthday: '05-03', greetedOn: '2026-05-01' };
const declined: Greeting = { greet: false, birthday: null, greetedOn: null };

describe('what is kept of a wish (rule 77)', () => {
  it.each<[string, Greeting, Parameters<typeof changedGreeting>[1], Greeting]>([
    ['nothing said, nobody asked', UNASKED, {}, UNASKED],
    ['nothing said, agreed before', agreed, {}, agreed],
    ['agrees, no birthday told', UNASKED, { greet: true }, { ...UNASKED, greet: true }],
    [
      'agrees and tells it',
      UNASKED,
      { greet: true, birthday: '05-03' },
      { ...agreed, greetedOn: null },
    ],
    ['tells another', agreed, { birthday: '05-04' }, { ...agreed, birthday: '05-04' }],
    ['the birthday made empty', agreed, { birthday: null }, { ...agreed, birthday: null }],
    ['agrees again', agreed, { greet: true }, agreed],
    ['withdraws: all is forgotten', agreed, { greet: false }, declined],
    ['withdraws and empties it', agreed, { greet: false, birthday: null }, declined],
    ['declines at once', UNASKED, { greet: false }, declined],
  ])('%s', (_, before, edit, expected) => {
    expect(changedGreeting(before, edit)).toEqual(expected);
  });

  it.each<[string, Greeting, Parameters<typeof changedGreeting>[1]]>([
    ['of somebody nobody asked', UNASKED, { birthday: '05-03' }],
    ['of somebody who declined', declined, { birthday: '05-03' }],
    ['while the consent is withdrawn', agreed, { greet: false, birthday: '05-03' }],
  ])('a birthday is refused %s', (_, before, edit) => {
    expect(() => changedGreeting(before, edit)).toThrow('no_consent');
  });
});

describe('the birthday that counts', () => {
  it.each([
    ['the one told', { ...agreed, identity: ID }, '05-03'],
    ['else that of the identity number', { ...agreed, birthday: null, identity: ID }, '12-31'],
    ['none of a passport', { ...agreed, birthday: null, identity: 'E12345678' }, undefined],
    ['none where nothing is known', { ...agreed, birthday: null, identity: null }, undefined],
    ['none without consent', { ...UNASKED, identity: ID }, undefined],
    ['none once declined', { ...declined, identity: ID }, undefined],
  ])('%s', (_, it, expected) => {
    expect(birthdayOf(it)).toBe(expected);
  });
});

describe('residents and their wishes', () => {
  let ctx: TestCtx;

  const resident: NewResident = {
    unit: '3-2-1501',
    name: '张伟',
    phone: '13800005678',
    identity: null,
    role: 'owner',
    fromOn: '2020-06-30',
    untilOn: null,
  };

  const add = (change: Partial<NewResident> = {}) =>
    addResident(ctx, { ...resident, ...change }, readName);

  const edit = (id: number, change: Parameters<typeof editResident>[2]) =>
    editResident(ctx, id, change, readName);

  const lastChanges = () =>
    JSON.parse(
      ctx.ledger.db
        .prepare<[], string>('SELECT changes FROM journal ORDER BY seq DESC LIMIT 1')
        .pluck()
        .get() ?? '',
    );

  const wishOf = (id: number) => {
    const { greet, birthday, greetedOn } = requireResident(ctx.ledger, id);
    return { greet, birthday, greetedOn };
  };

  beforeEach(async () => {
    ctx = await makeCtx();
    for (const code of ['3-2-1501', '商铺12']) {
      addUnit(ctx, { code, areaThousandths: 80_000, use: 'residential', handoverOn: null });
    }
  });

  it('nobody is asked unless it is said', () => {
    expect(wishOf(add().id)).toEqual(UNASKED);
    expect(lastChanges()).not.toHaveProperty('greet');
  });

  it('the journal tells the consent and hides the birthday', () => {
    add({ greet: true, birthday: '05-03' });
    expect(lastChanges()).toMatchObject({ greet: true, birthday: '***' });
  });

  it('the wish is the person’s, in every unit', () => {
    const { id } = add({ greet: true, birthday: '05-03' });
    const shop = add({ unit: '商铺12' });
    expect(shop).toMatchObject({ greet: true, birthday: '05-03' });
    edit(shop.id, { greet: false });
    expect(wishOf(id)).toEqual(declined);
    expect(lastChanges()).toEqual({ greet: false, birthday: null });
  });

  it('what is said again changes nothing and leaves no line', () => {
    const { id } = add({ greet: true, birthday: '05-03' });
    const lines = () =>
      ctx.ledger.db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get();
    const before = lines();
    edit(id, { greet: true, birthday: '05-03' });
    expect(lines()).toBe(before);
  });

  it('a refused birthday leaves nothing of the edit', () => {
    const { id } = add();
    expect(() => edit(id, { phone: '13900009999', birthday: '05-03' })).toThrow('no_consent');
    expect(requireResident(ctx.ledger, id).phone).toBe('13800005678');
  });

  it('a new phone leaves the wish alone', () => {
    const { id } = add({ greet: true, birthday: '05-03' });
    edit(id, { phone: '13900009999' });
    expect(wishOf(id)).toMatchObject({ greet: true, birthday: '05-03' });
  });

  it.each([
    ['nothing is known of it', { greet: true }, 1],
    ['it is told', { greet: true, birthday: '05-03' }, 0],
    ['the identity number tells it', { greet: true, identity: ID }, 0],
    ['they declined', { greet: false }, 0],
  ])('asks for the birthday where %s', (_, change, warnings) => {
    add(change);
    expect(ctx.warnings).toHaveLength(warnings);
  });

  it('a card sent is kept until the consent is withdrawn', () => {
    const { id } = add({ greet: true, birthday: '11-25' });
    expect(recordGreeting(ctx, id).greetedOn).toBe('2026-11-22');
    expect(lastChanges()).toEqual({ greetedOn: '2026-11-22' });
    edit(id, { greet: false });
    expect(wishOf(id)).toEqual(declined);
  });

  it('no card goes to whoever has not agreed', () => {
    const { id } = add();
    expect(() => recordGreeting(ctx, id)).toThrow('no_consent');
    expect(() => recordGreeting(ctx, 99)).toThrow('unknown_resident');
  });

  it.each([
    ['a birthday without consent', 'greet = NULL'],
    ['a birthday of somebody who declined', 'greet = 0'],
    ['a birthday that no year has', "birthday = '02-30'"],
    ['a card on no day', "greeted_on = '2026-02-30'"],
  ])('%s is found by doctor', (_, change) => {
    const { id } = add({ greet: true, birthday: '02-29' });
    const sql = invariants.find(({ key }) => key === 'registry.greetings')?.sql ?? '';
    const found = () => ctx.ledger.db.prepare(sql).pluck().all();
    expect(found()).toEqual([]);
    ctx.ledger.db.exec(`UPDATE people SET ${change}`);
    expect(found()).toEqual([`resident ${id}`]);
  });

  it('only those who agreed are listed', () => {
    add({ greet: true });
    add({ name: '李娜', greet: false });
    add({ name: '王强' });
    expect(listResidents(ctx.ledger, { greet: true }).map(({ name }) => name)).toEqual(['张伟']);
  });
});
