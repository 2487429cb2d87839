import { type Book, type BookField, openingOf, type Values } from '../books/model.ts';
import { noteBooks } from '../books/versions.ts';
import { waitsToClose } from '../books/when-rules.ts';
import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import type { EntryRecord, EntryState } from '../entries/model.ts';
import { WAS } from '../entries/model.ts';
import { entryRecord, requireEntry } from '../entries/record.ts';
import { updateEntry } from '../entries/rows.ts';
import { isWanted, keptValues, missingFields, type Typed } from '../entries/values.ts';
import { transact } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import { optionName } from '../lib/option-name.ts';
import { plainWord } from '../lib/plain-word.ts';
import { list, same, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';
import { note } from '../timeline/service.ts';
import { isCharged, standingCharges } from './charging.ts';
import { amend, oweApprovals, settle } from './promises.ts';
import { refuseTwice } from './unique.ts';
import { changesOf, detailOf, doneWith, filed, notOpen, unitIn, versionOf } from './writing.ts';

/**
 * Corrects an entry: fields of the verbs done so far get other values, or none (`cleared`: keys, options
 * or labels). The old ones stay in the timeline; title, unit, search words and the deadlines at a field
 * follow. Where nothing is otherwise, nothing is written.
 */
export function editEntry(
  ctx: Ctx,
  book: Book,
  typedNo: string,
  { typed, cleared }: { typed: Typed; cleared: readonly string[] },
): EntryRecord {
  return transact(ctx, `books.${book.key}.edit`, (entry) => {
    const it = requireEntry(ctx, book, typedNo);
    const { no } = it;
    if (it.state === 'cancelled') throw notOpen(book, it);
    const early = tooEarly(no, `${book.key} show`, it.at, ctx.now);
    if (early) throw early;
    const done = doneWith(ctx, book, no);
    const values = editedValues(ctx, book, it, { typed, cleared, done });
    const changed = changedFields(book, it.values, values);
    if (changed.length === 0) {
      ctx.warn(w(`${no} 没有改动。`, `Nothing of ${no} was changed.`));
      return it;
    }

    noteBooks(ctx);
    const standing = standingOf(ctx, book, it, values);
    const isNamedAnew = standing.state === 'open' || changed.some(({ key }) => key === book.unique);
    if (isNamedAnew && (standing.state ?? it.state) === 'open')
      refuseTwice(ctx, book, { no, values });
    updateEntry(ctx.ledger, it, {
      ...{ values, ...filed(ctx, book, values), version: versionOf(ctx, book, it, values) },
      ...standing,
    });
    note(ctx, no, 'edited', changeDetail(ctx, changed, it.values, values));
    const state = standing.state ?? it.state;
    const after = { no, values, isOpen: state === 'open', done };
    if (standing.state === 'open') reopen(ctx, book, it, after);
    else if (it.state === 'open') amend(ctx, book, after, it.values);
    warnOfEffects(ctx, book, it, { changed, values });
    entry.subject = no;
    entry.changes = changesIn(book, changed, values);
    return entryRecord(ctx, book, no);
  });
}

interface Edit {
  typed: Typed;
  cleared: readonly string[];
  done: ReadonlySet<string>;
}

function editedValues(
  ctx: Ctx,
  book: Book,
  it: EntryRecord,
  { typed, cleared, done }: Edit,
): Values {
  const mayEdit = (field: BookField) =>
    it.values[field.key] !== undefined ||
    [field.at, ...field.again].some((verb) => done.has(verb)) ||
    (it.state === 'closed' && it.closedAt !== it.at);
  const emptied = cleared.map((name) => fieldNamed(book, name));
  const named = book.fields.filter(({ key }) => typed[key] !== undefined);
  const both = emptied.filter(({ key }) => typed[key] !== undefined);
  if (both.length > 0) throw setAndCleared(both);
  const later = [...named, ...emptied].filter((field) => !mayEdit(field));
  if (later.length > 0) throw notYetWritten(book, it, later);

  const values: Record<string, Values[string]> = { ...it.values, ...keptValues(ctx, named, typed) };
  for (const { key } of emptied) delete values[key];
  const lacks = (of: Values) => (field: BookField) =>
    isWanted(field, of) && mayEdit(field) && of[field.key] === undefined;
  const lacked = book.fields.filter(lacks(it.values));
  const missing = book.fields.filter(lacks(values)).filter((field) => !lacked.includes(field));
  if (missing.length > 0) throw missingFields(missing);
  return values;
}

function fieldNamed(book: Book, typed: string): BookField {
  const wanted = plainWord(typed).replace(/^--/, '');
  const found = book.fields.find(({ key, label }) =>
    [key, optionName(key), label.zh, label.en].some((name) => plainWord(name) === wanted),
  );
  if (found) return found;
  const names = book.fields.map(({ key }) => optionName(key)).join(', ');
  throw misused(
    'unknown_field',
    w(`没有“${typed}”这一栏。`, `There is no field "${typed}".`),
    w(`有：${names}`, `There are: ${names}`),
  );
}

const setAndCleared = (fields: readonly BookField[]) => {
  const names = list(fields.map(({ key }) => same(`--${optionName(key)}`)));
  return misused(
    'set_and_cleared',
    w(`${names.zh} 不能又改又清空。`, `${names.en}: either another value or none.`),
    w('只改的去掉 --clear；只清空的去掉新的值。', 'Leave out --clear, or the new value.'),
  );
};

function notYetWritten(book: Book, { no }: EntryRecord, [field]: readonly BookField[]) {
  const [key, at] = [optionName(field?.key ?? ''), field?.at ?? ''];
  return refused(
    'not_yet_written',
    w(
      `${no} 的“${field?.label.zh}”到 ${at} 时才填写。`,
      `"${field?.label.en}" of ${no} is written with ${at}.`,
    ),
    w(
      `填写：wy ${book.key} ${at} ${no} --${key} …`,
      `Write it: wy ${book.key} ${at} ${no} --${key} …`,
    ),
  );
}

const changedFields = (book: Book, before: Values, after: Values): BookField[] =>
  book.fields.filter(({ key }) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

/** An entry that was closed at once may wait for its closing now, and the other way round. */
function standingOf(
  ctx: Ctx,
  book: Book,
  it: EntryRecord,
  values: Values,
): { state?: EntryState; closedAt?: string | null } {
  const waits = waitsToClose(book, values);
  const waited = waitsToClose(book, it.values);
  if (waits && !waited && it.state === 'closed') return { state: 'open', closedAt: null };
  if (!waits && waited && it.state === 'open') return { state: 'closed', closedAt: ctx.now };
  return {};
}

function reopen(ctx: Ctx, book: Book, it: EntryRecord, after: Parameters<typeof settle>[2]): void {
  settle(ctx, book, after, { verb: openingOf(book).key, before: it.values });
  oweApprovals(ctx, book, { ...it, isOpen: true });
}

function changeDetail(
  ctx: Ctx,
  changed: readonly BookField[],
  before: Values,
  after: Values,
): Event['detail'] {
  const [was, is] = [detailOf(ctx, changed, before), detailOf(ctx, changed, after)];
  return Object.fromEntries(
    changed.flatMap(({ key }) => [
      [`${key}${WAS}`, was[key] ?? null],
      [key, is[key] ?? null],
    ]),
  );
}

const changesIn = (book: Book, changed: readonly BookField[], values: Values) =>
  Object.fromEntries(
    changed.map(({ key }) => {
      const value = values[key];
      return [key, value === undefined ? null : changesOf(book, { [key]: value })[key]];
    }),
  );

/** What was built on the old values and does not follow by itself. */
function warnOfEffects(
  ctx: Ctx,
  book: Book,
  it: EntryRecord,
  { changed, values }: { changed: readonly BookField[]; values: Values },
): void {
  const { no, approved } = it;
  if (changed.some(({ key }) => isCharged(book, key))) {
    for (const { id, unit, tariff } of standingCharges(ctx, no)) {
      const back = `wy fee reverse-charge ${id} --reason …`;
      const anew = `wy fee charge --unit ${unitIn(book, values) ?? unit} --tariff ${tariff} --amount … --for ${no}`;
      ctx.warn(
        w(
          `已记的 ${id} 号应收不随更改变动；要改：${back}，再 ${anew}`,
          `Charge ${id} stays as it is; to change it: ${back}, then ${anew}`,
        ),
      );
    }
  }
  const isBefore = (key: string) =>
    book.approvals.some((approval) => approval.key === key && approval.before !== null);
  const signed = approved.filter(({ approval }) => isBefore(approval));
  const approvers = [...new Set(signed.map(({ by }) => by))].map(same);
  if (approvers.length === 0) return;
  const names = list(approvers);
  ctx.warn(
    w(
      `${no} 已由 ${names.zh} 批准，批准以后又改了，请告知。`,
      `${names.en} approved ${no} before this change; tell them of it.`,
    ),
  );
}
