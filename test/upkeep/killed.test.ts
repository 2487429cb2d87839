import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.ts';
import { transact } from '../../src/ledger/transact.ts';
import { scribeOf } from '../support/ledger.ts';
import type { FrontDesk } from '../support/session.ts';
import { desertedDesk, temporaryPath } from '../support/session.ts';
import { faultsOf, furnishedDesk, ledgerOf } from './furnished.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');

/** Runs a command in a process of its own; after so many milliseconds it is killed. */
function run(home: string, words: readonly string[], killAfterMs?: number): Promise<number | null> {
  const child = spawn(process.execPath, [WY, ...words], {
    env: { ...process.env, WY_HOME: home },
    stdio: 'ignore',
  });
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** How long a command takes that is left alone, so that kills fall on all of its steps. */
async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const KILLS = 8;
const moments = (wholeMs: number) =>
  Array.from({ length: KILLS }, (_, index) => (wholeMs * (index + 2)) / (KILLS + 2));

const parts = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.part'));

describe('wy init, killed at any time', () => {
  it('leaves a whole home or none', async () => {
    const whole = await msOf(() => run(temporaryPath('home'), ['init']));
    for (const ms of moments(whole)) {
      const desk = desertedDesk();
      await run(desk.home, ['init'], ms);
      if (!existsSync(desk.home)) expect(await run(desk.home, ['init'])).toBe(0);
      desk.now = new Date(Date.now() + 1000).toISOString();
      expect(await faultsOf(desk)).toEqual({});
      expect(parts(desk.home)).toEqual([]);
    }
  });
});

describe('a ledger of some size', () => {
  let template: FrontDesk;
  let backup: string;

  beforeAll(async () => {
    template = await furnishedDesk();
    template.now = new Date(Date.now() + 86_400_000).toISOString();
    backup = path.join(template.home, 'backups', 'ledger-20261122-093000.db');
    await template.say(`backup ${backup}`);
    const ledger = await openLedger(ledgerOf(template), '2026-11-22T00:00:00Z');
    const scribe = scribeOf(ledger, '2026-11-22T00:00:00Z');
    transact(scribe, 'test.fill', () => {
      const insert = ledger.prepare(
        "INSERT INTO events (subject, at, operator_id, kind, detail) VALUES ('T261120-001', ?, 1, 'noted', ?)",
      );
      for (let count = 0; count < 20_000; count += 1) insert.run(scribe.now, '{"text":"…"}');
    });
    ledger.close();
  });

  function copied(): FrontDesk {
    const desk = desertedDesk();
    cpSync(template.home, desk.home, { recursive: true });
    desk.now = template.now;
    return desk;
  }

  it('is what it was or what was restored, whenever the restore is killed', async () => {
    const words = ['restore', backup, '--yes', '--by', '王芳'];
    const whole = await msOf(() => run(copied().home, words));
    for (const ms of moments(whole * 1.1)) {
      const desk = copied();
      await run(desk.home, words, ms);
      expect(await faultsOf(desk)).toEqual({});
      const [last] = (await desk.say('history --limit 1 --json')).json;
      expect(['ledger.restore', 'test.fill']).toContain(last.action);
      expect(await run(desk.home, words)).toBe(0);
      expect(parts(desk.home)).toEqual([]);
    }
  });

  it('has no half backup, whenever the backup is killed', async () => {
    const whole = await msOf(() => run(copied().home, ['backup']));
    for (const ms of moments(whole)) {
      const desk = copied();
      await run(desk.home, ['backup'], ms);
      expect(await faultsOf(desk)).toEqual({});
      expect(await run(desk.home, ['backup'])).toBe(0);
      expect(parts(path.join(desk.home, 'backups'))).toEqual([]);
    }
  });
});

describe('two processes at once', () => {
  it('both back up, and a third one writes', async () => {
    const desk = await furnishedDesk();
    const codes = await Promise.all([
      run(desk.home, ['backup']),
      run(desk.home, ['backup']),
      run(desk.home, ['unit', 'add', '4-1-101', '--area', '80', '--by', '王芳']),
    ]);
    expect(codes).toEqual([0, 0, 0]);
    expect(readdirSync(path.join(desk.home, 'backups'))).toHaveLength(2);
    desk.now = new Date(Date.now() + 86_400_000).toISOString();
    expect(await faultsOf(desk)).toEqual({});
  });

  it('make one home', async () => {
    const desk = desertedDesk();
    mkdirSync(desk.home);
    writeFileSync(path.join(desk.home, 'notes.txt'), 'mine');
    const codes = await Promise.all([1, 2, 3].map(() => run(desk.home, ['init'])));
    expect(codes.sort()).toEqual([0, 1, 1]);
    desk.now = new Date(Date.now() + 1000).toISOString();
    expect(await faultsOf(desk)).toEqual({});
    expect(parts(desk.home)).toEqual([]);
  });
});
