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
  const kept = readCache<T>(cacheFile, origin);
  if (kept !== undefined) return kept;
  const compiled = await compile();
  const head = JSON.stringify({ build: origin.build, compiled });
  writeAside(cacheFile, `${head}\n${origin.source}`);
  return compiled;
}

interface Kept<T> {
  build: string;
  compiled: T;
}

/** The first line is what was compiled; behind it stands the text it was made of, not to be parsed. */
function readCache<T>(file: string, { build, source }: Origin): T | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    if (end < 0 || content.slice(end + 1) !== source) return undefined;
    const kept = JSON.parse(content.slice(0, end)) as Partial<Kept<T>> | null;
    const isWhole = kept?.build === build && typeof kept.compiled === 'object';
    return isWhole && kept.compiled !== null ? kept.compiled : undefined;
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
