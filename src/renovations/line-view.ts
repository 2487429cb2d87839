import type { Json, Rendering } from '../cli/shape.ts';
import { localText, type Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';

/** Only for programs: other lines tell it to people. */
export const unseen = (value: Json) => ({ json: () => value, line: () => '' });

/** Parts of a line that stand apart; what is empty is left out. */
export const apart = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join('  ');

/** A moment behind a word, nothing where there is none. */
export const atText = (words: Words, at: Moment | null, { lang, zone }: Rendering): string =>
  at === null ? '' : `${words[lang]} ${localText(at, zone)}`;
