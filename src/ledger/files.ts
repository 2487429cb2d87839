import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** What SQLite may keep beside a database. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

/** The database and what lies beside it, as far as it is there. */
export const databaseFiles = (file: string): string[] =>
  ['', ...COMPANIONS].map((end) => file + end).filter((each) => existsSync(each));

export function removeDatabase(file: string): void {
  for (const each of databaseFiles(file)) rmSync(each, { force: true });
}

/** Where a file or folder is made before it gets its name; another place at every call. */
export function partOf(file: string): string {
  const mark = `${process.pid}-${randomBytes(4).toString('hex')}`;
  return path.join(path.dirname(file), `.${path.basename(file)}.${mark}.part`);
}

/** An empty file in such a place that only its owner can read. */
export function makePart(file: string): string {
  const part = partOf(file);
  closeSync(openSync(part, 'wx', 0o600));
  return part;
}

/** Moves a file, also to another disk. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    unlinkSync(from);
  }
}

/** Copies into a file of ours, which stays its owner's alone whatever the original allows. */
export function fillFrom(source: string, part: string): void {
  copyFileSync(source, part);
  chmodSync(part, 0o600);
}

const PART = /^\..+\.(\d+)-[0-9a-f]{8}\.part(-wal|-shm|-journal)?$/;

/** Removes what runs of wy that were killed have left in a folder: parts whose process is gone. */
export function sweepParts(dir: string): void {
  if (!existsSync(dir)) return;
  for (const name of readdirSync(dir)) {
    const pid = PART.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(path.join(dir, name), { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Gives a finished part its name; refuses `file_exists` instead of replacing what is there. */
export function placeNew(part: string, file: string): void {
  try {
    linkSync(part, file);
    unlinkSync(part);
  } catch (error) {
    // Some file systems know no hard links.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(file)) {
      throw fileExists(file);
    }
    renameSync(part, file);
  }
}

export const fileExists = (file: string) =>
  refused(
    'file_exists',
    w(`文件已存在：${file}`, `The file is there already: ${file}`),
    w('请换一个文件名；已有的文件没有被改动。', 'Choose another name; the file was not touched.'),
  );
