import { beforeEach, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const PHONE = '13800000002';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('unit add 3-2-1502 --area 89.53');
  const who = `--name 张伟 --phone ${PHONE} --role owner`;
  await desk.say(`resident add --unit 3-2-1501 ${who}`);
  await desk.say(`resident add --unit 3-2-1502 ${who}`);
  await desk.say(`ticket open --unit 3-2-1501 --item 漏水 --charge free --phone ${PHONE}`);
});

it.each([
  ['a unit and those who live there', 'unit show 3-2-1501', ['3-2-1501', 'resident 1']],
  ['a person in all their units', 'resident show 1', ['resident 1', 'resident 2']],
  ['the residents listed', 'resident list --unit 3-2-1502', ['resident 2']],
  ['the residents found', 'resident find 张伟', ['resident 1', 'resident 2']],
  ['one that was changed', 'resident edit 2 --role tenant', ['resident 2']],
  ['a ticket', 'ticket show 001', ['T261122-001']],
  ['tickets', 'ticket list', ['T261122-001']],
  ['the staff', 'staff list', ['staff 1']],
  ['nothing found', 'resident find 赵', []],
])('the journal names %s, and no values', async (_, line, records) => {
  const { code } = await desk.say(`${line} --reveal`);
  expect(code).toBe(0);
  const [last] = (await desk.say('history --limit 1 --json')).json;
  const [noun, verb] = line.split(' ');
  expect(last).toMatchObject({
    action: 'reveal',
    changes: { command: `${noun} ${verb}`, records },
  });
});

it('shows in full only what --reveal asks for', async () => {
  expect((await desk.say('unit show 3-2-1501 --json')).out).not.toContain(PHONE);
  expect((await desk.say('unit show 3-2-1501 --json --reveal')).out).toContain(PHONE);
});
