import { command, type Typed } from '../cli/command.ts';
import { file, flag } from '../cli/field.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import type { ImportResult } from './import.ts';
import { importFile } from './import.ts';
import { residentImport } from './residents.ts';
import { unitImport } from './units.ts';
import { importView } from './view.ts';

const fields = {
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
const inBatch = ({ rejects }: Typed) => (rejects === undefined ? undefined : 'notAtomic');

const exit = (result: ImportResult) => (result.faults.length > 0 ? EXIT.usage : EXIT.done);

const units = command({
  name: 'import units',
  about: w('导入房屋表（房号、面积、类型、交房日期）', 'Import units (code, area, use, handover)'),
  fields,
  examples: ['wy import units 房屋.xlsx --dry-run', 'wy import units 房屋.xlsx'],
  run: (ctx, input) => importFile(ctx, input.file, unitImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const residents = command({
  name: 'import residents',
  about: w('导入住户表（房号、姓名、电话、身份）', 'Import residents (unit, name, phone, role)'),
  fields,
  examples: ['wy import residents 业主.csv --rejects 退回.csv'],
  run: async (ctx, input) => importFile(ctx, input.file, await residentImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

export const commands = [units, residents];
