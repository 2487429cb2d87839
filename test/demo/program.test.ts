import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { typedAs } from '../../src/demo/program.ts';

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
