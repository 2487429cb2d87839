import { spawnSync } from 'node:child_process';

/** Certificates named here would be read at every start of Node and drown what is measured. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Runs a script of Node as a whole process and gives its milliseconds. */
export const timed = (args, options) => timedTool(process.execPath, args, options);

export const isInstalled = (tool) => spawnSync(tool, ['--version']).status === 0;

/** Runs a program and gives its milliseconds; stops the bench when it fails. */
export function timedTool(tool, args, { input, extraEnv = {} } = {}) {
  const started = process.hrtime.bigint();
  const done = spawnSync(tool, args, {
    input,
    env: { ...env, ...extraEnv },
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (done.status !== 0) throw new Error(`${tool} ${args.join(' ')}\n${done.stderr}`);
  return { ms, out: done.stdout };
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/**
 * Runs the commands in turn, A B C A B C …, so that they share the machine's moods; a warm-up round
 * first. Gives the median milliseconds of each and its median ratio to the first, round by round.
 */
export function sideBySide(commands, rounds) {
  const names = Object.keys(commands);
  for (const name of names) commands[name]();
  const times = names.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    names.forEach((name, at) => {
      times[at].push(commands[name]().ms);
    });
  }
  return names.map((name, at) => ({
    name,
    ms: median(times[at]),
    ratio: median(times[at].map((ms, round) => ms / times[0][round])),
  }));
}

export function print(title, rows) {
  console.log(`\n${title}`);
  for (const { name, ms, ratio } of rows) {
    console.log(
      `  ${name.padEnd(44)} ${ms.toFixed(1).padStart(9)} ms  ${ratio.toFixed(2).padStart(6)}×`,
    );
  }
}
