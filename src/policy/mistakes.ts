import type { Words } from '../lib/words.ts';

/** One thing wrong in a policy file: the dotted path of the key ('' is the file) and its line. */
export interface Mistake {
  path: string;
  line: number;
  words: Words;
}
