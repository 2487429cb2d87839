import { beforeEach, describe, expect, it } from 'vitest';
import { birthdaysBetween } from '../../src/registry/birthday-rules.ts';
import type { Resident } from '../../src/registry/model.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const base: Resident = {
  id: 1,
  personId: 1,
  unit: '3-2-1501',
  name: '张伟',
  phone: '13800005678',
  identity: null,
  greet: true,
  birthday: '11-25',
  greetedOn: null,
  role: 'owner',
  fromOn: '2020-06-30',
  untilOn: null,
};

const between = (from: string, to: string, ...residents: Partial<Resident>[]) =>
  birthdaysBetween(
    residents.map((each) => ({ ...base, ...each })),
    from,
    to,
  );

describe('which birthdays stand on the list', () => {
  it.each([
    ['on the first day', '2026-11-25', '2026-12-02', {}, '2026-11-25'],
    ['on the last day', '2026-11-18', '2026-11-25', {}, '2026-11-25'],
    ['the day after the last', '2026-11-17', '2026-11-24', {}, undefined],
    ['yesterday', '2026-11-26', '2026-12-03', {}, undefined],
    [
      'across the turn of the year',
      '2026-12-28',
      '2027-01-04',
      { birthday: '01-01' },
      '2027-01-01',
    ],
    [
      'a leap day in a common year',
      '2027-02-25',
      '2027-03-04',
      { birthday: '02-29' },
      '2027-02-28',
    ],
    ['a leap day in a leap year', '2028-02-25', '2028-03-03', { birthday: '02-29' }, '2028-02-29'],
    ['birthday unknown', '2026-11-25', '2026-12-02', { birthday: null }, undefined],
    [
      'the last day they live there',
      '2026-11-22',
      '2026-11-29',
      { untilOn: '2026-11-25' },
      '2026-11-25',
    ],
    ['gone by then', '2026-11-22', '2026-11-29', { untilOn: '2026-11-24' }, undefined],
    ['moving in that day', '2026-11-22', '2026-11-29', { fromOn: '2026-11-25' }, '2026-11-25'],
    ['moving in the day after', '2026-11-22', '2026-11-29', { fromOn: '2026-11-26' }, undefined],
    ['open ends', '2026-11-22', '2026-11-29', { fromOn: null, untilOn: null }, '2026-11-25'],
  ])('%s', (_, from, to, change, on) => {
    expect(between(from, to, change)[0]?.on).toBe(on);
  });

  it('soonest first; somebody with two units once, where they still live', () => {
    const list = between(
      '2026-12-28',
      '2027-01-10',
      { id: 1, personId: 1, birthday: '01-02' },
      { id: 2, personId: 2, birthday: '12-30', untilOn: '2026-12-29' },
      { id: 3, personId: 2, birthday: '12-30', unit: 'S-12' },
      { id: 4, personId: 1, birthday: '01-02', unit: 'P-7' },
    );
    expect(list.map(({ id, on }) => [id, on])).toEqual([
      [3, '2026-12-30'],
      [1, '2027-01-02'],
    ]);
  });

  it.each([
    ['no card was sent', null, false],
    ['a card of a few days ago', '2026-11-22', true],
    ['a card of half a year ago', '2026-05-27', true],
    ['a day more', '2026-05-26', false],
    ['last year’s, sent late', '2025-11-28', false],
  ])('%s', (_, greetedOn, greeted) => {
    expect(between('2026-11-22', '2026-11-29', { greetedOn })[0]?.greeted).toBe(greeted);
  });
});

describe('wy visit birthdays', () => {
  let desk: FrontDesk;

  beforeEach(async () => {
    desk = await frontDesk();
    await desk.say('unit add 3-2-1501 --area 80');
    const add = 'resident add --unit 3-2-1501 --role family --from 2020-01-01 --name';
    await desk.say(`${add} 张伟 --phone 13800005678 --greet yes --birthday 11-29`);
    await desk.say(`${add} 李娜 --greet yes --id-no 11010519491231002X`);
    await desk.say(`${add} 王强 --id-no 110105194911250010`);
  });

  it('looks a week ahead unless told otherwise, and never at those nobody asked', async () => {
    const { json } = await desk.say('visit birthdays --json');
    expect(json).toEqual([
      {
        id: 1,
        unit: '3-2-1501',
        name: '张伟',
        phone: '138****5678',
        birthday: '11-29',
        on: '2026-11-29',
        greeted: false,
        next: 'wy visit greet 1',
      },
    ]);
    expect((await desk.say('visit birthdays --within 6d --json')).json).toEqual([]);
    const far = await desk.say('visit birthdays --within 39d --json');
    expect(far.json.map(({ id, on }: never) => [id, on])).toEqual([
      [1, '2026-11-29'],
      [2, '2026-12-31'],
    ]);
  });

  it('shows phones when asked, with one line in the journal', async () => {
    const said = await desk.say('visit birthdays --reveal --json');
    expect(said.json[0].phone).toBe('13800005678');
    const { json } = await desk.say('history --limit 1 --json');
    expect(json[0].changes).toEqual({ command: 'visit birthdays', records: ['resident 1'] });
  });

  it('marks whom a card was sent to', async () => {
    await desk.say('visit greet 1');
    expect((await desk.say('visit birthdays --json')).json[0].greeted).toBe(true);
    const refused = await desk.say('visit greet 3 --json');
    expect([refused.code, refused.error.code]).toEqual([1, 'no_consent']);
  });
});
