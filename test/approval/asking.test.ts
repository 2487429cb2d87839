import { beforeEach, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2026-01-10');
  await desk.say('staff add 李强 --role engineering');
});

const ask = (line: string) => {
  const keyboard = new Keyboard();
  return { keyboard, saying: desk.say(line, { terminal: keyboard, columns: 80 }) };
};

const apply = (more = '') =>
  desk.say(
    `reno apply --unit 3-2-1501 --applicant owner --name 张伟 --contractor 宏达装饰 --foreman 赵军 --scope 厨卫翻新 --from 2026-12-01 --until 2027-01-20 ${more}`,
  );

it('an application is asked for piece by piece; a firm or the household itself', async () => {
  const { keyboard, saying } = ask(
    'reno apply --unit 3-2-1501 --applicant owner --name 张伟 --scope 刷墙 --from 2026-12-01 --until 2026-12-05',
  );
  await keyboard.on('施工单位', KEYS.enter);
  await keyboard.on('住户自行施工', 'y', KEYS.enter);
  await keyboard.on('施工负责人', '张伟', KEYS.enter);
  await keyboard.on('施工负责人电话', KEYS.enter);
  await keyboard.on('涉及哪些施工事项', KEYS.enter);
  await keyboard.on('小型、简单的装修', 'y', KEYS.enter);
  const { code, out } = await saying;
  expect(code).toBe(0);
  expect(out).toContain('自行施工');
});

it('who is registered is proposed; of several one is chosen', async () => {
  const line =
    'reno apply --unit 3-2-1501 --applicant owner --contractor 宏达装饰 --foreman 赵军 --phone 13900000007 --scope 翻新 --work gas --small --from 2026-12-01';
  await desk.say(
    'resident add --unit 3-2-1501 --name 周敏 --phone 13800003456 --role owner --from 2026-01-10',
  );
  const alone = ask(line);
  await alone.keyboard.on('建议：周敏，登记的业主', KEYS.enter);
  await alone.keyboard.on('施工到哪天', '2026-12-20', KEYS.enter);
  expect((await alone.saying).out).toContain('周敏（业主）');
  await desk.say('reno cancel 001 --reason 另约');
  await desk.say(
    'resident add --unit 3-2-1501 --name 周平 --phone 13800003457 --role owner --from 2026-01-10',
  );
  const several = ask(line);
  await several.keyboard.on('申请人', KEYS.down, KEYS.enter);
  await several.keyboard.on('施工到哪天', '2026-12-20', KEYS.enter);
  expect((await several.saying).out).toContain('周平（业主）');
});

it('somebody signs the promises', async () => {
  await apply();
  const { keyboard, saying } = ask('reno commit 001');
  await keyboard.on('全部条款', 'n', KEYS.enter);
  await keyboard.on('哪些条款', KEYS.space, KEYS.enter);
  await keyboard.on('住户签字人', KEYS.enter);
  await keyboard.on('施工队签字人', KEYS.enter);
  await keyboard.on('必须填写', '赵军', KEYS.enter);
  expect((await saying).code).toBe(0);
  expect((await desk.say('reno show 001')).out).toContain('承诺  施工队，1 条，签字 赵军');
});

it('what is still missing is there to be ticked', async () => {
  await apply('--papers drawings');
  const { keyboard, saying } = ask('reno paper 001');
  await keyboard.on('收到哪些', KEYS.space, KEYS.enter);
  expect(keyboard.screen).not.toContain('装修设计图纸');
  expect((await saying).out).not.toContain('室内装修说明书');
});

it('all that is to be promised is one answer', async () => {
  await apply();
  const { keyboard, saying } = ask('reno commit 001');
  await keyboard.on('全部条款', 'y', KEYS.enter);
  await keyboard.on('住户签字人', '张伟', KEYS.enter);
  await keyboard.on('施工队签字人', '赵军', KEYS.enter);
  expect((await saying).out).toContain('32/32');
});

it('grounds are asked for where it does not pass, and who gave an opinion', async () => {
  await apply();
  const { keyboard, saying } = ask('reno review 001');
  await keyboard.on('通过', 'n', KEYS.enter);
  await keyboard.on('不予通过', 'y', KEYS.enter);
  await keyboard.on('不予通过的理由', KEYS.space, KEYS.enter);
  await keyboard.on('工程维修意见', '涉及承重墙', KEYS.enter);
  await keyboard.on('意见人', '李强', KEYS.enter);
  const { code, out } = await saying;
  expect(code).toBe(0);
  expect(out).toContain('拆改承重墙（load-bearing）');
  expect(out).toContain('涉及承重墙');
});

it.each([
  ['review 001 --refuse', 'grounds_missing'],
  ['review 001 --pass --grounds pipes', 'grounds_to_pass'],
  ['review 001 --pass --text 好', 'grounds_to_pass'],
  ['review 001 --pass --refuse', 'one_of'],
  ['commit 001 --all', 'nobody_signed'],
  ['paper 001 --add gas,foo', 'unknown_code'],
  ['paper 001', 'missing_fields'],
])('reno %s is not readable', async (line, code) => {
  await apply();
  const said = await desk.say(`reno ${line} --json`);
  expect([said.code, said.error.code]).toEqual([2, code]);
});
