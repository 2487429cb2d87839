import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Files in memory, where there are such: thousands of desks that are soon gone need no disk. */
const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 2 ** 30;

let folder: string;

/** Before the run: a folder for all its temporary files, also those of the processes it starts. */
export function setup(): void {
  const around = hasRoom(IN_MEMORY) && runsPrograms(IN_MEMORY) ? IN_MEMORY : os.tmpdir();
  sweep(around);
  folder = mkdtempSync(path.join(around, `wy-run-${process.pid}-`));
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}

function hasRoom(dir: string): boolean {
  if (!existsSync(dir)) return false;
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize > ROOM_BYTES;
}

/** Some machines forbid it there. */
function runsPrograms(dir: string): boolean {
  const program = path.join(dir, `wy-runs-${process.pid}`);
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

/** What killed runs have left. */
function sweep(around: string): void {
  for (const name of readdirSync(around)) {
    const [, pid] = /^wy-run-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(path.join(around, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
