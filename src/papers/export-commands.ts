import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { choice, file } from '../cli/field.ts';
import { listFields, queryOf } from '../entries/list-fields-commands.ts';
import { w } from '../lib/words.ts';
import { exportView } from './export-view.ts';
import { exportEntries, FORMATS } from './exporting.ts';

/** What takes entries of a book outside. */
export const exportCommands = (book: Book): Command[] => [
  command({
    name: `${book.key} export`,
    about: w(
      `导出${book.name.zh}（可再导入；可按各栏筛选）`,
      `export ${book.name.en} (can be imported again), filtered by any field`,
    ),
    fields: {
      ...listFields(book),
      format: choice(FORMATS, {
        label: w('不写文件时的格式，默认 CSV', 'format without a file; CSV'),
      }),
      out: file({
        label: w(
          '写到这个新的 .csv 或 .xlsx 文件；完整号码加 --reveal',
          'to this new .csv or .xlsx file; --reveal for full numbers',
        ),
      }),
    },
    examples: [`wy ${book.key} export --out 登记.xlsx`],
    run: (ctx, { format, out, ...typed }, { reveal }) =>
      exportEntries(ctx, book, { query: queryOf(typed), format: format ?? 'csv', out, reveal }),
    reveals: ({ entries }) => entries.map(({ no }) => no),
    inBatch: ({ out }) => (out === undefined ? undefined : 'notAtomic'),
    view: exportView,
  }),
];
