import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { desertedDesk, type FrontDesk } from '../support/session.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');

/** wy in a process of its own, by the real clock, as its first member of staff. */
export function start(home: string, ...words: string[]) {
  const child = spawn(process.execPath, [WY, ...words], {
    env: { ...process.env, WY_HOME: home, WY_BY: '1', WY_LANG: 'en' },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, ended };
}

/** Lets a home send both messages to a robot. */
export function sendTo(home: string, url: string): void {
  const file = path.join(home, 'policy.yaml');
  const rest = readFileSync(file, 'utf8').replace(/^sending:\n[\s\S]*?^\n/m, '');
  const channels = `{office: {kind: webhook, url: "${url}"}}`;
  const messages = '{today: [office], daily: [office]}';
  writeFileSync(file, `${rest}\nsending: {channels: ${channels}, messages: ${messages}}\n`);
}

/** A new home, made by the real clock. */
export async function homeSendingTo(url: string): Promise<FrontDesk> {
  const desk = desertedDesk();
  const code = await start(desk.home, 'init').ended;
  if (code !== 0) throw new Error(`init: ${code}`);
  sendTo(desk.home, url);
  return desk;
}

export const clockIn = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString();
