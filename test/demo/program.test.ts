import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { quoted, typedAs } from '../../src/demo/program.ts';
import { splitWords } from '../../src/lib/shell-words.ts';

const started = process.argv[1] ?? '';
afterEach(() => {
  process.argv[1] = started;
});

describe('how wy is typed', () => {
  const here = path.resolve('');
  const inCheckout = path.join(here, 'bin', 'wy.js');

  it.each([
    ['in a checkout', inCheckout, {}, 'node bin/wy.js'],
    ['by npm start', inCheckout, { INIT_CWD: here }, 'node bin/wy.js'],
    ['by npm start, typed further down', inCheckout, { INIT_CWD: '/else' }, `node ${inCheckout}`],
    ['from elsewhere', '/opt/my wy/bin/wy.js', {}, "node '/opt/my wy/bin/wy.js'"],
    ['installed', '/usr/local/bin/wy', {}, 'wy'],
    ['by npx', '/x/node_modules/.bin/wy', { npm_command: 'exec' }, 'npx wy'],
  ])('%s', (_, file, env, expected) => {
    process.argv[1] = file;
    expect(typedAs({ env, platform: 'linux' })).toBe(expected);
  });
});

describe('a word for the shell', () => {
  it.each(['/tmp/wy-demo-1', '示范小区', 'a b', "it's", '$HOME', '2026-11-22 08:30', 'a"b', '*'])(
    'is read back as it was: %s',
    (word) => {
      expect(splitWords(quoted(word, 'linux'))).toEqual([word]);
    },
  );

  it.each([
    ['C:\\wy\\demo', 'C:\\wy\\demo'],
    ['C:\\my wy', '"C:\\my wy"'],
  ])('on Windows %s is typed %s', (word, expected) => {
    expect(quoted(word, 'win32')).toBe(expected);
  });
});
