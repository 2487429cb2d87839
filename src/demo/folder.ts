import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { homeAt } from '../home.ts';
import { partOf, sweepParts } from '../ledger/files.ts';
import { refused, WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/**
 * Lets `make` fill a folder that gets its name only when it is whole: the one wanted, or a new one
 * among the temporary files of the system. Refuses `demo_dir_not_empty` and `demo_dir_unwritable`.
 */
export async function newFolder<T>(
  wanted: string | undefined,
  make: (dir: string) => Promise<T>,
): Promise<{ dir: string; made: T }> {
  if (wanted !== undefined) return { dir: wanted, made: await fill(wanted, make) };
  const dir = guarded(os.tmpdir(), () => mkdtempSync(path.join(os.tmpdir(), 'wy-demo-')));
  try {
    return { dir, made: await fill(dir, make) };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

async function fill<T>(dir: string, make: (part: string) => Promise<T>): Promise<T> {
  const part = guarded(dir, () => emptyPart(dir));
  try {
    const made = await make(part);
    guarded(dir, () => moveIn(part, dir));
    return made;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Beside the folder, or inside one that is there already: so that it can be moved in one step. */
function emptyPart(dir: string): string {
  const isThere = existsSync(dir);
  const around = isThere ? dir : path.dirname(dir);
  mkdirSync(around, { recursive: true, mode: 0o700 });
  sweepParts(around);
  if (isThere) refuseFilled(dir);
  const part = partOf(isThere ? path.join(dir, 'demo') : dir);
  mkdirSync(part, { mode: 0o700 });
  return part;
}

/** The ledger comes last: without it, it is no home. */
function moveIn(part: string, dir: string): void {
  if (!existsSync(dir)) {
    renameSync(part, dir);
    return;
  }
  refuseFilled(dir, path.basename(part));
  const ledger = path.basename(homeAt(dir).ledgerFile);
  const isLedger = (name: string) => Number(name === ledger);
  const names = readdirSync(part).sort((a, b) => isLedger(a) - isLedger(b));
  for (const name of names) renameSync(path.join(part, name), path.join(dir, name));
  rmdirSync(part);
}

function refuseFilled(dir: string, ours?: string): void {
  if (readdirSync(dir).every((name) => name === ours)) return;
  throw refused(
    'demo_dir_not_empty',
    w(`目录 ${dir} 不是空的，没有改动。`, `${dir} is not empty; nothing was touched.`),
    w('请换一个新的目录，或不写目录：wy demo', 'Name a new folder, or none at all: wy demo'),
  );
}

/** What the file system refuses, with its own code. */
function guarded<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as { code?: string };
    if (error instanceof WyError || code === undefined) throw error;
    throw refused(
      'demo_dir_unwritable',
      w(
        `示范小区放不进 ${dir}（${code}）。`,
        `The sample estate cannot be put in ${dir} (${code}).`,
      ),
      w('请换一个可以写入的目录。', 'Name a folder that can be written.'),
    );
  }
}
