import type { Json, Rendering } from '../cli/shape.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { list, same, type Words, w } from '../lib/words.ts';

/** Only for programs: other lines tell it to people. */
export const unseen = (value: Json) => ({ json: () => value, line: () => '' });

/** Parts of a line that stand apart; what is empty is left out. */
export const apart = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join('  ');

/** A name with what has to be typed for it: `装修设计图纸（drawings）`, each. */
export const coded = (codes: readonly string[], names: Readonly<Record<string, Words>>): Words =>
  list(
    codes.map((code) => {
      const { zh, en } = names[code] ?? same(code);
      return w(`${zh}（${code}）`, en === code ? code : `${en} (${code})`);
    }),
  );

/** A moment behind a word, nothing where there is none. */
export const atText = (words: Words, at: Moment | null, { lang, zone }: Rendering): string =>
  at === null ? '' : `${words[lang]} ${localText(at, zone)}`;
