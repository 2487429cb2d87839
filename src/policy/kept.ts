import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What a compiled file was made of. */
export interface Origin {
  build: string;
  source: string;
}

/**
 * What is compiled from a file's text. Compiling costs as much as a whole start, so the result is kept
 * in a file beside it and serves as long as both the text and the build of wy are the same.
 */
export async function keptIn<T>(
  cacheFile: string,
  origin: Origin,
  compile: () => Promise<T>,
): Promise<T> {
  const kept = readCache<T>(cacheFile);
  if (kept?.build === origin.build && kept.source === origin.source) return kept.compiled;
  const compiled = await compile();
  writeAside(cacheFile, JSON.stringify({ ...origin, compiled }));
  return compiled;
}

type Cached<T> = Origin & { compiled: T };

function readCache<T>(file: string): Cached<T> | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Cached<T>> | null;
    const isWhole = typeof value?.compiled === 'object' && value.compiled !== null;
    return isWhole ? (value as Cached<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** Aside and renamed, so that no reader sees half of it; a read-only home works without. */
export function writeAside(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, content, { mode: 0o600 });
    renameSync(aside, file);
  } catch {
    rmSync(aside, { force: true });
  }
}
