import type { Typed } from '../cli/command.ts';
import { file, flag } from '../cli/field.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import type { ImportResult } from './import.ts';

/** What every import takes. */
export const fields = {
  file: file({
    label: w('.csv 或 .xlsx 文件', 'a .csv or .xlsx file'),
    required: true,
    positional: true,
  }),
  dryRun: flag({ label: w('只看会怎样，不存入', 'show what would happen, store nothing') }),
  rejects: file({
    label: w(
      '好的行存入，有错的行写到这个文件',
      'store the good rows, write the faulty ones to this file',
    ),
  }),
};

/** The file of rejected rows would stay where all else is undone. */
export const inBatch = ({ rejects }: Typed) => (rejects === undefined ? undefined : 'notAtomic');

export const exit = (result: ImportResult) => (result.faults.length > 0 ? EXIT.usage : EXIT.done);
