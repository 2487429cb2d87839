import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { partOf } from '../ledger/files.ts';
import { unusable } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** For its owner alone, as all that a home holds. */
const OWN = 0o600;

/** Writes books.yaml beside itself and renames it, so that no reader sees half of it; its mode stays. */
export function writeBooks(file: string, text: string): void {
  const part = partOf(file);
  try {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    const to = openSync(part, 'wx', OWN);
    try {
      writeFileSync(to, text);
      fsyncSync(to);
    } finally {
      closeSync(to);
    }
    if (mode !== undefined) chmodSync(part, mode & 0o777);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw unusable(
      'books_unwritable',
      w('登记簿文件 books.yaml 写不进去。', 'books.yaml cannot be written.'),
      w('请检查目录的权限和磁盘空间。', 'Check the folder, its permissions and the disk.'),
    );
  }
}
