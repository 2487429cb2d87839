import { describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

async function furnished(): Promise<FrontDesk> {
  const desk = await frontDesk();
  await desk.say('staff add 李强 --role engineering');
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('unit add 3-2-1502 --area 60');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --phone 13800000002 --role owner');
  return desk;
}

describe('what is missing is asked for on a terminal', () => {
  it('finds the unit by the initials of who lives there, and leaves empty what may be', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('ticket open', { terminal: keyboard, columns: 80 });
    await keyboard.on('房号', 'zw');
    await keyboard.on('3-2-1501  张伟', KEYS.enter);
    await keyboard.on('报修内容', '漏水', KEYS.enter);
    await keyboard.on('联系电话（可留空）', KEYS.enter);
    await keyboard.on('类别', KEYS.enter);
    await keyboard.on('急修', KEYS.enter);
    await keyboard.on('约定上门时间（可留空）', KEYS.enter);
    const said = await saying;
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('交房日期') });
    expect(said.out).toMatch(/T261122-001.*3-2-1501.*漏水/s);
  });

  it('asks for the place when the unit is left empty', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('ticket open --item 灯不亮 --phone 13800000003', {
      terminal: keyboard,
      columns: 80,
    });
    await keyboard.on('房号', KEYS.enter);
    await keyboard.on('公共部位', KEYS.enter);
    await keyboard.on('必须填写', '3栋大堂', KEYS.enter);
    await keyboard.on('类别', KEYS.enter);
    await keyboard.on('急修', 'y', KEYS.enter);
    await keyboard.on('约定上门时间', KEYS.enter);
    expect((await saying).out).toContain('3栋大堂');
  });

  it('says what is wrong with an answer and keeps it for mending', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('unit add 3-2-1503', { terminal: keyboard, columns: 80 });
    await keyboard.on('建筑面积', '大', KEYS.enter);
    await keyboard.on('这不是一个数字', '\u007f', '80', KEYS.enter);
    await keyboard.on('交房日期', '昨天', KEYS.enter);
    expect((await saying).out).toMatch(/80.*2026-11-21/s);
  });

  it('offers choices, several where several may be taken', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('staff add 赵敏', { terminal: keyboard, columns: 80 });
    await keyboard.on('岗位', KEYS.space, KEYS.down, KEYS.space, KEYS.enter);
    await keyboard.on('电话', KEYS.enter);
    expect((await saying).out).toContain('客服管理员、客服主管');
  });

  it('offers the staff and the tickets that wait for this step', async () => {
    const desk = await furnished();
    await desk.say('ticket open --unit 3-2-1501 --item 漏水 --charge paid');
    await desk.say('ticket open --unit 3-2-1502 --item 换锁 --charge paid');
    await desk.say('ticket finish 002 --work 换好');
    const keyboard = new Keyboard();
    const saying = desk.say('ticket assign', { terminal: keyboard, columns: 80 });
    await keyboard.on('T261122-001  3-2-1501  漏水', KEYS.enter);
    await keyboard.on('李强  工程维修', '李');
    await keyboard.on('❯ 李强', KEYS.enter);
    expect((await saying).out).toMatch(/李强/s);
    expect(keyboard.screen).not.toContain('T261122-002');
  });

  it('asks in English', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('resident add --lang en --unit 3-2-1502', {
      terminal: keyboard,
      columns: 80,
    });
    await keyboard.on('? Name', 'Wang Wu', KEYS.enter);
    await keyboard.on('Phone (may be empty)', KEYS.enter);
    await keyboard.on('Role', KEYS.down, KEYS.enter);
    expect((await saying).out).toContain('tenant');
    expect(keyboard.screen).toContain('↑↓ choose');
  });

  it.each([
    ['Ctrl-C', KEYS.ctrlC],
    ['Esc', KEYS.escape],
  ])('%s writes nothing and exits with 130', async (_, key) => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const saying = desk.say('ticket open', { terminal: keyboard, columns: 80 });
    await keyboard.on('房号', key);
    expect(await saying).toMatchObject({ code: 130, out: '', err: '已取消，没有写入。\n' });
    expect((await desk.say('ticket list --json')).json).toEqual([]);
  });

  it.each(['--no-input', '--json'])('%s never asks', async (option) => {
    const desk = await furnished();
    const said = await desk.say(`ticket open ${option}`, { terminal: new Keyboard(), columns: 80 });
    expect(said.code).toBe(2);
  });

  it('a command typed in full asks for nothing', async () => {
    const desk = await furnished();
    const keyboard = new Keyboard();
    const said = await desk.say('ticket open --unit 3-2-1501 --item 漏水', {
      terminal: keyboard,
      columns: 80,
    });
    expect(said.code).toBe(0);
    expect(keyboard.screen).toBe('');
  });
});
