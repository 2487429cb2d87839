import { checkBooks, givenSource, retire } from '../books/checking.ts';
import { readBooksSource } from '../books/load.ts';
import { command, deskCommand } from '../cli/command.ts';
import { codes, duration, file, flag, text } from '../cli/field.ts';
import type { Desk } from '../desk.ts';
import { misused, WyError } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import { changedWith, requireBook, switchBook } from './changing.ts';
import { checkView } from './check-view.ts';
import { listBooks } from './listing.ts';
import { makeBook, prefixesTaken, requireFreeKey } from './making.ts';
import { freePrefix, missingOf, missingWords, type NewBook, readNewField } from './new-rules.ts';
import { bookPage, bookTable, changedView } from './view.ts';

const key = text({
  label: w('登记簿，如 parcel', 'the book, such as parcel'),
  placeholder: 'KEY',
  required: true,
  positional: true,
});

const list = command({
  name: 'book list',
  about: w('列出登记簿', 'List the books'),
  fields: {},
  run: listBooks,
  view: bookTable,
});

const fields = deskCommand({
  name: 'book fields',
  about: w('查看一本登记簿的字段、动作、期限', 'Show the fields, verbs and deadlines of a book'),
  fields: { key },
  examples: ['wy book fields parcel'],
  runAtDesk: async (desk, input) => requireBook(await desk.books(), input.key),
  view: bookPage,
});

const check = deskCommand({
  name: 'book check',
  about: w(
    '检查 books.yaml，列出全部错误；也可放弃字段',
    'Check books.yaml and list all its mistakes; or give fields up',
  ),
  fields: {
    file: file({
      label: w('别的文件，默认本台账的 books.yaml', 'another file; the books.yaml here by default'),
      positional: true,
    }),
    retire: flag({
      label: w(
        '放弃删去或改了类型的字段：旧登记仍保留',
        'give up fields that are gone or of another type; old entries keep them',
      ),
    }),
  },
  examples: ['wy book check', 'wy book check 新的.yaml', 'wy book check --retire'],
  runAtDesk: async (desk, input) => {
    if (input.file !== undefined && input.retire) throw notThere();
    if (input.retire) return retireAt(desk);
    const { file: other } = input;
    const own = () => readBooksSource(desk.home.booksFile);
    return checkAt(desk, other === undefined ? own() : givenSource(other));
  },
  inBatch: ({ retire }) => (retire === undefined ? undefined : 'notAtomic'),
  view: checkView,
  exit: (result) => (result.ok ? EXIT.done : EXIT.unusable),
});

async function checkAt(desk: Desk, source: string) {
  const { ledgerFile } = desk.home;
  try {
    return await checkBooks(source, { ledgerFile, policy: await desk.policy() });
  } catch (error) {
    // Of a policy that cannot be used its own check tells; only the charges wait for it.
    if (!(error instanceof WyError)) throw error;
    return await checkBooks(source, { ledgerFile });
  }
}

async function retireAt(desk: Desk) {
  const retired = retire(await desk.context());
  return { ...(await checkAt(desk, readBooksSource(desk.home.booksFile))), retired };
}

const notThere = () =>
  misused(
    'one_of',
    w('--retire 只用于本台账的 books.yaml。', '--retire is about the books.yaml of this ledger.'),
    w(
      '先把文件放好，再运行 wy book check --retire',
      'Put the file in place, then run wy book check --retire',
    ),
  );

const switching = (verb: 'enable' | 'disable', about: ReturnType<typeof w>) =>
  deskCommand({
    name: `book ${verb}`,
    about,
    fields: { key },
    examples: [`wy book ${verb} guest`],
    runAtDesk: async (desk, input) => {
      const ctx = await desk.context();
      const changed = switchBook(ctx, desk.home.booksFile, input.key, verb === 'enable');
      desk.forgetBooks();
      return changedWith(ctx, changed);
    },
    inBatch: 'notAtomic',
    view: changedView,
  });

const enable = switching('enable', w('启用登记簿', 'Switch a book on'));
const disable = switching(
  'disable',
  w('停用登记簿（已有的登记保留）', 'Switch a book off (its entries stay)'),
);

const make = deskCommand({
  name: 'book new',
  about: w('新建登记簿，写进 books.yaml', 'Make a book of your own, written into books.yaml'),
  fields: {
    key: text({
      label: w('命令名，如 umbrella', 'its key, such as umbrella'),
      placeholder: 'KEY',
      required: true,
      positional: true,
    }),
    name: text({ label: w('名称', 'its name') }),
    english: text({ label: w('英文名称', 'its name in English') }),
    prefix: text({
      label: w('编号的字头，一到三个大写字母', 'letters of its numbers, one to three capitals'),
      placeholder: 'ABC',
    }),
    field: codes({
      label: w(
        '字段：名称:类型:中文名[:required]，选项写 kind:choice:种类:a=甲|b=乙',
        'fields: KEY:TYPE:LABEL[:required]; of a choice kind:choice:LABEL:a=One|b=Two',
      ),
      placeholder: 'FIELD,…',
    }),
    opens: text({
      label: w('登记的动作，默认 log', 'verb that makes an entry; log by default'),
      placeholder: 'VERB',
    }),
    closes: text({ label: w('了结的动作', 'verb that closes it'), placeholder: 'VERB' }),
    within: duration({ label: w('多久之内了结', 'how soon it is to be closed') }),
    owed: text({ label: w('到期要办的事', 'what is to be done by then') }),
    every: text({
      label: w(
        '多久登记一次：month、14d、4 per year',
        'how often an entry is due: month, 14d, 4 per year',
      ),
      placeholder: 'RHYTHM',
    }),
  },
  examples: [
    'wy book new umbrella --name 雨伞 --field "borrower:text:借用人:required" --opens lend --closes return --within 3d',
    'wy book new defibrillator --name 除颤器检查 --field "state:choice:状态:ok=正常|faulty=异常" --every month',
  ],
  runAtDesk: async (desk, input) => {
    const ctx = await desk.context();
    await requireFreeKey(ctx.books, input.key);
    const { field, within, ...rest } = input;
    const said = { ...rest, fields: field?.map(readNewField), within: within?.text };
    const wanted = await completed(desk, ctx, said);
    const made = await makeBook(ctx, desk.home.booksFile, wanted);
    desk.forgetBooks();
    return { ...changedWith(ctx, made), written: made.written };
  },
  inBatch: 'notAtomic',
  view: changedView,
});

type Said = { [K in keyof NewBook]?: NewBook[K] | undefined } & Pick<NewBook, 'key'>;

/** A person is asked for the rest; a script has to say what cannot be guessed. */
async function completed(
  desk: Desk,
  ctx: Parameters<typeof prefixesTaken>[0],
  said: Said,
): Promise<NewBook> {
  const missing = missingOf(said);
  if (missing.length > 0 && desk.mayAsk) {
    const { askForBook } = await import('./asking-commands.ts');
    return askForBook(desk, ctx.books, said);
  }
  const { name, fields: all } = said;
  if (name === undefined || !all || all.length === 0) throw missingWords(missing);
  return {
    ...said,
    ...{ name, fields: all, opens: said.opens ?? 'log' },
    prefix: said.prefix?.toUpperCase() ?? freePrefix(said.key, prefixesTaken(ctx)),
  };
}

export const commands = [list, fields, check, enable, disable, make];
