import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { fileExists, makePart, placeNew } from '../ledger/files.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/**
 * Writes a new file, readable for its owner only, chunk by chunk; it gets its name when it is whole.
 * Refuses a name that is taken (`file_exists`) and a place that cannot be written (`not_written`).
 */
export async function writeNewFile(
  path: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (existsSync(path)) throw fileExists(path);
  const part = attempt(path, () => makePart(path));
  try {
    const fd = attempt(path, () => openSync(part, 'w'));
    try {
      for await (const chunk of chunks) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        attempt(path, () => writeAll(fd, bytes));
      }
    } finally {
      closeSync(fd);
    }
    placeNew(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw refused(
      'not_written',
      w(`写不了文件 ${path}（${error.code}）。`, `Cannot write the file ${path} (${error.code}).`),
      w('请换一个文件夹，或腾出空间。', 'Choose another folder, or make room.'),
    );
  }
}
