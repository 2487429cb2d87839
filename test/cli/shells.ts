import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Shell } from '../../src/cli/completion-scripts.ts';
import { temporaryPath } from '../support/session.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');

const isInstalled = (program: string) => spawnSync('which', [program]).status === 0;

/** Why a shell cannot be typed into here; undefined where it can. */
export function lacking(shell: Shell): string | undefined {
  const needed = shell === 'fish' ? [shell] : [shell, 'script'];
  const missing = needed.filter((each) => !isInstalled(each));
  return missing.length > 0 ? `${missing.join(', ')} is not installed` : undefined;
}

/** What a shell reads first: the completion, and a key by which it gives its line away. */
const START: Readonly<Record<'bash' | 'zsh', string>> = {
  bash: `eval "$(wy completion bash)"
bind 'set completion-query-items 0'
bind -x '"\\C-t": printf "%s\\n" "$READLINE_LINE" >> "$TOLD"; READLINE_LINE=; READLINE_POINT=0'`,
  zsh: `autoload -Uz compinit; compinit -u -D
eval "$(wy completion zsh)"
tell() { print -r -- "$BUFFER" >> "$TOLD"; BUFFER= }
zle -N tell; bindkey '^T' tell`,
};

const GIVE_AWAY = '\x14';

/** The lines of a real shell at a real terminal after somebody typed each of these and Tab. */
export async function afterTab(
  shell: 'bash' | 'zsh',
  home: string,
  lines: readonly string[],
): Promise<string[]> {
  const env = environment(home);
  writeFileSync(path.join(env.HOME, shell === 'bash' ? 'rc' : '.zshrc'), START[shell]);
  const command = shell === 'bash' ? 'bash --rcfile "$HOME/rc" -i' : 'zsh -i';
  const terminal = spawn('script', ['-qfc', command, '/dev/null'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => terminal.on('exit', resolve));
  for (const line of lines) terminal.stdin.write(`${line}\t${GIVE_AWAY}`);
  terminal.stdin.write('exit\n');
  await ended;
  return existsSync(env.TOLD) ? readFileSync(env.TOLD, 'utf8').split('\n').slice(0, -1) : [];
}

/** What fish offers behind such a line. */
export const offeredByFish = (home: string, line: string): string[] =>
  execFileSync(
    'fish',
    ['--no-config', '-c', 'wy completion fish | source; complete -C "$argv[1]"', line],
    { env: environment(home), encoding: 'utf8' },
  )
    .split('\n')
    .filter((each) => each !== '');

function environment(home: string) {
  const own = temporaryPath('user');
  mkdirSync(own);
  symlinkSync(WY, path.join(own, 'wy'));
  return {
    PATH: `${own}:${path.dirname(process.execPath)}:${process.env.PATH}`,
    ...{ HOME: own, ZDOTDIR: own, WY_HOME: home, TOLD: path.join(own, 'told') },
    ...{ LC_ALL: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh' },
  };
}
