import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { clockIn, homeSendingTo, sendTo, start } from '../outbox/home.ts';
import { OK, type Robot, robotThat, says } from '../outbox/support.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { faultsOf } from '../upkeep/furnished.ts';

const robots: Robot[] = [];
afterEach(async () => {
  await Promise.all(robots.splice(0).map((robot) => robot.close()));
});

async function robot(...args: Parameters<typeof robotThat>): Promise<Robot> {
  const made = await robotThat(...args);
  robots.push(made);
  return made;
}

/** Half past six in the evening, when cron runs it. */
const EVENING = '2026-11-22T10:30:00Z';

async function evening(): Promise<FrontDesk> {
  const desk = await frontDesk();
  desk.now = EVENING;
  return desk;
}

const minutesLater = ({ now }: FrontDesk, minutes: number) =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** What became of each step. */
const statesOf = ({ json }: { json: { steps: { step: string; state: string }[] } }) =>
  Object.fromEntries(json.steps.map(({ step, state }) => [step, state]));

const filesIn = (desk: FrontDesk, dir: string) => readdirSync(path.join(desk.home, dir)).sort();

/** A repair that was to be on site half an hour after it was reported. */
const URGENT = 'ticket open --place 大厅 --item 漏水 --category leak --urgent';

describe('wy run-day', () => {
  it('backs up, writes and sends the report, and says what it left alone', async () => {
    const wecom = await robot(OK);
    const desk = await evening();
    sendTo(desk.home, wecom.url);
    const said = await desk.say('run-day --json');
    expect(statesOf(said)).toEqual({
      due: 'skipped',
      backup: 'done',
      report: 'done',
      send: 'done',
      outbox: 'skipped',
      overdue: 'skipped',
    });
    expect([said.code, said.json.day, said.json.overdue]).toEqual([0, '2026-11-22', 0]);
    expect(filesIn(desk, 'reports')).toEqual(['daily-2026-11-22.html']);
    expect(statSync(path.join(desk.home, 'reports', 'daily-2026-11-22.html')).mode & 0o777).toBe(
      0o600,
    );
    expect(JSON.parse(wecom.received[0]?.body ?? '').markdown.content).toContain('客服日报');
    expect(await faultsOf(desk)).toEqual({});
  });

  it('does no harm twice a day: one backup, one message, the newer report', async () => {
    const wecom = await robot(OK);
    const desk = await evening();
    sendTo(desk.home, wecom.url);
    await desk.say('run-day');
    desk.now = minutesLater(desk, 60);
    const again = await desk.say('run-day --json');
    expect([again.code, statesOf(again).backup, statesOf(again).send]).toEqual([
      0,
      'skipped',
      'done',
    ]);
    expect(filesIn(desk, 'backups')).toHaveLength(1);
    expect(wecom.received).toHaveLength(1);
    expect(filesIn(desk, 'reports')).toEqual(['daily-2026-11-22.html']);
  });

  it('backs up again when something was written since', async () => {
    const desk = await evening();
    await desk.say('run-day');
    desk.now = minutesLater(desk, 60);
    await desk.say('unit add 4-1-101 --area 80');
    desk.now = minutesLater(desk, 1);
    expect(statesOf(await desk.say('run-day --json')).backup).toBe('done');
    expect(filesIn(desk, 'backups')).toHaveLength(2);
  });

  it('backs up what was written after the clock was set back', async () => {
    const desk = await evening();
    desk.now = minutesLater(desk, 24 * 60);
    await desk.say('run-day');
    desk.now = EVENING;
    await desk.say('unit add 4-1-101 --area 80');
    expect(statesOf(await desk.say('run-day --json')).backup).toBe('done');
    desk.now = minutesLater(desk, 25 * 60);
    expect(statesOf(await desk.say('run-day --json')).backup).toBe('skipped');
    expect(filesIn(desk, 'backups')).toHaveLength(2);
  });

  it('trusts no backup that cannot be read', async () => {
    const desk = await evening();
    await desk.say('run-day');
    const [name = ''] = filesIn(desk, 'backups');
    writeFileSync(path.join(desk.home, 'backups', name), 'no ledger');
    desk.now = minutesLater(desk, 60);
    expect(statesOf(await desk.say('run-day --json')).backup).toBe('done');
  });

  it('keeps as many backups as the policy says', async () => {
    const desk = await evening();
    writeFileSync(
      path.join(desk.home, 'policy.yaml'),
      'backup: {keep: 2}\noperators: {wang: 王芳}\n',
    );
    for (let day = 0; day < 4; day += 1) {
      await desk.say(`unit add 4-1-10${day} --area 80`);
      desk.now = minutesLater(desk, 24 * 60);
      await desk.say('run-day');
    }
    expect(filesIn(desk, 'backups')).toHaveLength(2);
  });

  it('answers 4 where something is overdue', async () => {
    const desk = await evening();
    await desk.say(URGENT);
    desk.now = minutesLater(desk, 31);
    const said = await desk.say('run-day --json');
    expect([said.code, said.json.overdue]).toEqual([4, 1]);
  });

  it('answers 1 where the message did not go, also when something is overdue, and sends it later', async () => {
    const flaky = await robot((response, count) => says(count === 1 ? 503 : 200)(response, count));
    const desk = await evening();
    sendTo(desk.home, flaky.url);
    await desk.say(URGENT);
    desk.now = minutesLater(desk, 31);
    const said = await desk.say('run-day --json');
    expect([said.code, statesOf(said).send, said.json.overdue]).toEqual([1, 'failed', 1]);
    expect(said.json.steps).toContainEqual(expect.objectContaining({ code: 'http_503' }));
    desk.now = minutesLater(desk, 15);
    expect((await desk.say('outbox send')).code).toBe(0);
    expect(flaky.received).toHaveLength(2);
  });

  it('does the other steps where one fails', async () => {
    const wecom = await robot(OK);
    const desk = await evening();
    sendTo(desk.home, wecom.url);
    writeFileSync(path.join(desk.home, 'reports'), 'a file where the folder belongs');
    rmSync(path.join(desk.home, 'backups'), { recursive: true });
    writeFileSync(path.join(desk.home, 'backups'), 'and another');
    const said = await desk.say('run-day --json');
    expect(statesOf(said)).toMatchObject({ backup: 'failed', report: 'failed', send: 'done' });
    expect(said.code).not.toBe(0);
    expect(wecom.received).toHaveLength(1);
  });

  it('backs up where the policy is broken, and answers 3', async () => {
    const desk = await evening();
    mkdirSync(path.join(desk.home, 'backups'), { recursive: true });
    writeFileSync(path.join(desk.home, 'policy.yaml'), 'sending: {channels: {a: {kind: webhook}}}');
    const said = await desk.say('run-day --json');
    expect([said.code, statesOf(said)]).toEqual([3, { open: 'failed', backup: 'done' }]);
    expect(filesIn(desk, 'backups')).toHaveLength(1);
  });

  it('tells that nobody acts, and still backs up and writes the report', async () => {
    const desk = await evening();
    sendTo(desk.home, (await robot(OK)).url);
    const said = await desk.say('run-day --json --by 无此人');
    expect(said.code).toBe(1);
    expect(statesOf(said)).toMatchObject({ backup: 'done', report: 'done', send: 'failed' });
  });

  it('bills the month where the policy says so, once', async () => {
    const desk = await evening();
    await desk.say('unit add 4-1-101 --area 80');
    writeFileSync(
      path.join(desk.home, 'policy.yaml'),
      'operators: {wang: 王芳}\nnightly: {bill: yes, penalty: yes}\n',
    );
    const detail = async () => (await desk.say('run-day --json')).json.steps[0];
    expect(await detail()).toMatchObject({
      step: 'due',
      state: 'done',
      detail: expect.stringContaining('出账 1 笔'),
    });
    expect(await detail()).toMatchObject({ detail: expect.stringContaining('出账 0 笔') });
  });

  it('two at once send one message and leave a sound ledger', async () => {
    const slow = await robot((response) => void setTimeout(() => OK(response, 1), 300));
    const desk = await homeSendingTo(slow.url);
    const codes = await Promise.all([1, 2].map(() => start(desk.home, 'run-day').ended));
    for (const code of codes) expect([0, 4]).toContain(code);
    expect(slow.received).toHaveLength(1);
    desk.now = clockIn(1);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('says a line for each step', async () => {
    const desk = await evening();
    const { out } = await desk.say('run-day --lang en');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 1)),
    ).toEqual([...'–✓✓–––']);
  });
});
