import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;
beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('staff add 赵刚 --role security');
  await desk.say('staff add 刘洋 --role director');
});

/** The deadlines of the record that a line gives: `return 2026-11-22T23:59:59+08:00 open`. */
async function owed(line: string): Promise<string[]> {
  const said = await desk.say(`${line} --json`);
  expect(said.err).toBe('');
  return said.json.deadlines.map((it: { kind: string; dueAt: string; state: string }) =>
    [it.kind.split('.').at(-1), it.dueAt.slice(0, 16), it.state].join(' '),
  );
}

const PASS = 'pass issue --unit 3-2-1501 --name 张伟 --goods 沙发×2,冰箱';
const VEHICLE = 'vehicle issue --unit 3-2-1501 --holder 张伟 --valid-until 2027-11-21';
const PERSON = 'tenant-person register --unit 3-2-1501 --name 李四';
const LEASE = `lease sign --place 中心广场 --lessee 某超市 --contract HT-01 --first-day 2026-11-01
  --last-day 2027-10-31 --rent 500 --rent-due-on 2026-12-31`.replace(/\s+/g, ' ');
const LOCK = `lock request --unit 3-2-1501 --door 入户门 --kind change --name 张伟 --proof id-card
  --purpose 钥匙遗失 --begins-at 14:00 --ends-at 16:00`.replace(/\s+/g, ' ');

describe('what cannot be left out', () => {
  it.each([
    ["a tenant's pass without the owner's word", `${PASS} --applicant tenant`, '--owner-agreed'],
    ['a car without its plate', VEHICLE, '--plate'],
    ['a foreigner without a nationality', `${PERSON} --kind foreign`, '--nationality'],
    ['a minor without a guardian', `${PERSON} --age minor`, '--guardian'],
    ["common parts let without the owners' consent", `${LEASE} --kind advertising`, '--consent'],
    [
      'a venue without its management fee',
      `${LEASE} --kind venue --ground company`,
      '--management-fee',
    ],
    ["a tenant's lock without the owner's word", `${LOCK} --applicant tenant`, '--owner-agreed'],
    [
      'the key of a unit held on nobody’s word',
      'spare-key keep --key 入户门 --holding unit --place 钥匙柜',
      '--mandate',
    ],
  ])('%s', async (_, line, option) => {
    const { code, error } = await desk.say(`${line} --json`);
    expect([code, error.code]).toEqual([2, 'missing_fields']);
    expect(error.message).toContain(option);
  });

  it.each([
    ["an owner's pass", `${PASS} --applicant owner`],
    ['a bicycle has no plate', `${VEHICLE} --kind bicycle`],
    ['a resident from elsewhere in China', PERSON],
    ['storage of the company’s own', `${LEASE} --kind storage --ground company`],
    ['the key of a plant room', 'spare-key keep --key 泵房 --holding equipment --place 钥匙柜'],
  ])('is all there: %s', async (_, line) => expect((await desk.say(line)).code).toBe(0));
});

describe('goods passes', () => {
  it('show what the unit owes and are issued all the same (rule 115)', async () => {
    await desk.say('fee charge --unit 3-2-1501 --tariff service --amount 80');
    const { code, err, out } = await desk.say(`${PASS} --applicant owner`);
    expect(code).toBe(0);
    expect(err).toContain('80.00');
    expect(out).toContain('F261122-001');
  });

  it('hold for the day alone', async () =>
    expect(await owed(`${PASS} --applicant owner`)).toEqual(['check-out 2026-11-22T23:59 open']));

  it('say what differed at the gate', async () => {
    await desk.say(`${PASS} --applicant owner`);
    const line = 'pass check-out 001 --guard 赵刚 --result differing';
    expect((await desk.say(`${line} --json`)).error.message).toContain('--difference');
    expect((await desk.say(`${line} --difference 多一台电视`)).code).toBe(0);
  });
});

describe('what ends', () => {
  it('a permit renewed before it ends is owed again at its new end', async () => {
    await desk.say(`${VEHICLE} --plate 鲁A12345`);
    expect(await owed('vehicle renew 001 --valid-until 2028-11-21')).toEqual([
      'expiry 2027-11-21T23:59 met',
      'expiry 2028-11-21T23:59 open',
    ]);
  });

  it('a pass extended is to be returned later', async () => {
    await desk.say('temp-pass issue --holder 李四 --kind domestic --valid-until 2026-11-25');
    expect(await owed('temp-pass extend 001 --valid-until 2026-12-25')).toEqual([
      'return 2026-12-25T23:59 open',
    ]);
  });

  it('a dog without a licence is asked after in a month, with one when it ends', async () => {
    const line = 'dog register --unit 3-2-1501 --keeper 张伟 --breed 泰迪';
    expect(await owed(line)).toContain('license 2026-12-22T23:59 open');
    expect(await owed(`${line} --licensed-until 2027-06-30`)).toContain(
      'license 2027-06-30T23:59 open',
    );
  });

  it('rent is due every month, or as the contract says', async () => {
    await desk.say(`${LEASE} --kind storage --ground company`);
    expect(await owed('lease collect 001 --paid 500')).toEqual([
      'rent 2026-12-31T23:59 met',
      'expiry 2027-10-31T23:59 open',
      'rent 2027-01-31T23:59 open',
    ]);
    expect(await owed('lease collect 001 --paid 500 --rent-due-on 2027-04-01')).toContain(
      'rent 2027-04-01T23:59 open',
    );
  });

  it('a let flat is checked twice a year', async () => {
    await desk.say(`let register --unit 3-2-1501 --landlord 张伟 --landlord-phone 13800000001
      --tenant 李四 --people 2 --first-day 2026-11-01 --last-day 2028-10-31`);
    expect(await owed('let check 001 --people 3')).toEqual([
      'check 2027-05-22T23:59 met',
      'expiry 2028-10-31T23:59 open',
      'check 2027-11-22T23:59 open',
    ]);
  });
});

it('the police are told of a foreigner within 24 hours, of others not', async () => {
  expect(await owed(`${PERSON} --kind foreign --nationality 英国`)).toEqual([
    'report 2026-11-23T09:30 open',
  ]);
  expect(await owed(PERSON)).toEqual([]);
});

it('a service is charged once it was accepted, not before (rule 140)', async () => {
  const charges = async () => (await desk.say('fee charges --unit 3-2-1501 --json')).json.length;
  await desk.say(
    'service order --unit 3-2-1501 --name 张伟 --item 擦玻璃 --agreed-on tomorrow --fee 80',
  );
  await desk.say('service assign 001 --worker 赵刚');
  expect(await charges()).toBe(0);
  await desk.say('service accept 001');
  expect(await charges()).toBe(1);
});

it.each([
  ['a lock is not touched', LOCK, 'lock carry-out 001 --locksmith 某锁行 --witness 李四', '王芳'],
  [
    'a gate is not shut',
    `gate-closing request --gate 北门 --purpose 施工 --applicant 某公司 --proof 合同 --begins-at 14:00
     --ends-at 16:00 --detour 南门 --fire-lane yes`,
    'gate-closing shut 001 --guard 赵刚',
    '刘洋',
  ],
])('%s before it was approved', async (_, asked, line, approver) => {
  await desk.say(asked.startsWith('lock') ? `${asked} --applicant owner` : asked);
  expect((await desk.say(line)).code).toBe(1);
  const noun = asked.split(' ')[0];
  expect((await desk.say(`${noun} approve 001 --by ${approver}`)).code).toBe(0);
  expect((await desk.say(line)).code).toBe(0);
});
