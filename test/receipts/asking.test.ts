import { beforeEach, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2020-01-01');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --role owner --from 2020-01-01');
  await desk.say('fee charge --unit 3-2-1501 --tariff service --amount 10.00');
  await desk.say('fee charge --unit 3-2-1501 --tariff repair --amount 20.00');
});

const ask = (line: string) => {
  const keyboard = new Keyboard();
  return { keyboard, saying: desk.say(line, { terminal: keyboard, columns: 80 }) };
};

const receipts = async () => (await desk.say('fee receipts --json')).json;

const PAY = 'fee pay --unit 3-2-1501 --amount 35.00 --method cash';

describe('before money is taken (rule 131)', () => {
  it('who owes what, and what this pays, is shown and asked', async () => {
    const { keyboard, saying } = ask(PAY);
    await keyboard.on('核对无误，收款？', 'y', KEYS.enter);
    const said = await saying;
    expect(said.code).toBe(0);
    expect(said.out).toContain('R261122-001');
    const shown = said.err;
    expect(shown).toContain('3-2-1501  张伟');
    expect(shown).toContain('#1 服务费  2026-11-22  10.00（2026-11-30 到期）  缴 10.00');
    expect(shown).toContain('#2 有偿维修费  2026-11-22  20.00（2026-11-30 到期）  缴 20.00');
    expect(shown).toContain('本次现金 35.00（人民币叁拾伍元整）：缴 30.00，仍欠 0.00，转预存 5.00');
  });

  it('until when it is paid is that of the household, though others owe', async () => {
    await desk.say('unit add 3-2-1502 --area 100 --handover 2026-11-16');
    await desk.say('resident add --unit 3-2-1502 --name 李娜 --role owner --from 2026-11-16');
    await desk.say('fee bill --period 2026-11 --unit 3-2-1502');
    const pay = 'fee pay --unit 3-2-1502 --amount 20.00 --method cash';
    const { err } = await desk.say(pay);
    expect(err).toContain('本房另有 15.00 元是别人欠的');
    expect(err).toContain('先冲红再收：wy fee reverse R261122-001 --reason');
    const { keyboard, saying } = ask(pay);
    await keyboard.on('核对无误，收款？', 'n', KEYS.enter);
    const shown = (await saying).err;
    expect(shown).toContain('已缴至：公共能耗费 2026-11-30');
    expect(shown).toContain('欠 15.00，本次不缴');
  });

  it('no books nothing', async () => {
    const { keyboard, saying } = ask(PAY);
    await keyboard.on('核对无误，收款？', 'n', KEYS.enter);
    const said = await saying;
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain('没有办理，台账未动。');
    expect(await receipts()).toEqual([]);
  });

  it('what cannot be done is refused before anybody is asked', async () => {
    const { keyboard, saying } = ask(`${PAY} --for 99`);
    expect((await saying).code).toBe(1);
    expect(keyboard.screen).toBe('');
  });

  it.each([
    ['--yes answers', `${PAY} --yes`, { terminal: new Keyboard(), columns: 80 }],
    ['a script has decided', PAY, {}],
    ['a program is not asked', `${PAY} --json`, { terminal: new Keyboard(), columns: 80 }],
    ['nobody is asked against --no-input', `${PAY} --no-input`, { terminal: new Keyboard() }],
  ])('%s', async (_, line, given) => {
    const said = await desk.say(line, given);
    expect(said.code).toBe(0);
    expect(said.err).not.toContain('已缴至');
  });

  it('a batch at a terminal is not asked', async () => {
    const file = desk.file('batch.txt', `wy ${PAY}\n`);
    const said = await desk.say(`batch ${file}`, { terminal: new Keyboard(), columns: 80 });
    expect(said.code).toBe(0);
    expect(await receipts()).toHaveLength(1);
  });

  it('the open charges are there to be ticked', async () => {
    const { keyboard, saying } = ask('fee pay --unit 3-2-1501 --amount 20.00');
    await keyboard.on('方式', KEYS.enter);
    await keyboard.on('缴哪几笔应收', KEYS.down, KEYS.space, KEYS.enter);
    await keyboard.on('核对无误，收款？', 'y', KEYS.enter);
    expect((await saying).out).toContain('有偿维修费  2026-11-22  20.00  #2');
  });
});

describe('before money goes back', () => {
  it('a receipt is shown with what will be owed again', async () => {
    await desk.say(PAY);
    const { keyboard, saying } = ask('fee reverse 001 --reason 房号写错');
    await keyboard.on('整张冲红？', 'n', KEYS.enter);
    const said = await saying;
    expect(said.err).toContain('R261122-001  3-2-1501  张伟  现金 35.00（人民币叁拾伍元整）');
    expect(said.err).toContain('#1 服务费  2026-11-22  10.00  恢复欠款');
    expect(await receipts()).toHaveLength(1);
  });

  it('a refund is shown with the receipts it comes out of', async () => {
    await desk.say(PAY);
    const refund = 'fee refund --unit 3-2-1501 --amount 4.00 --method bank --reason 多缴';
    const { keyboard, saying } = ask(refund);
    await keyboard.on('退款？', 'y', KEYS.enter);
    const said = await saying;
    expect(said.err).toContain('R261122-001 退 4.00');
    expect(said.err).toContain('转账退款 4.00（人民币肆元整），余预存 1.00');
    expect(said.out).toContain('尚余预存  1.00');
  });
});

it('what is printed on a receipt is what programs read', async () => {
  const { json } = await desk.say(`${PAY} --json`);
  expect(json).toMatchObject({
    ...{ no: 'R261122-001', unit: '3-2-1501', payer: '张伟', method: 'cash', amount: '35.00' },
    ...{ allocated: '30.00', prepaid: '5.00', capitals: '人民币叁拾伍元整', state: 'received' },
    lines: [
      { charge: 1, tariff: 'service', period: '2026-11-22', amount: '10.00' },
      { charge: 2, tariff: 'repair', period: '2026-11-22', amount: '20.00' },
    ],
    receivedAt: '2026-11-22T09:30:00+08:00',
    deadlines: [],
  });
});
