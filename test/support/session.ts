import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host, Terminal } from '../../src/host.ts';
import { splitWords } from '../../src/lib/shell-words.ts';
import { run } from '../../src/main.ts';
import { keptPath, temporaryPath } from './temporary.ts';

/** A Sunday, half past nine in the morning in Shanghai. */
export const NOW = '2026-11-22T01:30:00Z';

/** What came of a command line. */
export interface Said {
  code: number;
  out: string;
  err: string;
  /** What stands on stdout, as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into results of every shape.
  json: any;
  /** The error on stderr, as `--json` gives it. */
  error: { code: string; message: string; hint: string | null };
}

export interface Circumstances {
  env?: Record<string, string>;
  /** Columns of a terminal on stdout; without it stdout is a pipe. */
  columns?: number;
  /** What stands on stdin. */
  input?: string | Uint8Array;
  /** Where questions are asked; without it nobody can be asked. */
  terminal?: Terminal;
  /** Gets the files that were to be shown. */
  opened?: string[];
}

export { temporaryPath };

let template: Promise<string> | undefined;

/** A home as `wy init` makes it, made once and copied: site 翠湖花园, the user wang is 王芳. */
async function newHome(): Promise<string> {
  template ??= (async () => {
    const home = keptPath('home');
    const desk = new FrontDesk(home);
    const said = await desk.say('init --name 翠湖花园 --staff 王芳 --role supervisor');
    if (said.code !== 0) throw new Error(`no home could be made: ${said.err}`);
    return home;
  })();
  return copyOf(await template);
}

type Print = (to: 'out' | 'err', text: string) => void;

function hostAt(home: string, now: string, print: Print, given: Circumstances): Host {
  return {
    env: { WY_HOME: home, NO_COLOR: '1', ...given.env },
    platform: 'linux',
    canAsk: given.terminal !== undefined,
    isTerminal: given.columns !== undefined,
    columns: given.columns,
    ...(given.terminal && { terminal: given.terminal }),
    out: (text) => print('out', text),
    err: (text) => print('err', text),
    clock: () => new Date(now),
    systemUser: () => 'wang',
    readInput: async () => Buffer.from(given.input ?? ''),
    open: async (file) => void given.opened?.push(file),
  };
}

/** A front desk of its own, at a fixed moment; commands are typed with `say`. */
export class FrontDesk {
  readonly home: string;
  now = NOW;

  constructor(home: string) {
    this.home = home;
  }

  /** Carries out one line as a shell would split it, a leading `wy` or not. */
  say(line: string, given: Circumstances = {}): Promise<Said> {
    const words = splitWords(line);
    return this.run(words[0] === 'wy' ? words.slice(1) : words, given);
  }

  async run(argv: readonly string[], given: Circumstances = {}): Promise<Said> {
    const printed = { out: '', err: '' };
    const print: Print = (to, text) => {
      printed[to] += text;
    };
    const code = await run(argv, hostAt(this.home, this.now, print, given));
    return {
      code,
      ...printed,
      get json() {
        return JSON.parse(printed.out);
      },
      get error() {
        return JSON.parse(printed.err).error;
      },
    };
  }

  /** Writes a file beside the home and gives its path. */
  file(name: string, content: string | Uint8Array): string {
    const file = path.join(path.dirname(this.home), name);
    writeFileSync(file, content);
    return file;
  }
}

export const frontDesk = async (): Promise<FrontDesk> => new FrontDesk(await newHome());

/** Makes desks at which something was done before: done once and copied. */
export function desksAfter(work: (desk: FrontDesk) => Promise<void>): () => Promise<FrontDesk> {
  let first: Promise<string> | undefined;
  const make = async () => {
    const desk = await frontDesk();
    await work(desk);
    return desk.home;
  };
  return async () => {
    first ??= make();
    return new FrontDesk(copyOf(await first));
  };
}

function copyOf(home: string): string {
  const copy = temporaryPath('home');
  cpSync(home, copy, { recursive: true });
  return copy;
}

/** A desk whose home does not exist. */
export const desertedDesk = (): FrontDesk => new FrontDesk(temporaryPath('home'));

/** What a clerk types and a program answers, as a text that can be read and compared. */
interface Scene {
  /** Comments, settings and the command, as they stand in the text. */
  script: string[];
  line: string;
  input: string[];
  files: { name: string; lines: string[] }[];
}

/**
 * Plays a session and writes it down as it went. In its text `$` begins a command, `<` a line of its
 * standard input, `#` a comment, `%` a setting (`lang en`, `columns 40`, `now MOMENT`, `home none`,
 * `env NAME=VALUE`), `>` a file of the home with its lines behind `>>`; `<home>` in a command is the
 * home's folder; all else is what was answered: stdout as it is, stderr behind `!`, and the exit
 * code behind `?` where it is not 0.
 */
export async function play(session: string): Promise<string> {
  const scenes = scenesOf(session);
  const deserted = scenes.some(({ script }) => script.includes('% home none'));
  const desk = deserted ? desertedDesk() : await frontDesk();
  const settings: Circumstances & { env: Record<string, string> } = { env: {} };
  const pages: string[] = [];
  for (const { script, line, input, files } of scenes) {
    for (const setting of script.filter((each) => each.startsWith('% '))) {
      set(setting.slice(2), desk, settings);
    }
    for (const { name, lines } of files) {
      writeFileSync(path.join(desk.home, name), `${lines.join('\n')}\n`);
    }
    const typed = line.replaceAll('<home>', desk.home);
    const said = await desk.say(typed, { ...settings, input: input.join('\n') });
    pages.push([...script, ...answerLines(said, desk.home)].join('\n'));
  }
  return `${pages.join('\n\n')}\n`;
}

function scenesOf(session: string): Scene[] {
  const scenes: Scene[] = [];
  let script: string[] = [];
  let files: Scene['files'] = [];
  for (const line of session.split('\n')) {
    if (/^([#%$>] |>>( |$))/.test(line)) script.push(line);
    if (line.startsWith('> ')) files.push({ name: line.slice(2), lines: [] });
    if (/^>>( |$)/.test(line)) files.at(-1)?.lines.push(line.slice(3));
    if (line.startsWith('$ ')) {
      scenes.push({ script, line: line.slice(2), input: [], files });
      script = [];
      files = [];
    }
    if (/^<( |$)/.test(line)) {
      scenes.at(-1)?.script.push(line);
      scenes.at(-1)?.input.push(line.slice(2));
    }
  }
  return scenes;
}

function set(
  setting: string,
  desk: FrontDesk,
  to: Circumstances & { env: Record<string, string> },
) {
  const [name, ...rest] = setting.split(' ');
  const value = rest.join(' ');
  if (name === 'lang') to.env.WY_LANG = value;
  if (name === 'columns') to.columns = Number(value);
  if (name === 'now') desk.now = value;
  if (name === 'env') {
    const [variable = '', ...content] = value.split('=');
    to.env[variable] = content.join('=');
  }
}

function answerLines({ code, out, err }: Said, home: string): string[] {
  const lines = (text: string) =>
    text === '' ? [] : steady(text, home).replace(/\n$/, '').split('\n');
  return [
    ...lines(out),
    ...lines(err).map((line) => `! ${line}`.trimEnd()),
    ...(code === 0 ? [] : [`? ${code}`]),
  ];
}

/** Takes out what differs from run to run. */
const steady = (text: string, home: string) =>
  text.replaceAll(home, '<home>').replace(/\b[0-9a-f]{64}\b/g, '<hash>');
