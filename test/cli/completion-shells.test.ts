import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';
import { afterTab, lacking, offeredByFish } from './shells.ts';

let desk: FrontDesk;
/** A file that would be there if a shell had carried out what a record says. */
const evil = temporaryPath('evil');

beforeAll(async () => {
  desk = await frontDesk();
  for (const unit of ['3-2-1501', '3-2-1502', 'S-9']) await desk.say(`unit add ${unit} --area 80`);
  await desk.say('ticket open --unit 3-2-1501 --item 水管漏水');
  for (const topic of [`$(touch ${evil}) "a" \`b\``, "it's: 消防 \\ x"]) {
    await desk.run([
      'training',
      'log',
      '--topic',
      topic,
      '--on',
      '2026-11-20',
      '--trainer',
      '王芳',
    ]);
  }
});

/** What was typed, and the line that Tab makes of it. */
const LINES = [
  ['wy tick', 'wy ticket '],
  ['wy ticket op', 'wy ticket open '],
  ['wy ticket arrive T', 'wy ticket arrive T261122-001 '],
  ['wy ticket assign T261122-001 --to 王', 'wy ticket assign T261122-001 --to 王芳 '],
  ['wy ticket open --category=le', 'wy ticket open --category=leak '],
  ['wy ticket open --unit=3-2', 'wy ticket open --unit=3-2-150'],
  ['wy ticket open --at 08:30 --unit S', 'wy ticket open --at 08:30 --unit S-9 '],
  ["wy ticket open --item 'a b' --urg", "wy ticket open --item 'a b' --urgent "],
  ['wy --home /nonexistent tick', 'wy --home /nonexistent ticket '],
  ['wy --home /nonexistent ticket arrive T', 'wy --home /nonexistent ticket arrive T'],
  ['wy training log --topic it', "wy training log --topic it\\'s:\\ 消防\\ \\\\\\ x "],
  ["wy training log --topic 'it", "wy training log --topic 'it'\\''s: 消防 \\ x' "],
] as const;

describe.each(['bash', 'zsh'] as const)('%s at a terminal', (shell) => {
  const missing = lacking(shell);
  it.skipIf(missing)(`completes what was typed${missing ? ` (${missing})` : ''}`, async () => {
    const typed = LINES.map(([line]) => line);
    expect(await afterTab(shell, desk.home, typed)).toEqual(LINES.map(([, line]) => line));
  });
});

describe('bash', () => {
  const missing = lacking('bash');
  it.skipIf(missing)(
    `writes what a record says as a word, not as a command${missing ? ` (${missing})` : ''}`,
    async () => {
      const word = `\\$\\(touch\\ ${evil}\\)\\ \\"a\\"\\ \\\`b\\\``;
      const typed = 'wy training log --topic ';
      expect(await afterTab('bash', desk.home, [`${typed}\\$`])).toEqual([`${typed + word} `]);
      expect(existsSync(evil)).toBe(false);
    },
  );
});

describe('fish', () => {
  const missing = lacking('fish');
  it.skipIf(missing).each([
    ['wy tick', ['ticket\t维修工单：报修、派工、完工、回访']],
    ['wy ticket open --category=le', ['--category=leak\t渗漏水']],
    ["wy ticket open --unit '3-2-1502", ['3-2-1502']],
    ['wy ticket arrive T', ['T261122-001\t3-2-1501 水管漏水']],
    ['wy training log --topic "it', ["it's: 消防 \\ x"]],
    ['wy --home /nonexistent ticket arrive T', []],
    ['wy report monthly --out=/nonexistent/', []],
  ])(`offers behind %s${missing ? ` (${missing})` : ''}`, (typed, expected) => {
    expect(offeredByFish(desk.home, typed)).toEqual(expected);
  });
});
