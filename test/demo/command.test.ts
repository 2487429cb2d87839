import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { partOf } from '../../src/ledger/files.ts';
import { splitWords } from '../../src/lib/shell-words.ts';
import { desertedDesk, type Said, temporaryPath } from '../support/session.ts';
import { ask } from './laid-out.ts';

/** Higher than any process may be numbered. */
const NO_PROCESS = 999_999_999;

describe('wy demo in a folder whose parents are missing', () => {
  const stranger = desertedDesk();
  const dir = temporaryPath("A's/home");
  const left = partOf(dir).replace(String(process.pid), String(NO_PROCESS));
  let said: Said;

  beforeAll(async () => {
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'ledger.db'), '');
    said = await stranger.run(['demo', dir, '--lang', 'en']);
  });

  it('prints the agenda, the home and three commands that work as they stand', async () => {
    const { out, err } = said;
    expect(err).toBe('');
    for (const part of ['Overdue', 'Due today', 'Soon', `Its home is ${dir}`]) {
      expect(out).toContain(part);
    }

    const commands = out.split('\n').filter((line) => line.includes(' --home '));
    expect(commands).toHaveLength(3);
    for (const line of commands) {
      const words = splitWords(line);
      const done = await stranger.run(words.slice(words.indexOf('--home')));
      expect(done).toMatchObject({ code: 0, err: '' });
    }
  });

  it('makes them, for nobody else; what a killed run has left there goes', () => {
    expect(readdirSync(path.dirname(dir))).toEqual(['home']);
    expect(statSync(dir).mode & 0o077).toBe(0);
  });
});

describe('wy demo without a folder', () => {
  const trap = temporaryPath('data');
  let said: Said;
  let home: string;

  beforeAll(async () => {
    said = await desertedDesk().run(['demo', '--at', '2026-11-19 18:00'], {
      columns: 100,
      env: { WY_HOME: '', XDG_DATA_HOME: trap },
    });
    home = /\S*wy-demo-\w+/.exec(said.out)?.[0] ?? '';
    return () => rmSync(home, { recursive: true });
  });

  it('makes a new one for temporary files, never the user’s own home', () => {
    expect(said.code).toBe(0);
    expect(path.dirname(home)).toBe(os.tmpdir());
    expect(existsSync(trap)).toBe(false);
  });

  it('is as of the moment that --at names; how far it is shows on a terminal’s stderr', () => {
    const { out, err } = said;
    expect(err).toContain('█');
    expect(out).not.toContain('█');
    expect(out).toContain('蓝天新苑  2026-11-19 18:00');
    expect(out).toContain("--at '2026-11-19 18:00' ticket open");
    const [latest] = ask<{ at: string }>(home, 'SELECT max(at) AS at FROM events');
    expect((latest?.at ?? '') <= '2026-11-19T10:00:00Z').toBe(true);
  });
});

describe('the folder for wy demo', () => {
  it.each([
    ['', []],
    [', named with --home', ['--home']],
  ])('is not one that holds anything%s', async (_, option) => {
    const dir = temporaryPath();
    writeFileSync(path.join(dir, '.hidden'), 'mine');
    const said = await desertedDesk().run(['demo', ...option, dir, '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_dir_not_empty');
    expect(readdirSync(dir)).toEqual(['.hidden']);
  });

  it('is not laid out for a day on which nobody lived there yet', async () => {
    const dir = temporaryPath('early');
    const said = await desertedDesk().run(['demo', dir, '--at', '2019-07-01', '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_too_early');
    expect(existsSync(dir)).toBe(false);
  });

  it.each([
    ['a file', (file: string) => file],
    ['below a file', (file: string) => path.join(file, 'demo')],
  ])('is not %s', async (_, dirOf) => {
    const desk = desertedDesk();
    const file = desk.file('slip.txt', '');
    const said = await desk.run(['demo', dirOf(file), '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_dir_unwritable');
  });
});
