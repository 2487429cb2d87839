import { approvalKind, limitKind } from '../books/kinds.ts';
import type { Approval, Book, Limit, Values } from '../books/model.ts';
import { holds, waitsToClose } from '../books/when-rules.ts';
import type { Ctx } from '../context.ts';
import {
  type Declared,
  deadlinesOf,
  isPromised,
  meetEarly,
  postpone,
  promise,
  release,
} from '../deadlines/service.ts';
import { dueAt } from '../lib/due.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import * as store from './approval-store.ts';
import { nextTerm, sinceOf, type Term, termOf, toldTime } from './due-rules.ts';

/** An entry as far as its promises go, after what was done last. */
export interface Bound {
  no: string;
  values: Values;
  isOpen: boolean;
  /** The verbs done so far. */
  done: ReadonlySet<string>;
}

/** What a verb keeps, moves, and makes owed, once it is done (in the transaction of its caller). */
export function settle(
  ctx: Ctx,
  book: Book,
  it: Bound,
  { verb, before }: { verb: string; before: Values },
): void {
  for (const limit of book.limits) {
    if (limit.met === verb) keep(ctx, book, it, limit);
  }
  if (!it.isOpen) releaseAtEnd(ctx, book, it.no);
  for (const limit of it.isOpen ? book.limits : []) {
    if (limit.from === verb || isMoved(limit, it.values, before, verb, book)) {
      bind(ctx, book, it, { limit, before, verb });
    }
  }
}

/** Whether the verb wrote the field of its time: anew, or another one. */
function isMoved(limit: Limit, values: Values, before: Values, verb: string, book: Book): boolean {
  if (limit.at === null) return false;
  const field = book.fields.find(({ key }) => key === limit.at);
  const isRenewed = limit.met === verb && field?.again.includes(verb) === true;
  return isRenewed || values[limit.at] !== before[limit.at];
}

/** An entry was corrected: what it owes by these values, and no longer by those. */
export function amend(ctx: Ctx, book: Book, it: Bound, before: Values): void {
  if (!it.isOpen) releaseAtEnd(ctx, book, it.no);
  for (const limit of it.isOpen ? book.limits : []) {
    const isOther = limit.at !== null && it.values[limit.at] !== before[limit.at];
    const wasMeant = holds(limit.when, before);
    if (isOther || wasMeant !== holds(limit.when, it.values)) {
      bind(ctx, book, it, { limit, before, verb: null });
    }
  }
}

function keep(ctx: Ctx, book: Book, it: Bound, limit: Limit): void {
  const kind = limitKind(book, limit);
  const all = (deadlinesOf(ctx.ledger, [it.no]).get(it.no) ?? []).filter(
    (each) => each.kind === kind,
  );
  const last = all.findLast(({ ending }) => ending === null);
  meetEarly(ctx, it.no, kind);
  if (!last || limit.every === null || !it.isOpen || !holds(limit.when, it.values)) return;
  const firstDueAt = toldTime(limit, it.values, ctx.zone) ?? all[0]?.dueAt ?? last.dueAt;
  const term = nextTerm(limit.every, { firstDueAt, lastDueAt: last.dueAt }, ctx.policy.calendar);
  promise(ctx, madeBy(ctx, book, it.no, limit, term));
}

/**
 * Makes a limit owed as the values say, of an entry that is open: begins it, moves it, lets it go. It
 * is not owed twice at a time, nor once more where it was kept, unless what kept it set a new time.
 */
function bind(
  ctx: Ctx,
  book: Book,
  it: Bound,
  { limit, before, verb }: { limit: Limit; before: Values; verb: string | null },
): void {
  if (!it.done.has(limit.from)) return;
  const kind = limitKind(book, limit);
  const made = promiseOf(ctx, book, it, limit);
  if (!made) {
    release(ctx, it.no, kind);
  } else if (isPromised(ctx, it.no, kind)) {
    const isOther = limit.at !== null && it.values[limit.at] !== before[limit.at];
    if (isOther) postpone(ctx, made);
  } else {
    const isDone = it.done.has(limit.met) && limit.from !== verb && limit.met !== verb;
    if (!isDone) promise(ctx, made);
  }
}

function promiseOf(
  ctx: Ctx,
  book: Book,
  { no, values }: Pick<Bound, 'no' | 'values'>,
  limit: Limit,
): Declared | undefined {
  if (!holds(limit.when, values)) return undefined;
  const term = termOf(limit, values, { doneAt: ctx.now, zone: ctx.zone });
  return term && madeBy(ctx, book, no, limit, term);
}

