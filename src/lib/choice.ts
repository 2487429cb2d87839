import { misused } from './errors.ts';
import { plainWord } from './plain-word.ts';
import { list, type Words, w } from './words.ts';

/** The key of the choice whose key, Chinese or English word was typed; refuses `unknown_choice`. */
export function parseChoice<K extends string>(of: Readonly<Record<K, Words>>, typed: string): K {
  const wanted = plainWord(typed);
  const keys = Object.keys(of) as K[];
  const found = keys.find((key) =>
    [key, of[key].zh, of[key].en].some((name) => plainWord(name) === wanted),
  );
  if (found) return found;
  throw misused(
    'unknown_choice',
    w(`没有“${typed}”这一项。`, `"${typed}" is not one of the choices.`),
    list(keys.map((key) => w(`${key}（${of[key].zh}）`, key))),
  );
}
