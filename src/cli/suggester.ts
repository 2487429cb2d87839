import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import type { Command } from './command.ts';
import type { Option } from './prompt.ts';

/** What a person may choose from while typing. */
export interface Suggester {
  /** What can be typed. */
  hint: Words;
  find(typed: string): readonly Option[];
  /** All that begins so, for a shell, which writes what they have in common; by `find` without. */
  beginning?(begun: string): readonly Option[];
  /** Whether what is typed in full is taken where nothing is found; anything readable without. */
  accepts?(typed: string): boolean;
}

export type Named = Pick<Command, 'name' | 'noun' | 'verb'>;

export type Source = (ctx: Ctx, command: Named) => Promise<Suggester>;

/** As many as are ever found at once. */
export const MOST = 50;

export const has = (typed: string, ...parts: (string | null)[]) =>
  parts.some((part) => plain(part ?? '').includes(plain(typed)));

/** Width and case make no difference to who looks something up. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

export const lineOf = (...parts: (string | null)[]) => parts.filter(Boolean).join('  ');
