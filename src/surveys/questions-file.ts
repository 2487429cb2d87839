import { readGiven } from '../ledger/given-file.ts';
import { decodeText } from '../lib/decode.ts';
import { readQuestions } from './question-rules.ts';

/** The questions of a text file as offices save them; refuses one that cannot be read. */
export const loadQuestions = (path: string): string[] =>
  readQuestions(decodeText(readGiven(path)).text);
