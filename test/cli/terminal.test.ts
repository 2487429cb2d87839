import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');
const SOCKET = `wy-test-${process.pid}`;
const PATIENCE_MS = 15_000;

const tmux = (...words: string[]) =>
  spawnSync('tmux', ['-u', '-L', SOCKET, '-f', '/dev/null', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: process.env.HOME },
  });

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** What a person at the terminal sees, once it holds a text. */
async function seen(text: string): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const screen = `\n${tmux('capture-pane', '-p').stdout}`;
    if (screen.includes(text)) return screen;
    if (Date.now() > until) throw new Error(`never seen: ${text}\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const type = (text: string) => tmux('send-keys', '-l', text);
const press = (...keys: string[]) => tmux('send-keys', ...keys);

describe.skipIf(!hasTmux)('on a real terminal', () => {
  let desk: FrontDesk;

  beforeEach(async () => {
    desk = await frontDesk();
    await desk.say('staff add 李强 --role engineering');
    await desk.say('unit add 3-2-1501 --area 89.53 --handover 2020-01-10');
    await desk.say('resident add --unit 3-2-1501 --name 张伟 --phone 13800000002 --role owner');
    tmux('new-session', '-d', '-x', '80', '-y', '40', 'sh');
    const settings = `WY_HOME='${desk.home}' WY_BY=王芳 WY_AT='2026-11-22 09:30'`;
    type(`export ${settings}; alias wy='${process.execPath} ${WY}'; clear; echo ready`);
    press('Enter');
    await seen('\nready');
  });

  afterEach(() => {
    tmux('kill-server');
  });

  it('a ticket is opened by answering, and the menu goes on with it', async () => {
    type('wy ticket open');
    press('Enter');
    await seen('? 房号');
    type('zw');
    await seen('❯ 3-2-1501  张伟');
    press('Enter');
    await seen('? 报修内容');
    type('厨房水管漏水');
    press('Enter');
    await seen('? 联系电话');
    type('123x');
    press('Enter');
    await seen('不是一个电话号码');
    press('BSpace', 'BSpace', 'BSpace', 'BSpace');
    press('Enter');
    await seen('? 类别');
    press('Enter');
    await seen('? 急修');
    press('Enter');
    await seen('? 约定上门时间');
    press('Enter');
    const opened = await seen('T261122-001');
    expect(opened).toContain('报修内容  厨房水管漏水');

    type('clear; wy; echo left with $?');
    press('Enter');
    const agenda = await seen('? 要办什么');
    expect(agenda).toMatch(/即将到期 \d/);
    type('派工');
    await seen('❯ 派工');
    press('Enter');
    await seen('❯ T261122-001  3-2-1501  厨房水管漏水');
    press('Enter');
    await seen('李强  工程维修');
    type('李');
    await seen('❯ 李强');
    press('Enter');
    await seen('维修人    李强');
    press('Up');
    type('退出');
    await seen('❯ 退出');
    press('Enter');
    await seen('\nleft with 0');
  });

  it('Ctrl-C writes nothing and leaves the terminal as it was', async () => {
    type('clear; wy unit add; echo left with $?');
    press('Enter');
    await seen('? 房号');
    press('C-c');
    await seen('\nleft with 130');
    type('echo still here');
    press('Enter');
    await seen('\nstill here');
    expect((await desk.say('unit list --json')).json).toHaveLength(1);
  });
});
