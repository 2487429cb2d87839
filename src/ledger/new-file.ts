import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { fileExists, makePart, placeNew } from './files.ts';

/** A file that waits for its name until what belongs to it is stored. */
export interface PreparedFile {
  place(): void;
  /** Without a trace. */
  discard(): void;
}

type Chunk = string | Uint8Array;
type Chunks = Iterable<Chunk> | AsyncIterable<Chunk>;

/**
 * Writes a new file beside its place, readable for its owner only, chunk by chunk. Refuses a name that
 * is taken (`file_exists`) and a place that cannot be written (`not_written`).
 */
export async function prepareFile(file: string, chunks: Chunks): Promise<PreparedFile> {
  if (existsSync(file)) throw fileExists(file);
  const part = attempt(file, () => makePart(file));
  const discard = () => rmSync(part, { force: true });
  try {
    await fill(file, part, chunks);
  } catch (error) {
    discard();
    throw error;
  }
  return { place: () => placeNew(part, file), discard };
}

/** As `prepareFile`, of a text that is there: for use inside a transaction. */
export function prepareText(file: string, text: string): PreparedFile {
  if (existsSync(file)) throw fileExists(file);
  const part = attempt(file, () => makePart(file));
  const discard = () => rmSync(part, { force: true });
  try {
    attempt(file, () => writeFileSync(part, text));
  } catch (error) {
    discard();
    throw error;
  }
  return { place: () => placeNew(part, file), discard };
}

/** As `prepareFile`; it gets its name when it is whole. */
export async function writeNewFile(file: string, chunks: Chunks): Promise<void> {
  const prepared = await prepareFile(file, chunks);
  try {
    prepared.place();
  } finally {
    prepared.discard();
  }
}

async function fill(file: string, part: string, chunks: Chunks): Promise<void> {
  const fd = attempt(file, () => openSync(part, 'w'));
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      attempt(file, () => writeAll(fd, bytes));
    }
  } finally {
    closeSync(fd);
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw refused(
      'not_written',
      w(`写不了文件 ${file}（${error.code}）。`, `Cannot write the file ${file} (${error.code}).`),
      w('请换一个文件夹，或腾出空间。', 'Choose another folder, or make room.'),
    );
  }
}
