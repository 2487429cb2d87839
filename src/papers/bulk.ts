import { type Book, openingOf } from '../books/model.ts';
import { noteBooks, versionNow } from '../books/versions.ts';
import { type Draft, type Fault, sortPast, warnOnce } from '../cases/bulk.ts';
import { latest, saysWhen, type When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import type { NewEntry } from '../entries/model.ts';
import { seriesOf, staysOpen } from '../entries/record.ts';
import { insertEntry } from '../entries/rows.ts';
import { titleOf } from '../entries/values.ts';
import { unitIn } from '../keeping/writing.ts';
import { layIndexesAside } from '../ledger/bulk-load.ts';
import { w } from '../lib/words.ts';
import { each, type Plan } from '../registry/bulk.ts';
import { warnOfStrangers } from '../registry/colleagues.ts';
import { note } from '../timeline/service.ts';
import type { StoredEntry } from './bulk-store.ts';
import * as store from './bulk-store.ts';
import { type EntryLine, standingOf } from './past.ts';
import { promisePastEntry } from './past-promises.ts';
import { columnOf, pastValues, type Registry, registryOf } from './past-values.ts';

/** An entry that may be written, but for its number, its version and who writes it. */
interface EntryDraft extends Draft {
  entry: Omit<NewEntry, 'no' | 'formerNo' | 'version' | 'byId'>;
}

/**
 * Entries of an old list of a book, under the numbers they had, with the promises of their own days and
 * what came of them. Changes no entry: a number that stands in the ledger must say the same there; a row
 * without one is known by what it tells.
 */
export function planEntries(ctx: Ctx, book: Book, rows: readonly EntryLine[]): Plan<EntryLine> {
  const registry = registryOf(ctx);
  const { added, unchanged, faults } = sortPast<EntryLine, EntryDraft, StoredEntry>(ctx, rows, {
    book: seriesOf(book),
    stored: store.all(ctx.ledger, book.key),
    contentOf: (it) => contentOf(book, rows[0]?.tells ?? new Set(), it),
    contentField: 'at',
    mayRepeat: true,
    draft: (row) => draftOf(ctx, book, registry, row),
    agrees: (row, draft, stored) => agrees(ctx, book, row, draft, stored),
  });
  const strangers = added.filter(({ row }) => row.by && !registry.staff.has(row.by));
  warnOfStrangers(
    ctx,
    strangers.map(({ row }) => row.line),
  );
  warnOfUntold(ctx, book, added);

  return {
    added: added.length,
    changed: 0,
    unchanged,
    faults,
    write: (progress) => {
      if (added.length === 0) return;
      const operator = ctx.operator();
      const quiet: Ctx = { ...warnOnce(ctx), operator: () => operator };
      noteBooks(ctx);
      const version = versionNow(ctx, book);
      const bringBack = layIndexesAside(ctx.ledger, 'entries');
      const write = ({ row, draft, no, formerNo }: (typeof added)[number]) => {
        const by = registry.staff.get(row.by ?? '');
        const made = { ...draft.entry, no, formerNo, version, byId: by?.id ?? operator.id };
        insertEntry(ctx.ledger, book, made);
        promisePastEntry(quiet, book, row, made);
        tellImport(quiet, row, made, by === undefined);
      };
      each(added, write, progress);
      bringBack();
    },
  };
}

function draftOf(
  ctx: Ctx,
  book: Book,
  registry: Registry,
  row: EntryLine,
): EntryDraft | Fault<EntryLine> {
  const at = row.at?.at ?? ctx.now;
  const today = row.at?.day ?? ctx.today;
  const read = pastValues({ book, row, at, today, registry, ctx });
  if ('error' in read) return { row, ...read };
  const standing = standingOf(book, row, read.values, ctx);
  if ('error' in standing) return { row, ...standing };

  const { values, names } = read;
  const { state, closedAt, cancelledAt } = standing;
  // Property by property, not spread: hundreds of thousands of these are held, and share their shape so.
  return {
    beganOn: today,
    content: row.no === undefined ? contentOf(book, row.tells, { at: standing.at, values }) : '',
    entry: {
      state,
      at: standing.at,
      closedAt,
      cancelledAt,
      values,
      title: titleOf(ctx, book, values, names),
      unitId: registry.units.get(unitIn(book, values) ?? '')?.id ?? null,
    },
  };
}

/** What tells an entry without a number from others: when it was made and what was written down then. */
function contentOf(
  book: Book,
  tells: ReadonlySet<string>,
  { at, values }: Pick<StoredEntry, 'at' | 'values'>,
): string {
  const opening = openingOf(book).key;
  const told = book.fields.filter((field) => field.at === opening && tells.has(columnOf(field)));
  return JSON.stringify([
    tells.has('at') ? at : null,
    ...told.map(({ key }) => values[key] ?? null),
  ]);
}

/** Whether what the row tells is what the ledger says; a blank cell, and an open entry, say nothing. */
function agrees(
  { zone }: Ctx,
  book: Book,
  row: EntryLine,
  { entry }: EntryDraft,
  stored: StoredEntry,
): boolean {
  const isSame = (key: string) =>
    JSON.stringify(entry.values[key]) === JSON.stringify(stored.values[key]);
  return (
    (entry.state === 'open' || entry.state === stored.state) &&
    saysWhen(row.at, stored.at, zone) &&
    saysWhen(row.closedAt, stored.closedAt, zone) &&
    saysWhen(row.cancelledAt, stored.cancelledAt, zone) &&
    book.fields.every((field) => {
      const told = row[columnOf(field)];
      if (told === undefined) return true;
      if (field.type !== 'moment') return isSame(field.key);
      return saysWhen(told as When, String(stored.values[field.key] ?? ''), zone);
    })
  );
}

/** A list that has no word for it says of everything that it is still open. */
function warnOfUntold(
  ctx: Ctx,
  book: Book,
  added: readonly { row: EntryLine; draft: EntryDraft }[],
): void {
  const [first] = added;
  if (!first || !staysOpen(book)) return;
  const tellsEnd =
    ['state', 'closedAt'].some((key) => first.row.tells.has(key)) ||
    book.fields.some((field) => {
      const isClosing = book.verbs.some(({ key, does }) => key === field.at && does === 'close');
      return isClosing && first.row.tells.has(columnOf(field));
    });
  const open = added.filter(({ draft }) => draft.entry.state === 'open').length;
  if (tellsEnd || open === 0) return;
  ctx.warn(
    w(
      `表里没有“状态”“了结时间”这样的列，${open} 条都按未了登记。`,
      `The list has no column such as State or Closed: its ${open} entries count as open.`,
    ),
  );
}

/** One step in the timeline, at the last moment the list tells of: what follows comes after it. */
function tellImport(ctx: Ctx, row: EntryLine, it: NewEntry, isStranger: boolean): void {
  const now = latest({ at: it.at, closedAt: it.closedAt, cancelledAt: it.cancelledAt });
  note({ ...ctx, now }, it.no, 'imported', {
    ...(it.formerNo !== null && { formerNo: it.formerNo }),
    ...(isStranger && row.by !== undefined && { by: row.by }),
  });
}
