import { beforeAll, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import type { FrontDesk } from '../support/session.ts';
import { copyOf, type Reinspected, reinspectedHome, UNIT } from './home.ts';

let template: Reinspected;

beforeAll(async () => {
  template = await reinspectedHome();
});

const desk = (): FrontDesk => copyOf(template.desk);

const at = (it: FrontDesk, line: string, keyboard: Keyboard) =>
  it.say(`${line} --at "2027-03-19 09:00"`, { terminal: keyboard, columns: 80 });

describe('on a terminal', () => {
  it('a refund shows to whom how much goes back, and waits for a yes', async () => {
    const keyboard = new Keyboard();
    const here = desk();
    const saying = at(here, `reno refund ${template.no}`, keyboard);
    await keyboard.on('退还？', 'y', KEYS.enter);
    const { code, out, err } = await saying;
    expect(code).toBe(0);
    expect(err).toMatch(/退住户 .*2000.00[\s\S]*退施工队 .*2000.00[\s\S]*合计 4000.00/);
    expect(out).toContain('已退款');
  });

  it('without a yes nothing goes back', async () => {
    const keyboard = new Keyboard();
    const here = desk();
    const saying = at(here, `reno refund ${template.no}`, keyboard);
    await keyboard.on('退还？', 'n', KEYS.enter);
    expect((await saying).code).toBe(1);
    const { json } = await here.say(`reno show ${template.no} --json`);
    expect(json.state).toBe('reinspected');
    expect(json.deposits.map(({ held }: { held: string }) => held)).toEqual(['2000.00', '2000.00']);
  });

  it('what is refused is not asked about', async () => {
    const here = desk();
    await here.say(`reno refund ${template.no} --at "2027-03-19 08:00"`);
    const keyboard = new Keyboard();
    const { code, err } = await at(here, `reno refund ${template.no}`, keyboard);
    expect([code, keyboard.screen]).toEqual([1, '']);
    expect(err).toContain('已退款');
  });

  it('a deduction asks who assessed it and why, and shows of whom it is taken', async () => {
    const keyboard = new Keyboard();
    const here = desk();
    const saying = at(here, `reno deduct ${template.no}`, keyboard);
    await keyboard.on('核定的金额', '4500', KEYS.enter);
    await keyboard.on('原因', '凿穿防水层', KEYS.enter);
    await keyboard.on('定损', KEYS.down, KEYS.down, KEYS.enter);
    await keyboard.on('批准的主任', KEYS.down, KEYS.enter);
    await keyboard.on('扣除？', 'y', KEYS.enter);
    const { code, out, err } = await saying;
    expect(code).toBe(0);
    expect(err).toMatch(/扣施工队的 [\s\S]*扣住户的 [\s\S]*向住户追偿 500.00/);
    expect(out).toContain('向住户追偿');
    expect(err).toContain(`wy fee pay --unit ${UNIT} --amount 500.00`);
  });

  it('of lost permits neither', async () => {
    const keyboard = new Keyboard();
    const here = desk();
    const line = `reno deduct ${template.no} --lost --approved-by 陈主任`;
    const { code, err } = await at(here, line, keyboard);
    expect([code, keyboard.screen]).toEqual([1, '']);
    expect(err).toContain('没有待赔偿的遗失证件');
  });
});
