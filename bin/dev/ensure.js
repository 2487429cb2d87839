// Before `npm start` and `npm test`: installs what is missing and builds what has changed, so that
// both work right after a clone.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ROOT, isFresh, readStamp } = require('../current.js');

function ensure() {
  if (!isInstalled()) {
    say('installing packages (npm ci)');
    if (!npm('ci') && !npm('install')) fail('npm install failed');
  }
  if (!addonLoads()) {
    say('compiling better-sqlite3 for this Node (npm rebuild)');
    if (!npm('rebuild', 'better-sqlite3') || !addonLoads()) fail('better-sqlite3 cannot be loaded');
  }
  if (!isFresh(readStamp())) run(process.execPath, [join(__dirname, 'build.js')]) || fail();
}

/** Whether every package the lock file calls for is there in the version it names. */
function isInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path]),
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

/** In a process of its own: a failed load stays failed in the process it happened in. */
function addonLoads() {
  const code = "require('better-sqlite3/build/Release/better_sqlite3.node')";
  return spawnSync(process.execPath, ['-e', code], { cwd: ROOT, stdio: 'ignore' }).status === 0;
}

/** The npm that runs this script, or else the one on the path. */
function npm(...args) {
  const own = process.env.npm_execpath;
  if (/\.c?js$/.test(own)) return run(process.execPath, [own, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

function run(command, args, options) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options }).status === 0;
}

function say(text) {
  console.error(`wy: ${text}`);
}

function fail(text) {
  if (text) say(text);
  process.exit(1);
}

ensure();
