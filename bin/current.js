// Which build to run. dist/stamp.json names its folder in dist/, and the sources it was made from.
const { existsSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, 'stamp.json');
const SOURCES = join(ROOT, 'src');

/** The folder of the build to run. In a checkout whose sources have changed it is built first. */
function currentBuild() {
  const stamp = readStamp();

  if (isFresh(stamp)) return folderOf(stamp);
  if (canBuild()) return folderOf(rebuild());
  if (stamp) {
    process.stderr.write(
      'wy: 源码已变，但无法重新构建，仍用旧版；请运行 npm install\n' +
        'wy: sources have changed but cannot be built, using the old build; run npm install\n',
    );
  }
  return folderOf(stamp);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether the build was made from the sources as they are; an install has none to compare. */
function isFresh(stamp) {
  if (!existsSync(SOURCES)) return true;
  return stamp !== undefined && stateOf(stamp.sources) === stamp.state;
}

/** Size and newest time of files and folders, as one text to compare. A folder's tells what went. */
function stateOf(paths) {
  let bytes = 0;
  let newestMs = 0;
  for (const path of paths) {
    const stats = statSync(`${ROOT}/${path}`, { throwIfNoEntry: false });
    if (!stats) return 'incomplete';
    bytes += stats.size;
    if (stats.mtimeMs > newestMs) newestMs = stats.mtimeMs;
  }
  return `${paths.length} paths, ${bytes} bytes, newest ${newestMs}`;
}

function canBuild() {
  return existsSync(join(ROOT, 'node_modules', 'esbuild', 'package.json'));
}

function rebuild() {
  const { spawnSync } = require('node:child_process');
  const builder = join(__dirname, 'dev', 'build.js');
  const { status } = spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] });

  if (status === 0) return readStamp();
  const { giveUp } = require('./give-up.js');
  return giveUp('build_failed', 'wy 构建失败，原因见上', 'wy could not be built, see above');
}

function folderOf(stamp) {
  if (stamp) return join(DIST, stamp.build);
  const { giveUp } = require('./give-up.js');
  return giveUp(
    'not_installed',
    'wy 尚未安装完成：请在 wy 的目录运行 npm install',
    'the installation is not complete: run npm install in the folder of wy',
  );
}

module.exports = { DIST, ROOT, STAMP, canBuild, currentBuild, isFresh, readStamp, stateOf };