function madeBy(ctx: Ctx, book: Book, no: string, limit: Limit, term: Term): Declared {
  const { calendar } = ctx.policy;
  const dueThen = () => dueAt(term.from, term.limit, calendar);
  return {
    subject: no,
    kind: limitKind(book, limit),
    role: limit.role,
    clause: { clause: `books.${book.key}.deadlines.${limit.key}`, limit: term.limit },
    from: term.from,
    ...(limit.lead !== null && { sinceAt: sinceOf(limit.lead, dueThen(), ctx.now, calendar) }),
  };
}

/** What an entry owes, and the verb that keeps it. */
export interface Owed {
  met: string;
  made: Declared;
}

/** What is owed from a verb on, that is done at `ctx.now`, by an entry of the past. */
export const owedAfter = (
  ctx: Ctx,
  book: Book,
  it: Pick<Bound, 'no' | 'values'>,
  verb: string,
): Owed[] =>
  book.limits
    .filter(({ from, met }) => from === verb && met !== verb && waitsToClose(book, it.values))
    .flatMap((limit) => {
      const made = promiseOf(ctx, book, it, limit);
      return made ? [{ met: limit.met, made }] : [];
    });

const owedApproval = (book: Book, no: string, approval: Approval, from: string): Declared => ({
  subject: no,
  kind: approvalKind(book, approval),
  role: approval.role,
  clause: { clause: `books.${book.key}.approvals.${approval.key}`, limit: approval.within },
  from,
});

/** The approvals of an entry of the past, owed from `ctx.now` on. */
export const owedApprovals = (ctx: Ctx, book: Book, no: string): Declared[] =>
  book.approvals.map((approval) => owedApproval(book, no, approval, ctx.now));

/** An entry as far as its approvals go. */
interface Approvable {
  no: string;
  at: Moment;
  isOpen: boolean;
  approved: readonly { approval: string }[];
}

/**
 * Owes every approval that was not given, but those for which nothing waits any more; a daily one once
 * for all entries of the day that nobody has signed yet.
 */
export function oweApprovals(ctx: Ctx, book: Book, it: Approvable): void {
  for (const approval of book.approvals) {
    const isNeeded = approval.before === null || it.isOpen;
    const isGiven = it.approved.some((each) => each.approval === approval.key);
    if (!isNeeded || isGiven || isAwaited(ctx, book, it, approval)) continue;
    promise(ctx, owedApproval(book, it.no, approval, ctx.now));
  }
}

/** Whether somebody owes this approval to the entry, or to the day's entries. */
function isAwaited(ctx: Ctx, book: Book, { no, at }: Approvable, approval: Approval): boolean {
  const kind = approvalKind(book, approval);
  if (!approval.daily) return isPromised(ctx, no, kind);
  return store.isOwing(ctx.ledger, { book: book.key, kind, ...dayAround(ctx, at) });
}

/** The day of a moment, both ends of it counted. */
export function dayAround({ zone }: Pick<Ctx, 'zone'>, at: Moment): store.Span {
  const day = dayOf(at, zone);
  return { from: startOfDay(day, zone), to: endOfDay(day, zone) };
}

/** An entry is over: what it still owed falls away, but for countersignatures. */
function releaseAtEnd(ctx: Ctx, book: Book, no: string): void {
  const stay = book.approvals
    .filter(({ before }) => before === null)
    .map((approval): string => approvalKind(book, approval));
  const open = (deadlinesOf(ctx.ledger, [no]).get(no) ?? []).filter(
    ({ ending }) => ending === null,
  );
  const kinds = new Set(open.map(({ kind }) => kind).filter((kind) => !stay.includes(kind)));
  for (const kind of kinds) release(ctx, no, kind as Declared['kind']);
}

/**
 * An entry falls away with all that it owes. The signature of a day passes on to the next of its
 * entries that waits for it, due when it was.
 */
export function releaseAll(ctx: Ctx, book: Book, { no, at }: { no: string; at: Moment }): void {
  const passing = book.approvals.filter(
    (approval) => approval.daily && isPromised(ctx, no, approvalKind(book, approval)),
  );
  release(ctx, no);
  for (const approval of passing) {
    const day = { book: book.key, ...dayAround(ctx, at) };
    if (store.isOwing(ctx.ledger, { ...day, kind: approvalKind(book, approval) })) continue;
    const [next] = store.unsigned(ctx.ledger, { ...day, approval: approval.key });
    if (next) promise(ctx, owedApproval(book, next.no, approval, next.at));
  }
}
