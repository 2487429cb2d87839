import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEntry } from '../../src/keeping/opening.ts';
import { desertedDesk, type FrontDesk, frontDesk } from '../support/session.ts';
import { faultsOf } from '../upkeep/furnished.ts';
import { ALL_BOOKS, bookOf, deskWith, ROUND, UMBRELLA } from './books.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');

interface Run {
  code: number | null;
  out: string;
}

/** Runs a command in a process of its own; after so many milliseconds it is killed. */
function run(desk: FrontDesk, words: readonly string[], killAfterMs?: number): Promise<Run> {
  const child = spawn(process.execPath, [WY, ...words, '--json', '--by', '王芳'], {
    env: { ...process.env, WY_HOME: desk.home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out });
    });
  });
}

let template: FrontDesk;

beforeAll(async () => {
  template = await frontDesk();
  await template.say('staff add 陈主任 --role director');
  writeFileSync(path.join(template.home, 'books.yaml'), UMBRELLA + ROUND);
});

function copied(): FrontDesk {
  const desk = desertedDesk();
  cpSync(template.home, desk.home, { recursive: true });
  desk.now = new Date(Date.now() + 60_000).toISOString();
  return desk;
}

const numbers = async (desk: FrontDesk): Promise<string[]> =>
  ((await desk.say('umbrella list --json')).json as { no: string }[])
    .map(({ no }) => no)
    .toSorted();
const LEND = ['umbrella', 'lend', '黑伞', '--to', '张伟'];
const CLERKS = 4;

describe('several clerks at once', () => {
  it('write into one book, each under a number of its own', async () => {
    const desk = copied();
    const said = await Promise.all(Array.from({ length: CLERKS }, () => run(desk, LEND)));
    expect(said.map(({ code }) => code)).toEqual(Array(CLERKS).fill(0));
    const given = said.map(({ out }) => JSON.parse(out).no).toSorted();
    expect(new Set(given).size).toBe(CLERKS);
    expect(await numbers(desk)).toEqual(given);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('close one entry once', async () => {
    const desk = copied();
    const { no } = JSON.parse((await run(desk, LEND)).out);
    const words = ['umbrella', 'return', no, '--outcome', 'whole'];
    const said = await Promise.all(Array.from({ length: CLERKS }, () => run(desk, words)));
    expect(said.map(({ code }) => code).toSorted()).toEqual([0, 1, 1, 1]);
  });

  it('owe one signature for the day', async () => {
    const desk = copied();
    const words = ['round', 'log', '--place', '大堂'];
    await Promise.all(Array.from({ length: CLERKS }, () => run(desk, words)));
    const entries: { deadlines: unknown[] }[] = (await desk.say('round list --json')).json;
    expect(entries.map(({ deadlines }) => deadlines.length).toSorted()).toEqual([0, 0, 0, 1]);
  });
});

describe('a batch', () => {
  const LINES = 40;
  const lines = (last: string) =>
    [...Array.from({ length: LINES }, (_, at) => `umbrella lend 伞${at} --to 张伟`), last].join(
      '\n',
    );

  it('is written as a whole', async () => {
    const desk = copied();
    const said = await desk.say('batch --atomic -', {
      input: lines('umbrella lend 红伞 --to 李四'),
    });
    expect(said.code).toBe(0);
    expect(await numbers(desk)).toHaveLength(LINES + 1);
  });

  it('leaves nothing where its last line is refused, and its numbers are given anew', async () => {
    const desk = copied();
    const said = await desk.say('batch --atomic -', {
      input: lines('umbrella return 999 --outcome whole'),
    });
    expect(said.code).not.toBe(0);
    expect(await numbers(desk)).toEqual([]);
    expect((await desk.say('umbrella lend 黑伞 --to 张伟 --json')).json.no).toMatch(/-001$/);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('that goes on behind a refused first line knows the book', async () => {
    const desk = copied();
    const input = ['umbrella lend 黑伞 --to 张伟 --unit 9-9-9999', 'umbrella lend 黑伞 --to 张伟'];
    await desk.say('batch - --keep-going', { input: input.join('\n') });
    await desk.say('batch -', { input: input.toReversed().join('\n') });
    expect(await numbers(desk)).toHaveLength(2);
    expect(await faultsOf(desk)).toEqual({});
  });

  it.each([
    ['whole entries alone', []],
    ['all or nothing', ['--atomic']],
  ])('killed at any time leaves %s', async (_, options) => {
    const file = path.join(copied().home, 'lines.txt');
    writeFileSync(file, lines('umbrella lend 红伞 --to 李四'));
    const words = ['batch', file, ...options];
    const began = performance.now();
    await run(copied(), words);
    const wholeMs = performance.now() - began;
    for (const part of [0.5, 0.7, 0.8, 0.9, 1]) {
      const desk = copied();
      await run(desk, words, wholeMs * part);
      const written = await numbers(desk);
      expect(written).toEqual(
        written.map((no, at) => no.replace(/-\d+$/, `-${String(at + 1).padStart(3, '0')}`)),
      );
      if (options.length > 0) expect([0, LINES + 1]).toContain(written.length);
      expect(await faultsOf(desk)).toEqual({});
    }
  });
});

describe('a great many entries one after the other', () => {
  it('take no longer each as there are more', async () => {
    const ctx = await deskWith(ALL_BOOKS);
    const book = bookOf(ctx, 'round');
    const msOf = (count: number) => {
      const began = performance.now();
      for (let each = 0; each < count; each += 1) openEntry(ctx, book, { place: `大堂${each}` });
      return performance.now() - began;
    };
    msOf(200);
    const [first, , , , last] = Array.from({ length: 5 }, () => msOf(400));
    expect((last ?? 0) / (first ?? 1)).toBeLessThan(3);
  });
});
