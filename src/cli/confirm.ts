import type { Host } from '../host.ts';
import { refused } from '../lib/errors.ts';
import { type Lang, type Words, w } from '../lib/words.ts';
import { Prompter } from './prompt.ts';

/** Shows what is about to be done and asks; refuses `not_confirmed` unless the answer is yes. */
export async function goOn(host: Host, lang: Lang, said: Words | undefined): Promise<void> {
  if (!said) return;
  const lines = said[lang].split('\n');
  const question = lines.pop() ?? '';
  for (const line of lines) host.err(`${line}\n`);
  if (await new Prompter(host, lang).yesNo(question)) return;
  throw refused('not_confirmed', w('没有办理，台账未动。', 'Not done; nothing was touched.'));
}
