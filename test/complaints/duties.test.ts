import { beforeEach, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('staff add 陈主任 --role director');
  await desk.say('staff add 李强 --role engineering');
  await desk.say('unit add 3-2-1501 --area 89.53');
});

const log = (grade: string, more = '') =>
  desk.say(
    `complaint log --unit 3-2-1501 --text 漏水 --channel phone --grade ${grade} --nature valid --category repairs --against engineering ${more}`,
  );

interface Duty {
  kind: string;
  subject: string;
  dueAt: string;
  next: string;
}

const duties = async (): Promise<Duty[]> => (await desk.say('today --within 60d --json')).json;

/** Everything that a complaint can owe, and after which steps it does. */
const OWED: readonly (readonly [kind: string, ...before: string[]])[] = [
  ['stop'],
  ['coordinate'],
  ['escalate'],
  ['verify'],
  ['reply'],
  ['answer', 'promise C261122-001 --until 明天'],
  ['measure', 'measure C261122-001 --kind corrective --text x --owner 李强 --until 明天'],
  ['resolve', 'stop C261122-001'],
  ['tell', 'stop C261122-001', 'resolve C261122-001 --result x'],
  [
    'callback',
    'stop C261122-001',
    'resolve C261122-001 --result x',
    'tell C261122-001',
    'close C261122-001',
  ],
];

it.each(OWED)('%s: the line to type settles it', async (kind, ...before) => {
  await desk.say('ticket open --unit 3-2-1501 --item 漏水');
  await log('major', '--about 001 --harm-ongoing');
  for (const step of before) expect((await desk.say(`complaint ${step}`)).code).toBe(0);
  const isIt = (duty: Duty) => duty.kind === `complaint.${kind}`;
  const [duty] = (await duties()).filter(isIt);
  const line = duty?.next
    .replace('--signed-by …', '--signed-by 李强')
    .replace('--stopped …', '--stopped 09:30')
    .replace('…', '已办');
  expect((await desk.say(line ?? '')).code).toBe(0);
  expect((await duties()).filter(isIt)).toEqual([]);
});

it('the analysis of what recurs as well', async () => {
  for (const grade of ['minor', 'minor', 'minor']) await log(grade);
  const [duty] = (await duties()).filter(({ kind }) => kind === 'complaint.analyse');
  expect(duty).toMatchObject({
    subject: 'C261122-003',
    dueAt: '2026-11-30T23:59:59+08:00',
    next: 'wy complaint analyse C261122-003 "…"',
  });
  expect((await desk.say(duty?.next ?? '')).code).toBe(0);
  expect((await duties()).filter(({ kind }) => kind === 'complaint.analyse')).toEqual([]);
});

it('a legend leaves open whom to tell, since it speaks of all of them', async () => {
  await log('major');
  await log('important');
  const { out } = await desk.say('today', { columns: 80 });
  expect(out).toContain('wy complaint escalate 编号 --to …');
});
