import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/wy.js');
const WY = `"${process.execPath}" "${PROGRAM}"`;

/** The built program in a shell, as scripts and cron call it. */
function shell(desk: FrontDesk, script: string, env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  return spawnSync('bash', ['--norc', '-c', `set -o pipefail; ${script}`], {
    encoding: 'utf8',
    env: { PATH, WY_HOME: desk.home, WY_BY: '王芳', ...env },
  });
}

describe.skipIf(process.platform === 'win32')('the built program', () => {
  // Builds what has changed, which is told on stderr.
  beforeAll(() => void spawnSync(process.execPath, [PROGRAM, '--version']));

  it('makes no noise when enough was read', async () => {
    const desk = await frontDesk();
    const lines = Array.from({ length: 300 }, (_, n) => `ticket open --place 大堂 --item 灯${n}`);
    const file = desk.file('many.txt', lines.join('\n'));
    const batch = shell(desk, `${WY} batch ${file} | head -n 1`);
    expect(batch).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(batch.stdout)).toMatchObject({ line: 1, ok: true });

    // The rest was carried out all the same.
    const list = shell(desk, `${WY} ticket list --json | head -c 20`);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    expect((await desk.say('ticket list --json')).json).toHaveLength(300);
  });

  it.skipIf(!existsSync('/dev/full'))('says when its output cannot be written', async () => {
    const said = shell(await frontDesk(), `${WY} staff list > /dev/full`);
    expect(said.status).toBe(3);
    expect(said.stderr).toMatch(/^wy: .*ENOSPC\n$/);
  });

  it('writes UTF-8 whatever the locale, and no colours into a pipe', async () => {
    const said = shell(await frontDesk(), `${WY} staff list`, { LC_ALL: 'C', FORCE_COLOR: '1' });
    expect(said.stdout).toBe('编号  姓名  岗位      电话  离职\n   1  王芳  客服主管\n');
  });

  it.each([
    ['done', 'staff list', 0],
    ['refused', 'unit show 9-999', 1],
    ['misused', 'unit shwo', 2],
    ['no ledger', 'staff list --home /nowhere/at/all', 3],
  ])('exits by what came of it: %s', async (_, line, code) => {
    expect(shell(await frontDesk(), `${WY} ${line}`).status).toBe(code);
  });

  it('reads a batch from its standard input', async () => {
    const said = shell(await frontDesk(), `echo 'wy staff list # 早上' | ${WY} batch -`);
    expect(JSON.parse(said.stdout)).toMatchObject({
      line: 1,
      ok: true,
      result: [{ name: '王芳' }],
    });
  });
});
