import type { Desk } from '../desk.ts';
import { EXIT } from '../lib/exit.ts';
import { complete } from './completing.ts';
import { FILES, linesFor, SHELLS, type Shell } from './completion-scripts.ts';
import { TYPED } from './completion-typed.ts';

/** What a shell may write next; where nothing is known, or nothing is right, no word at all. */
export async function answerShell(
  [shell = '', , ...given]: readonly string[],
  desk: Desk,
): Promise<number> {
  try {
    if (!isShell(shell)) return EXIT.done;
    const { words, writing } = TYPED[shell](given);
    const found = await complete(words, desk);
    const written =
      found === 'files'
        ? `${FILES}\n`
        : linesFor(
            shell,
            found.map(({ value, about }) => ({ value: writing(value), about })),
          );
    desk.host.out(written);
  } catch {
    // A shell has no place for an error: the command itself will tell it.
  } finally {
    desk.closeLedger();
  }
  return EXIT.done;
}

const isShell = (shell: string): shell is Shell => Object.hasOwn(SHELLS, shell);
