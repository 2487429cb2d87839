import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');

/** Runs a command in a process of its own. */
function run(desk: FrontDesk, words: string): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [WY, ...words.split(' '), '--json', '--by', '王芳'], {
    env: { ...process.env, WY_HOME: desk.home, WY_LANG: 'en' },
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, out })));
}

async function owing(): Promise<FrontDesk> {
  const desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2020-01-01');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --role owner --from 2020-01-01');
  await desk.say('fee charge --unit 3-2-1501 --tariff service --amount 10.00');
  return desk;
}

const PAY = 'fee pay --unit 3-2-1501 --amount 10.00 --method wechat';
const CLERKS = 4;

it('several clerks paying one bill at once: one pays, the others prepay', async () => {
  const desk = await owing();
  const said = await Promise.all(Array.from({ length: CLERKS }, () => run(desk, PAY)));
  expect(said.map(({ code }) => code)).toEqual(Array(CLERKS).fill(0));
  const paid = said.map(({ out }) => JSON.parse(out).allocated);
  expect(paid.toSorted()).toEqual(['0.00', '0.00', '0.00', '10.00']);
});

it('several clerks paying one bill by its number at once: one pays, the others are refused', async () => {
  const desk = await owing();
  const said = await Promise.all(Array.from({ length: CLERKS }, () => run(desk, `${PAY} --for 1`)));
  expect(said.map(({ code }) => code).toSorted()).toEqual([0, 1, 1, 1]);
  const { json } = await desk.say('fee receipts --json');
  expect(json).toHaveLength(1);
});
