import { beforeAll, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeAll(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('ticket open --unit 3-2-1501 --item 水管漏水');
});

it('a person is offered the numbers of what the form is of', async () => {
  const keyboard = new Keyboard();
  const saying = desk.say('print', { terminal: keyboard, columns: 80 });
  await keyboard.on('单据', KEYS.enter);
  await keyboard.on('T261122-001', KEYS.enter);
  expect((await saying).out).toMatch(/单据 +维修工作单\n编号 +T261122-001/);
});

it('a person is offered the units, of a form of one', async () => {
  const keyboard = new Keyboard();
  const saying = desk.say('print household', { terminal: keyboard, columns: 80 });
  await keyboard.on('编号、房号或楼栋', '15');
  await keyboard.on('3-2-1501', KEYS.enter);
  expect((await saying).out).toMatch(/单据 +住户情况登记表\n编号 +3-2-1501/);
});

it('a template is copied without a question of what it is for', async () => {
  const keyboard = new Keyboard();
  const saying = desk.say('print --eject', { terminal: keyboard, columns: 80 });
  await keyboard.on('单据', KEYS.enter);
  expect(await saying).toMatchObject({ code: 0, err: '' });
});
