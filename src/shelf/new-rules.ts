import { type Book, FIELD_TYPES, type FieldType } from '../books/model.ts';
import { RESERVED_PREFIXES } from '../books/reserved-rules.ts';
import { misused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { list, same, w } from '../lib/words.ts';

/** A field as it is asked for, or typed: `borrower:text:借用人:required`. */
export interface NewField {
  key: string;
  type: FieldType;
  label: string;
  isRequired: boolean;
  /** Its choices, `parcel=包裹`, in the order typed. */
  choices: readonly (readonly [key: string, label: string])[];
}

/** A book as a person describes it. */
export interface NewBook {
  key: string;
  prefix: string;
  name: string;
  /** The English name, where there is one. */
  english?: string | undefined;
  fields: readonly NewField[];
  opens: string;
  closes?: string | undefined;
  /** As the file writes it: `3d`. */
  within?: string | undefined;
  /** What is to be done within that time. */
  owed?: string | undefined;
  /** `month`, `14d`. */
  every?: string | undefined;
}

const REQUIRED = ['required', '必填'];

const SHAPE = w(
  '写成 名称:类型:中文名[:required]，选项写成 kind:choice:种类:a=甲|b=乙',
  'Write KEY:TYPE:LABEL[:required], of a choice kind:choice:LABEL:a=One|b=Two',
);

/** Reads `borrower:text:借用人:required`; refuses `bad_field`. */
export function readNewField(typed: string): NewField {
  const [key = '', typedType = '', label = '', ...rest] = typed
    .split(/[:：]/)
    .map((part) => part.trim());
  if (key === '' || label === '') {
    throw misused(
      'bad_field',
      w(`字段“${typed}”看不懂。`, `The field "${typed}" is not readable.`),
      SHAPE,
    );
  }
  const isRequired = rest.some((part) => REQUIRED.includes(part));
  const choices = rest
    .filter((part) => !REQUIRED.includes(part))
    .flatMap((part) => part.split(/[|｜]/))
    .map((part) => readNewChoice(part, typed));
  return { key, type: readFieldType(typedType), label, isRequired, choices };
}

/** `parcel=包裹|letter=信件`; refuses `bad_field`. */
export const readNewChoices = (typed: string): NewField['choices'] =>
  typed.split(/[|｜]/).map((part) => readNewChoice(part.trim(), typed));

/** `parcel=包裹`; a bare key is its own label. */
function readNewChoice(part: string, typed: string): readonly [string, string] {
  const [key = '', label = key] = part.split(/[=＝]/).map((each) => each.trim());
  if (key !== '' && label !== '') return [key, label];
  throw misused(
    'bad_field',
    w(`字段“${typed}”的选项看不懂。`, `The choices of the field "${typed}" are not readable.`),
    SHAPE,
  );
}

/** A type by its key, or by its name in either language. */
function readFieldType(typed: string): FieldType {
  const wanted = plainWord(typed);
  const types = Object.keys(FIELD_TYPES) as FieldType[];
  const found = types.find((type) =>
    [type, FIELD_TYPES[type].zh, FIELD_TYPES[type].en].includes(wanted),
  );
  if (found) return found;
  const all = list(types.map((type) => w(`${type}（${FIELD_TYPES[type].zh}）`, type)));
  throw misused(
    'bad_field_type',
    w(`没有字段类型“${typed}”。`, `There is no type "${typed}" of fields.`),
    w(`有：${all.zh}`, `There are: ${all.en}`),
  );
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Letters for the numbers of a new book that nothing else has: of its key where they are free. */
export function freePrefix(key: string, books: readonly Pick<Book, 'prefix'>[]): string {
  const taken = new Set([...Object.keys(RESERVED_PREFIXES), ...books.map(({ prefix }) => prefix)]);
  const letters = [...key.toUpperCase().replace(/[^A-Z]/g, '')];
  const [first = 'X', ...others] = letters;
  const initials = key
    .split('-')
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
  const wishes = [
    ...(/^[A-Z]{2,3}$/.test(initials) ? [initials] : []),
    first,
    ...others.map((letter) => first + letter),
    ...LETTERS.map((letter) => first + letter),
    ...LETTERS.flatMap((one) => LETTERS.map((other) => first + one + other)),
  ];
  return wishes.find((wish) => !taken.has(wish)) ?? 'XXX';
}

/** The lines of a new book, as a person would write them. */
export function linesOf(book: NewBook): string {
  const { key, prefix, name, english, opens, closes, within, every } = book;
  const lines = [
    `${key}:`,
    `  prefix: ${scalar(prefix)}`,
    `  name: ${bothOf(name, english)}`,
    '  verbs:',
    `    ${scalar(opens)}: open`,
    ...(closes ? [`    ${scalar(closes)}: close`] : []),
    '  fields:',
    ...book.fields.map(fieldLine),
    ...(within && closes
      ? [
          '  deadlines:',
          `    ${scalar(closes)}: { words: ${owedOf(book)}, within: ${scalar(within)} }`,
        ]
      : []),
    ...(every ? [`  cadence: ${scalar(every)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const bothOf = (zh: string, en: string | undefined): string =>
  en ? `{ zh: ${scalar(zh)}, en: ${scalar(en)} }` : scalar(zh);

const owedOf = ({ owed, name, english }: NewBook): string =>
  owed ? scalar(owed) : bothOf(`了结：${name}`, english && `close: ${english}`);

function fieldLine({ key, type, label, isRequired, choices }: NewField): string {
  const named = choices.map(([choice, its]) => `${scalar(choice)}: ${scalar(its)}`).join(', ');
  const parts = [
    `type: ${type}`,
    `label: ${scalar(label)}`,
    ...(isRequired ? ['required: yes'] : []),
    ...(choices.length > 0 ? [`choices: { ${named} }`] : []),
  ];
  return `    ${scalar(key)}: { ${parts.join(', ')} }`;
}

/** Plain where YAML reads it back as it is, also between braces; else in quotes. */
const scalar = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} _./（）()、，。：+-]*$/u.test(text) && text.trim() === text
    ? text
    : JSON.stringify(text);

/** What a script has to say and has not. */
export const missingOf = (said: Partial<NewBook>): string[] => [
  ...(said.name === undefined ? ['--name'] : []),
  ...(said.fields === undefined || said.fields.length === 0 ? ['--field'] : []),
];

export const missingWords = (missing: readonly string[]) =>
  misused(
    'missing_fields',
    w(`缺少：${list(missing.map(same)).zh}`, `Missing: ${list(missing.map(same)).en}`),
    w(
      '如：wy book new umbrella --name 雨伞 --field "borrower:text:借用人:required" --opens lend --closes return',
      'As in: wy book new umbrella --name umbrellas --field "borrower:text:borrower:required" --opens lend --closes return',
    ),
  );
