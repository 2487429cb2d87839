import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../host.ts';
import { unusable } from '../lib/errors.ts';
import { quoteWord } from '../lib/shell-words.ts';
import { w } from '../lib/words.ts';

/** The file that was started: bin/wy.js by whatever name. */
const startedFile = () => path.resolve(process.argv[1] ?? 'wy');

/** The folder of the sample estate, somewhere above the program that was started. */
export function estateFolder(): string {
  const file = startedFile();
  const found = [realFile(file), file]
    .flatMap(foldersAbove)
    .map((folder) => path.join(folder, 'fixtures', 'estate'))
    .find((folder) => existsSync(folder));
  if (found) return found;
  throw unusable(
    'no_fixtures',
    w('找不到示范小区的资料（fixtures/estate）。', 'The files of the sample estate are missing.'),
    w('请重新安装 wy。', 'Install wy again.'),
  );
}

/** Node finds `bin/wy` by its ending, too. */
const realFile = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

function foldersAbove(file: string): string[] {
  const folder = path.dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
}

/** How wy is typed where this run was typed: `wy`, or `node bin/wy.js` in a checkout. */
export function typedAs({ env, platform }: Pick<Host, 'env' | 'platform'>): string {
  const file = startedFile();
  if (path.basename(file) === 'wy') return env.npm_command === 'exec' ? 'npx wy' : 'wy';
  // npm may have changed to the folder of package.json from where it was typed.
  const isHere = env.INIT_CWD === undefined || path.resolve(env.INIT_CWD) === path.resolve('');
  const near = path.relative('', file);
  return `node ${quoteWord(isHere && !near.startsWith('..') ? near : file, platform)}`;
}
