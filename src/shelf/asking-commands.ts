import { type Books, FIELD_TYPES, type FieldType } from '../books/model.ts';
import { Prompter } from '../cli/prompt.ts';
import type { Desk } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { prefixTaken } from './making.ts';
import { freePrefix, type NewBook, type NewField, readNewField } from './new-rules.ts';

/** Asks a person for what was not typed of a new book: its name, its letters, field after field. */
export async function askForBook(
  desk: Desk,
  books: Books,
  said: Partial<NewBook> & Pick<NewBook, 'key'>,
): Promise<NewBook> {
  const prompter = new Prompter(desk.host, await desk.lang());
  const { key } = said;
  const name = said.name ?? (await text(prompter, w('名称', 'Name')));
  const prefix = said.prefix ?? (await askPrefix(prompter, books, key));
  const opens =
    said.opens ?? (await text(prompter, w('登记的动作', 'Verb that makes an entry'), 'log'));
  const closes =
    said.closes ??
    (await textOrNone(prompter, w('了结的动作，没有就留空', 'Verb that closes it, if any')));
  const fields = said.fields?.length ? said.fields : await askFields(prompter);
  const within =
    said.within ??
    (closes
      ? await textOrNone(
          prompter,
          w('多久之内了结（如 3d），可留空', 'Closed within (3d), may be empty'),
        )
      : '');
  const every =
    said.every ??
    (await textOrNone(
      prompter,
      w(
        '多久登记一次（如 month、14d），可留空',
        'How often an entry is due (month, 14d), may be empty',
      ),
    ));
  return {
    ...{ ...said, key, name, prefix, opens, fields },
    closes: closes || undefined,
    within: within || undefined,
    every: every || undefined,
  };
}

const MUST_HAVE = w('必须填写。', 'This is needed.');

async function text(prompter: Prompter, label: Words, preset?: string): Promise<string> {
  const validate = (answer: string) => (answer.trim() !== '' ? true : MUST_HAVE[prompter.lang]);
  return (await prompter.text(label[prompter.lang], validate, preset)).trim();
}

/** As `text`; '' where nothing is to be said. */
const textOrNone = async (prompter: Prompter, label: Words): Promise<string> =>
  (await prompter.text(label[prompter.lang], () => true)).trim();

async function askPrefix(prompter: Prompter, books: Books, key: string): Promise<string> {
  const { lang } = prompter;
  const validate = (answer: string) => {
    const taken = prefixTaken(books, answer.trim().toUpperCase(), key);
    return taken ? `${taken.words[lang]} ${taken.hint?.[lang] ?? ''}` : true;
  };
  const label = w('编号的字头', 'Letters of its numbers');
  return (await prompter.text(label[lang], validate, freePrefix(key, books))).trim().toUpperCase();
}

const DONE = w('没有了', 'no more');

async function askFields(prompter: Prompter): Promise<NewField[]> {
  const { lang } = prompter;
  const fields: NewField[] = [];
  for (;;) {
    const isFirst = fields.length === 0;
    const label = w(
      `第 ${fields.length + 1} 个字段，如 borrower${isFirst ? '' : `（留空：${DONE.zh}）`}`,
      `Field ${fields.length + 1}, such as borrower${isFirst ? '' : ` (empty: ${DONE.en})`}`,
    );
    const key = await (isFirst ? text : textOrNone)(prompter, label);
    if (key === '') return fields;
    fields.push(await askField(prompter, key, lang));
  }
}

async function askField(prompter: Prompter, key: string, lang: 'zh' | 'en'): Promise<NewField> {
  const label = await text(prompter, w('显示的名称', 'Its label'), key);
  const types = Object.entries(FIELD_TYPES)
    .filter(([type]) => type !== 'sheet')
    .map(([value, name]) => ({ value, name: `${value} ${name[lang]}` }));
  const type = (await prompter.one(w('类型', 'Type')[lang], types)) as FieldType;
  const choices = type.startsWith('choice')
    ? await askChoices(prompter, `${key}:${type}:${label}`)
    : [];
  const isRequired = await prompter.yesNo(w('必填吗？', 'Is it required?')[lang]);
  return { key, type, label, isRequired, choices };
}

async function askChoices(prompter: Prompter, spec: string): Promise<NewField['choices']> {
  const { lang } = prompter;
  const validate = (answer: string) => {
    if (answer.trim() === '') return MUST_HAVE[lang];
    try {
      readNewField(`${spec}:${answer}`);
      return true;
    } catch (error) {
      if (!(error instanceof WyError)) throw error;
      return error.hint?.[lang] ?? error.words[lang];
    }
  };
  const label = w(
    '选项，如 parcel=包裹|letter=信件',
    'Choices, such as parcel=Parcel|letter=Letter',
  );
  return readNewField(`${spec}:${await prompter.text(label[lang], validate)}`).choices;
}
