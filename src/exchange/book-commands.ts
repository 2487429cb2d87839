import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { w } from '../lib/words.ts';
import { bookImport } from './book-import.ts';
import { importFile } from './import.ts';
import { exit, fields, inBatch } from './import-commands.ts';
import { importView } from './view.ts';

/** What brings entries of a book in from a table. */
export const importCommands = (book: Book): Command[] => [
  command({
    name: `${book.key} import`,
    about: w(
      `从表格导入${book.name.zh}（编号、时间照旧，已了的也导入）`,
      `Import ${book.name.en} from a table (with their numbers and dates, closed ones too)`,
    ),
    fields,
    examples: [`wy ${book.key} import 登记.xlsx --dry-run`],
    run: (ctx, input) => importFile(ctx, input.file, bookImport(ctx, book), input),
    inBatch,
    view: importView,
    exit,
  }),
];
