import {
  type Attachment,
  type Book,
  type BookField,
  openingOf,
  type Value,
  type Values,
} from '../books/model.ts';
import { versionNow } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { scoresText } from '../entries/cell-rules.ts';
import { type EntryRecord, STATES } from '../entries/model.ts';
import { namesIn } from '../entries/names.ts';
import { titleOf } from '../entries/values.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { type Line, lineText } from '../lib/lines.ts';
import type { Scores } from '../lib/scores.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Event } from '../timeline/model.ts';
import { timelineOf } from '../timeline/service.ts';

/** What follows from the values of an entry: its line, and the unit it is filed under. */
export function filed(
  ctx: Ctx,
  book: Book,
  values: Values,
): { title: string; unitId: number | null } {
  const names = namesIn(ctx, book, [{ id: 0, values }]).get(0) ?? {};
  const unit = unitIn(book, values);
  return {
    title: titleOf(ctx, book, values, names),
    unitId: unit === undefined ? null : requireUnit(ctx.ledger, unit).id,
  };
}

/** The code in the first field that is a unit and holds one. */
export const unitIn = (book: Book, values: Values): string | undefined =>
  book.fields
    .filter(({ type }) => type === 'unit')
    .map(({ key }) => values[key] as string | undefined)
    .find((value) => value !== undefined);

/** What the journal says of values: those that tell who somebody is only by their field. */
export const changesOf = (book: Book, values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = book.fields.find((each) => each.key === key);
      return [key, field?.personal === false ? value : HIDDEN];
    }),
  );

/** What the timeline keeps of values. */
export const detailOf = (
  { lang }: Pick<Ctx, 'lang'>,
  fields: readonly BookField[],
  values: Values,
): Event['detail'] =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key];
      return value === undefined ? [] : [[field.key, scalarOf(field, value, lang)]];
    }),
  );

function scalarOf({ type, items }: BookField, value: Value, lang: Ctx['lang']) {
  switch (type) {
    case 'choices':
      return (value as readonly string[]).join(',');
    case 'lines':
      return (value as readonly Line[]).map(lineText).join(lang === 'zh' ? '、' : ', ');
    case 'sheet':
      return scoresText(items, value as Scores, lang);
    case 'file':
      return (value as Attachment).name;
    default:
      return value as string | number | boolean;
  }
}

/** The verbs that were done with an entry so far. */
export function doneWith({ ledger }: Pick<Ctx, 'ledger'>, book: Book, no: string): Set<string> {
  const kinds = new Set(timelineOf(ledger, no).map(({ kind }) => kind));
  const done = book.verbs.filter(({ key }) => kinds.has(key)).map(({ key }) => key);
  return new Set([openingOf(book).key, ...done]);
}

/**
 * The version by which an entry is read from now on: the present one, unless it holds values of fields
 * that the book has no more, or of another type since.
 */
export function versionOf(ctx: Ctx, book: Book, it: EntryRecord, values: Values): number {
  const isKnown = (key: string) => {
    const type = book.fields.find((field) => field.key === key)?.type;
    return type !== undefined && it.of.fields.find((field) => field.key === key)?.type === type;
  };
  return Object.keys(values).every(isKnown) ? versionNow(ctx, book) : it.version;
}

/** Only an entry that is open goes on; says what can be done with this one. */
export function notOpen(book: Book, { no, state }: EntryRecord) {
  const [show, edit] = [`wy ${book.key} show ${no}`, `wy ${book.key} edit ${no} --…`];
  return refused(
    'entry_not_open',
    w(`${no} ${STATES[state].zh}。`, `${no} is ${STATES[state].en}.`),
    state === 'closed'
      ? w(`查看：${show}；写错了：${edit}`, `See ${show}; to correct it: ${edit}`)
      : w(`查看：${show}`, `See ${show}`),
  );
}
