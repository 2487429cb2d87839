import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '../lib/day.ts';

const DATED = /^(ledger-(\d{4})(\d\d)(\d\d)-\d{6}(?:-\d+)?)\.db$/;

/** The backups that wy named by itself, newest first; no other file of the folder counts. */
export function datedBackups(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const stems = readdirSync(dir).flatMap((name) => DATED.exec(name)?.[1] ?? []);
  return stems.sort((a, b) => (a < b ? 1 : -1)).map((stem) => path.join(dir, `${stem}.db`));
}

/** Where the files of entries lie that belong to a backup. */
export const besideOf = (file: string): string => path.join(path.dirname(file), 'attachments');

/** The day in the name of a dated backup. */
export function dayOfBackup(file: string): Day {
  const [, , year, month, day] = DATED.exec(path.basename(file)) ?? [];
  return `${year}-${month}-${day}`;
}

/** A name that is still free: of the second backup of one second, `…-2.db`. */
export function freeName(dir: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const file = path.join(dir, `${stem}${count === 1 ? '' : `-${count}`}.db`);
    if (!existsSync(file)) return file;
  }
}

/** Deletes the oldest dated backups, so that `keep` are left; never the one just made. */
export function rotate(dir: string, keep: number, justMade: string): string[] {
  const others = datedBackups(dir).filter((file) => file !== justMade);
  const old = others.slice(Math.max(0, keep - 1));
  for (const file of old) rmSync(file, { force: true });
  return old;
}
