import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atFileEnd } from './file-end.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'wy-test-'));
let count = 0;

/** A path in a folder that is gone after the test file. */
export function temporaryPath(name = ''): string {
  const dir = newFolder();
  atFileEnd(() => rmSync(dir, { recursive: true, force: true }));
  return path.join(dir, name);
}

/** A path in a folder that is gone after the run: for what is made once, for all test files. */
export const keptPath = (name: string): string => path.join(newFolder(), name);

function newFolder(): string {
  count += 1;
  const dir = path.join(root, String(count));
  mkdirSync(dir);
  return dir;
}
