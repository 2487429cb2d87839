import {
  type Approval,
  type Book,
  type BookField,
  type BookRate,
  FIELD_TYPES,
  type Limit,
  type Verb,
  type When,
} from '../books/model.ts';
import { rhythmWords } from '../books/rhythm.ts';
import type { Pen } from '../cli/pen.ts';
import {
  asChoice,
  asFlag,
  asRecords,
  asText,
  asTold,
  asWhole,
  asWords,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { durationWords } from '../lib/duration.ts';
import { optionName } from '../lib/option-name.ts';
import { list, type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import type { BookLine } from './listing.ts';
import { chargeWords, DOES, dueWords, neededWords, SEQUELS, traits, valuesWords } from './text.ts';

const YES_NO = { yes: w('是', 'yes'), no: w('否', 'no') } as const;
const GONE = w('已删', 'gone');

export const bookTable = table<BookLine>(
  [
    asText('key', w('命令', 'Key'), ({ book }) => book.key),
    asText('prefix', w('字头', 'Prefix'), ({ book }) => book.prefix, { spare: true }),
    asWords('name', w('名称', 'Name'), ({ book }) => book.name),
    asTold('enabled', w('启用', 'On'), ({ book: { isEnabled }, isGone }, as) => ({
      json: () => isEnabled,
      line: () => (isGone ? GONE : YES_NO[isEnabled ? 'yes' : 'no'])[as.lang],
    })),
    asFlag('gone', w('已删', 'Gone'), (it) => it.isGone, { cardOnly: true }),
    asWhole('entries', w('登记', 'Entries'), (it) => it.entries),
    asWhole('open', w('未结', 'Open'), (it) => it.open),
    asWhole('overdue', w('超期', 'Overdue'), (it) => it.overdue),
    asTold(
      'cadence',
      w('周期', 'Cadence'),
      ({ book: { cadence } }, { lang }) =>
        cadence && {
          json: () => cadence.text,
          line: () => rhythmWords(cadence.rhythm)[lang],
        },
      { spare: true },
    ),
    asFlag('builtIn', w('内置', 'Built in'), ({ book }) => book.isBuiltIn, { cardOnly: true }),
    asText('rules', w('依据', 'Rules'), ({ book }) => book.rules || null, { cardOnly: true }),
  ],
  { none: w('没有登记簿。', 'No books.') },
);

/** What programs alone are told. */
const told = (json: Json) => ({ json: () => json, line: () => '' });

const toldWhen = (when: When | null) => when && told({ field: when.field, is: [...when.is] });

const verbShape: Shape<Verb> = [
  asText('key', w('动作', 'Verb'), (it) => it.key),
  asChoice('does', w('作用', 'Does'), (it) => it.does, DOES),
  asWords('about', w('说明', 'About'), (it) => it.about),
  asTold('when', w('条件', 'When'), (it) => toldWhen(it.when), { cardOnly: true }),
];

/** A choice or an item of a sheet. */
interface Named {
  key: string;
  label: Words;
  most?: number;
}

const namedShape: Shape<Named> = [
  asText('key', w('值', 'Key'), (it) => it.key),
  asWords('label', w('名称', 'Label'), (it) => it.label),
  asWhole('most', w('满分', 'Most'), (it) => it.most),
];

const namedLine = ({ key, label }: Named, { lang }: Rendering) => `${key} ${label[lang]}`;

const choicesOf = ({ choices }: BookField): Named[] =>
  Object.entries(choices).map(([key, label]) => ({ key, label }));

const itemsOf = ({ items }: BookField): Named[] =>
  Object.entries(items).map(([key, it]) => ({ key, ...it }));

const fieldShape: Shape<BookField> = [
  asText('key', w('字段', 'Field'), (it) => it.key, { cardOnly: true }),
  asText('option', w('选项', 'Option'), (it) => `--${optionName(it.key)}`),
  asWords('label', w('名称', 'Label'), (it) => it.label),
  asChoice('type', w('类型', 'Type'), (it) => it.type, FIELD_TYPES),
  asTold('at', w('动作', 'With'), (it) => ({
    json: () => it.at,
    line: () => [it.at, ...it.again].join(' '),
  })),
  asTold('again', w('再填', 'Again with'), (it) => told([...it.again]), { cardOnly: true }),
  asTold('required', w('必填', 'Required'), (it, as) => ({
    json: () => it.required,
    line: () => neededWords(it)?.[as.lang] ?? '',
  })),
  asTold('requiredWhen', w('何时必填', 'Required when'), (it) => toldWhen(it.requiredWhen), {
    cardOnly: true,
  }),
  asText('usual', w('默认', 'Usual'), (it) => it.usual, { spare: true }),
  asTold('values', w('可填', 'Values'), (it, as) => {
    const words = valuesWords(it);
    return words && { json: () => words[as.lang], line: () => words[as.lang] };
  }),
  asRecords('choices', w('选项', 'Choices'), choicesOf, namedShape, namedLine),
  asRecords('items', w('评分项', 'Items'), itemsOf, namedShape, namedLine),
  asWhole('least', w('最小', 'Least'), (it) => (it.type === 'whole' ? it.least : null), {
    cardOnly: true,
  }),
  asWhole('most', w('最大', 'Most'), (it) => (it.type === 'whole' ? it.most : null), {
    cardOnly: true,
  }),
  asFlag('personal', w('个人信息', 'Personal'), (it) => it.personal),
  asFlag('inList', w('列表显示', 'In lists'), (it) => it.inList, { cardOnly: true }),
  asFlag('positional', w('可不写选项名', 'Positional'), (it) => it.positional, { cardOnly: true }),
  asWords('help', w('说明', 'Help'), (it) => it.help, { spare: true }),
];

const limitShape: Shape<Limit> = [
  asText('key', w('期限', 'Deadline'), (it) => it.key),
  asWords('words', w('要办的事', 'What is to be done'), (it) => it.words),
  asChoice('role', w('谁', 'Role'), (it) => it.role, ROLE_TITLES),
  asText('from', w('起于', 'From'), (it) => it.from, { cardOnly: true }),
  asTold('due', w('何时', 'Due'), (it, as) => ({
    json: () => dueWords(it)[as.lang],
    line: () => dueWords(it)[as.lang],
  })),
  asText('at', w('按字段', 'At'), (it) => it.at, { cardOnly: true }),
  asText('within', w('多久之内', 'Within'), (it) => it.within?.text, { cardOnly: true }),
  asText('lead', w('提前提醒', 'Lead'), (it) => it.lead?.text, { spare: true }),
  asText('every', w('每隔', 'Every'), (it) => it.every?.text, { cardOnly: true }),
  asText('met', w('由何动作了结', 'Met by'), (it) => it.met),
  asTold('when', w('条件', 'When'), (it) => toldWhen(it.when), { cardOnly: true }),
];

const approvalShape: Shape<Approval> = [
  asText('key', w('审批', 'Approval'), (it) => it.key),
  asWords('words', w('内容', 'What'), (it) => it.words),
  asChoice('role', w('谁', 'Role'), (it) => it.role, ROLE_TITLES),
  asText('within', w('多久之内', 'Within'), (it) => it.within.text),
  asText('before', w('在此之前', 'Before'), (it) => it.before),
  asFlag('daily', w('一天一签', 'Daily'), (it) => it.daily, { spare: true }),
];

const rateShape: Shape<BookRate> = [
  asText('key', w('比率', 'Rate'), (it) => it.key),
  asWords('words', w('名称', 'Name'), (it) => it.words),
  asText('numerator', w('分子', 'Numerator'), (it) => it.numerator),
  asText('denominator', w('分母', 'Denominator'), (it) => it.denominator),
];

const several = (words: readonly Words[]): Words | null => (words.length > 0 ? list(words) : null);

/** What is said of the book as a whole. */
const headShape: Shape<Book> = [
  asText('key', w('命令', 'Key'), (it) => `wy ${it.key}`),
  asText('prefix', w('字头', 'Prefix'), (it) => it.prefix),
  asWords('name', w('名称', 'Name'), (it) => it.name),
  asWords('about', w('说明', 'About'), (it) => it.about),
  asText('rules', w('依据', 'Rules'), (it) => it.rules || null),
  asFlag('enabled', w('启用', 'On'), (it) => it.isEnabled),
  asFlag('builtIn', w('内置', 'Built in'), (it) => it.isBuiltIn),
  asText('title', w('标题', 'Title'), (it) => it.title.join(' ')),
  asWords('cadence', w('周期', 'Cadence'), ({ cadence }) => {
    if (!cadence) return null;
    const { zh, en } = rhythmWords(cadence.rhythm);
    return w(
      `${zh}（${cadence.text}）：${cadence.words.zh}`,
      `${en} (${cadence.text}): ${cadence.words.en}`,
    );
  }),
  asWords('charge', w('收费', 'Charge'), (it) => it.charge && chargeWords(it.charge)),
  asWords(
    'sequel',
    w('随后', 'Sequel'),
    ({ sequel }) =>
      sequel &&
      w(`${sequel.at} 时${SEQUELS[sequel.does].zh}`, `${sequel.at} ${SEQUELS[sequel.does].en}`),
  ),
  asWords('traits', w('其他', 'Else'), (it) => several(traits(it))),
  asWords('retention', w('保存', 'Kept for'), (it) => it.retention && durationWords(it.retention)),
  asWords('signatures', w('签名栏', 'Signatures'), (it) => several(it.signatures)),
  asWords('foot', w('单据附注', 'Foot'), (it) => it.foot),
];

/** All that a book declares: a page for people, an object for programs. */
export const bookPage: View<Book> = { json: bookJson, text: bookText };

function bookText(book: Book, pen: Pen): string {
  const part = <R>(title: Words, shape: Shape<R>, rows: readonly R[]) =>
    rows.length === 0 ? [] : [`${pen.heading(title)}\n${pen.table(shape, rows)}`];
  return [
    pen.card(headShape, book),
    ...part(w('动作', 'Verbs'), verbShape, book.verbs),
    ...part(w('字段', 'Fields'), fieldShape, book.fields),
    ...part(w('期限', 'Deadlines'), limitShape, book.limits),
    ...part(w('审批与签阅', 'Approvals'), approvalShape, book.approvals),
    ...part(w('比率', 'Rates'), rateShape, book.rates),
  ].join('\n\n');
}

function bookJson(book: Book, as: Rendering): { [key: string]: Json } {
  const { cadence, charge, sequel, foot } = book;
  const many = <R>(shape: Shape<R>, rows: readonly R[]) =>
    rows.map((row) => toJson(shape, row, as));
  return {
    key: book.key,
    prefix: book.prefix,
    name: book.name[as.lang],
    about: book.about[as.lang],
    rules: book.rules || null,
    enabled: book.isEnabled,
    builtIn: book.isBuiltIn,
    title: [...book.title],
    verbs: many(verbShape, book.verbs),
    fields: many(fieldShape, book.fields),
    deadlines: many(limitShape, book.limits),
    cadence: cadence && {
      every: cadence.text,
      role: cadence.role,
      words: cadence.words[as.lang],
      lead: cadence.lead?.text ?? null,
    },
    approvals: many(approvalShape, book.approvals),
    charge: charge && { ...charge },
    sequel: sequel && {
      does: sequel.does,
      at: sequel.at,
      from: { ...sequel.from },
      when: sequel.when && { field: sequel.when.field, is: [...sequel.when.is] },
    },
    rates: many(rateShape, book.rates),
    arrears: book.showsArrears,
    unique: book.unique,
    handover: book.isHandedOver,
    retention: book.retention?.text ?? null,
    signatures: book.signatures.map((each) => each[as.lang]),
    foot: foot?.[as.lang] ?? null,
  };
}

/** A book that was switched or made, and what to type next. */
export interface ChangedBook {
  book: Book;
  /** The lines written for it. */
  written: string | null;
}

export const changedView: View<ChangedBook> = {
  json: ({ book, written }, as) => ({ ...bookJson(book, as), ...(written && { yaml: written }) }),
  text: ({ book, written }, pen) => {
    const { key, isEnabled } = book;
    if (!isEnabled)
      return pen.say(w(`${book.name.zh}（${key}）已停用。`, `${book.name.en} (${key}) is off.`));
    const verb = book.verbs[0]?.key ?? '';
    const next = w(
      `${book.name.zh}已启用：wy ${key} ${verb}，wy book fields ${key}`,
      `${book.name.en} is on: wy ${key} ${verb}, wy book fields ${key}`,
    );
    return [...(written ? [written.trimEnd(), ''] : []), pen.say(next)].join('\n');
  },
};
