import type { Desk } from '../desk.ts';
import { systemLang } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { type Lang, same, type Words, w } from '../lib/words.ts';

/** What went wrong, for people and programs, and the exit code it stands for. */
export interface Failure {
  code: string;
  words: Words;
  hint: Words | undefined;
  exitCode: number;
}

/** The one place that tells what users can mend from our bugs. */
export async function failureOf(error: unknown): Promise<Failure> {
  if (isCtrlC(error) || isEsc(error)) {
    const words = w('已取消，没有写入。', 'Cancelled; nothing was written.');
    return { code: 'interrupted', words, hint: undefined, exitCode: EXIT.interrupted };
  }
  const known = error instanceof WyError ? error : await explained(error);
  if (known) {
    const { code, words, hint, kind } = known;
    return { code, words, hint, exitCode: EXIT[kind] };
  }
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'bug', words: OUR_BUG, hint: same(shown), exitCode: EXIT.bug };
}

const OUR_BUG = w(
  '程序出错了，这是 wy 的问题；台账没有写入这一步。',
  'wy failed; this is our bug. Nothing of this step was written.',
);

async function explained(error: unknown): Promise<WyError | undefined> {
  const { explainSqlite } = await import('../ledger/explain.ts');
  return explainSqlite(error);
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;

/** Ctrl-C at a prompt. */
export const isCtrlC = (error: unknown): boolean => isNamed(error, 'ExitPromptError');

/** Esc at a prompt. */
export const isEsc = (error: unknown): boolean => isNamed(error, 'AbortPromptError');

/** As programs read it. */
export const failureJson = ({ code, words, hint }: Failure, lang: Lang) => ({
  code,
  message: words[lang],
  hint: hint?.[lang] ?? null,
});

/** As people read it, with its line end. */
export function failureText({ words, hint, exitCode }: Failure, lang: Lang): string {
  if (exitCode === EXIT.interrupted) return `${words[lang]}\n`;
  const line = `${w('错误：', 'Error: ')[lang]}${words[lang]}\n`;
  return hint ? `${line}${hint[lang]}\n` : line;
}

/** The desk's language, even where what names it is itself the mistake. */
export async function langOf(desk: Desk): Promise<Lang> {
  try {
    return await desk.lang();
  } catch {
    return systemLang(desk.host.env);
  }
}

/** Prints what the clerk should know beside the result. */
export async function printWarnings(desk: Desk, before: Words = same('')): Promise<void> {
  if (desk.warnings.length === 0) return;
  const lang = await langOf(desk);
  for (const words of desk.warnings) {
    desk.host.err(`${before[lang]}${w('注意：', 'Note: ')[lang]}${words[lang]}\n`);
  }
}
