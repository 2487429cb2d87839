import { loadPinyin } from '../lib/pinyin.ts';
import type { Mistake } from '../policy/mistakes.ts';
import type { BookMistake } from './compile.ts';
import { proposing } from './key-rules.ts';

/** The mistakes as people read them: beside a Chinese key its sound, which would do. */
export async function explained(mistakes: readonly BookMistake[]): Promise<Mistake[]> {
  if (mistakes.every(({ chinese }) => chinese === undefined)) return [...mistakes];
  const read = await loadPinyin();
  return mistakes.map(({ chinese, ...mistake }) => {
    const key = chinese === undefined ? '' : read(chinese).pinyin.replace(/^\d+/, '').slice(0, 30);
    return key === '' ? mistake : { ...mistake, words: proposing(mistake.words, key) };
  });
}
