// Loads the chunks of a build with few reads and no compiling: all that `wy ticket list` has needed
// so far is put together in ticket-list.js, and V8's compiled code of it is kept in ticket-list.bin.
// What is missing, damaged or made by another Node is made anew, after the command has run.
const fs = require('node:fs');
const { Script } = require('node:vm');

/** Compiled code holds only what has run by then, so it is saved again on the first few runs. */
const RUNS_THAT_SAVE = 5;

/** In front of compiled code: how many runs have saved it, and a number for what it was made of. */
const HEADER_BYTES = 8;
const MADE_OF_AT = 4;

/** Bigger chunks (a parser of YAML) are seldom needed: they stay apart and have their own .bin. */
const COMMON_BYTES = 80_000;
const COMMON_END = '];\n';

/**
 * A run that compiles a policy or the books loads much that the command itself never needs again; what it
 * loaded is not put together.
 */
const COMPILES = /-compile(-\d+)?\.js$/;

/** The options that may stand before the command with a value of their own. */
const TAKES_VALUE = /^--(?:home|by|at|lang)$/;

const ADDON = 'better-sqlite3/build/Release/better_sqlite3.node';

/** A `require` for the chunks of the build in `folder`, for the command that `argv` begins with. */
function loaderFor(folder, argv) {
  const cache = `${folder}/cache-${process.version}-${process.platform}-${process.arch}`;
  const commonFile = `${cache}/${nameOf(argv)}`;
  const common = readCommon(`${commonFile}.js`);
  const loaded = new Map();
  const added = new Map();
  const saves = [];
  const functions = common
    ? evaluate(common.source, `${commonFile}.js`, `${commonFile}.bin`, common.names.join())
    : [];

  function load(name) {
    const known = loaded.get(name);
    if (known) return known.exports;

    const module = { exports: {} };
    loaded.set(name, module);
    const body = functions[common?.names.indexOf(name)] ?? readChunk(name);
    body(module.exports, requireFromChunk, module);
    return module.exports;
  }

  function readChunk(name) {
    const file = `${folder}/${name}`;
    const source = fs.readFileSync(file, 'latin1');
    if (source.length > COMMON_BYTES) return evaluate(source, file, `${cache}/${name}.bin`, name);

    added.set(name, source);
    return new Script(source, { filename: file }).runInThisContext();
  }

  function evaluate(source, filename, compiledFile, chunks) {
    const madeOf = numberOf(chunks);
    const kept = readCompiled(compiledFile, madeOf);
    const script = new Script(source, { filename, cachedData: kept?.code });
    const runs = kept && !script.cachedDataRejected ? kept.runs : 0;
    if (runs < RUNS_THAT_SAVE) {
      saves.push(() => writeCompiled(compiledFile, script.createCachedData(), runs + 1, madeOf));
    }
    return script.runInThisContext();
  }

  function requireFromChunk(name) {
    if (name.startsWith('./')) return load(name.slice(2));
    return name === ADDON ? requireAddon() : require(name);
  }

  process.once('exit', (exitCode) => {
    const isCommand = exitCode === 0 || exitCode === 4;
    if (!isCommand || saves.length + added.size === 0) return;
    try {
      fs.mkdirSync(cache, { recursive: true });
      for (const save of saves) save();
      const isUsual = ![...loaded.keys()].some((name) => COMPILES.test(name));
      if (added.size > 0 && isUsual) writeCommon(`${commonFile}.js`, common, added);
    } catch {
      // A folder that cannot be written (an install shared by many) costs speed, nothing else.
    }
  });
  return load;
}

/** Only what can be a command: other words may be somebody's name or number. */
function nameOf(argv) {
  const isWord = (text) => /^[a-z]{1,20}$/.test(text ?? '');
  const [noun, verb] = argv.filter(
    (word, at) => !word.startsWith('-') && !TAKES_VALUE.test(argv[at - 1] ?? ''),
  );
  if (!isWord(noun)) return 'wy';
  return isWord(verb) ? `${noun}-${verb}` : noun;
}

/** The file is a script whose value is an array of functions, and says in front whose they are. */
function readCommon(file) {
  const source = read(file, 'latin1');
  if (!source?.endsWith(COMMON_END)) return undefined;
  return { source, names: JSON.parse(source.slice(3, source.indexOf('\n'))) };
}

function writeCommon(file, common, added) {
  const names = [...(common?.names ?? []), ...added.keys()];
  const before = common?.source.slice(common.source.indexOf('\n'), -COMMON_END.length) ?? '\n[';
  const chunks = [...added.values()].map((source) => `${source},\n`).join('');
  replaceFile(file, `// ${JSON.stringify(names)}${before}${chunks}${COMMON_END}`);
}

/**
 * V8 runs whatever it is given, only looking at the length of its source, and a disk can fail: so
 * the code is used only if made of the same chunks, and stands in the file twice, both the same
 * (faster than any checksum).
 */
function readCompiled(file, madeOf) {
  const content = read(file);
  if (!content || content.length <= HEADER_BYTES) return undefined;
  const size = (content.length - HEADER_BYTES) / 2;
  const code = content.subarray(HEADER_BYTES, HEADER_BYTES + size);
  const copy = content.subarray(HEADER_BYTES + size);
  if (content.readInt32LE(MADE_OF_AT) !== madeOf || !code.equals(copy)) return undefined;
  return { code, runs: content[0] };
}

function writeCompiled(file, code, runs, madeOf) {
  const header = Buffer.alloc(HEADER_BYTES);
  header[0] = runs;
  header.writeInt32LE(madeOf, MADE_OF_AT);
  replaceFile(file, Buffer.concat([header, code, code]));
}

function numberOf(text) {
  let number = 0;
  for (let i = 0; i < text.length; i++) number = (Math.imul(number, 31) + text.charCodeAt(i)) | 0;
  return number;
}

function read(file, encoding) {
  try {
    return fs.readFileSync(file, encoding);
  } catch {
    return undefined;
  }
}

/** Wholly or not at all, even at a power cut. */
function replaceFile(file, content) {
  const draft = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(draft, content, { encoding: 'latin1', flush: true });
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

function requireAddon() {
  try {
    return require(ADDON);
  } catch (error) {
    const { giveUp } = require('./give-up.js');
    return giveUp(
      'sqlite_missing',
      `SQLite 组件无法载入（${error.code}）：请在 wy 的目录运行 npm install，换过 Node 版本则运行 npm rebuild`,
      `SQLite cannot be loaded (${error.code}): run npm install in the folder of wy, or npm rebuild after a change of Node`,
    );
  }
}

module.exports = { loaderFor };
