import type { Book, BookField, Value } from '../books/model.ts';
import type { When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import type { EntryState } from '../entries/model.ts';
import { parseScaled } from '../lib/decimal.ts';
import { misused } from '../lib/errors.ts';
import { parseIdentity } from '../lib/identity.ts';
import { parseLines } from '../lib/lines.ts';
import { parseYuan } from '../lib/money.ts';
import { tidyName } from '../lib/name.ts';
import { parsePhone } from '../lib/phone.ts';
import { plainWord } from '../lib/plain-word.ts';
import { parsePlate } from '../lib/plate.ts';
import { parseScores } from '../lib/scores.ts';
import { parseUnitCode } from '../lib/unit-code.ts';
import { list, type Words, w } from '../lib/words.ts';
import { type BookOutline, outlineOf } from '../papers/outline-rules.ts';
import { columnOf } from '../papers/past-values.ts';
import { agreedColumn, parseImportText, pastColumn } from './case-columns.ts';
import type { Column } from './columns.ts';
import { parseImportDay } from './import-day.ts';
import { unitColumns } from './unit-column.ts';

export type BookColumns = Readonly<Record<string, Column<Value | When>>>;

const STATE_NAMES: Readonly<Record<EntryState, readonly string[]>> = {
  open: [
    ...['未了', '未完', '未完成', '未办结', '在办', '办理中', '待领', '待领取', '未领', '未领取'],
    ...['未归还', '未还', '借出', '借用中', '在用', '有效', '待处理', '处理中', '进行中'],
    ...['open', 'pending', 'new', 'in progress', 'waiting', 'active'],
  ],
  closed: [
    ...[
      '已了',
      '已了结',
      '了结',
      '已完',
      '已完成',
      '完成',
      '已办结',
      '办结',
      '已领',
      '已领取',
      '领取',
    ],
    ...['已归还', '归还', '已还', '已收回', '收回', '已核销', '已处理', '已关闭', '已结', '结束'],
    ...['closed', 'done', 'completed', 'finished', 'collected', 'returned'],
  ],
  cancelled: [
    ...['已作废', '作废', '已取消', '取消', '已撤销', '撤销'],
    ...['cancelled', 'canceled', 'void', 'withdrawn'],
  ],
};

const YES_NO: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['是', '有', '√', '✓', '对', 'y', 'yes', 'true', '1'],
  no: ['否', '无', '没有', '×', '不', 'n', 'no', 'false', '0'],
};

/**
 * The columns that lists of a book may have, made from its declaration: its fields, and what every entry
 * has. A file itself stands in no list, so attachments are passed over.
 */
export function bookColumns(ctx: Ctx, book: Book): BookColumns {
  const outline = outlineOf(book);
  const fields = book.fields
    .filter(({ type }) => type !== 'file')
    .map((field) => [columnOf(field), fieldColumn(ctx, book, outline, field)] as const);
  return {
    ...Object.fromEntries(fields),
    ...ownColumns(ctx, outline),
    ...partsOfUnit(book, outline),
  };
}

function ownColumns(ctx: Ctx, { own }: BookOutline): BookColumns {
  return {
    no: { ...own.no, parse: (text) => parseImportText(text.normalize('NFKC')) },
    state: {
      ...own.state,
      parse: choiceOf(STATE_NAMES, w('未了、已了、已作废', 'open, closed, cancelled')),
    },
    at: pastColumn(ctx, own.at.label, own.at.names),
    by: { ...own.by, personal: true, verbatim: true, parse: tidyName },
    closedAt: pastColumn(ctx, own.closedAt.label, own.closedAt.names, 'at'),
    cancelledAt: pastColumn(ctx, own.cancelledAt.label, own.cancelledAt.names, 'at'),
  };
}

function fieldColumn(
  ctx: Ctx,
  book: Book,
  { fields }: BookOutline,
  field: BookField,
): Column<Value | When> {
  const { label = field.label, names = [] } = fields[field.key] ?? {};
  const opening = book.verbs[0]?.key;
  const isNeeded = field.required && field.usual === null && field.at === opening;
  return {
    ...{ label, names, required: isNeeded, personal: field.personal },
    ...readerOf(ctx, book, field),
  };
}

type Reader = Pick<Column<Value | When>, 'parse' | 'verbatim' | 'dependsOn'>;

