import { type Books, FIELD_TYPES, type FieldType } from '../books/model.ts';
import { Prompter } from '../cli/prompt.ts';
import type { Desk } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { mistakeSoFar, prefixTaken, requireRightSoFar } from './making.ts';
import { freePrefix, type NewBook, type NewField, readNewChoices } from './new-rules.ts';

type Said = Partial<NewBook> & Pick<NewBook, 'key'>;

/** Why an answer will not do; undefined where it will. */
type Objection = (answer: string) => Promise<Words | undefined>;

/**
 * Asks a person for what was not typed of a new book: its name, its letters, field after field. What the
 * file would be refused for is refused at its question.
 */
export async function askForBook(desk: Desk, books: Books, said: Said): Promise<NewBook> {
  const prompter = new Prompter(desk.host, await desk.lang());
  await requireRightSoFar(books, said);
  const book: Said = { ...said };
  const judged =
    (of: (answer: string) => Partial<NewBook>): Objection =>
    async (answer) =>
      (await mistakeSoFar(books, { ...book, ...of(answer) }))?.words;

  book.name ??= await text(prompter, w('名称', 'Name'));
  book.prefix ??= await askPrefix(prompter, books, book.key, judged(ofPrefix));
  book.opens ??= await text(prompter, OPENS, {
    preset: 'log',
    objection: judged((opens) => ({ opens })),
  });
  book.closes ??= await text(prompter, CLOSES, {
    mayBeEmpty: true,
    objection: judged((closes) => ({ closes })),
  });
  if (!book.fields?.length) book.fields = await askFields(prompter, judgedFields(books, book));
  if (book.closes) {
    book.within ??= await text(prompter, WITHIN, {
      mayBeEmpty: true,
      objection: judged((within) => ({ within })),
    });
  }
  book.every ??= await text(prompter, EVERY, {
    mayBeEmpty: true,
    objection: judged((every) => ({ every })),
  });
  const { name, prefix, opens, fields, closes, within, every } = book;
  return {
    ...{ ...book, name, prefix, opens, fields },
    closes: closes || undefined,
    within: within || undefined,
    every: every || undefined,
  };
}

const OPENS = w('登记的动作，用英文，如 lend', 'Verb that makes an entry, such as lend');
const CLOSES = w(
  '了结的动作，用英文，如 return，没有就留空',
  'Verb that closes it, such as return, if any',
);
const WITHIN = w('多久之内了结，如 3d（3 天），可留空', 'Closed within, such as 3d, may be empty');
const EVERY = w(
  '多久登记一次，如 week（每周）、month（每月）、14d（每 14 天），可留空',
  'How often an entry is due, such as week, month, 14d, may be empty',
);

const ofPrefix = (answer: string) => ({ prefix: answer.toUpperCase() });

const judgedFields =
  (books: Books, book: Said) =>
  async (fields: readonly NewField[]): Promise<Words | undefined> =>
    (await mistakeSoFar(books, { ...book, fields }))?.words;

const MUST_HAVE = w('必须填写。', 'This is needed.');

interface Look {
  preset?: string;
  mayBeEmpty?: boolean;
  objection?: Objection;
}

async function text(
  prompter: Prompter,
  label: Words,
  { preset, mayBeEmpty = false, objection }: Look = {},
): Promise<string> {
  const { lang } = prompter;
  const validate = async (typed: string) => {
    const answer = typed.trim();
    if (answer === '') return mayBeEmpty || MUST_HAVE[lang];
    return (await objection?.(answer))?.[lang] ?? true;
  };
  return (await prompter.text(label[lang], validate, preset)).trim();
}

async function askPrefix(
  prompter: Prompter,
  books: Books,
  key: string,
  wrong: Objection,
): Promise<string> {
  const objection: Objection = async (answer) => {
    const taken = prefixTaken(books, answer.toUpperCase(), key);
    if (!taken) return wrong(answer);
    const { words, hint } = taken;
    return w(`${words.zh}${hint?.zh ?? ''}`, `${words.en} ${hint?.en ?? ''}`);
  };
  const label = w('编号的字头', 'Letters of its numbers');
  const preset = freePrefix(key, books);
  return (await text(prompter, label, { preset, objection })).toUpperCase();
}

const DONE = w('没有了就留空', 'empty: no more');

type JudgedFields = (fields: readonly NewField[]) => Promise<Words | undefined>;

async function askFields(prompter: Prompter, judged: JudgedFields): Promise<NewField[]> {
  const fields: NewField[] = [];
  for (;;) {
    const isFirst = fields.length === 0;
    const label = w(
      `第 ${fields.length + 1} 个字段，用英文，${isFirst ? '如 borrower' : DONE.zh}`,
      `Field ${fields.length + 1}, ${isFirst ? 'such as borrower' : DONE.en}`,
    );
    const judgedHere: JudgedFields = (some) => judged([...fields, ...some]);
    const key = await text(prompter, label, {
      mayBeEmpty: !isFirst,
      objection: (answer) => judgedHere([plainField(answer)]),
    });
    if (key === '') return fields;
    fields.push(await askField(prompter, key, judgedHere));
  }
}

const plainField = (key: string): NewField => ({
  ...{ key, type: 'text', label: key },
  ...{ isRequired: false, choices: [] },
});

async function askField(prompter: Prompter, key: string, judged: JudgedFields): Promise<NewField> {
  const { lang } = prompter;
  const label = await text(prompter, w('显示的名称', 'Its label'), { preset: key });
  const types = Object.entries(FIELD_TYPES)
    .filter(([type]) => type !== 'sheet')
    .map(([value, name]) => ({ value, name: `${value} ${name[lang]}` }));
  const type = (await prompter.one(w('类型', 'Type')[lang], types)) as FieldType;
  const field = { ...plainField(key), type, label };
  const choices = type.startsWith('choice') ? await askChoices(prompter, field, judged) : [];
  const isRequired = await prompter.yesNo(w('必填吗？', 'Is it required?')[lang]);
  return { ...field, isRequired, choices };
}

async function askChoices(
  prompter: Prompter,
  field: NewField,
  judged: JudgedFields,
): Promise<NewField['choices']> {
  const objection: Objection = async (answer) => {
    try {
      return await judged([{ ...field, choices: readNewChoices(answer) }]);
    } catch (error) {
      if (!(error instanceof WyError)) throw error;
      return error.hint ?? error.words;
    }
  };
  const label = w(
    '选项，如 parcel=包裹|letter=信件',
    'Choices, such as parcel=Parcel|letter=Letter',
  );
  return readNewChoices(await text(prompter, label, { objection }));
}
