import type { Book } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { file, flag, number } from '../cli/field.ts';
import { printedCard } from '../documents/printed-view.ts';
import { SLIP } from '../documents/printing.ts';
import { w } from '../lib/words.ts';
import { printEntry } from './printing.ts';

/** What puts entries of a book onto paper. */
export const printCommands = (book: Book): Command[] => [print(book)];

function print(book: Book): Command {
  return command({
    name: `${book.key} print`,
    about: w(
      `打印${book.name.zh}的一条（A4 网页，用浏览器打印）`,
      `print one entry of ${book.name.en} (an A4 page for the browser)`,
    ),
    fields: {
      no: number({ label: w('编号', 'number'), required: true, positional: true, of: book.key }),
      out: file({
        label: w(
          '写到这个新文件；默认写到台账目录的 printed',
          'to this new file; else into printed',
        ),
      }),
      open: flag({
        label: w('在浏览器里打开（仅限终端）', 'open it in the browser, on a terminal'),
      }),
    },
    run: (ctx, { no, out }, { reveal }) => printEntry(ctx, book, { no, out, reveal }),
    opens: ({ file: written }, { open }) => (open ? written : undefined),
    reveals: ({ no }) => (no === null ? [] : [no]),
    inBatch: 'notAtomic',
    view: printedCard({ [SLIP]: book.name }),
  });
}