/** As on the command line, and as spreadsheets write it. */
function readerOf(ctx: Ctx, book: Book, field: BookField): Reader {
  const { type, choices, items, least, most, label } = field;
  switch (type) {
    case 'choice':
      return { dependsOn: [], parse: choiceOf(namesOf(choices), choiceWords(choices)) };
    case 'choices': {
      const one = choiceOf(namesOf(choices), choiceWords(choices));
      return { parse: (text) => [...new Set(partsOf(text).map(one))] };
    }
    case 'day':
      return { dependsOn: [], parse: (text) => parseImportDay(text, ctx.today) };
    case 'moment':
      return { parse: agreedColumn(ctx, label, [], 'at').parse };
    case 'whole':
      return { parse: (text) => parseWhole(text, { least, most }) };
    case 'decimal':
      return { parse: (text) => parseScaled(text, 3) };
    case 'money':
      return { parse: parseYuan };
    case 'unit':
      return field === firstUnit(book)
        ? { dependsOn: unitColumns.unit.dependsOn, parse: unitColumns.unit.parse }
        : { dependsOn: [], parse: (text) => parseUnitCode(text).code };
    case 'phone':
      return { parse: (text) => parsePhone(unmasked(text)) };
    case 'identity':
      return { parse: (text) => parseIdentity(unmasked(text), ctx.today) };
    case 'plate':
      return { parse: parsePlate };
    case 'yesno':
      return { dependsOn: [], parse: (text) => parseYesNo(text) === 'yes' };
    case 'staff':
    case 'resident':
      return { verbatim: true, dependsOn: [], parse: tidyName };
    case 'record':
      return { parse: (text) => text.normalize('NFKC').trim().toUpperCase() };
    case 'lines':
      return { verbatim: true, parse: parseLines };
    case 'sheet':
      return { verbatim: true, parse: (text) => parseScores(items, text) };
    default:
      return { verbatim: true, parse: parseImportText };
  }
}

const firstUnit = ({ fields }: Pick<Book, 'fields'>) => fields.find(({ type }) => type === 'unit');

/** Of the first unit building and entrance may stand in columns of their own. */
function partsOfUnit(book: Book, { own, fields }: BookOutline): BookColumns {
  if (!firstUnit(book)) return {};
  const taken = new Set(
    [...Object.values(own), ...Object.values(fields)].flatMap(({ names }) => names),
  );
  const isFree = (name: string) => !taken.has(name);
  const { building, entrance } = unitColumns;
  return {
    building: { ...building, names: building.names.filter(isFree) },
    entrance: { ...entrance, names: entrance.names.filter(isFree) },
  };
}

type Choices = Readonly<Record<string, Words>>;

const namesOf = (choices: Choices): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(choices).map(([key, { zh, en }]) => [key, [key, zh, en].map(plainWord)]),
  );

const choiceWords = (choices: Choices): Words => list(Object.values(choices));

function choiceOf<K extends string>(
  names: Readonly<Record<K, readonly string[]>>,
  accepted: Words,
): (text: string) => K {
  const keys = new Map(
    (Object.entries<readonly string[]>(names) as [K, readonly string[]][]).flatMap(([key, some]) =>
      some.map((name) => [name, key] as const),
    ),
  );
  return (text) => {
    const key = keys.get(plainWord(text));
    if (key !== undefined) return key;
    throw misused('unknown_choice', w(`可填：${accepted.zh}`, `Use one of: ${accepted.en}`));
  };
}

const parseYesNo = choiceOf(YES_NO, w('是、否', 'yes, no'));

const partsOf = (text: string): string[] =>
  text.split(/[,，、;；\n]/).filter((part) => part.trim() !== '');

function parseWhole(text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text.replace(/(?<=\d)[个件张份次人名只把辆台套]$/, ''));
  if (Number.isInteger(value) && least <= value && value <= most) return value;
  throw misused(
    'bad_number',
    w(`应是 ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`),
  );
}

/** What was exported without `--reveal` cannot come back. */
function unmasked(text: string): string {
  if (!text.includes('***')) return text;
  throw misused(
    'masked_value',
    w('号码被遮住了；导出时请加 --reveal', 'this is masked: export it with --reveal'),
  );
}
