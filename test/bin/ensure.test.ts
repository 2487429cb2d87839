import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Checkout } from './checkout.ts';
import { makeCheckout } from './checkout.ts';

const PACKAGES = resolve(import.meta.dirname, '../../node_modules');

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/esbuild': { version: '2.0.0' },
  'node_modules/@esbuild/other-system': { version: '2.0.0', optional: true },
};

let checkout: Checkout;

beforeEach(() => {
  checkout = makeCheckout();
  mkdirSync(checkout.path('node_modules/@esbuild'), { recursive: true });
  for (const name of ['better-sqlite3', 'esbuild']) {
    symlinkSync(`${PACKAGES}/${name}`, checkout.path(`node_modules/${name}`), 'junction');
  }
  checkout.write('package-lock.json', JSON.stringify({ packages: wanted }));
});
afterEach(() => checkout.remove());

function installed(packages: object | undefined) {
  const lock = 'node_modules/.package-lock.json';
  if (packages) checkout.write(lock, JSON.stringify({ packages }));
  else rmSync(checkout.path(lock), { force: true });
}

/** Runs ensure.js with a stand-in for npm that only notes what it was asked, and may fail. */
function ensure(failing: readonly string[] = []) {
  checkout.write('asked', '');
  checkout.write(
    'npm.cjs',
    `require('node:fs').appendFileSync(${JSON.stringify(checkout.path('asked'))}, process.argv[2] + ' ');
    process.exitCode = ${JSON.stringify(failing)}.includes(process.argv[2]) ? 1 : 0;`,
  );
  const { status } = spawnSync(process.execPath, [checkout.path('bin/dev/ensure.js')], {
    env: { ...process.env, npm_execpath: checkout.path('npm.cjs') },
  });
  return { status, asked: readFileSync(checkout.path('asked'), 'utf8').trim() };
}

const esbuild = { 'node_modules/esbuild': { version: '2.0.0' } };
const older = { 'node_modules/esbuild': { version: '1.9.9' } };
const extra = { 'node_modules/left-over': { version: '1.0.0' } };

it.each([
  ['nothing is installed', undefined, 'ci'],
  ['a package is missing', {}, 'ci'],
  ['a package is older than the lock file asks', older, 'ci'],
  ['everything is there but another system’s package', esbuild, ''],
  ['there is a package too many', { ...esbuild, ...extra }, ''],
])('installs where needed: %s', (_, packages, asked) => {
  installed(packages);
  expect(ensure()).toEqual({ status: 0, asked });
});

it('falls back to npm install where npm ci fails', () => {
  installed(undefined);
  expect(ensure(['ci'])).toEqual({ status: 0, asked: 'ci install' });
});

it('stops where neither works', () => {
  installed(undefined);
  expect(ensure(['ci', 'install'])).toEqual({ status: 1, asked: 'ci install' });
});

it('compiles better-sqlite3 again where it does not load', () => {
  installed(esbuild);
  rmSync(checkout.path('node_modules/better-sqlite3'));
  expect(ensure(['rebuild'])).toEqual({ status: 1, asked: 'rebuild' });
});

it('builds, and leaves a fresh build alone', () => {
  installed(esbuild);
  ensure();
  const built = readFileSync(checkout.path('dist/stamp.json'), 'utf8');
  ensure();
  expect(readFileSync(checkout.path('dist/stamp.json'), 'utf8')).toBe(built);
});
