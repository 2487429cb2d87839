import { command } from '../cli/command.ts';
import { asFlag, asText, asWords } from '../cli/shape.ts';
import { table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Book } from './model.ts';

const list = command({
  name: 'book list',
  about: w('列出登记簿', 'the books of this desk'),
  fields: {},
  run: (ctx) => ctx.books,
  view: table<Book>(
    [
      asText('key', w('命令', 'Key'), (it) => it.key),
      asText('prefix', w('字头', 'Prefix'), (it) => it.prefix),
      asWords('name', w('名称', 'Name'), (it) => it.name),
      asFlag('enabled', w('启用', 'Enabled'), (it) => it.isEnabled),
    ],
    { none: w('没有登记簿。', 'No books.') },
  ),
});

export const commands = [list];
