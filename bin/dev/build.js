// Bundles src/ and the packages it uses into many small CommonJS chunks, of which a command reads
// only those it needs (bin/load.js). One folder of dist/ per build, named after its content: a
// program that is running while another build is made keeps its own chunks.
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { basename, join } = require('node:path');
const { DIST, ROOT, STAMP, canBuild, readStamp, stateOf } = require('../current.js');

const ENTRY = 'src/main.ts';
const ADDON = 'better-sqlite3/build/Release/better_sqlite3.node';

/** Programs still running on an older build are given this long before it is deleted. */
const KEEP_OLD_MS = 10 * 60 * 1000;

/** Builds, whether or not it is needed; says nothing but what esbuild has to say. */
async function build() {
  const esbuild = require('esbuild');
  const sources = listSources();
  const state = stateOf(sources);
  const previous = readStamp()?.build;
  const bundle = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: { main: ENTRY },
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    define: { WY_BUILD: JSON.stringify(contentOf(sources)) },
    loader: { '.yaml': 'text' },
    external: [ADDON],
    plugins: [addonWithoutSearch, lazyBuiltins],
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const chunks = await Promise.all(
    renamed(bundle).map(async ({ name, text }) => [name, await commonJs(esbuild, name, text)]),
  );
  const folder = writeBuild(chunks);
  writeStamp({ version: require('../../package.json').version, build: folder, state, sources });
  deleteOldBuilds([folder, previous]);
  return chunks;
}

/** All that a build is made from, by path, with the folders. */
function listSources() {
  const inside = readdirSync(join(ROOT, 'src'), { recursive: true });
  const paths = inside.map((path) => join('src', path).replaceAll('\\', '/'));
  return ['src', ...paths, 'package.json', 'package-lock.json', 'bin/dev/build.js'];
}

/** Names what a build is made from, so that it can tell its own compiled policies from older ones. */
function contentOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((each) => join(ROOT, each))) {
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}

/** better-sqlite3 looks for its addon in a dozen places; it lies in one. */
const addonWithoutSearch = {
  name: 'addon-without-search',
  setup(build) {
    build.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'addon' }));
    build.onLoad({ filter: /.*/, namespace: 'addon' }, () => ({
      contents: `module.exports = () => require('${ADDON}');`,
      resolveDir: ROOT,
    }));
  },
};

/**
 * Parts of Node that cost 1 to 3 ms to load and are seldom used (commander, for one, wants
 * child_process only for commands that are programs of their own): loaded at the first call.
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve(
      { filter: /^(node:)?(child_process|crypto|os|readline|tty)$/ },
      ({ path, namespace }) =>
        namespace === 'lazy'
          ? { path, external: true }
          : { path: path.replace('node:', ''), namespace: 'lazy', sideEffects: false },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => {
      const part = `require('node:${path}')`;
      const names = Object.keys(require(path));
      const calls = names
        .filter((name) => typeof require(path)[name] === 'function')
        .map(
          (name) => `export function ${name}(...args) {
          return new.target ? new ${part}.${name}(...args) : ${part}.${name}(...args);
        }`,
        );
      const getters = names.map((name) => `get ${name}() { return ${part}.${name}; }`);
      return { contents: `${calls.join('\n')}\nexport default { ${getters.join(', ')} };` };
    });
  },
};

/** esbuild calls most chunks `chunk-HASH.js`; their names stand in stack traces, so say what they hold. */
function renamed({ outputFiles, metafile }) {
  const names = new Map();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    names.set(basename(path), unusedName(contentName(output), new Set(names.values())));
  }
  return outputFiles.map(({ path, text }) => ({
    name: names.get(basename(path)),
    text: text.replace(
      /(\bfrom |\bimport\(|\bimport )"\.\/([\w.-]+\.js)"/g,
      (_, before, old) => `${before}"./${names.get(old) ?? old}"`,
    ),
  }));
}

function contentName({ entryPoint, inputs }) {
  if (entryPoint === ENTRY) return 'main';
  const [largest] = Object.entries(inputs).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput);
  const path = entryPoint ?? largest?.[0] ?? 'shared';
  return path
    .replace(/^(src|.*node_modules)\//, '')
    .replace(/\.\w+$/, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-/, '');
}

function unusedName(wanted, used) {
  let name = `${wanted}.js`;
  for (let n = 2; used.has(name); n++) name = `${wanted}-${n}.js`;
  return name;
}

/** esbuild leaves regular expressions as they are, and the chunks are read as Latin-1. */
function asciiOnly(code) {
  return code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function commonJs(esbuild, name, text) {
  const { code } = await esbuild.transform(text, {
    sourcefile: name,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    lineLimit: 120,
    logLevel: 'warning',
  });
  return `(function (exports, require, module) {${asciiOnly(code)}\n})`;
}

function writeBuild(chunks) {
  const hash = createHash('sha256');
  for (const [name, code] of chunks) hash.update(name).update(code);
  const folder = hash.digest('hex').slice(0, 12);
  const target = join(DIST, folder);
  const draft = join(DIST, `new-${process.pid}`);

  if (existsSync(target)) return folder;
  mkdirSync(draft, { recursive: true });
  for (const [name, code] of chunks) writeFileSync(join(draft, name), code);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return folder;
}

function writeStamp(stamp) {
  const draft = `${STAMP}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(stamp, null, 2)}\n`);
  renameSync(draft, STAMP);
}

function deleteOldBuilds(kept) {
  for (const name of readdirSync(DIST)) {
    const path = join(DIST, name);
    if (path === STAMP || kept.includes(name)) continue;
    try {
      const isOld = statSync(path).mtimeMs < Date.now() - KEEP_OLD_MS;
      if (isOld) rmSync(path, { recursive: true });
    } catch {
      // In use, or another build has deleted it.
    }
  }
}

async function main() {
  if (!canBuild()) return cannotBuild();
  const started = Date.now();
  const chunks = await build();
  const kilobytes = Math.round(chunks.reduce((sum, [, code]) => sum + code.length, 0) / 1024);
  console.log(`wy: built ${chunks.length} chunks, ${kilobytes} kB, in ${Date.now() - started} ms`);
}

/** `npm install --omit=dev` calls for a build as well, and must not fail for want of esbuild. */
function cannotBuild() {
  console.error('wy: not built, esbuild is not installed (npm install)');
  process.exitCode = process.env.npm_lifecycle_event === 'prepare' ? 0 : 1;
}

main().catch((error) => {
  // esbuild has already told its own errors.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
