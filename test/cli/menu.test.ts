import { describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { desertedDesk, frontDesk } from '../support/session.ts';

describe('wy alone on a terminal', () => {
  it('shows the agenda, carries out what is chosen, shows what fails and goes on', async () => {
    const desk = await frontDesk();
    await desk.say('ticket open --place 大堂 --item 灯不亮 --at 2026-11-20');
    const keyboard = new Keyboard();
    const saying = desk.say('', { terminal: keyboard, columns: 80 });
    await keyboard.on('要办什么？', '查看工单', KEYS.enter);
    await keyboard.on('T261120-001', KEYS.enter);
    await keyboard.on('要办什么？', '查看工单', KEYS.enter);
    await keyboard.on('T261120-001', '999');
    await keyboard.on('❯ 999', KEYS.enter);
    await keyboard.on('要办什么？', '退出', KEYS.enter);
    const { code, out, err } = await saying;
    expect(code).toBe(0);
    expect(out).toMatch(/^翠湖花园.*已超期.*编号 +T261120-001/s);
    expect(err).toMatch(/^错误：没有编号为“999”的工单。\n编号形如 T261122-001；.*\n$/);
  });

  it('Esc thinks better of a piece of work, then leaves', async () => {
    const desk = await frontDesk();
    const keyboard = new Keyboard();
    const saying = desk.say('', { terminal: keyboard, columns: 80 });
    await keyboard.on('要办什么？', KEYS.enter);
    await keyboard.on('房号', KEYS.escape);
    await keyboard.on('要办什么？', KEYS.escape);
    expect(await saying).toMatchObject({ code: 0, err: '已取消，没有写入。\n' });
  });

  it('Ctrl-C leaves at once, from within a piece of work too', async () => {
    const desk = await frontDesk();
    const keyboard = new Keyboard();
    const saying = desk.say('', { terminal: keyboard, columns: 80 });
    await keyboard.on('要办什么？', KEYS.enter);
    await keyboard.on('房号', KEYS.ctrlC);
    expect(await saying).toMatchObject({ code: 130, err: '已取消，没有写入。\n' });
  });

  it('says what to type where there is no ledger yet', async () => {
    const said = await desertedDesk().say('', { terminal: new Keyboard(), columns: 80 });
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('wy init') });
  });
});
