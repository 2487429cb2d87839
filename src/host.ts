import { fstatSync, statSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isatty } from 'node:tty';
import { EXIT } from './lib/exit.ts';

/** The world outside: terminal, environment, clock. Tests put another in its place. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether a person can be asked: both ends are terminals. */
  readonly canAsk: boolean;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  /** Where questions are asked, if not on the terminal of this process. */
  readonly terminal?: Terminal;
  out(text: string): void;
  err(text: string): void;
  clock(): Date;
  systemUser(): string;
  /** The whole of standard input. */
  readInput(): Promise<Buffer>;
  /** Shows a file to whoever sits there; does nothing where nothing can open it. */
  open(file: string): Promise<void>;
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/** Node's own streams cost 5 ms to make, so they are touched only where a terminal is behind them. */
export function systemHost(): Host {
  const isTerminal = isTerminalAt(STDOUT);
  let user: string | undefined;
  return {
    env: process.env,
    platform: process.platform,
    canAsk: isTerminal && isTerminalAt(STDIN),
    isTerminal,
    columns: isTerminal ? process.stdout.columns : undefined,
    out: isTerminal ? (text) => void process.stdout.write(text) : (text) => write(STDOUT, text),
    err: (text) => (isTerminalAt(STDERR) ? void process.stderr.write(text) : write(STDERR, text)),
    clock: () => new Date(),
    systemUser: () => {
      user ??= userName();
      return user;
    },
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    open,
  };
}

/** Asking properly loads half of Node's network, so what cannot be a terminal is told before. */
function isTerminalAt(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isCharacterDevice() && !isNull(stats.rdev) && isatty(fd);
  } catch {
    return false;
  }
}

const isNull = (device: number): boolean =>
  statSync('/dev/null', { throwIfNoEntry: false })?.rdev === device;

/** Writes all of it to a pipe or a file, waiting for a slow reader. */
function write(fd: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') {
        onWriteError(code, fd);
        return;
      }
      Atomics.wait(PAUSE, 0, 0, PAUSE_MS);
    }
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const PAUSE_MS = 1;

/** `wy list | head` closes our pipe: enough was read. A full disk is told and ends the program. */
function onWriteError(code: string | undefined, fd: number): void {
  if (code === 'EPIPE' || fd === STDERR) return;
  write(STDERR, `wy: 输出写不出去 · the output cannot be written: ${code}\n`);
  process.exit(EXIT.unusable);
}

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };

/** By the program the system has for files of its kind; it lives on when wy has ended. */
async function open(file: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const opener = OPENERS[process.platform] ?? 'xdg-open';
  const opening = spawn(opener, [path.resolve(file)], { detached: true, stdio: 'ignore' });
  await new Promise<void>((resolve) =>
    opening.once('spawn', resolve).once('error', () => resolve()),
  );
  opening.unref();
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run as a user without a name.
    return process.env.USER ?? process.env.USERNAME ?? 'user';
  }
}
