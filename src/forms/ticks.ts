import type { Printing } from '../documents/model.ts';
import type { Words } from '../lib/words.ts';

/** Boxes in one line, what was chosen ticked: `☑ 满意　☐ 不满意`. */
export const ticks = (
  choices: Readonly<Record<string, Words>>,
  chosen: string | readonly string[] | null,
  { lang }: Pick<Printing, 'lang'>,
): string =>
  Object.entries(choices)
    .map(([key, words]) => `${[chosen].flat().includes(key) ? '☑' : '☐'} ${words[lang]}`)
    .join('　');
