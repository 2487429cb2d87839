import { readFile } from 'node:fs/promises';
import { decodeText } from '../lib/decode.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { readQuestions } from './question-rules.ts';

/** The questions of a text file as offices save them; refuses one that cannot be read. */
export async function loadQuestions(path: string): Promise<string[]> {
  return readQuestions(decodeText(await bytesOf(path)).text);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw misused(
      'file_unreadable',
      w(`读不到文件 ${path}（${error.code}）。`, `Cannot read the file ${path} (${error.code}).`),
      w('请检查文件名和所在的文件夹。', 'Check its name and its folder.'),
    );
  }
}
