import type { Attachment, Book, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { printsOf } from '../documents/printing.ts';
import { listCharges } from '../fees/charges.ts';
import { same } from '../lib/words.ts';
import { tariffNames } from '../tariffs/tariffs.ts';
import type { Event } from '../timeline/model.ts';
import { timelineOf } from '../timeline/service.ts';
import { conditionOf, placeOf } from './attachments.ts';
import type { ChargeMade, EntryPage, EntryRecord, FileFound, Linked } from './model.ts';
import { WAS } from './model.ts';
import * as names from './name-store.ts';
import { requireEntry } from './record.ts';
import * as store from './store.ts';
import { wholeWord } from './words-rules.ts';

/** An entry with all that was done with it, and what hangs on it. */
export function showEntry(ctx: Ctx, book: Book, typed: string): EntryPage {
  const record = requireEntry(ctx, book, typed);
  const timeline = [...timelineOf(ctx.ledger, record.no), ...printsOf(ctx, record.no)].sort(
    (a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)),
  );
  return {
    ...record,
    timeline,
    people: peopleIn(ctx, record, timeline),
    links: linksOf(ctx, record),
    charges: chargesFor(ctx, record),
    files: filesOf(ctx, record),
  };
}

/** By the ids that its timeline holds, of now and of before. */
function peopleIn(
  { ledger }: Ctx,
  { of }: EntryRecord,
  timeline: readonly Event[],
): EntryPage['people'] {
  const namesBehind = (type: 'staff' | 'resident') => {
    const keys = of.fields.filter((field) => field.type === type).map(({ key }) => key);
    const ids = timeline.flatMap(({ detail }) =>
      keys.flatMap((key) => [detail[key], detail[`${key}${WAS}`]]),
    );
    return names.namesOf(
      ledger,
      type,
      ids.flatMap((id) => (id === undefined || id === null ? [] : [Number(id)])),
    );
  };
  return { staff: namesBehind('staff'), resident: namesBehind('resident') };
}

const MOST_LINKS = 100;

/** The records that it names, then the entries that name it. */
function linksOf(ctx: Ctx, { of, values, no }: EntryRecord): Linked[] {
  const named = of.fields
    .filter((field) => field.type === 'record' && values[field.key] !== undefined)
    .map((field) => String(values[field.key]));
  return [...names.subjectsOf(ctx.ledger, named), ...entriesNaming(ctx, no)];
}

function entriesNaming({ ledger, books }: Ctx, no: string): Linked[] {
  const fields = books.flatMap((book) =>
    book.fields.filter(({ type }) => type === 'record').map((field) => [book, field] as const),
  );
  if (fields.length === 0) return [];
  const words = fields.map(([book, { key }]) => wholeWord(book.key, key, no)).join(' OR ');
  const names = (book: string, values: Values) =>
    fields.some(([{ key: of }, { key }]) => of === book && values[key] === no);
  return store
    .withWords(ledger, words, MOST_LINKS)
    .filter(({ book, values }) => names(book, values))
    .map(({ no: other, unit, title }) => ({ no: other, unit, title }));
}

function chargesFor({ ledger, policy }: Ctx, { no }: EntryRecord): ChargeMade[] {
  const called = tariffNames(policy);
  return listCharges(ledger, { subjects: [no] }).map(
    ({ id, tariff, amountFen, outstandingFen }) => ({
      ...{ id, tariff, amountFen, outstandingFen },
      name: called[tariff] ?? same(tariff),
    }),
  );
}

/** Whether each attachment still lies there as it was laid. */
function filesOf(ctx: Ctx, { of, values }: EntryRecord): FileFound[] {
  return of.fields.flatMap((field): FileFound[] => {
    const value = values[field.key] as Attachment | undefined;
    if (field.type !== 'file' || value === undefined) return [];
    return [{ field: field.key, condition: conditionOf(ctx, value), path: placeOf(ctx, value) }];
  });
}
