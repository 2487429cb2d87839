import type { Book, BookField } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { parseChoice } from '../lib/choice.ts';
import { misused } from '../lib/errors.ts';
import { plainName } from '../lib/name.ts';
import { tryPhone } from '../lib/phone.ts';
import type { Range } from '../lib/range.ts';
import { w } from '../lib/words.ts';
import { listStaff, requireAnyStaff } from '../registry/staff.ts';
import { fieldsEver } from './all-versions.ts';
import type { Asked, People, Sought } from './matching-rules.ts';
import * as store from './name-store.ts';
import type { Typed } from './values.ts';
import { isWhole, partsOf, plain } from './words-rules.ts';

/** What a list is asked for: what was typed for its fields, and the words of a search. */
export function soughtIn(ctx: Ctx, book: Book, typed: Typed, find: string | undefined): Sought {
  const fields = book.fields.flatMap((field) => {
    const raw = typed[field.key];
    return raw === undefined ? [] : [[field, askedOf(ctx, book, field, raw)] as const];
  });
  return { fields, parts: find === undefined ? [] : partsTyped(find) };
}

function askedOf(ctx: Ctx, book: Book, field: BookField, raw: unknown): Asked {
  const { ledger } = ctx;
  switch (field.type) {
    case 'choice':
    case 'choices':
      return { is: 'one', of: chosen(ctx, book, field, [raw].flat().map(String)) };
    case 'staff':
      return { is: 'one', of: staffNamed(ledger, String(raw)).map(String) };
    case 'resident':
      return { is: 'one', of: [String(Number(raw))] };
    case 'record':
      return { is: 'one', of: [String(raw).normalize('NFKC').trim().toUpperCase()] };
    case 'phone':
      return { is: 'parts', parts: partsTyped(tryPhone(String(raw)) ?? String(raw)) };
    default:
      if (isRange(raw)) return { is: 'between', ...raw };
      if (!isWhole(field)) return { is: 'parts', parts: partsTyped(String(raw)) };
      return { is: 'one', of: Array.isArray(raw) ? raw.map(String) : [String(raw)] };
  }
}

/** Of the choices that a field has, or had once. */
function chosen(ctx: Ctx, book: Book, { key, type }: BookField, typed: string[]): string[] {
  const ever = fieldsEver(ctx, book).find((field) => field.key === key && field.type === type);
  return [...new Set(typed.map((each) => parseChoice(ever?.choices ?? {}, each)))];
}

/** Two may have had the same name, one after the other. */
function staffNamed(ledger: Ledger, typed: string): number[] {
  const named = listStaff(ledger, { retired: true }).filter(
    ({ name }) => name === plainName(typed),
  );
  return named.length > 0 ? named.map(({ id }) => id) : [requireAnyStaff(ledger, typed).id];
}

const isRange = (raw: unknown): raw is Range<string | number> =>
  typeof raw === 'object' && raw !== null && 'from' in raw;

function partsTyped(text: string): string[] {
  const parts = partsOf(text);
  if (parts.length > 0) return parts;
  throw misused(
    'nothing_to_find',
    w(`“${text}”里没有可找的字。`, `There is nothing to find in "${text}".`),
    w('请写几个字或数字。', 'Type some letters or digits.'),
  );
}

/** Whose names hold each of the parts, where fields of the book name people. */
export function peopleCalled(
  ctx: Ctx,
  fields: readonly BookField[],
  parts: readonly string[],
): People[] {
  const namesOf = (type: keyof People) =>
    parts.length > 0 && fields.some((field) => field.type === type)
      ? store.everyName(ctx.ledger, type)
      : [];
  const names = { staff: namesOf('staff'), resident: namesOf('resident') };
  const called = (type: keyof People, part: string) =>
    names[type].filter(({ name }) => plain(name).includes(part)).map(({ id }) => id);
  return parts.map((part) => ({
    staff: called('staff', part),
    resident: called('resident', part),
  }));
}
