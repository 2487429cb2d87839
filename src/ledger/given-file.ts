import { readFileSync } from 'node:fs';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** What is in a file that somebody named; refuses `file_unreadable`. */
export function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw misused(
      'file_unreadable',
      w(`读不到文件 ${file}（${error.code}）。`, `Cannot read the file ${file} (${error.code}).`),
      w('请检查文件名和所在的文件夹。', 'Check its name and its folder.'),
    );
  }
}
