import { splitWords } from '../lib/shell-words.ts';
import type { Shell } from './completion-scripts.ts';

type Quote = '' | '"' | "'";

interface Line {
  /** The last was begun. */
  words: string[];
  /** The one that is still open there. */
  quote: Quote;
}

/** A line in words as far as it was typed, none of it expanded. */
export function lineSoFar(line: string): Line {
  for (const quote of ['', '"', "'"] as const) {
    const words = tried(`${line}${MARK}${quote}`);
    if (words) return { words: words.with(-1, (words.at(-1) ?? '').slice(0, -1)), quote };
  }
  return { words: [''], quote: '' };
}

/** Stands where the cursor is, so that a blank before it begins a word. */
const MARK = '_';

function tried(line: string): string[] | undefined {
  try {
    return splitWords(line);
  } catch {
    return undefined;
  }
}

export interface Typed {
  /** Behind `wy`; the last was begun. */
  words: readonly string[];
  /** What the shell is to put in the place of what it replaces. */
  writing(value: string): string;
}

const asItIs = (value: string) => value;

/** What each shell hands over: fish and zsh escape what they insert, bash does not. */
export const TYPED: Readonly<Record<Shell, (given: readonly string[]) => Typed>> = {
  bash: ([line = '', replaced = '']) => {
    const { words, quote } = lineSoFar(line.slice(0, line.length - replaced.length));
    const kept = words.at(-1) ?? '';
    return {
      words: lineSoFar(line).words.slice(1),
      writing: (value) => escaped(value.slice(kept.length), quote),
    };
  },
  zsh: (given) => ({ words: given, writing: asItIs }),
  fish: (given) => ({
    words: [...given.slice(0, -1), lineSoFar(given.at(-1) ?? '').words.at(-1) ?? ''],
    writing: asItIs,
  }),
};

function escaped(value: string, within: Quote): string {
  if (within === "'") return value.replaceAll("'", "'\\''");
  if (within === '"') return value.replace(/[$`"\\]/g, '\\$&');
  return value.replace(/[^\p{L}\p{N}_@%+=:,./-]/gu, '\\$&');
}
