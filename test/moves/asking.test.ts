import { beforeEach, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('resident move-in --unit 3-2-1501 --as owner --name 张伟 --phone 13900005678');
});

const ask = (line: string) => {
  const keyboard = new Keyboard();
  return { keyboard, saying: desk.say(line, { terminal: keyboard, columns: 80 }) };
};

it('what is still missing is there to be ticked', async () => {
  await desk.say('resident paper 001 --add 身份证');
  const { keyboard, saying } = ask('resident paper 001');
  await keyboard.on('收到哪些', KEYS.space, KEYS.down, KEYS.space, KEYS.enter);
  expect(keyboard.screen).not.toContain('身份证');
  const { out } = await saying;
  expect(out).toContain('✓ 身份证、购房凭证、交房凭证');
});

it('goods are asked for with how many they are, their numbers and a signature', async () => {
  const { keyboard, saying } = ask('resident handout 001');
  await keyboard.on('发放哪些', KEYS.space, KEYS.enter);
  await keyboard.on('数量', '3', KEYS.enter);
  await keyboard.on('说明', 'A-1501', KEYS.enter);
  await keyboard.on('签字人', '张伟', KEYS.enter);
  expect((await saying).out).toContain('✓ 钥匙 ×3  A-1501  张伟 签字');
});

it('meters are asked for one by one, and who confirmed them', async () => {
  const { keyboard, saying } = ask('resident meter');
  await keyboard.on('资料编号', KEYS.enter);
  await keyboard.on('水表', '12.3', KEYS.enter);
  await keyboard.on('电表', '45', KEYS.enter);
  await keyboard.on('燃气表', KEYS.enter);
  await keyboard.on('确认人', '张伟', KEYS.enter);
  expect((await saying).out).toContain('✓ 水表 12.3、电表 45  张伟 确认');
});

it('what is there can be ticked to be struck out', async () => {
  await desk.say('resident paper 001 --add 身份证,购房凭证');
  const { keyboard, saying } = ask('resident strike 001');
  await keyboard.on('划去哪些', KEYS.down, KEYS.space, KEYS.enter);
  await keyboard.on('原因', '只有复印件', KEYS.enter);
  expect((await saying).out).toMatch(/✓ 身份证\n/);
});

it('a file that cannot take the step is refused before anything is asked', async () => {
  const { saying } = ask('resident return 001');
  const said = await saying;
  expect([said.code, said.out]).toEqual([1, '']);
  expect(said.err).toContain('这一步只用于迁离');
});
