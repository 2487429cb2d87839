import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Says what it was given, and on `sum` asks SQLite: a program in two chunks. */
const PROGRAM = {
  'src/main.ts': `
    import text from './words.yaml';

    export async function run(argv: readonly string[]): Promise<number> {
      const answer = argv.includes('sum') ? await sum() : text + argv.join(' ');
      process.stdout.write(answer);
      return 4;
    }

    async function sum(): Promise<string> {
      const { threeOf } = await import('./sum.ts');
      return String(threeOf());
    }`,
  'src/sum.ts': `
    import Database from 'better-sqlite3';

    export function threeOf() {
      return new Database(':memory:').prepare('SELECT 1 + 2').pluck().get();
    }`,
  'src/unused.ts': '',
  'src/words.yaml': '物业: ',
};

/** A copy of the launcher in a folder of its own, with a small program in place of wy. */
export interface Checkout {
  dir: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  install(): void;
  uninstall(): void;
  wy(...argv: string[]): { status: number | null; stdout: string; stderr: string };
  remove(): void;
}

export function makeCheckout(): Checkout {
  const dir = mkdtempSync(join(tmpdir(), 'wy-checkout-'));
  const path = (name: string) => join(dir, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };

  cpSync(join(ROOT, 'bin'), path('bin'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(ROOT, name), path(name));
  for (const [name, text] of Object.entries(PROGRAM)) write(name, text);

  return {
    dir,
    path,
    write,
    install: () => symlinkSync(join(ROOT, 'node_modules'), path('node_modules'), 'junction'),
    uninstall: () => rmSync(path('node_modules')),
    wy: (...argv) =>
      spawnSync(process.execPath, [path('bin/wy.js'), ...argv], { encoding: 'utf8' }),
    remove: () => rmSync(dir, { recursive: true }),
  };
}
