import { type Book, type BookField, isWrittenAt, type Value, type Values } from '../books/model.ts';
import { readUsual } from '../books/usual-rules.ts';
import { holds } from '../books/when-rules.ts';
import type { Ctx } from '../context.ts';
import { misused, refused } from '../lib/errors.ts';
import { optionName } from '../lib/option-name.ts';
import { list, w } from '../lib/words.ts';
import { requireResident } from '../registry/residents.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { onDuty } from '../roster/on-duty.ts';
import { lay } from './attachments.ts';
import { cellOf, paperText } from './cell-rules.ts';
import * as store from './name-store.ts';

/** What was typed for the fields of a verb, as the command line has read it; empty ones undefined. */
export type Typed = Readonly<Record<string, unknown>>;

/**
 * The values of an entry after a verb, as it keeps them: names become ids, numbers of records are
 * looked up, files are laid beside the ledger. What nobody said takes what is usual. A verb that is done
 * once more writes its own fields anew; what it writes of others stays as it was where nothing is said.
 * Refuses what is unknown, and what is missing (`missing_fields`), all at once.
 */
export function valuesOf(
  ctx: Ctx,
  book: Book,
  verb: string,
  typed: Typed,
  before: Values = {},
): Values {
  const fields = book.fields.filter((field) => isWrittenAt(field, verb));
  const own = new Set(fields.filter(({ at }) => at === verb).map(({ key }) => key));
  const kept = Object.fromEntries(Object.entries(before).filter(([key]) => !own.has(key)));
  const said = keptValues(ctx, fields, typed);
  const usual = usualValues(ctx, fields, { ...kept, ...said });
  const values = { ...kept, ...usual, ...said };
  const isSaid = (key: string) => Object.hasOwn(said, key) || Object.hasOwn(usual, key);
  const missing = fields.filter((field) => isWanted(field, values) && !isSaid(field.key));
  if (missing.length > 0) throw missingFields(missing);
  return values;
}

/** What was said for these fields, as an entry keeps it. */
export const keptValues = (ctx: Ctx, fields: readonly BookField[], typed: Typed): Values =>
  Object.fromEntries(
    fields.flatMap((field): [string, Value][] => {
      const raw = typed[field.key];
      return raw === undefined ? [] : [[field.key, keptValue(ctx, field, raw)]];
    }),
  );

/** Of fields that are wanted by another one's value alone only where it wants them. */
function usualValues(ctx: Ctx, fields: readonly BookField[], told: Values): Values {
  const usual = (some: readonly BookField[]) =>
    keptValues(
      ctx,
      some,
      Object.fromEntries(some.map((field) => [field.key, usualOf(ctx, field)])),
    );
  const untold = fields.filter(
    ({ key, usual: typed }) => typed !== null && !Object.hasOwn(told, key),
  );
  const first = usual(untold.filter(({ requiredWhen }) => requiredWhen === null));
  const wanted = untold.filter(
    ({ requiredWhen }) => requiredWhen !== null && holds(requiredWhen, { ...told, ...first }),
  );
  return { ...first, ...usual(wanted) };
}

/** What is usual for a field now, as the command line would have read it. */
export const usualOf = (ctx: Ctx, field: BookField): unknown =>
  readUsual(field, {
    ...{ today: ctx.today, now: ctx.now, zone: ctx.zone },
    onDuty: field.type === 'staff' ? onDuty(ctx)[0]?.id.toString() : undefined,
  });

/** Whether a field must hold something beside these values. */
export const isWanted = (
  { required, requiredWhen }: Pick<BookField, 'required' | 'requiredWhen'>,
  values: Values,
): boolean => required || (requiredWhen !== null && holds(requiredWhen, values));

function keptValue(ctx: Ctx, field: BookField, raw: unknown): Value {
  const { ledger } = ctx;
  switch (field.type) {
    case 'unit':
      return requireUnit(ledger, String(raw)).code;
    case 'staff':
      return requireAnyStaff(ledger, String(raw)).id;
    case 'resident':
      return requireResident(ledger, residentId(String(raw))).id;
    case 'record':
      return requireRecordNo(ctx, String(raw));
    case 'file':
      return lay(ctx, String(raw));
    default:
      return raw as Value;
  }
}

function residentId(typed: string): number {
  const id = typed.normalize('NFKC').trim().replace(/^#/, '');
  if (/^\d{1,15}$/.test(id)) return Number(id);
  throw misused(
    'bad_resident',
    w('住户要写编号。', 'A resident is named by their id.'),
    w('查找：wy resident find 姓名或房号', 'Look them up: wy resident find NAME-OR-UNIT'),
  );
}

function requireRecordNo(ctx: Ctx, typed: string): string {
  const no = typed.normalize('NFKC').trim().toUpperCase();
  if (store.isSubject(ctx.ledger, no)) return no;
  throw refused(
    'unknown_number',
    w(`没有编号为“${typed}”的记录。`, `There is no record with the number "${typed}".`),
    w(
      '请核对编号，写全，如 T261122-001',
      'Check it, and type the whole number, such as T261122-001.',
    ),
  );
}

export const missingFields = (fields: readonly BookField[]) => {
  const names = list(
    fields.map(({ key, label }) =>
      w(`--${optionName(key)}（${label.zh}）`, `--${optionName(key)} (${label.en})`),
    ),
  );
  return misused('missing_fields', w(`缺少：${names.zh}`, `Missing: ${names.en}`));
};

/** What an entry is about in a line: the values of its title fields, as people read them. */
export function titleOf(
  { lang, zone }: Pick<Ctx, 'lang' | 'zone'>,
  book: Book,
  values: Values,
  names: Readonly<Record<string, string>>,
): string {
  return book.title
    .flatMap((key) => {
      const field = book.fields.find((each) => each.key === key);
      const cell = field && cellOf(field, { values, names }, { lang, zone, reveal: false });
      return cell ? [paperText(cell)] : [];
    })
    .join(' ');
}
