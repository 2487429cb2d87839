import type { Book, BookField, Value, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { misused, refused } from '../lib/errors.ts';
import { list, w } from '../lib/words.ts';
import { requireResident } from '../registry/residents.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { lay } from './attachments.ts';
import * as store from './name-store.ts';

/** What was typed for the fields of a verb, as the command line has read it; empty ones undefined. */
export type Typed = Readonly<Record<string, unknown>>;

/**
 * The values of these fields as an entry keeps them: names become ids, numbers of records are looked
 * up, files are laid beside the ledger. What nobody said takes what is usual. Refuses what is unknown,
 * and what is required by another field's value and missing (`missing_fields`), all at once.
 */
export function valuesOf(
  ctx: Ctx,
  fields: readonly BookField[],
  typed: Typed,
  before: Values = {},
): Values {
  const said = fields.flatMap((field): [string, Value][] => {
    const raw = typed[field.key];
    return raw === undefined ? [] : [[field.key, keptValue(ctx, field, raw)]];
  });
  const values = { ...before, ...Object.fromEntries(said) };
  const missing = fields.filter(
    (field) => isWanted(field, values) && !Object.hasOwn(values, field.key),
  );
  if (missing.length > 0) throw missingFields(missing);
  return values;
}

/** Whether a field must hold something beside these values. */
export const isWanted = ({ required, requiredWhen }: BookField, values: Values): boolean =>
  required || requiredWhen?.is.includes(String(values[requiredWhen.field])) === true;

function keptValue(ctx: Ctx, field: BookField, raw: unknown): Value {
  const { ledger } = ctx;
  switch (field.type) {
    case 'unit':
      return requireUnit(ledger, String(raw)).code;
    case 'staff':
      return requireAnyStaff(ledger, String(raw)).id;
    case 'resident':
      return requireResident(ledger, Number(raw)).id;
    case 'record':
      return requireRecordNo(ctx, String(raw));
    case 'file':
      return lay(ctx, String(raw));
    default:
      return raw as Value;
  }
}

function requireRecordNo(ctx: Ctx, typed: string): string {
  const no = typed.normalize('NFKC').trim().toUpperCase();
  if (store.isSubject(ctx.ledger, no)) return no;
  throw refused(
    'unknown_number',
    w(`没有编号为“${typed}”的记录。`, `There is no record with the number "${typed}".`),
    w('请写全编号，如 T261122-001', 'Type the whole number, such as T261122-001.'),
  );
}

const missingFields = (fields: readonly BookField[]) => {
  const names = list(
    fields.map(({ key, label }) =>
      w(`--${optionOf(key)}（${label.zh}）`, `--${optionOf(key)} (${label.en})`),
    ),
  );
  return misused('missing_fields', w(`缺少：${names.zh}`, `Missing: ${names.en}`));
};

export const optionOf = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What an entry is about in a line: the values of its title fields. */
export function titleOf(
  book: Book,
  values: Values,
  names: Readonly<Record<string, string>>,
  lang: 'zh' | 'en',
): string {
  return book.title
    .flatMap((key) => {
      const field = book.fields.find((each) => each.key === key);
      const value = values[key];
      if (!field || value === undefined) return [];
      if (names[key] !== undefined) return [names[key]];
      return [field.choices[String(value)]?.[lang] ?? String(value)];
    })
    .join(' ');
}
