import { beforeEach, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('staff add 李会计 --role finance');
  await desk.say('unit add 3-2-1501 --area 89.53');
});

describe('on a terminal', () => {
  it('a deposit is asked for, with the amount of the policy', async () => {
    const keyboard = new Keyboard();
    const saying = desk.say('deposit take --unit 3-2-1501', { terminal: keyboard, columns: 80 });
    await keyboard.on('种类', KEYS.down, KEYS.enter);
    await keyboard.on('建议：2000.00，按制度', KEYS.enter);
    await keyboard.on('方式', KEYS.enter);
    await keyboard.on('交款人', '宏达装饰', KEYS.enter);
    const { code, out, err } = await saying;
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/种类 +施工队装修保证金[\s\S]*交款人 +宏达装饰[\s\S]*在押 +2000.00/);
  });

  it('the cash by the journal is proposed, and somebody of finance to take it', async () => {
    await desk.say('deposit take --unit 3-2-1501 --kind permit --method cash');
    const keyboard = new Keyboard();
    const saying = desk.say('cash hand-in', { terminal: keyboard, columns: 80 });
    await keyboard.on('建议：10.00', KEYS.enter);
    await keyboard.on('接收人', KEYS.down, KEYS.enter);
    const { code, out } = await saying;
    expect(code).toBe(0);
    expect(out).toMatch(/交财务 +10.00[\s\S]*接收人 +李会计/);
  });

  it('the safe is left only after its code was scrambled', async () => {
    const keyboard = new Keyboard();
    const saying = desk.say('cash check-safe', { terminal: keyboard, columns: 80 });
    await keyboard.on('密码已打乱', KEYS.enter);
    expect((await saying).code).toBe(0);
    expect((await desk.say('cash check-safe --scrambled yes')).err).toContain('已于');
  });
});
