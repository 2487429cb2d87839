import { unusable, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** What a failure of SQLite or of the file system means for the desk; undefined when it is our bug. */
export function explainSqlite(error: unknown): WyError | undefined {
  const code = error instanceof Error ? ((error as { code?: unknown }).code ?? '') : '';
  if (typeof code !== 'string') return undefined;
  return EXPLAINED.find(([prefix]) => code.startsWith(prefix))?.[1]();
}

/** Whether something failed because the file itself is not what it should be. */
export const isDamage = (error: unknown): boolean =>
  explainSqlite(error)?.code === 'ledger_damaged';

/** What SQLite says of a statement it could not carry out; names of the schema, never values. */
export const sqliteMessage = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'SqliteError' ? error.message : undefined;

const EXPLAINED: readonly (readonly [string, () => WyError])[] = [
  ['SQLITE_BUSY', ledgerBusy],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_FULL', diskFull],
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  [
    'SQLITE_READONLY',
    () =>
      unusable(
        'ledger_readonly',
        w('台账文件不可写。', 'The ledger cannot be written.'),
        w('请检查文件和目录的权限。', 'Check the permissions of the file and its folder.'),
      ),
  ],
  [
    'SQLITE_CANTOPEN',
    () =>
      unusable(
        'ledger_unreadable',
        w('台账文件打不开。', 'The ledger cannot be opened.'),
        w('请检查文件和目录的权限。', 'Check the permissions of the file and its folder.'),
      ),
  ],
  [
    'SQLITE_IOERR',
    () =>
      unusable(
        'disk_error',
        w('读写磁盘出错，这一步没有写入。', 'The disk failed; this step was not written.'),
        w('请检查磁盘，再运行 wy doctor。', 'Check the disk, then run wy doctor.'),
      ),
  ],
  ['EACCES', notPermitted],
  ['EPERM', notPermitted],
  ['EROFS', notPermitted],
];

export function ledgerBusy(): WyError {
  return unusable(
    'ledger_busy',
    w('台账正被另一个程序写入。', 'Another program is writing to the ledger.'),
    w('请稍等再试；没有写入任何内容。', 'Try again in a moment; nothing was written.'),
  );
}

function diskFull(): WyError {
  return unusable(
    'disk_full',
    w('磁盘已满，这一步没有写入。', 'The disk is full; this step was not written.'),
    w('请腾出空间后再试。', 'Make room, then try again.'),
  );
}

function notPermitted(): WyError {
  return unusable(
    'not_permitted',
    w('没有权限读写这个文件或目录。', 'This file or folder may not be read or written.'),
    w('请检查文件和目录的权限。', 'Check the permissions of the file and its folder.'),
  );
}

function damaged(): WyError {
  return unusable(
    'ledger_damaged',
    w('台账文件已损坏。', 'The ledger file is damaged.'),
    w(
      '请运行 wy doctor 查看，用 wy restore FILE 恢复最近的备份。',
      'Run wy doctor, then bring back the newest backup with wy restore FILE.',
    ),
  );
}
